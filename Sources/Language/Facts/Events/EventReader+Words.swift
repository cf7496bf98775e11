import Articles

/// Which word or phrase tells of an event.
extension EventReader {
    /// The entry of the word, and the words that together tell of it.
    func telling(
        at index: Int, in sentence: FactSentence, _ table: EventWords
    ) -> (EventWords.Entry, parts: [Int])? {
        let words = sentence.words
        let part = words[index].partOfSpeech
        if part == .verb, words[index].relation != "amod" {
            if let phrase = phrase(at: index, in: sentence, table) { return phrase }
            let particle = sentence.children(of: index, "compound:prt").first
            guard let entry = table.entry(sentence.lemma(index), part) ?? table.entry(words[index].form, part)
            else { return nil }
            return (entry, [index] + (particle.map { [$0] } ?? []))
        }
        if part == .adjective || part == .verb {
            guard words[index].relation == "amod" || part == .adjective,
                let entry = table.entry(words[index].lemma, .adjective)
                    ?? table.entry(Self.stem(words[index].form), .adjective)
            else { return nil }
            if entry.sort == .participle {
                guard words[index].relation == "amod", words[index].head >= 0 else { return nil }
            }
            // `der tote Mann` says what he is, not that he died.
            if entry.type == "death", entry.sort == .state, words[index].relation == "amod" { return nil }
            return (entry, [index])
        }
        guard let entry = table.entry(words[index].lemma, part) ?? table.entry(words[index].form, part) else {
            return nil
        }
        if entry.sort == .object {
            guard let verb = losingVerb(index, sentence) else { return nil }
            return (entry, [index, verb].sorted())
        }
        // `zum Tod verurteilt`
        if entry.type == "death", sentence.isForm(index - 1, "zum", "zu", "to") { return nil }
        return (entry, [index])
    }

    /// `kommt … in den Handel`: a verb with its noun, and the preposition before that.
    private func phrase(
        at verb: Int, in sentence: FactSentence, _ table: EventWords
    ) -> (EventWords.Entry, parts: [Int])? {
        let lemma = sentence.lemma(verb)
        for noun in max(0, verb - 12)..<min(sentence.count, verb + 12)
        where sentence.words[noun].isCapital {
            guard
                let entry = table.entry(lemma, with: sentence.words[noun].lemma)
                    ?? table.entry(lemma, with: sentence.words[noun].form),
                sentence.hangs(noun, on: verb)
            else { continue }
            return (entry, [noun, verb].sorted())
        }
        return nil
    }

    private static func stem(_ form: String) -> String {
        for ending in ["en", "em", "er", "es", "e"] where form.hasSuffix(ending) {
            return String(form.dropLast(ending.count))
        }
        return form
    }
}
