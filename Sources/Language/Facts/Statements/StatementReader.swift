import Articles

/// Who says what: quotations, indirect speech, and sentences in the subjunctive that go on with it.
///
/// Fed a paragraph at a time in reading order, as a speaker is often named once for several sentences.
struct StatementReader {
    static let extractor = "statement"

    /// Who spoke last, and whether the sentence before said so.
    private var last: Speaker?
    private var isSpeaking = false

    /// A sentence with its words that tell, and what they tell.
    private struct Told {
        let sentence: FactSentence
        let cues: [Cue]
        /// For each cue the parts of the sentence that are said.
        let contents: [[Range<Int>]]
    }

    mutating func facts(in sentences: [FactSentence], _ quotations: [Quotation]) -> [Fact] {
        isSpeaking = false
        var found: [Fact] = []
        var told: [Told] = []
        var running: Fact?
        for sentence in sentences {
            let cues = CueReader(sentence: sentence).cues()
            let speech = IndirectSpeech(sentence: sentence, cues: cues)
            let current = Told(sentence: sentence, cues: cues, contents: cues.map(speech.content))
            told.append(current)
            let indirect =
                indirectFacts(current)
                + (pointingBack(current, to: told.dropLast().last).map { [$0] } ?? [])
            let isFree = indirect.isEmpty && isFreeSpeech(sentence, speech)
            if !isFree || running == nil, let done = running {
                found.append(done)
                running = nil
            }
            if isFree {
                running = running.map { extended($0, with: sentence) } ?? freeFact(sentence)
            } else {
                found += indirect
            }
            remember(current, isFree: isFree)
        }
        if let running { found.append(running) }
        return found + directFacts(told, quotations, indirect: found)
    }

    /// Keeps who spoke for the sentences behind; a pronoun means whoever spoke before.
    private mutating func remember(_ told: Told, isFree: Bool) {
        let telling = zip(told.cues, told.contents).first {
            $0.0.speaker != nil && !$0.1.isEmpty && $0.0.lemma != "demnach"
        }?.0
        if let speaker = (telling ?? told.cues.first { $0.speaker != nil && $0.lemma != "demnach" })?
            .speaker
        {
            let isPronoun = told.sentence.words.contains {
                $0.span == speaker.bounds && $0.partOfSpeech == .pronoun
            }
            if !isPronoun || last == nil { last = speaker }
            isSpeaking = true
        } else if !isFree, told.cues.isEmpty {
            isSpeaking = false
        }
    }

    // MARK: Indirect speech

    private mutating func indirectFacts(_ told: Told) -> [Fact] {
        let sentence = told.sentence
        var found: [Fact] = []
        for (cue, parts) in zip(told.cues, told.contents) {
            let speaker = cue.lemma == "demnach" ? pointing(cue) : cue.speaker
            guard !parts.isEmpty else {
                if let fact = report(cue, told) { found.append(fact) }
                continue
            }
            let isQuotation = parts.allSatisfy { range in
                range.allSatisfy { sentence.words[$0].quote > 0 || sentence.isPunctuation($0) }
            }
            guard !isQuotation, parts.reduce(0, { $0 + $1.count }) > 2 else { continue }
            guard
                speaker != nil || cue.kind == .source || CueWords.telling.contains(cue.lemma)
                    || CueWords.asking.contains(cue.lemma)
            else { continue }
            guard let content = SpanSet(parts.map(sentence.span)) else { continue }
            guard !found.contains(where: { $0.slots(named: "content").first?.spans == content }) else {
                continue
            }
            found.append(
                statement(
                    content, speaker, cue, in: sentence, form: "indirect",
                    confidence: speaker == nil ? 0.5 : cue.kind == .source ? 0.75 : 0.7))
        }
        return found
    }

    /// `Die Brücke ist gesperrt. Das bestätigte die Polizei.`: what is said is the sentence before.
    private func pointingBack(_ told: Told, to before: Told?) -> Fact? {
        let sentence = told.sentence
        guard let before, sentence.isForm(0, "das", "dies"), told.contents.allSatisfy(\.isEmpty),
            let cue = told.cues.first(where: { $0.kind == .verb && $0.speaker != nil }), cue.word < 12,
            CueWords.telling.contains(cue.lemma) || cue.lemma == "bekanntgeben" || cue.lemma == "verkünden",
            before.cues.isEmpty, before.sentence.words.allSatisfy({ $0.quote == 0 })
        else { return nil }
        return statement(
            SpanSet(before.sentence.span), cue.speaker, cue, in: sentence, form: "indirect", confidence: 0.6)
    }

    /// `Demnach` points to whoever spoke last.
    private func pointing(_ cue: Cue) -> Speaker? {
        guard let last = last?.slots.first, let word = cue.speaker?.slots.first?.spans else {
            return cue.speaker
        }
        return Speaker([Slot("speaker", spans: word, mention: last.mention)])
    }

    /// `Die Regierung fordert ein Ende der Gewalt`: the sentence reports what is said without a clause for it.
    private func report(_ cue: Cue, _ told: Told) -> Fact? {
        let sentence = told.sentence
        guard cue.kind == .verb, isReporting(cue, sentence), let speaker = cue.speaker,
            speaker.slots.first?.mention != nil, !sentence.isForm(0, "dies", "das"),
            told.contents.allSatisfy(\.isEmpty), cue.word == told.cues.first?.word,
            !sentence.words[cue.word].relation.hasPrefix("acl"),
            sentence.words[cue.word].relation != "advcl",
            sentence.words.count(where: { $0.quote > 0 }) < 5
        else { return nil }
        var end = sentence.count
        while end > 0, sentence.isPunctuation(end - 1) { end -= 1 }
        guard end > 3 else { return nil }
        return statement(
            SpanSet(sentence.span(0..<end)), speaker, cue, in: sentence, form: "reported", confidence: 0.5
        )
    }

    private func isReporting(_ cue: Cue, _ sentence: FactSentence) -> Bool {
        if CueWords.reporting.contains(cue.lemma) { return true }
        guard let words = CueWords.reportingWith[cue.lemma] else { return false }
        return sentence.words.contains { words.contains($0.form) && $0.quote == 0 }
    }

    private func isFreeSpeech(_ sentence: FactSentence, _ speech: IndirectSpeech) -> Bool {
        // Whoever writes `ich` without marks speaks in an interview.
        guard last != nil,
            !sentence.words.contains(where: {
                $0.quote == 0 && ["ich", "mich", "mir", "wir"].contains($0.form)
            })
        else { return false }
        return sentence.words.indices.contains { index in
            let word = sentence.words[index]
            guard word.quote == 0, sentence.isVerbal(index),
                sentence.isReported(index)
                    || isSpeaking
                        && (speech.isPastSubjunctive(index)
                            && !sentence.isForm(index, "sollte", "sollten", "könnte")
                            || sentence.isForm(index, "soll", "sollen"))
            else { return false }
            return isMain(index, in: sentence)
        }
    }

    /// Whether a verb is that of the sentence, or its auxiliary.
    private func isMain(_ index: Int, in sentence: FactSentence) -> Bool {
        var current = index
        for _ in 0..<3 {
            let word = sentence.words[current]
            if word.head < 0 { return true }
            guard word.relation.hasPrefix("aux") || word.relation == "cop" || word.relation == "conj"
            else {
                return false
            }
            current = word.head
        }
        return false
    }

    private func freeFact(_ sentence: FactSentence) -> Fact {
        statement(
            SpanSet(sentence.span), last, nil, in: sentence, form: "indirect", confidence: 0.55)
    }

    private func extended(_ fact: Fact, with sentence: FactSentence) -> Fact {
        var fact = fact
        let span = fact.bounds.union(sentence.span)
        fact.evidence = SpanSet(span)
        fact.slots = fact.slots.map { slot in
            guard slot.name == "content" else { return slot }
            return Slot("content", span)
        }
        return fact
    }

    // MARK: Direct speech

    private func directFacts(_ told: [Told], _ quotations: [Quotation], indirect: [Fact]) -> [Fact] {
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
            sentence.words[root].quote == 0,
            let subject = sentence.children(of: root, "nsubj").first(where: {
                sentence.words[$0].quote == 0
            })
        else { return nil }
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
        return told.cues.last { $0.word < mark && mark - $0.word < 40 && $0.speaker != nil }
            ?? (sentence.isForm(mark - 1, ":") ? told.cues.last { $0.word < mark } : nil)
    }

    private func anyCue(_ quotation: Quotation, _ told: Told) -> Cue? {
        told.cues.first { told.sentence.words[$0.word].span.start >= quotation.span.end }
            ?? told.cues.last
    }

    // MARK: Facts

    private func statement(
        _ content: SpanSet, _ speaker: Speaker?, _ cue: Cue?, in sentence: FactSentence, form: String,
        confidence: Float, quotation: Span? = nil
    ) -> Fact {
        var evidence = quotation ?? content.bounds
        // A speaker from sentences ago is no part of the evidence.
        if let place = speaker?.bounds, sentence.span.contains(place) {
            evidence = evidence.union(place)
        }
        if let place = cue?.spans.bounds { evidence = evidence.union(place) }
        var slots = speaker?.slots ?? []
        if let cue { slots.append(Slot("cue", spans: cue.spans)) }
        slots.append(Slot("content", spans: content))
        if let addressee = cue.flatMap({ addressee($0, sentence) }) { slots.append(addressee) }
        slots.append(Slot("form", value: form))
        return Fact(
            id: .found(quotation ?? content.bounds, as: "quote"), kind: "quote",
            evidence: SpanSet(evidence),
            slots: slots, origin: .engine(Self.extractor, confidence: confidence))
    }

    /// `sagte gegenüber der BBC`, `told the BBC`.
    private func addressee(_ cue: Cue, _ sentence: FactSentence) -> Slot? {
        guard let word = sentence.words.firstIndex(where: { $0.form == "gegenüber" && $0.quote == 0 })
        else {
            return nil
        }
        for index in word + 1..<max(word + 1, min(sentence.count, word + 6)) {
            if let item = sentence.item(index),
                item.mention.label == .organisation || item.mention.label == .person
            {
                return Slot("addressee", item)
            }
        }
        return nil
    }
}
