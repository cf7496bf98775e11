import Articles

/// The words of a clause: between commas, with the relative clause that begins right behind its noun.
struct Clause {
    let words: [Int]

    init(around index: Int, in sentence: FactSentence) {
        func isBorder(_ word: Int) -> Bool {
            sentence.isForm(word, ",", ";", ":", "–") && sentence.words[word].quote == 0
        }
        var start = index
        while start > 0, !isBorder(start - 1) { start -= 1 }
        var end = index + 1
        while end < sentence.count, !isBorder(end) { end += 1 }
        var words = Array(start..<end)
        // `Treffen der Minister, das am Montag beginnt, …`: only where nothing else stands before the comma.
        if end + 1 < sentence.count, sentence.isForm(end, ","),
            sentence.isForm(end + 1, "der", "die", "das", "which", "that"),
            sentence.words[end + 1].partOfSpeech == .pronoun,
            !(index + 1..<end).contains(where: { sentence.isVerbal($0) })
        {
            var relative = end + 1
            while relative < sentence.count, !isBorder(relative) { relative += 1 }
            words += end + 1..<relative
        }
        self.words = words
    }
}

extension FactSentence {
    /// A slot with the mention on a word, the name that is part of it, or the noun with what belongs to it.
    func filler(_ name: String, _ index: Int) -> Slot {
        if let item = item(index) { return Slot(name, item) }
        let phrase = phrase(at: index)
        let named = phrase.first { word in
            guard let label = label(word) else { return false }
            return word != index && (label == .organisation || label == .person) && isHeadOfMention(word)
                && words[word].relation != "nmod" && words[word].relation != "obl"
        }
        if let item = named.flatMap(item) { return Slot(name, item) }
        return Slot(name, span(phrase))
    }
}
