/// What the deep engine says of a sentence's syntax; evidence, not truth.
public struct DeepParse: Hashable, Sendable {
    /// One a word; nil for one with letters that the model does not know.
    public let parts: [PartOfSpeech?]
    /// One a word, with exactly one root; nil for a sentence that is too long to be seen at once.
    public let tree: [Link]?

    /// What a word hangs on.
    public struct Link: Hashable, Sendable {
        /// The index of the head; nil for the root.
        public let head: Int?
        /// As Universal Dependencies name it, such as `nsubj:pass`.
        public let relation: String
    }
}
