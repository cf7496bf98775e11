import Articles

/// Who the subject of a verb of saying is.
extension FactSentence {
    /// The subject of a verb, by grammar or, where that names none, the next noun in the right place.
    func subject(of verb: Int) -> Int? {
        if hasEmptySubject(verb) { return nil }
        if let own = grammaticalSubject(of: verb) { return own }
        let head = words[verb].head
        let isShared =
            words[verb].relation == "conj" || ["xcomp", "aux", "cop"].contains(words[verb].relation)
        // `…, und versprach`: the verb before has the subject.
        if isShared, head >= 0, isVerbal(head) {
            if hasEmptySubject(head) { return nil }
            if let shared = grammaticalSubject(of: head) { return shared }
        }
        return nearbySubject(of: verb)
    }

    /// Whether nobody is the subject: `hieß es`.
    func hasEmptySubject(_ verb: Int) -> Bool {
        // `Lenz hält es für möglich` has a subject beside it.
        let hasOther =
            words[verb].lemma == "halten"
            && children[verb].contains { child in
                words[child].relation == "nsubj" && !isForm(child, "es", "man", "it")
            }
        if isForm(verb + 1, "es") && !hasOther || isForm(verb - 1, "es", "it", "man") { return true }
        return children[verb].contains { child in
            words[child].relation.hasPrefix("nsubj") && isForm(child, "es", "man", "it")
                // `sagte Lenz, man werde warten` has it in the next clause.
                && !(min(child, verb)..<max(child, verb)).contains { isForm($0, ",") && words[$0].quote == 0 }
        }
    }

    private func grammaticalSubject(of verb: Int) -> Int? {
        for child in children[verb]
        where words[child].quote == 0
            && (words[child].relation == "nsubj" || words[child].relation == "nsubj:pass" && !isPassive(verb))
        {
            guard !hasPreposition(child) else { continue }
            if isForm(child, "das", "dies", "this", "was") { return nil }
            return isRelative(child) ? antecedent(of: verb) : child
        }
        return nil
    }

    func isRelative(_ index: Int) -> Bool {
        words[index].partOfSpeech == .pronoun
            && isForm(index, "der", "die", "das", "who", "which", "that", "welcher", "welche")
    }

    /// What a relative pronoun stands for; any other word is itself.
    func antecedent(_ index: Int, of verb: Int) -> Int {
        isRelative(index) ? antecedent(of: verb) ?? index : index
    }

    private func antecedent(of verb: Int) -> Int? {
        guard words[verb].relation.hasPrefix("acl"), words[verb].head >= 0, words[verb].head < verb
        else {
            return nil
        }
        return words[verb].head
    }

    func hasPreposition(_ index: Int) -> Bool {
        children[index].contains { words[$0].partOfSpeech == .adposition }
    }

    /// `sagte am Montag der Minister`, `der Minister sagte`: the first noun without a preposition.
    private func nearbySubject(of verb: Int) -> Int? {
        let behind = Array(verb + 1..<max(verb + 1, min(count, verb + 12)))
        // `Einer der Minister, Emil Lenz, sagte`: what stands between two commas before the verb is no subject.
        var last = verb
        if isForm(verb - 1, ","),
            let comma = (0..<verb - 1).last(where: { isForm($0, ",") && words[$0].quote == 0 })
        {
            last = comma
        }
        let before = Array((max(0, last - 12)..<last).reversed())
        for range in [behind, before] {
            for index in range {
                if words[index].quote > 0 || isForm(index, ",", ":", ";", "–", "und", "and") { break }
                // `Jugendliche haben …`
                let isNoun =
                    isNominal(index) || label(index) == .person
                    || words[index].partOfSpeech == .adjective && words[index].isCapital
                        && index + 1 < count && isVerbal(index + 1)
                guard isNoun, !isObliquePart(index), !isForm(index, "sich", "das", "dies", "solche")
                else {
                    continue
                }
                guard
                    words[index].partOfSpeech != .pronoun || has("Case=Nom", index)
                        || isForm(index, "er", "wir", "ich", "he", "she", "they", "we") || index == verb + 1
                else { continue }
                guard !has("Case=Gen", index) || label(index) != nil, !hasObjectArticle(index) else {
                    continue
                }
                let head = words[index].head
                // The last word of a noun phrase behind the verb comes after its first.
                if head > index, head < count, isNominal(head), head - index < 4, index > verb { continue }
                return index
            }
        }
        return nil
    }

    /// Whether its article is one of no subject: `den Vorwurf`.
    func hasObjectArticle(_ index: Int) -> Bool {
        (max(0, index - 2)..<index).contains { before in
            words[before].partOfSpeech == .determiner
                && isForm(
                    before, "den", "dem", "des", "einen", "einem", "eines", "keinen", "seinen", "ihren",
                    "diesen",
                    "diesem")
        }
    }

    /// Whether a preposition stands before the noun, or before one that it hangs on.
    private func isObliquePart(_ index: Int) -> Bool {
        if hasPreposition(index) { return true }
        if let label = label(index), label == .date || label == .time || label == .duration {
            return true
        }
        let head = words[index].head
        guard head >= 0, head < index, isNominal(head) else { return false }
        return hasPreposition(head) || words[index].relation == "nmod"
    }

    func isNominal(_ index: Int) -> Bool {
        switch words[index].partOfSpeech {
        case .noun, .properNoun: true
        case .pronoun: !isRelative(index)
        default: false
        }
    }

    /// Whom a noun stands for: the person named beside it, else its own mention, else its words.
    func speaker(at head: Int) -> Speaker? {
        let phrase = phrase(at: head)
        if let own = item(head), own.mention.label == .person { return Speaker([Slot("speaker", own)]) }
        if let person = apposition(behind: head, phrase) { return Speaker([Slot("speaker", person)]) }
        if let own = item(head), own.mention.label == .role, let holder = reading.holder(of: own) {
            return Speaker([Slot("speaker", holder)])
        }
        if let own = item(head), own.mention.label == .organisation || own.mention.label == .role {
            return Speaker([Slot("speaker", own)])
        }
        return Speaker([Slot("speaker", spans: SpanSet(span(phrase)), mention: body(in: phrase, of: head))])
    }

    /// The body that a noun is named by: `die Agentur Reuters`.
    private func body(in phrase: Range<Int>, of head: Int) -> ID? {
        guard let last = phrase.last, last > head, let item = item(last), item.mention.label == .organisation,
            item.mention.attributes["form"] == nil
        else { return nil }
        var first = last
        while first > head, words[first - 1].mention == words[last].mention { first -= 1 }
        // `der Sprecher der Agentur Reuters`, `der Chef von Reuters`
        guard !(head + 1..<max(head + 1, first)).contains(where: { !isPunctuation($0) }),
            !has("Case=Gen", first) || words[first].relation != "nmod"
        else { return nil }
        return item.mention.id
    }

    /// `der Minister Lenz`, `der Chef des Amtes, Emil Lenz`.
    private func apposition(behind head: Int, _ phrase: Range<Int>) -> ParagraphReading.Item? {
        if let next = item(head + 1), next.mention.label == .person { return next }
        var index = phrase.upperBound
        if let bracket = words.indices.contains(index) ? words[index].form : nil, bracket == "(" {
            while index < count, words[index].form != ")" { index += 1 }
            index += 1
        }
        guard isForm(index, ",", "–"), index + 1 < count else {
            guard let last = item(phrase.upperBound - 1), last.mention.label == .person,
                !children[phrase.upperBound - 1].contains(where: { words[$0].partOfSpeech == .adposition }),
                phrase.upperBound - 1 > head, words[phrase.upperBound - 1].relation != "nmod"
            else { return nil }
            return last
        }
        // `, Commander Randy Henderson`
        for next in index + 1..<min(count, index + 4) {
            if let person = item(next), person.mention.label == .person { return person }
            guard words[next].partOfSpeech == .noun || words[next].partOfSpeech == .properNoun else {
                return nil
            }
        }
        return nil
    }

    /// All that are named in a stretch: persons first, else organisations, else its words behind the first.
    ///
    /// - Parameter owns: whether what belongs to the noun speaks, as in `Angaben der Polizei`, and not the noun itself.
    func speakers(in frame: Range<Int>, noun: Int?, owns: Bool = true) -> Speaker? {
        var people: [ParagraphReading.Item] = []
        var bodies: [ParagraphReading.Item] = []
        for index in frame {
            guard let item = item(index), item.mention.attributes["form"] == nil else { continue }
            if item.mention.label == .person, people.last?.mention.id != item.mention.id {
                people.append(item)
            }
            if item.mention.label == .organisation, bodies.last?.mention.id != item.mention.id {
                bodies.append(item)
            }
        }
        if !people.isEmpty { return Speaker(people.prefix(3).map { Slot("speaker", $0) }) }
        if let first = bodies.first { return Speaker([Slot("speaker", first)]) }
        guard let noun else { return nil }
        let phrase = phrase(at: noun)
        guard owns,
            let genitive = children[noun].first(where: {
                $0 > noun && words[$0].relation == "nmod" && frame.contains($0)
            })
        else {
            let own = phrase.clamped(to: frame)
            return Speaker([Slot("speaker", span(own.isEmpty ? noun..<noun + 1 : own))])
        }
        let owner = self.phrase(at: genitive).clamped(to: frame)
        return Speaker([Slot("speaker", span(owner.isEmpty ? noun..<noun + 1 : owner))])
    }
}
