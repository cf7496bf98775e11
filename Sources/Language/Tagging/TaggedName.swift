/// A name that the tagger has found among the tokens of a sentence.
public struct TaggedName: Hashable, Sendable {
    public internal(set) var tokens: Range<Int>
    /// The label without its `B-` or `I-`.
    public let label: String
    /// The share of such names that are right, from 0 to 1.
    public let confidence: Float
    /// Whether only what a person has taught makes it a name, or one with this label.
    public var isPersonal = false
    /// Names of other classes inside: `[Köln]` in `[Universität Köln]`.
    public var inner: [TaggedName] = []
}

extension TaggedName {
    /// A name that no person has taught, and with no names inside.
    public init(tokens: Range<Int>, label: String, confidence: Float) {
        self.init(tokens: tokens, label: label, confidence: confidence, isPersonal: false, inner: [])
    }
}
