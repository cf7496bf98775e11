/// Counts German and English function words in a stream of sentences; old ones fade, so that a text may change its
/// language.
struct TongueCount {
    private var german = 0.5
    private var english = 0.0

    var likelier: Tongue { english > german ? .english : .german }

    mutating func add(_ sentence: SentenceTokens) {
        german *= 0.7
        english *= 0.7
        let bytes = Letters.folded(sentence.bytes)
        bytes.withUnsafeBufferPointer { bytes in
            // The head of a sentence tells enough.
            for token in sentence.tokens.prefix(60) {
                switch Tongue.ofFunctionWord(UnsafeBufferPointer(rebasing: bytes[token])) {
                case .german: german += 1
                case .english: english += 1
                case .other, nil: break
                }
            }
        }
    }
}
