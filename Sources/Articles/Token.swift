/// A word, number or sign in the text: the unit that the cursor moves by and most formats count.
public struct Token: Hashable, Sendable {
    public enum Kind: UInt8, Hashable, Sendable {
        case word, number, punctuation, symbol, address
    }

    public let span: Span
    public let kind: Kind

    public init(_ span: Span, _ kind: Kind) {
        self.span = span
        self.kind = kind
    }
}
