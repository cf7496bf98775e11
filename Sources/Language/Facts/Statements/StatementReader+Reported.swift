import Articles

/// What is reported to be said, without a clause for it.
extension StatementReader {
    /// `Die Regierung fordert ein Ende der Gewalt`: the sentence reports what is said without a clause for it.
    func report(_ cue: Cue, _ told: Told) -> Fact? {
        let sentence = told.sentence
        guard cue.kind == .verb, isReporting(cue, sentence), let speaker = cue.speaker,
            speaker.slots.first?.mention != nil || cue.teller.map(sentence.canSpeak) ?? false,
            !sentence.isForm(0, "dies", "das"), let region = region(of: cue, told),
            !sentence.words[cue.word].relation.hasPrefix("acl"),
            sentence.words[cue.word].relation != "advcl", !isLeftUnsaid(cue, sentence),
            region.count(where: { sentence.words[$0].quote > 0 }) < 5,
            !region.contains(where: { sentence.isForm($0, ":") })
        else { return nil }
        var end = region.upperBound
        while end > region.lowerBound, sentence.isPunctuation(end - 1) { end -= 1 }
        guard end > region.lowerBound + 2 else { return nil }
        return statement(
            SpanSet(sentence.span(region.lowerBound..<end)), speaker, cue, in: sentence, form: "reported",
            confidence: speaker.slots.first?.mention != nil ? 0.5 : 0.45)
    }

    /// `gab die Namen nicht bekannt` says nothing, `hatte zuvor gewarnt` tells what was said before all this.
    private func isLeftUnsaid(_ cue: Cue, _ sentence: FactSentence) -> Bool {
        let (word, region) = (cue.word, max(0, cue.word - 12)..<min(sentence.count, cue.word + 12))
        if sentence.children(of: word, "aux").contains(where: { sentence.isForm($0, "hatte", "hatten") }) {
            return true
        }
        return CueWords.confirming.contains(cue.lemma)
            && region.contains { sentence.isForm($0, "nicht", "keine", "keinen", "kein") }
    }

    /// The part of the sentence that a verb of saying is the verb of: up to the `und` or comma before the next such verb.
    private func region(of cue: Cue, _ told: Told) -> Range<Int>? {
        let sentence = told.sentence
        func lastBorder(_ range: Range<Int>) -> Int? {
            range.last { sentence.isForm($0, "und", "and", ",", "sowie") && sentence.words[$0].quote == 0 }
        }
        var (start, end) = (0, sentence.count)
        let verbs = told.cues.filter { $0.kind == .verb }
        if let before = verbs.last(where: { $0.word < cue.word }) {
            guard let border = lastBorder(before.word..<cue.word) else { return nil }
            start = border + 1
        }
        // `Sie stimmte dagegen und wird von Lenz gelobt`: only the passive has another who says it.
        let head = sentence.words[cue.word].head
        if start == 0, sentence.words[cue.word].relation == "conj", head >= 0, head < cue.word,
            sentence.isPassive(cue.word),
            let joint = (head..<cue.word).last(where: { sentence.isForm($0, "und", "and", "sowie") })
        {
            start = joint + 1
        }
        if let next = verbs.first(where: { $0.word > cue.word }) {
            guard let border = lastBorder(cue.word..<next.word) else { return nil }
            end = border
        }
        // `(der Plan wird von der Stadt abgelehnt)`
        if let bracket = (start..<cue.word).last(where: { sentence.isForm($0, "(", ")") }),
            sentence.isForm(bracket, "(")
        {
            start = bracket + 1
            end = (cue.word..<end).first { sentence.isForm($0, ")") } ?? end
        }
        // `Lenz spricht von Erfolgen, er will mehr davon.`
        if let next = (cue.word..<end).first(where: { index in
            sentence.isForm(index, ",", ";") && sentence.isForm(index + 1, "er", "sie", "es", "wir")
                && index + 2 < end && sentence.isVerbal(index + 2)
        }) {
            end = next
        }
        guard start < end, !told.contents.joined().contains(where: { $0.overlaps(start..<end) }) else {
            return nil
        }
        return start..<end
    }

    private func isReporting(_ cue: Cue, _ sentence: FactSentence) -> Bool {
        if CueWords.reporting.contains(cue.lemma) { return true }
        guard let words = CueWords.reportingWith[cue.lemma] else { return false }
        return sentence.words.contains { words.contains($0.form) && $0.quote == 0 }
    }
}
