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
        if let clause = asClause(min(finite, verb), cue.teller) {
            return [0..<clause.lowerBound, clause.upperBound..<sentence.count]
        }
        let after = complement(of: cue, finite: finite).map { $0.lowerBound..<clauseEnd(of: $0) }
        guard CueWords.saying.contains(cue.lemma) || cue.lemma == "ausgehen" else {
            // `Lenz zeigt sich optimistisch, dass …`, `jammerte, er sei krank`, `Er sei krank, jammerte Lenz`
            if let before = contentBefore(cue, finite: finite), before.contains(where: sentence.isReported) {
                return [before]
            }
            guard let after,
                sentence.isForm(after.lowerBound, "dass", "daß") || after.contains(where: sentence.isReported)
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
    private func asClause(_ verb: Int, _ teller: Int?) -> Range<Int>? {
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
        // `Wie der Sender meldet starben zwei` lacks its comma.
        let isOpen =
            teller.map(sentence.canSpeak) ?? false && start == 0 && verb + 1 < sentence.count
            && sentence.isVerbal(verb + 1)
            && words[verb + 1].features.contains("Mood=Ind")
        let end = isOpen ? verb + 1 : comma(from: verb) ?? sentence.count
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
        let isImpersonal = sentence.isForm(finite + 1, "es", "man")
        guard cue.speaker != nil || isImpersonal else { return nil }
        var end: Int
        let speaker = cue.speaker?.bounds ?? words[finite + 1].span
        if speaker.start > words[finite].span.start {
            end = finite - 1
            // `…, so schrieb sie.`
            if sentence.isForm(end, "so"), sentence.isForm(end - 1, ",", "“", "\"") { end -= 1 }
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
}
