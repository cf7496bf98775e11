import Articles

/// What is said where a source or a noun tells it: `laut Polizei`, `die Ansicht, dass …`.
extension IndirectSpeech {
    func sourceContent(_ cue: Cue) -> [Range<Int>] {
        if cue.lemma == "wonach" {
            return [cue.frame.upperBound..<clauseEnd(from: cue.frame.upperBound)]
        }
        var before = 0..<cue.frame.lowerBound
        var after = cue.frame.upperBound..<sentence.count
        if let clause = subordinateClause(around: cue.frame) {
            before = clause.lowerBound..<cue.frame.lowerBound
            after = cue.frame.upperBound..<clause.upperBound
        } else if let start = lastClause(before: cue.frame.lowerBound) {
            before = start..<cue.frame.lowerBound
        }
        // `Nach Angaben der Stadt, die das gestern prüfte, war …`
        if before.isEmpty, sentence.isForm(after.lowerBound, ","),
            let close = (after.lowerBound + 1..<max(after.lowerBound + 1, after.upperBound - 1)).first(
                where: {
                    sentence.isForm($0, ",") && words[$0].quote == 0
                }), sentence.isVerbal(close + 1)
        {
            after = close + 1..<after.upperBound
        }
        if cue.lemma == "so", sentence.isForm(cue.frame.lowerBound - 1, ",", "“", "”", "\"", "–") {
            // `…, so Lenz, der das gestern in Bonn erfuhr.` has nothing more of what he says.
            let isClause =
                after.contains { sentence.isReported($0) && words[$0].quote == 0 }
                || !before.contains(where: sentence.isVerbal) && after.contains(where: sentence.isVerbal)
            guard isClause else { return [before] }
            // `Es sei, so Lenz gestern in Bonn, zu spät.`
            if !before.isEmpty, let comma = comma(from: after.lowerBound), comma < after.lowerBound + 20 {
                return [before, comma + 1..<max(comma + 1, after.upperBound)]
            }
            return [before, after]
        }
        return [before, after]
    }

    /// Where the main clause begins that the telling stands in, behind another: `Der Zug hielt, dann fuhr er laut Bahn weiter`.
    private func lastClause(before end: Int) -> Int? {
        guard let comma = (0..<end).last(where: { sentence.isForm($0, ",", ";") && words[$0].quote == 0 }),
            comma + 1 < end, !sentence.isVerbal(comma + 1),
            (comma + 1..<end).contains(where: { sentence.isVerbal($0) }),
            (0..<comma).contains(where: { sentence.isVerbal($0) })
        else { return nil }
        return comma + 1
    }

    /// The subordinate clause that the telling stands in: `…, das nach Angaben der Werft nicht fertig war`.
    private func subordinateClause(around frame: Range<Int>) -> Range<Int>? {
        var start = frame.lowerBound
        while start > 0, !sentence.isForm(start - 1, ",") || words[start - 1].quote > 0 { start -= 1 }
        guard start > 0, start < frame.lowerBound else { return nil }
        let opener = words[start]
        guard
            opener.partOfSpeech == .subordinator || opener.partOfSpeech == .pronoun
                || ["weil", "da", "worauf", "wobei", "wodurch", "obwohl"].contains(opener.form)
                || opener.partOfSpeech == .adposition && start + 1 < frame.lowerBound
                    && words[start + 1].partOfSpeech == .pronoun
        else { return nil }
        // `er`, `sie`, `es` begin no subordinate clause.
        if sentence.isForm(start, "er", "sie", "es", "wir", "ich", "man") { return nil }
        return start..<clauseEnd(from: frame.upperBound)
    }

    /// The comma behind the verb that a subordinate clause ends with.
    private func clauseEnd(from start: Int) -> Int {
        (start..<max(start, sentence.count)).first { index in
            sentence.isForm(index, ",", "–", ";") && words[index].quote == 0 && index > start
                && sentence.isVerbal(index - 1)
        } ?? sentence.count
    }

    /// The clause behind the comma, to its own end where the sentence goes on with its verb.
    func nounContent(_ cue: Cue) -> [Range<Int>] {
        var start = cue.frame.upperBound + 1
        if !beginsClaim(start, cue) {
            // `die Ankündigung ihres Chefs, Emil Lenz, das Werk zu schließen`
            guard let next = comma(from: start), next < start + 8,
                !(start..<next).contains(where: sentence.isVerbal), beginsClaim(next + 1, cue)
            else { return [] }
            start = next + 1
        }
        let end = (start..<max(start, sentence.count - 1)).first { index in
            sentence.isForm(index, ",") && words[index].quote == 0 && sentence.isVerbal(index + 1)
                && !sentence.isReported(index + 1)
        }
        return [start..<(end ?? sentence.count)]
    }

    /// Whether a clause can be what a noun claims, and none that tells more of the noun.
    private func beginsClaim(_ start: Int, _ cue: Cue) -> Bool {
        guard start + 1 < sentence.count else { return false }
        let end = comma(from: start) ?? sentence.count
        guard !(start..<end).contains(where: { sentence.isForm($0, ":") }) else { return false }
        let isRelative =
            words[start].partOfSpeech == .pronoun
            || words[start].partOfSpeech == .adposition
                && words[start + 1].partOfSpeech == .pronoun
        if isRelative, !sentence.isForm(start, "er", "sie", "es", "man", "wer", "was") { return false }
        return begins(start, limit: sentence.count, cue)
    }
}
