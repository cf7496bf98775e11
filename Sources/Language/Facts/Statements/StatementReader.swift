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
            let isFree = isFreeSpeech(current, isTold: !indirect.isEmpty)
            if !isFree || running == nil, let done = running {
                found.append(done)
                running = nil
            }
            if isFree { running = running.map { extended($0, with: sentence) } ?? freeFact(sentence) }
            found += indirect
            remember(current, isFree: isFree)
        }
        if let running { found.append(running) }
        return found + directFacts(told, quotations, indirect: found)
    }

    /// Keeps who spoke for the sentences behind.
    private mutating func remember(_ told: Told, isFree: Bool) {
        if isFree {
            // Whoever did something in the sentence before has begun to speak.
            if !isSpeaking, let actor { last = actor }
            isSpeaking = true
            return
        }
        actor = nil
        if let cue = mainCue(told), let speaker = cue.speaker {
            let canSpeak =
                cue.kind != .noun && speaker.slots.contains { $0.mention != nil } || cue.kind == .source
                || cue.teller.map(told.sentence.canSpeak) ?? true
            if canSpeak { last = speaker }
            isSpeaking = true
        } else {
            isSpeaking = false
            actor = actor(of: told.sentence)
        }
    }

    /// The word of a sentence by which its speaker goes on in the next: one with something told before one without, that
    /// of the main clause before others, and none in what another one tells.
    private func mainCue(_ told: Told) -> Cue? {
        var best: (cue: Cue, points: Double)?
        // What tells nothing in a clause beside the main one does not count.
        for (cue, parts) in zip(told.cues, told.contents) where cue.speaker != nil && cue.lemma != "demnach" {
            var points = parts.isEmpty ? 0.0 : 2
            if cue.kind == .verb, isMain(cue.word, in: told.sentence) { points += 1 }
            if cue.kind == .noun { points -= 1 }
            if let teller = cue.teller, !told.sentence.canSpeak(teller), cue.kind == .verb { points -= 1 }
            if told.contents.joined().contains(where: { $0.contains(cue.word) }) { points -= 2 }
            if points > best?.points ?? 0 { best = (cue, points) }
        }
        return best?.cue
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
                    || parts.contains(where: { sentence.isForm($0.lowerBound, "dass", "daß") })
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

    /// Whether the verb of a sentence tells in itself that somebody says it all.
    ///
    /// - Parameter isTold: whether something in it is told by a word of saying, which then has to be a part of what is
    ///   said: `Die Studie zeige, dass …`.
    private func isFreeSpeech(_ told: Told, isTold: Bool) -> Bool {
        let sentence = told.sentence
        // Whoever writes `ich` without marks speaks in an interview.
        guard last != nil || actor != nil,
            !sentence.words.contains(where: {
                $0.quote == 0 && ["ich", "mich", "mir", "wir"].contains($0.form)
            })
        else { return false }
        return sentence.words.indices.contains { index in
            let word = sentence.words[index]
            guard word.quote == 0, sentence.isVerbal(index), isMain(index, in: sentence) else { return false }
            if sentence.isReported(index) {
                return !isTold || !told.contents.joined().contains { $0.contains(index) }
            }
            return !isTold && isSpeaking
                && (sentence.isPastSubjunctive(index)
                    && !sentence.isForm(index, "sollte", "sollten", "könnte")
                    || sentence.isForm(index, "soll", "sollen"))
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
