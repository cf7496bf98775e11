import Articles

/// Direct speech: who says what stands in quotation marks.
extension StatementReader {
    func directFacts(_ told: [Told], _ quotations: [Quotation], indirect: [Fact]) -> [Fact] {
        var found: [Fact] = []
        var before: (speaker: Speaker, end: Int)?
        let indirect = indirect.sorted { $0.bounds.start < $1.bounds.start }
        for quotation in quotations {
            let first = told.partitioningIndex { $0.sentence.span.end > quotation.span.start }
            let behind = told.partitioningIndex { $0.sentence.span.start >= quotation.span.end }
            guard first < told.count, behind > 0,
                let place = QuotationPlace(quotation, in: told[first].sentence)
            else { continue }
            // The facts are in order, so a few before the quotation are all that can hold it.
            let last = indirect.partitioningIndex { $0.bounds.start > quotation.span.start }
            let outer = indirect[max(0, last - 8)..<last].first { fact in
                fact.slots(named: "content").first?.spans?.bounds.contains(quotation.span) ?? false
            }
            let context = Context(
                place: place, opening: told[first], closing: told[behind - 1],
                previous: first > 0 ? told[first - 1] : nil, next: behind < told.count ? told[behind] : nil,
                outer: outer.map { Speaker($0.slots(named: "speaker")) },
                before: before.flatMap { quotation.span.start - $0.end < 8 ? $0.speaker : nil })
            guard let frame = context.frame() else { continue }
            before = frame.speaker.map { ($0, quotation.span.end) }
            found.append(
                statement(
                    SpanSet(quotation.content), frame.speaker, frame.cue, in: frame.sentence, form: "direct",
                    confidence: frame.speaker == nil ? 0.5 : frame.confidence, quotation: quotation.span))
        }
        return found
    }

    /// Who says a quotation, the word that tells it, and in which sentence.
    private typealias Frame = (speaker: Speaker?, cue: Cue?, sentence: FactSentence, confidence: Float)

    /// A quotation with what stands around it.
    private struct Context {
        let place: QuotationPlace
        /// The sentences that it begins and ends in, and those beside them in the paragraph.
        let opening: Told
        let closing: Told
        let previous: Told?
        let next: Told?
        /// Who says the indirect speech that it is a part of; nil where it is part of none.
        let outer: Speaker??
        /// Who says the quotation right before it.
        let before: Speaker?

        private var quotation: Quotation { place.quotation }

        /// Nil for marks around a name or a term.
        func frame() -> Frame? {
            if place.isTerm { return nil }
            if quotation.isName { return calling() }
            return place.isWhole ? whole() : part()
        }

        // MARK: Sentences

        /// A sentence in marks is always said by somebody: by whom its own sentence names, else those beside it.
        private func whole() -> Frame {
            if let cue = cueBehind(within: 1), cue.speaker != nil {
                return (cue.speaker, cue, closing.sentence, 0.8)
            }
            if place.isIntroduced {
                if let cue = cueBefore(), cue.speaker != nil {
                    return (cue.speaker, cue, opening.sentence, 0.75)
                }
                if let name = nameBeforeColon() { return (name, nil, opening.sentence, 0.7) }
                if let subject = mainSubject(opening.sentence) {
                    return (subject, nil, opening.sentence, 0.6)
                }
            }
            if let cue = cueBehind(within: 6) ?? anyCue(), cue.speaker != nil {
                return (cue.speaker, cue, closing.sentence, 0.7)
            }
            if let pointing = pointingBack() { return pointing }
            if !place.isIntroduced, let subject = mainSubject(closing.sentence) {
                return (subject, nil, closing.sentence, 0.55)
            }
            return (neighbour(), nil, opening.sentence, 0.55)
        }

        /// `„Wir warten.“ Das sagte Lenz`: the sentence behind tells it.
        private func pointingBack() -> Frame? {
            guard let next, next.sentence.isForm(0, "das", "dies", "so", "dieser", "diese", "mit"),
                let cue = next.cues.first(where: { $0.speaker != nil && $0.word < 24 })
            else { return nil }
            return (cue.speaker, cue, next.sentence, 0.6)
        }

        /// Who spoke right before: in a quotation, in the sentence before, or earlier.
        private func neighbour() -> Speaker? {
            if let before { return before }
            if let previous {
                if let cue = previous.cues.last(where: { $0.speaker != nil && $0.kind != .noun }) {
                    return cue.speaker
                }
                if let subject = mainSubject(previous.sentence), subject.slots.first?.mention != nil {
                    return subject
                }
            }
            return opening.last
        }

        // MARK: Parts of sentences

        private func part() -> Frame? {
            let isInside = outer != nil
            let isLong =
                place.isSmall || place.isDescribing && (isInside || cueBefore() != nil)
                || quotation.wordCount >= 3 && !place.isPhrase
            let cues = [
                (cueBehind(within: 1), closing.sentence, Float(0.8)), (cueBefore(), opening.sentence, 0.75),
                (cueBehind(within: 6), closing.sentence, 0.8),
            ]
            for case (let cue?, let sentence, let confidence) in cues
            where isLong || CueWords.calling.contains(cue.lemma)
                || quotation.wordCount >= 2 && !place.isPhrase
            {
                return (cue.speaker ?? outer ?? nil, cue, sentence, confidence)
            }
            guard isLong else { return nil }
            if let outer {
                // A few words of what is told in full anyway.
                return (outer, nil, opening.sentence, quotation.wordCount < 4 ? 0.5 : 0.6)
            }
            guard quotation.wordCount >= 2 else { return nil }
            if let cue = anyCue() { return (cue.speaker, cue, closing.sentence, 0.65) }
            guard let subject = mainSubject(opening.sentence) else { return nil }
            let isNamed = subject.slots.first?.mention != nil
            guard isNamed && place.isSmall || quotation.wordCount >= 4 && (isNamed || !quotation.isPart)
            else {
                return nil
            }
            return (subject, nil, opening.sentence, 0.5)
        }

        /// `nannte das eine „Zeitungsente“`: a noun in marks that somebody calls something, and no name.
        private func calling() -> Frame? {
            let sentence = opening.sentence
            guard place.inside.allSatisfy({ sentence.words[$0].mention < 0 }),
                let cue = opening.cues.last(where: {
                    CueWords.calling.contains($0.lemma) && $0.speaker != nil
                }),
                let first = place.inside.first, cue.word < first || first - cue.word < 8
            else { return nil }
            return (cue.speaker, cue, sentence, 0.6)
        }

        // MARK: Who

        /// `Minister Lenz: „…“`
        private func nameBeforeColon() -> Speaker? {
            let sentence = opening.sentence
            guard place.mark > 1, let item = sentence.item(place.mark - 2),
                item.mention.label == .person || item.mention.label == .organisation,
                item.mention.bounds.start == sentence.span.start
                    || !(0..<place.mark).contains(where: sentence.isVerbal)
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
            // `Seine Zuversicht drückte er so aus`
            guard !sentence.isPossessive(sentence.phrase(at: subject).lowerBound) else { return nil }
            return sentence.speaker(at: subject)
        }

        /// `…“, sagte Lenz`: so many words behind the closing mark and its comma.
        private func cueBehind(within distance: Int) -> Cue? {
            let sentence = closing.sentence
            guard let close = sentence.words.lastIndex(where: { $0.span.start < quotation.span.end }) else {
                return nil
            }
            var index = close + 1
            if sentence.isForm(index, ",") { index += 1 }
            return closing.cues.first { cue in
                let start = min(cue.word, cue.frame.lowerBound)
                guard start >= index, start < index + distance else { return false }
                return !(index..<start).contains {
                    sentence.isForm($0, ".", ";", ",", "und", "and") || sentence.words[$0].quote > 0
                }
            }
        }

        /// `Lenz sagte: „…`, `erklärte Lenz, die Allianz „…`.
        private func cueBefore() -> Cue? {
            let all = opening.cues.filter {
                $0.word < place.mark && place.mark - $0.word < 40 && $0.speaker != nil
            }
            // A noun, a source, or a verb of what somebody else says counts only where nothing better is there.
            let verbs = all.filter { cue in cue.kind == .verb && (!place.isIntroduced || !isTold(cue)) }
            let near = verbs.isEmpty || !place.isIntroduced ? all.filter { $0.kind != .noun } : verbs
            return near.last { !isAside($0) } ?? near.last ?? all.last
                ?? (place.isIntroduced ? opening.cues.last { $0.word < place.mark } : nil)
        }

        /// `Lenz glaubt, dass sie das sagt: „…“`: whether a word is a part of what another one tells.
        private func isTold(_ cue: Cue) -> Bool {
            zip(opening.cues, opening.contents).contains { other, parts in
                other.word != cue.word && parts.contains { $0.contains(cue.word) }
            }
        }

        /// Whether a verb of saying belongs to a clause that ends before the quotation: `der Rat, der dazu aufgerufen hatte, „…“`.
        private func isAside(_ cue: Cue) -> Bool {
            let (sentence, mark) = (opening.sentence, place.mark)
            guard cue.kind == .verb, sentence.words[cue.word].relation.hasPrefix("acl") else { return false }
            return (cue.word..<mark).contains { sentence.isForm($0, ",") && sentence.words[$0].quote == 0 }
                && !(mark..<min(mark + 6, sentence.count)).contains { sentence.hangs($0, on: cue.word) }
        }

        /// A word that tells anywhere in the sentences of the quotation, first behind it.
        private func anyCue() -> Cue? {
            closing.cues.first { closing.sentence.words[$0.word].span.start >= quotation.span.end }
                ?? closing.cues.last ?? opening.cues.last
        }
    }
}
