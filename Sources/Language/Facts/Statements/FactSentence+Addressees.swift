import Articles

/// Whom something is said to.
extension FactSentence {
    /// `sagte gegenüber der BBC`, `ihr gegenüber`, `forderte Lenz auf`, `told the BBC`.
    func addressee(_ cue: Cue) -> Slot? {
        if let word = words.firstIndex(where: { $0.form == "gegenüber" && $0.quote == 0 }) {
            for index in word + 1..<max(word + 1, min(count, word + 6)) {
                if let item = item(index),
                    item.mention.label == .organisation || item.mention.label == .person
                {
                    return Slot("addressee", item)
                }
            }
            if word > 0, words[word - 1].partOfSpeech == .pronoun {
                return Slot("addressee", words[word - 1].span)
            }
            return nil
        }
        // What tells who says a quotation may stand in the sentence before it.
        guard cue.kind == .verb, CueWords.addressing.contains(cue.lemma), words.indices.contains(cue.word),
            cue.spans.bounds.overlaps(words[cue.word].span)
        else { return nil }
        // With a subject before the verb, what is taken for another one behind it is whom it is said to.
        let objects = children(of: cue.word, "obj", "iobj", "obl:arg", "nsubj").filter { child in
            child > cue.word && child != cue.teller && (cue.teller ?? count) < cue.word
        }
        return objects.first { child in
            words[child].quote == 0 && !hasPreposition(child)
                && (label(child) == .person || label(child) == .organisation)
        }.flatMap(item).map { Slot("addressee", $0) }
    }
}
