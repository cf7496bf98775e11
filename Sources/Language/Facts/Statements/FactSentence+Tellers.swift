import Articles

/// Who tells something: of all the nouns around a verb of saying the one with the most points.
///
///     Den Plan der Stadt lehnte [er] gestern ab.      er: its subject 5, may speak 3, surely a subject 1, beside it 2
///     Lenz wollte nicht gehen, sagte aber: …          Lenz: subject of the verb before 3.5, may speak 3, a name 1
extension FactSentence {
    /// The word that is the subject of a verb of saying; nil where nobody is named.
    func teller(of verb: Int) -> Int? {
        if hasEmptySubject(verb) { return nil }
        let clause = TellingClause(verb, in: self)
        var best: (index: Int, points: Double)?
        for index in max(0, verb - 40)..<min(count, verb + 16) {
            guard index != verb, words[index].quote == 0, mayBeTeller(index) else { continue }
            let points = clause.points(of: index)
            if points > best?.points ?? 0.4 { best = (index, points) }
        }
        return best.map { isRelative($0.index) ? standsFor($0.index, of: verb) : $0.index }
    }

    /// What a relative pronoun stands for: what its clause hangs on, else the noun before its comma.
    private func standsFor(_ relative: Int, of verb: Int) -> Int {
        let head = antecedent(relative, of: verb)
        guard head == relative, isForm(relative - 1, ","), relative > 1 else { return head }
        var noun = relative - 2
        while noun > 0, isMark(noun) || isForm(noun, ")", "(") { noun -= 1 }
        for _ in 0..<4 {
            let above = words[noun].head
            guard above >= 0, above < noun, isNominal(above), !canSpeak(noun) || !isNominal(noun) else {
                break
            }
            noun = above
        }
        return isNominal(noun) ? noun : relative
    }

    /// Whether a word is a noun, a name or a pronoun for somebody at all.
    private func mayBeTeller(_ index: Int) -> Bool {
        if children[index].contains(where: {
            words[$0].partOfSpeech == .adposition && !isForm($0, "wie", "als")
        }) {
            return false
        }
        switch label(index) {
        case .date?, .time?, .duration?, .money?, .percent?, .quantity?: return isForm(index, "prozent")
        default: break
        }
        if isForm(index, "sich", "das", "dies", "solche", "es", "man", "was", "it", "that", "this") {
            return false
        }
        switch words[index].partOfSpeech {
        case .noun, .properNoun: return true
        case .pronoun: return !isRelative(index) || isSubjectOfRelative(index)
        // `Jugendliche haben …`, `so letztere`
        case .adjective:
            return words[index].relation.hasPrefix("nsubj") || words[index].isCapital && index > 0
                || canSpeak(index)
        case .determiner: return words[index].relation.hasPrefix("nsubj") && canSpeak(index)
        default: return label(index) == .person
        }
    }

    private func isSubjectOfRelative(_ index: Int) -> Bool {
        words[index].relation.hasPrefix("nsubj") && words[index].head >= 0
            && words[words[index].head].relation.hasPrefix("acl")
    }

    /// Whether a word is a person, a body or an office by its name.
    func isNamed(_ index: Int) -> Bool {
        guard let mention = item(index)?.mention else { return false }
        return mention.attributes["form"] != "part"
            && (mention.label == .person || mention.label == .organisation || mention.label == .role)
    }

    /// Whether a word stands for people or bodies, or for a paper that says something.
    func canSpeak(_ index: Int) -> Bool {
        let word = words[index]
        if Self.persons.contains(word.form) { return true }
        if word.partOfSpeech == .pronoun { return false }
        if let mention = item(index)?.mention,
            mention.label == .person || mention.label == .organisation || mention.label == .role
        {
            return mention.attributes["form"] != "part"
        }
        // `der Demokrat Lenz` has a name beside the noun, `die Worte Hassemers` a name in the genitive.
        if children(of: index, "appos", "flat").contains(where: {
            label($0) == .person && !has("Case=Gen", $0)
        }),
            !SpeakingNouns.isUtterance(word.lemma)
        {
            return true
        }
        guard word.partOfSpeech == .noun || word.partOfSpeech == .properNoun else { return false }
        return SpeakingNouns.contains(word.lemma) || label(index) == .place || label(index) == .other
            || word.partOfSpeech == .properNoun && word.relation == "nsubj" || isCalling(index)
    }

    private static let persons: Set<String> = [
        "er", "sie", "wir", "diese", "dieser", "letztere", "letzterer", "he", "she", "they",
        "einige", "viele", "mehrere", "manche", "andere", "beide", "einer", "eine",
    ]

    private func isCalling(_ index: Int) -> Bool {
        let start = words[index].span.start - reading.passage.span.start
        let end = words[index].span.end - reading.passage.span.start
        return !reading.passage.traits(from: start, to: end).isDisjoint(with: [.office, .calling])
    }
}
