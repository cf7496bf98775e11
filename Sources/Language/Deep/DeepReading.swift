/// What the deep engine says of a sentence.
public struct DeepReading: Hashable, Sendable {
    public let names: [TaggedName]
    /// Words with letters that the model does not know; what it says of them is worth little.
    public let unknown: [Int]
    /// Nil where the model knows names only.
    public let parse: DeepParse?
}
