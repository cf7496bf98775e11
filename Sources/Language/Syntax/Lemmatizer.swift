/// Finds the lemma and the possible forms of a word whose class is known.
struct Lemmatizer: Sendable {
    let lexicon: FormLexicon?
    let learned: LemmaTable?

    /// The word as lemmas write it: small, but for nouns and names in German and names in English.
    func base(_ word: UnsafeBufferPointer<UInt8>, _ part: PartOfSpeech) -> [UInt8] {
        let keeps = part == .properNoun || part == .other || (part == .noun && lexicon != nil)
        return keeps ? Array(word) : Letters.folded(Array(word))
    }

    func lemma(_ word: UnsafeBufferPointer<UInt8>, _ atoms: WordAtoms, _ part: PartOfSpeech) -> String {
        let base = base(word, part)
        let lemma =
            learned?.known(base, part) ?? lexical(word, atoms, part) ?? learned?.guessed(base, part) ?? base
        return String(decoding: lemma, as: UTF8.self)
    }

    /// What the lexicon says, of the word, of its known tail, or of words that end alike.
    func lexical(_ word: UnsafeBufferPointer<UInt8>, _ atoms: WordAtoms, _ part: PartOfSpeech) -> [UInt8]? {
        guard let lexicon else { return nil }
        if let (reading, isFolded) = reading(atoms, part) {
            let form = isFolded ? Letters.folded(Array(word)) : Array(word)
            guard atoms.tailStart > 0 else { return lexicon.lemma(of: form, by: reading) }
            let start = Int(atoms.tailStart)
            let lemma = lexicon.lemma(of: tail(of: form, from: start), by: reading)
            return form[..<start] + Letters.folded(lemma)
        }
        guard let reading = lexicon.reading(ofUnknown: word, as: part) else { return nil }
        return lexicon.lemma(of: base(word, part), by: reading)
    }

    /// The forms that the word can have; nothing for a word that the lexicon does not know.
    func morphology(_ atoms: WordAtoms, _ word: WordClass) -> Morphology {
        let part = word.partOfSpeech
        guard lexicon != nil, let (reading, _) = reading(atoms, part) else { return .unknown(part) }
        var morphology = Morphology(part, bits: reading.features)
        morphology.narrow(to: word)
        return morphology
    }

    /// The most frequent reading with this part of speech; a main verb may be an auxiliary and the other way round.
    private func reading(_ atoms: WordAtoms, _ part: PartOfSpeech) -> (FormReading, isFolded: Bool)? {
        guard let lexicon else { return nil }
        let relatives: [PartOfSpeech] =
            switch part {
            case .verb: [.verb, .auxiliary, .adjective]
            case .auxiliary: [.auxiliary, .verb]
            case .determiner: [.determiner, .pronoun]
            case .pronoun: [.pronoun, .determiner]
            case .adjective: [.adjective, .verb]
            default: [part]
            }
        for relative in relatives {
            for (set, isFolded) in [(atoms.set, false), (atoms.foldedSet, true)] where set >= 0 {
                for reading in lexicon.readings(of: Int(set)) where reading.part == relative {
                    return (reading, isFolded)
                }
            }
        }
        return nil
    }

    /// The tail with the capital that a noun has by itself.
    private func tail(of form: [UInt8], from start: Int) -> [UInt8] {
        var tail = Array(form[start...])
        guard let first = form.first, first & 0x20 == 0 || first == 0xC3 else { return tail }
        if 0x61...0x7A ~= tail[0] {
            tail[0] &= 0xDF
        } else if tail[0] == 0xC3, tail.count > 1 {
            tail[1] &= 0xDF
        }
        return tail
    }
}
