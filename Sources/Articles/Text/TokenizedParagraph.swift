/// The tokens and sentences of one paragraph.
public struct TokenizedParagraph: Hashable, Sendable {
    /// In order, without overlap; every byte that is not white space lies in one.
    public let tokens: [Token]
    /// In order; each runs from the start of its first token to the end of its last, and every token lies in one.
    public let sentences: [Span]

    /// Reads a range of the bytes, which must begin and end between two scalars.
    init(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) {
        tokens = Tokenizer.tokens(bytes, in: range)
        sentences = SentenceSplitter.sentences(of: tokens, bytes)
    }
}
