import Articles

/// The words of a clause: between commas, with the relative clause that begins right behind its noun.
struct Clause {
    let words: [Int]
    /// Its first word.
    let first: Int

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
        first = start
    }
}

extension FactSentence {
    /// Whether a day, a time of day or a duration stands on the word.
    func isTime(_ index: Int) -> Bool {
        guard let label = label(index) else { return false }
        return label == .date || label == .time || label == .duration
    }

    /// A second noun behind a verb that the grammar takes for its subject as well: `das Gericht verurteilte Lenz`.
    func secondSubject(of verb: Int) -> Int? {
        let subjects = children(of: verb, "nsubj").filter { words[$0].partOfSpeech != .pronoun }
        guard subjects.count > 1, let last = subjects.last else { return nil }
        return last
    }

    /// The noun in the genitive right behind another, where the grammar has hung it elsewhere: `die Fusion der beiden Firmen`.
    func genitive(behind noun: Int) -> Int? {
        guard isForm(noun + 1, "der", "des", "eines", "einer", "beider", "zweier") else { return nil }
        for index in noun + 1..<min(count, noun + 5) {
            if isNominal(index), words[index].partOfSpeech != .pronoun { return index }
            guard [.determiner, .adjective, .numeral].contains(words[index].partOfSpeech) else { return nil }
        }
        return nil
    }

    private func isValue(_ index: Int) -> Bool {
        guard let label = label(index) else { return false }
        return label == .quantity || label == .money || label == .percent || isTime(index)
    }

    /// A slot with the mention on a word, the name that is part of it, or the noun with what belongs to it.
    func filler(_ name: String, _ index: Int) -> Slot {
        if let item = item(index) {
            // `der Minister Lenz`: the name says more than the office.
            let holder = item.mention.label == .role ? reading.holder(of: item) : nil
            return Slot(name, holder ?? item)
        }
        let phrase = phrase(at: index)
        let named = phrase.first { word in
            guard let label = label(word) else { return false }
            return word != index && (label == .organisation || label == .person) && isHeadOfMention(word)
                && words[word].relation != "nmod" && words[word].relation != "obl"
        }
        if let item = named.flatMap(item) { return Slot(name, item) }
        // `ein Bus 60 Meter tief`: a number behind the noun counts nothing of it.
        let end = phrase.first { $0 > index && isValue($0) } ?? phrase.upperBound
        return Slot(name, span(phrase.lowerBound..<max(end, index + 1)))
    }
}
