import Articles

/// Direct speech: who says what stands in quotation marks.
extension StatementReader {
    func directFacts(_ told: [Told], _ quotations: [Quotation], indirect: [Fact]) -> [Fact] {
        var found: [Fact] = []
        var before: Speaker?
        var beforeEnd = -1
        let indirect = indirect.sorted { $0.bounds.start < $1.bounds.start }
        for quotation in quotations {
            // The facts are in order, so a few before the quotation are all that can hold it.
            let last = indirect.partitioningIndex { $0.bounds.start > quotation.span.start }
            let near = indirect[max(0, last - 8)..<last]
            guard let framed = frame(quotation, told, near, before, beforeEnd) else { continue }
            let (speaker, cue, sentence, confidence) = framed
            before = speaker
            beforeEnd = quotation.span.end
            found.append(
                statement(
                    SpanSet(quotation.content), speaker, cue, in: sentence, form: "direct",
                    confidence: speaker == nil ? 0.5 : confidence, quotation: quotation.span))
        }
        return found
    }

    private typealias Frame = (
        speaker: Speaker?, cue: Cue?, sentence: FactSentence, confidence: Float
    )

    /// Who says a quotation, and the word that tells it; nil for marks around a name or a single word.
    private func frame(
        _ quotation: Quotation, _ told: [Told], _ indirect: ArraySlice<Fact>, _ before: Speaker?,
        _ beforeEnd: Int
    ) -> Frame? {
        let first = told.partitioningIndex { $0.sentence.span.end > quotation.span.start }
        let behind = told.partitioningIndex { $0.sentence.span.start >= quotation.span.end }
        guard first < told.count, behind > 0 else { return nil }
        let (opening, closing) = (told[first], told[behind - 1])
        if quotation.isName { return calling(quotation, opening) }
        let isSmall = isSmall(quotation, opening.sentence)
        let isLong = quotation.wordCount >= 3 && !isPhrase(quotation, opening.sentence) || isSmall
        if isIntroduced(quotation, opening.sentence), let cue = cueBefore(quotation, opening),
            cue.speaker != nil, isLong
        {
            return (cue.speaker, cue, opening.sentence, 0.75)
        }
        if let cue = cueBehind(quotation, closing),
            isLong || CueWords.calling.contains(cue.lemma)
                || quotation.wordCount >= 2 && !isPhrase(quotation, opening.sentence)
        {
            return (cue.speaker, cue, closing.sentence, 0.8)
        }
        if let cue = cueBefore(quotation, opening), isLong || CueWords.calling.contains(cue.lemma) {
            return (cue.speaker, cue, opening.sentence, 0.75)
        }
        guard isLong, quotation.wordCount >= 2 else { return nil }
        if let outer = indirect.first(where: { fact in
            fact.slots(named: "content").first?.spans?.bounds.contains(quotation.span) ?? false
        }) {
            // A few words of what is told in full anyway.
            let confidence: Float = quotation.wordCount < 4 ? 0.5 : 0.6
            return (Speaker(outer.slots(named: "speaker")), nil, opening.sentence, confidence)
        }
        if let cue = anyCue(quotation, closing) ?? anyCue(quotation, opening) {
            return (cue.speaker, cue, closing.sentence, 0.65)
        }
        let sentence = opening.sentence
        let startsSentence = quotation.span.start <= sentence.span.start
        if startsSentence, !quotation.isPart {
            if beforeEnd >= 0, quotation.span.start - beforeEnd < 4, let before {
                return (before, nil, sentence, 0.6)
            }
            if first > 0 {
                let previous = told[first - 1]
                let isIntroduced = previous.sentence.isForm(previous.sentence.count - 1, ":")
                if let cue = previous.cues.last(where: { $0.speaker != nil }) {
                    return (cue.speaker, isIntroduced ? cue : nil, sentence, isIntroduced ? 0.75 : 0.55)
                }
                if isIntroduced { return (mainSubject(previous.sentence) ?? last, nil, sentence, 0.6) }
            }
            return last.map { ($0, nil, sentence, 0.5) }
        }
        if let name = nameBeforeColon(quotation, sentence) { return (name, nil, sentence, 0.7) }
        if isSmall, let subject = mainSubject(sentence), subject.slots.first?.mention != nil {
            return (subject, nil, sentence, 0.5)
        }
        if let subject = mainSubject(sentence),
            subject.slots.first?.mention != nil || !quotation.isPart,
            quotation.wordCount >= 4
        {
            return (subject, nil, sentence, 0.5)
        }
        return nil
    }

    /// `Lenz sagte: „…“`
    private func isIntroduced(_ quotation: Quotation, _ sentence: FactSentence) -> Bool {
        guard let mark = sentence.words.firstIndex(where: { $0.span.end > quotation.span.start }) else {
            return false
        }
        return sentence.isForm(mark - 1, ":")
    }

    /// `nannte das eine „Zeitungsente“`: a noun in marks that somebody calls something, and no name.
    private func calling(_ quotation: Quotation, _ told: Told) -> Frame? {
        let sentence = told.sentence
        let inside = sentence.words.indices.filter { quotation.content.contains(sentence.words[$0].span) }
        guard inside.allSatisfy({ sentence.words[$0].mention < 0 }),
            let cue = told.cues.last(where: { CueWords.calling.contains($0.lemma) && $0.speaker != nil }),
            let first = inside.first, cue.word < first || first - cue.word < 8
        else { return nil }
        return (cue.speaker, cue, sentence, 0.6)
    }

    /// Whether it begins small, as no name does: `einen „großen Ruck“`.
    private func isSmall(_ quotation: Quotation, _ sentence: FactSentence) -> Bool {
        guard let first = sentence.words.first(where: { $0.span.start >= quotation.content.start })
        else {
            return false
        }
        return !first.isCapital && first.partOfSpeech != .punctuation && first.partOfSpeech != .numeral
    }

    /// Whether it is a few words without a verb that begin with a capital, as names do: `der „Rat für Reformen“`.
    private func isPhrase(_ quotation: Quotation, _ sentence: FactSentence) -> Bool {
        guard quotation.isPart, quotation.wordCount < 9 else { return false }
        let inside = sentence.words.indices.filter {
            quotation.content.contains(sentence.words[$0].span)
        }
        guard let first = inside.first, sentence.words[first].isCapital else { return false }
        return !inside.contains { sentence.isVerbal($0) }
    }

    /// `Lenz: „…“`
    private func nameBeforeColon(_ quotation: Quotation, _ sentence: FactSentence) -> Speaker? {
        guard let mark = sentence.words.firstIndex(where: { $0.span.end > quotation.span.start }),
            mark > 1,
            sentence.isForm(mark - 1, ":"), let item = sentence.item(mark - 2),
            item.mention.label == .person || item.mention.label == .organisation,
            item.mention.bounds.start == sentence.span.start
        else { return nil }
        return Speaker([Slot("speaker", item)])
    }

    private func mainSubject(_ sentence: FactSentence) -> Speaker? {
        guard let root = sentence.words.firstIndex(where: { $0.head < 0 }),
            var subject = sentence.children(of: root, "nsubj").first(where: {
                sentence.words[$0].quote == 0
            })
        else { return nil }
        // `Das Angebot lehnt er ab: „…“`
        if sentence.isVerbal(root), let teller = sentence.teller(of: root) { subject = teller }
        guard !sentence.isForm(subject, "es", "das", "dies", "it", "this") else { return nil }
        let first = sentence.words[sentence.phrase(at: subject).lowerBound].form
        // `Seine Zuversicht drückte er so aus`
        guard !first.hasPrefix("sein"), !first.hasPrefix("ihr") else { return nil }
        return sentence.speaker(at: subject)
    }

    /// `…“, sagte Lenz`: not far behind the closing mark.
    private func cueBehind(_ quotation: Quotation, _ told: Told) -> Cue? {
        let sentence = told.sentence
        guard let close = sentence.words.lastIndex(where: { $0.span.start < quotation.span.end }) else {
            return nil
        }
        var index = close + 1
        if sentence.isForm(index, ",") { index += 1 }
        return told.cues.first { cue in
            let start = min(cue.word, cue.frame.lowerBound)
            guard start >= index, start <= index + 6 else { return false }
            return !(index..<start).contains { sentence.isForm($0, ".", ";", ",", "und", "and") }
                && !(index..<start).contains { sentence.words[$0].quote > 0 }
        }
    }

    /// `Lenz sagte: „…`, `erklärte Lenz, die Allianz „…`.
    private func cueBefore(_ quotation: Quotation, _ told: Told) -> Cue? {
        let sentence = told.sentence
        guard let mark = sentence.words.firstIndex(where: { $0.span.end > quotation.span.start }) else {
            return nil
        }
        let near = told.cues.filter { $0.word < mark && mark - $0.word < 40 && $0.speaker != nil }
        return near.last { !isAside($0, before: mark, sentence) } ?? near.last
            ?? (sentence.isForm(mark - 1, ":") ? told.cues.last { $0.word < mark } : nil)
    }

    /// Whether a verb of saying belongs to a clause that ends before the quotation: `der Rat, der dazu aufgerufen hatte, „…“`.
    private func isAside(_ cue: Cue, before mark: Int, _ sentence: FactSentence) -> Bool {
        guard cue.kind == .verb, sentence.words[cue.word].relation.hasPrefix("acl") else { return false }
        return (cue.word..<mark).contains { sentence.isForm($0, ",") && sentence.words[$0].quote == 0 }
            && !(mark..<min(mark + 6, sentence.count)).contains { sentence.hangs($0, on: cue.word) }
    }

    private func anyCue(_ quotation: Quotation, _ told: Told) -> Cue? {
        told.cues.first { told.sentence.words[$0.word].span.start >= quotation.span.end }
            ?? told.cues.last
    }
}
