import Articles

/// A quotation with what stands around it, which tells who says it.
///
/// Every way to read it gets points, set by hand from articles read: a word of saying right behind the marks is nearly
/// sure, one before the colon is good, whoever spoke last will do.
struct QuotationSetting {
    let place: QuotationPlace
    /// The sentences that it begins and ends in, and those beside them in the paragraph.
    let opening: StatementReader.Told
    let closing: StatementReader.Told
    let previous: StatementReader.Told?
    let next: StatementReader.Told?
    /// Who says the indirect speech that it is a part of; nil where it is part of none.
    let outer: Speaker??
    /// Who says the quotation right before it.
    let before: Speaker?

    private var quotation: Quotation { place.quotation }

    /// The best way to read it; nil for marks around a name or a term.
    func telling() -> Telling? {
        if place.isTerm { return nil }
        if quotation.isName { return calling() }
        return place.isWhole ? whole() : part()
    }

    private func best(_ ways: [Telling?]) -> Telling? {
        var best: Telling?
        for case let way? in ways where way.points > best?.points ?? -100 { best = way }
        return best
    }

    // MARK: Sentences

    /// A sentence in marks is always said by somebody: by whom its own sentence names, else those beside it.
    private func whole() -> Telling? {
        var ways: [Telling?] = [
            by(cueBehind(within: 1), in: closing, 9), verbBehind(),
            by(cueBehind(within: 6), in: closing, 6.5),
            anyCue(5), pointingBack(),
        ]
        if place.isIntroduced {
            ways += [
                by(cueBefore(), in: opening, 8), nameBeforeColon(), mainSubject(opening.sentence, 5.5),
            ]
        } else {
            ways.append(mainSubject(closing.sentence, 4.7))
        }
        return best(ways + neighbours())
    }

    /// `„Wir warten.“ Das sagte Lenz`: the sentence behind tells it.
    private func pointingBack() -> Telling? {
        guard let next, next.sentence.isForm(0, "das", "dies", "so", "dieser", "diese", "mit"),
            let cue = next.cues.first(where: { $0.speaker != nil && $0.word < 24 })
        else { return nil }
        return by(cue, in: next, 4.9)
    }

    /// Who spoke right before: in a quotation, in the sentence before, or earlier.
    private func neighbours() -> [Telling?] {
        var ways: [Telling?] = [
            before.map { Telling($0, in: opening.sentence, 4.5) },
            Telling(opening.last, in: opening.sentence, 2),
        ]
        if let previous {
            if let cue = previous.cues.last(where: { $0.speaker != nil && $0.kind != .noun }) {
                ways.append(
                    Telling(cue.speaker, canSpeak: canSpeak(cue, previous.sentence), in: opening.sentence, 4))
            }
            if let subject = mainSubject(previous.sentence, 3), subject.speaker?.slots.first?.mention != nil {
                ways.append(Telling(subject.speaker, in: opening.sentence, 3))
            }
        }
        return ways
    }

    // MARK: Parts of sentences

    private func part() -> Telling? {
        let isInside = outer != nil
        let isLong =
            place.isSmall || place.isDescribing && (isInside || cueBefore() != nil)
            || quotation.wordCount >= 3 && !place.isPhrase
        let isTold =
            isLong || quotation.wordCount >= 2 && !place.isPhrase
            || cueBefore().map { place.follows($0.word) } ?? false
        let ways = [
            by(cueBehind(within: 1), in: closing, 9), by(cueBefore(), in: opening, 7.5),
            by(cueBehind(within: 6), in: closing, 7),
        ].filter { way in
            isTold || (way?.cue).map { CueWords.calling.contains($0.lemma) } ?? false
        }
        if let way = best(ways) { return way }
        guard isLong else { return nil }
        if let outer {
            // A few words of what is told in full anyway.
            return Telling(outer, in: opening.sentence, quotation.wordCount < 4 ? 4 : 5)
        }
        guard quotation.wordCount >= 2 else { return nil }
        if let way = anyCue(6) { return way }
        let subject = mainSubject(opening.sentence, 3)
        let isNamed = subject?.speaker?.slots.first?.mention != nil
        if isNamed && place.isSmall || quotation.wordCount >= 4 && (isNamed || !quotation.isPart) {
            return subject
        }
        // `Lenz sprach gestern. Am Ende sei man „mit allem sehr zufrieden“ gewesen.`
        guard place.isSmall,
            quotation.wordCount >= 5 || place.inside.contains(where: opening.sentence.isVerbal)
        else {
            return nil
        }
        return best([subject] + neighbours())
    }

    /// `nannte das eine „Zeitungsente“`: a noun in marks that somebody calls something, and no name.
    private func calling() -> Telling? {
        let sentence = opening.sentence
        guard place.inside.allSatisfy({ sentence.words[$0].mention < 0 }),
            let cue = opening.cues.last(where: {
                CueWords.calling.contains($0.lemma) && $0.speaker != nil
            }),
            let first = place.inside.first, cue.word < first || first - cue.word < 8
        else { return nil }
        return by(cue, in: opening, 6)
    }

    // MARK: Who

    private func by(_ cue: Cue?, in told: StatementReader.Told, _ points: Double) -> Telling? {
        guard let cue else { return nil }
        guard let speaker = cue.speaker ?? outer ?? nil else {
            return Telling(nil, by: cue, in: told.sentence, points)
        }
        // `Außerdem nenne sie das „falsch“`: what is told already has another who says it.
        if let outer, let outer, cue.kind == .verb, told.sentence.isReported(cue.word) {
            return Telling(outer, by: cue, in: told.sentence, points)
        }
        return Telling(
            speaker, by: cue, canSpeak: canSpeak(cue, told.sentence), in: told.sentence, points)
    }

    private func canSpeak(_ cue: Cue, _ sentence: FactSentence) -> Bool {
        cue.kind == .source || cue.teller.map(sentence.canSpeak) ?? true
    }

    /// `Minister Lenz: „…“`
    private func nameBeforeColon() -> Telling? {
        let sentence = opening.sentence
        guard place.mark > 1, let item = sentence.item(place.mark - 2),
            item.mention.label == .person || item.mention.label == .organisation,
            !sentence.hasPreposition(sentence.headOfMention(before: place.mark - 1)),
            item.mention.bounds.start == sentence.span.start
                || !(0..<place.mark).contains(where: sentence.isVerbal)
        else { return nil }
        return Telling(Speaker([Slot("speaker", item)]), in: sentence, 7)
    }

    /// `„…“, freute sich Lenz`: any verb right behind the marks has the speaker for its subject.
    private func verbBehind() -> Telling? {
        let sentence = closing.sentence
        guard var first = wordBehind else { return nil }
        // `„…“, mit diesen Worten begann Lenz`
        if sentence.isForm(first, "mit"), sentence.isForm(first + 2, "worten") { first += 3 }
        guard sentence.words.indices.contains(first), sentence.isVerbal(first),
            sentence.words[first].quote == 0, let close = wordBeforeClose, sentence.isForm(close + 1, ",")
        else { return nil }
        let head = sentence.words[first].head
        let verb = sentence.words[first].relation.hasPrefix("aux") && head > first ? head : first
        guard let teller = sentence.teller(of: verb), sentence.canSpeak(teller) else { return nil }
        return Telling(sentence.speaker(at: teller), in: sentence, 6.8)
    }

    /// Who the sentence is about.
    private func mainSubject(_ sentence: FactSentence, _ points: Double) -> Telling? {
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
        return Telling(
            sentence.speaker(at: subject), canSpeak: sentence.canSpeak(subject), in: sentence, points)
    }

    /// The closing mark, as far as the sentence has it.
    private var wordBeforeClose: Int? {
        closing.sentence.words.lastIndex { $0.span.start < quotation.span.end }
    }

    /// The word behind the closing mark and its comma.
    private var wordBehind: Int? {
        wordBeforeClose.map { closing.sentence.isForm($0 + 1, ",") ? $0 + 2 : $0 + 1 }
    }

    /// `…“, sagte Lenz`: so many words behind the closing mark and its comma.
    private func cueBehind(within distance: Int) -> Cue? {
        let sentence = closing.sentence
        guard let index = wordBehind else { return nil }
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
            other.word != cue.word && other.kind != .source && parts.contains { $0.contains(cue.word) }
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
    private func anyCue(_ points: Double) -> Telling? {
        let behind = closing.cues.first {
            closing.sentence.words[$0.word].span.start >= quotation.span.end
        }
        return by(behind ?? closing.cues.last, in: closing, points)
            ?? by(opening.cues.last, in: opening, points)
    }
}
