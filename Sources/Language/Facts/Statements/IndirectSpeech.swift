import Articles

/// What of a sentence somebody says, given the word that tells it.
///
///     Die Lage sei ernst, sagte Lenz.      Lenz sagte, [dass es regne].      Nach Angaben der Polizei [starb niemand].
struct IndirectSpeech {
    let sentence: FactSentence
    let cues: [Cue]

    var words: [FactSentence.Word] { sentence.words }

    /// The words without the marks and full stops around them.
    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, sentence.isForm(start, ",", ".", ":", ";", "–", "-", "?", "!", ")", "(") {
            start += 1
        }
        while end > start, sentence.isForm(end - 1, ",", ".", ":", ";", "–", "-", "(") { end -= 1 }
        return start..<end
    }

    /// The parts of the sentence that are said; none where the word only reports that something was said.
    func content(of cue: Cue) -> [Range<Int>] {
        let parts: [Range<Int>]
        switch cue.kind {
        case .source: parts = sourceContent(cue)
        case .verb: parts = verbContent(cue)
        case .noun: parts = nounContent(cue)
        }
        return parts.map(trimmed).filter { range in range.contains { !sentence.isPunctuation($0) } }
    }

    // MARK: Verbs

    private func verbContent(_ cue: Cue) -> [Range<Int>] {
        let verb = cue.word
        let finite =
            sentence.children[verb].first {
                words[$0].partOfSpeech == .auxiliary && words[$0].relation.hasPrefix("aux")
                    && words[$0].quote == 0
                    && !sentence.isForm($0, "worden", "zu", "haben", "sein") && isAuxiliary($0, of: verb)
            } ?? verb
        if let clause = asClause(min(finite, verb)) {
            return [0..<clause.lowerBound, clause.upperBound..<sentence.count]
        }
        let after = complement(of: cue, finite: finite)
        guard CueWords.saying.contains(cue.lemma) || cue.lemma == "ausgehen" else {
            // `zeigt sich optimistisch, dass …`, `hält es für möglich, dass …`
            guard CueWords.reportingWith[cue.lemma] != nil, let after,
                sentence.isForm(after.lowerBound, "dass", "daß")
            else { return [] }
            return [after]
        }
        if let before = contentBefore(cue, finite: finite) {
            let isMarked =
                before.contains { sentence.isReported($0) || words[$0].quote > 0 }
                || sentence.isForm(before.lowerBound, "dass", "ob")
            let isToldPlainly =
                CueWords.telling.contains(cue.lemma) || words[before.lowerBound].partOfSpeech != .adposition
            if after == nil && isToldPlainly || isMarked {
                // `Die Lage, sagte Lenz, sei ernst.`
                if let after, after.contains(where: sentence.isReported),
                    !sentence.isForm(after.lowerBound, "dass", "ob", "und", "der", "die", "das")
                {
                    return [before, after]
                }
                return [before]
            }
        }
        return after.map { [$0] } ?? []
    }

    /// Whether an auxiliary goes with a verb, and not with what is said: `Die Lage sei ernst, sagte Lenz`.
    private func isAuxiliary(_ index: Int, of verb: Int) -> Bool {
        let between = min(index, verb) + 1..<max(index, verb)
        guard between.contains(where: { sentence.isForm($0, ",") && words[$0].quote == 0 }) else {
            return true
        }
        let isParticiple =
            !words[verb].features.contains("Mood=") || words[verb].form.hasPrefix("ge")
            || words[verb].form.hasSuffix("iert")
        return index < verb && isParticiple && !sentence.isForm(verb - 1, ",")
    }

    /// `wie die Polizei mitteilte` with its commas.
    private func asClause(_ verb: Int) -> Range<Int>? {
        var start = verb
        while start > 0, !sentence.isForm(start - 1, ",", "–", "(") { start -= 1 }
        // `wie Emil Lenz, der Chef der Firma, mitteilte`
        if let opener = (max(0, verb - 20)..<verb).last(where: { index in
            sentence.isForm(index, "wie") && (index == 0 || sentence.isForm(index - 1, ",", "–", "("))
        }), !(opener + 1..<verb).contains(where: sentence.isVerbal) {
            start = opener
        }
        guard sentence.isForm(start, "wie", "as", "so"), start < verb else { return nil }
        // `so sagte er` is no such clause.
        if sentence.isForm(start, "so"), start + 1 == verb { return nil }
        let end = comma(from: verb) ?? sentence.count
        guard start > 0 || end < sentence.count else { return nil }
        return start..<end
    }

    func comma(from start: Int) -> Int? {
        (start..<max(start, sentence.count)).first {
            sentence.isForm($0, ",", "–") && words[$0].quote == 0
        }
    }

    /// `Die Lage sei ernst, sagte Lenz.`
    private func contentBefore(_ cue: Cue, finite: Int) -> Range<Int>? {
        guard let speaker = cue.speaker?.bounds else { return nil }
        var end: Int
        if speaker.start > words[finite].span.start {
            end = finite - 1
            // `Der Zug hält, das sagte Lenz.`
            if sentence.isForm(end, "das", "dies"), sentence.isForm(end - 1, ",") { end -= 1 }
        } else {
            // English has the speaker before the verb: `…, Lenz said.`
            guard sentence.reading.passage.tongue == .english,
                let first = words.firstIndex(where: { $0.span.start >= speaker.start })
            else { return nil }
            end = first - 1
        }
        while end >= 0, sentence.isForm(end, "“", "”", "\"", "«", "–"), end > 0 { end -= 1 }
        guard end > 1, sentence.isForm(end, ","), !CueWords.others.contains(words[0].form) else {
            return nil
        }
        let range = 0..<end
        guard range.contains(where: { sentence.isVerbal($0) }) else { return nil }
        return range
    }

    /// What a comma or a colon behind the verb begins.
    private func complement(of cue: Cue, finite: Int) -> Range<Int>? {
        var index = max(cue.word, finite) + 1
        let limit = limit(of: cue)
        if sentence.reading.passage.tongue == .english, let range = englishComplement(cue, limit: limit) {
            return range
        }
        while index < limit {
            guard words[index].quote == 0 else {
                index += 1
                continue
            }
            if sentence.isForm(index, ":"), index + 1 < limit {
                let isQuoted =
                    words[index + 1].quote > 0 || sentence.isForm(index + 1, "„", "“", "\"", "»", "«")
                return isQuoted ? nil : index + 1..<limit
            }
            if sentence.isForm(index, ","), index + 1 < limit, begins(index + 1, limit: limit, cue) {
                return index + 1..<limit
            }
            index += 1
        }
        return nil
    }

    func begins(_ start: Int, limit: Int, _ cue: Cue) -> Bool {
        let word = words[start]
        if CueWords.openers.contains(word.form) {
            // `…, wie die Polizei sagte` is no content but tells who says it.
            return word.form != "wie" || !cues.contains { $0.word > start }
        }
        if CueWords.others.contains(word.form)
            || sentence.isForm(start, "und", "oder", "aber", "and", "but")
        {
            return false
        }
        let end = comma(from: start) ?? limit
        let clause = start..<max(start, min(end, limit))
        if cue.kind == .noun || CueWords.asking.contains(cue.lemma) || CueWords.telling.contains(cue.lemma),
            clause.contains(where: { isInfinitive($0) })
        {
            return true
        }
        if sentence.isForm(start, "der", "die", "das", "dem", "den", "deren", "dessen", "denen"),
            word.partOfSpeech == .pronoun || clause.last.map(sentence.isVerbal) ?? false,
            !clause.contains(where: { sentence.isReported($0) || sentence.isPastSubjunctive($0) })
        {
            return false
        }
        if clause.contains(where: { sentence.isReported($0) || sentence.isPastSubjunctive($0) }) {
            return true
        }
        guard CueWords.telling.contains(cue.lemma) else { return false }
        // `berichtet, hundert Leute sollen entlassen werden`
        if clause.contains(where: { sentence.isForm($0, "soll", "sollen", "solle") }) { return true }
        // `sagte, es gibt keinen Grund`: a verb in the second place.
        let early = start..<min(clause.upperBound, start + 7)
        return early.contains {
            sentence.isVerbal($0) && words[$0].features.contains("VerbForm=Fin")
                || sentence.isVerbal($0) && words[$0].features.contains("Mood=Ind")
        }
            && !clause.isEmpty && !sentence.isVerbal(clause.upperBound - 1)
    }

    private func isInfinitive(_ index: Int) -> Bool {
        guard sentence.isVerbal(index) else { return false }
        if sentence.isForm(index - 1, "zu") { return true }
        return words[index].form.dropFirst(2).contains("zu") && words[index].form.hasSuffix("en")
            && (CueWords.particles.contains { words[index].form.hasPrefix($0 + "zu") }
                || Self.prefixes.contains { words[index].form.hasPrefix($0 + "zu") })
    }

    /// Prefixes of verbs, besides those that tell of speech.
    private static let prefixes = [
        "nieder", "weg", "wieder", "zusammen", "durch", "um", "teil", "frei", "statt", "weiter", "fern",
        "bei",
        "los", "sicher", "bereit", "heim", "hinaus", "herbei", "entgegen", "zurück",
    ]

    /// English needs no comma: `said that …`, `said the plan was good`.
    private func englishComplement(_ cue: Cue, limit: Int) -> Range<Int>? {
        let start = cue.word + 1
        guard start < limit else { return nil }
        if sentence.isForm(start, "that", "whether") { return start..<limit }
        guard let clause = sentence.children(of: cue.word, "ccomp").first(where: { $0 > cue.word })
        else {
            return nil
        }
        var first = clause
        while first > start, sentence.hangs(first - 1, on: clause), words[first - 1].quote == 0 {
            first -= 1
        }
        guard !sentence.isForm(first, ",") else { return nil }
        return first..<limit
    }

    /// Where the next verb of saying in the same sentence begins its own clause.
    private func limit(of cue: Cue) -> Int {
        for other in cues where other.word > cue.word && other.kind == .verb {
            let isShared = other.teller != nil && other.teller == cue.teller && other.speaker == cue.speaker
            guard
                words[other.word].relation == "conj" && words[other.word].head == cue.word
                    || isShared && sentence.isForm(other.word - 1, "und", "and", ",", "sowie")
            else { continue }
            var start = other.word
            while start > cue.word + 1, !sentence.isForm(start, "und", "and", ",", "sowie") { start -= 1 }
            if start > cue.word + 1 { return start }
        }
        var end = sentence.count
        // `(die Zeitung berichtete): …`
        if let bracket = (cue.word..<end).first(where: { sentence.isForm($0, "(", ")") }),
            sentence.isForm(bracket, ")")
        {
            end = bracket
        }
        // `…, er sei zufrieden: „…“`: the quotation is one of its own.
        if let colon = (cue.word..<sentence.count).first(where: { index in
            sentence.isForm(index, ":") && index + 1 < sentence.count && words[index + 1].quote > 0
        }), colon > cue.word + 3 {
            end = colon
        }
        // `…, dass es regne; der Zug fährt.`
        if let semicolon = (cue.word..<end).first(where: { sentence.isForm($0, ";") && words[$0].quote == 0 }
        ),
            semicolon > cue.word + 3
        {
            end = semicolon
        }
        while end > 0, sentence.isForm(end - 1, ".", "!", "?") { end -= 1 }
        return end
    }
}
