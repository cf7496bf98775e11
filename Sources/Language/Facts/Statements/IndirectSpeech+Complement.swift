import Articles

/// The clause behind a verb of saying: where it begins and where it ends.
extension IndirectSpeech {
    /// Where what is said ends, if the sentence goes on: `…, dass es regne, wird nun gewartet`, `…, zu gehen, was gelang`.
    func clauseEnd(of content: Range<Int>) -> Int {
        let isThat = sentence.isForm(content.lowerBound, "dass", "daß", "ob")
        var hasFinite = false
        for index in content where words[index].quote == 0 {
            if sentence.isVerbal(index), words[index].features.contains("Mood=") { hasFinite = true }
            guard sentence.isForm(index, ",", "–"), index > content.lowerBound + 1,
                index + 1 < content.upperBound,
                sentence.isVerbal(index - 1) || sentence.isForm(index - 1, ")")
            else { continue }
            let next = words[index + 1]
            let isVerb =
                sentence.isVerbal(index + 1) && next.features.contains("Mood=")
                && !sentence.isReported(index + 1)
            if isThat, hasFinite, isVerb { return index }
            if !isThat, !hasFinite, isInfinitive(index - 1) || sentence.isForm(index - 2, "zu"),
                isVerb || ["was", "wobei", "nachdem", "worauf", "woraufhin", "wofür"].contains(next.form)
                    || sentence.isForm(index, "–")
            {
                return index
            }
        }
        return content.upperBound
    }

    /// What a comma or a colon behind the verb begins.
    func complement(of cue: Cue, finite: Int) -> Range<Int>? {
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
        return openInfinitive(cue, from: max(cue.word, finite) + 1, limit: limit)
    }

    /// `Die Firma hat angekündigt die Preise zu senken` lacks its comma.
    private func openInfinitive(_ cue: Cue, from start: Int, limit: Int) -> Range<Int>? {
        guard CueWords.asking.contains(cue.lemma), start < limit - 2 else { return nil }
        var first = start
        if let particle = sentence.children(of: cue.word, "compound:prt").first, particle >= start {
            first = particle + 1
        } else if words[cue.word].features.contains("Mood=") {
            return nil
        }
        guard first < limit - 2, isInfinitive(limit - 1), words[limit - 1].partOfSpeech == .verb,
            !(first..<limit).contains(where: { sentence.isPunctuation($0) })
        else { return nil }
        return first..<limit
    }

    func begins(_ start: Int, limit: Int, _ cue: Cue) -> Bool {
        let word = words[start]
        if CueWords.openers.contains(word.form) {
            // `beschloss den Bau, was Streit auslöste`
            if word.form == "was", CueWords.deciding.contains(cue.lemma) { return false }
            // `…, wie die Polizei sagte` is no content but tells who says it.
            return word.form != "wie" || !cues.contains { $0.word > start }
        }
        if CueWords.others.contains(word.form)
            || sentence.isForm(start, "und", "oder", "aber", "and", "but")
        {
            return false
        }
        // `…, die Firma, die das baute, habe …` has its verb behind more commas.
        var end = comma(from: start) ?? limit
        while end + 1 < limit, !CueWords.openers.contains(words[end + 1].form),
            !(start..<end).contains(where: { sentence.isVerbal($0) })
        {
            end = comma(from: end + 1) ?? limit
        }
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
        // `die Länder, aus denen sie kämen`
        let isRelative =
            word.partOfSpeech == .adposition && start + 1 < limit && words[start + 1].partOfSpeech == .pronoun
            && sentence.isForm(start + 1, "dem", "den", "der", "die", "das", "denen", "deren", "dessen")
        if clause.contains(where: {
            sentence.isReported($0) || sentence.isPastSubjunctive($0) && !isRelative
        }) {
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
        // `sagte, es regne, doch Lenz erklärte …`
        if let joint = (cue.word..<end).first(where: { index in
            sentence.isForm(index, ",") && sentence.isForm(index + 1, "doch", "aber", "jedoch", "allerdings")
                && cues.contains { $0.kind == .verb && $0.word > index && !sentence.isReported($0.word) }
                && words[index].quote == 0
        }), joint > cue.word + 3 {
            end = joint
        }
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
