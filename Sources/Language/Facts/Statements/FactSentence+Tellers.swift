import Articles

/// Who can say something at all.
extension FactSentence {
    /// The subject of a verb of saying; `Die Äußerungen Hassemers kritisierte Lenz` has it behind the verb.
    func teller(of verb: Int) -> Int? {
        guard let subject = subject(of: verb) ?? sharedSubject(of: verb) else { return nil }
        if isNamed(subject) || words[subject].partOfSpeech == .pronoun && canSpeak(subject) { return subject }
        if subject < verb { return canSpeak(subject) ? subject : personBehind(verb) ?? subject }
        let before = speakerBefore(verb)
        return canSpeak(subject) && !(before.map(isNamed) ?? false) ? subject : before ?? subject
    }

    /// Whether a word is a person, a body or an office by its name.
    private func isNamed(_ index: Int) -> Bool {
        guard let mention = item(index)?.mention else { return false }
        return mention.attributes["form"] != "part"
            && (mention.label == .person || mention.label == .organisation || mention.label == .role)
    }

    /// Who stands right before a verb: `Lenz bezeichnete die Karten als falsch`, where the grammar takes the cards for the subject.
    private func speakerBefore(_ verb: Int) -> Int? {
        var index = verb - 1
        while index > 0, isMark(index) || isForm(index, ")") {
            index = isForm(index, ")") ? (words[..<index].lastIndex { $0.form == "(" } ?? 1) - 1 : index - 1
        }
        guard index >= 0, isNominal(index) else { return nil }
        while words[index].head >= 0, words[index].head < index, isNominal(words[index].head) {
            index = words[index].head
        }
        guard canSpeak(index), words[index].quote == 0, !hasPreposition(index), !hasObjectArticle(index)
        else {
            return nil
        }
        return index
    }

    /// Whether a word stands for people or bodies, or for a paper that says something.
    func canSpeak(_ index: Int) -> Bool {
        let word = words[index]
        if word.partOfSpeech == .pronoun {
            return Self.persons.contains(word.form)
        }
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
    ]

    private func isCalling(_ index: Int) -> Bool {
        let start = words[index].span.start - reading.passage.span.start
        let end = words[index].span.end - reading.passage.span.start
        return !reading.passage.traits(from: start, to: end).isDisjoint(with: [.office, .calling])
    }

    /// The person, the office or the body that stands right behind a verb and is no object by its article.
    private func personBehind(_ verb: Int) -> Int? {
        for index in verb + 1..<max(verb + 1, min(count, verb + 7)) {
            if words[index].quote > 0 || isPunctuation(index) { return nil }
            switch words[index].partOfSpeech {
            case .determiner where isForm(index, "den", "dem", "des", "einen", "einem"): return nil
            case .adposition, .coordinator, .verb: return nil
            default: break
            }
            guard isNominal(index) else { continue }
            guard canSpeak(index), !isForm(index, "sie", "diese") || words[index].relation == "nsubj" else {
                return nil
            }
            return index
        }
        return nil
    }
}
