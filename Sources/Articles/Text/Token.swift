/// A word, number or sign in the text: the unit that the cursor moves by and most formats count.
public struct Token: Hashable, Sendable {
    public enum Kind: UInt8, Hashable, Sendable, CaseIterable {
        /// Letters, also with digits, hyphens, apostrophes and the dot of an abbreviation: `NATO-Rat`, `z.`, `n't`.
        case word
        /// Digits with what is written between them, and ordinals: `1.000,50`, `17.`, `12:30`.
        case number
        /// What separates and encloses: `,`, `„`, `...`.
        case punctuation
        /// Any other sign: `€`, `%`, an emoji.
        case symbol
        /// A web or e-mail address, a hashtag or a handle.
        case address
    }

    public let span: Span
    public let kind: Kind

    public init(_ span: Span, _ kind: Kind) {
        self.span = span
        self.kind = kind
    }
}
