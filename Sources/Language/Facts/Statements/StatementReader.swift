import Articles

/// Who says what: quotations, indirect speech, and sentences in the subjunctive that go on with it.
///
/// Fed a paragraph at a time in reading order, as a speaker is often named once for several sentences.
struct StatementReader {
    static let extractor = "statement"

    /// Who spoke last, and whether the sentence before said so.
    private(set) var last: Speaker?
    private var isSpeaking = false
    /// Who does something in the sentence before, where it tells nothing that is said.
    private var actor: Speaker?

    /// A sentence with its words that tell, and what they tell.
    struct Told {
        let sentence: FactSentence
        let cues: [Cue]
        /// For each cue the parts of the sentence that are said.
        let contents: [[Range<Int>]]
        /// Who spoke before the sentence.
        let last: Speaker?
    }

    mutating func facts(in sentences: [FactSentence], _ quotations: [Quotation]) -> [Fact] {
        isSpeaking = false
        actor = nil
        var found: [Fact] = []
        var told: [Told] = []
        var running: Fact?
        for sentence in sentences {
            let cues = CueReader(sentence: sentence).cues()
            let speech = IndirectSpeech(sentence: sentence, cues: cues)
            let current = Told(sentence: sentence, cues: cues, contents: cues.map(speech.content), last: last)
            var indirect = indirectFacts(current)
            if let back = pointingBack(current, to: told) {
                // What is said is told here, whatever the sentence before seemed to say.
                let isTold: (Fact) -> Bool = { fact in
                    fact.slots(named: "content").first?.spans.map { $0.bounds.overlaps(back.content) }
                        ?? false
                }
                found.removeAll(where: isTold)
                if running.map(isTold) ?? false { running = nil }
                indirect.append(back.fact)
            }
            told.append(current)
            let isFree = indirect.isEmpty && isFreeSpeech(sentence)
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
        let cue = telling ?? told.cues.first { $0.speaker != nil && $0.lemma != "demnach" }
        actor = nil
        if let cue, let speaker = cue.speaker {
            let isPronoun = told.sentence.words.contains {
                $0.span == speaker.bounds && $0.partOfSpeech == .pronoun
            }
            let canSpeak =
                cue.kind != .noun && speaker.slots.contains { $0.mention != nil } || cue.kind == .source
                || cue.teller.map(told.sentence.canSpeak) ?? true
            if canSpeak, !isPronoun || last == nil { last = speaker }
            isSpeaking = true
        } else if !isFree, told.cues.isEmpty {
            isSpeaking = false
            actor = actor(of: told.sentence)
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
            guard
                !found.contains(where: { fact in
                    guard let other = fact.slots(named: "content").first?.spans else { return false }
                    return other == content
                        || cue.kind == .noun && other.bounds.overlaps(content.bounds)
                })
            else { continue }
            found.append(
                statement(
                    content, speaker, cue, in: sentence, form: "indirect",
                    confidence: speaker == nil
                        ? 0.5 : cue.kind == .source ? 0.75 : cue.kind == .noun ? 0.65 : 0.7))
        }
        return found
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
            speaker.slots.first?.mention != nil || cue.teller.map(sentence.canSpeak) ?? false,
            !sentence.isForm(0, "dies", "das"), let region = region(of: cue, told),
            !sentence.words[cue.word].relation.hasPrefix("acl"),
            sentence.words[cue.word].relation != "advcl",
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

    private func isFreeSpeech(_ sentence: FactSentence) -> Bool {
        // Whoever writes `ich` without marks speaks in an interview.
        guard last != nil || actor != nil,
            !sentence.words.contains(where: {
                $0.quote == 0 && ["ich", "mich", "mir", "wir"].contains($0.form)
            })
        else { return false }
        return sentence.words.indices.contains { index in
            let word = sentence.words[index]
            guard word.quote == 0, sentence.isVerbal(index),
                sentence.isReported(index)
                    || isSpeaking
                        && (sentence.isPastSubjunctive(index)
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
            SpanSet(sentence.span), isSpeaking ? last : actor ?? last, nil, in: sentence, form: "indirect",
            confidence: 0.55)
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

    func statement(
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
        if let addressee = cue.flatMap(sentence.addressee) { slots.append(addressee) }
        slots.append(Slot("form", value: form))
        return Fact(
            id: .found(quotation ?? content.bounds, as: "quote"), kind: "quote",
            evidence: SpanSet(evidence),
            slots: slots, origin: .engine(Self.extractor, confidence: confidence))
    }
}
