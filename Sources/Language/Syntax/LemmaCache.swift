/// Lemmas that were found lately: in running text most words have been there before.
struct LemmaCache {
    /// It begins anew when it is full, so that memory does not grow with the text.
    private static let limit = 8192

    private var lemmas: [UInt64: String] = [:]

    mutating func lemma(
        _ word: UnsafeBufferPointer<UInt8>, _ atoms: WordAtoms, _ part: PartOfSpeech, _ lemmatizer: Lemmatizer
    ) -> String {
        // Signs share one number, whatever they look like.
        guard !atoms.isSign else { return lemmatizer.lemma(word, atoms, part) }
        let reading = UInt64(part.rawValue) << 1 | (atoms.foldedSet >= 0 ? 1 : 0)
        let key = FeatureHash.mixed(reading, atoms.form)
        if let found = lemmas[key] { return found }
        let lemma = lemmatizer.lemma(word, atoms, part)
        if lemmas.count >= Self.limit { lemmas.removeAll(keepingCapacity: true) }
        lemmas[key] = lemma
        return lemma
    }
}
