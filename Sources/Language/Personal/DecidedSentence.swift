/// A sentence with what a person has decided about its words: what a personal layer learns from.
public struct DecidedSentence: Hashable, Sendable {
    /// A mention that was made, accepted or rejected.
    public struct Decision: Hashable, Sendable {
        public var words: Range<Int>
        /// As the model has it: `PER`, `LOCderiv`; or a label of the person's own.
        public var label: String
        public var isAccepted: Bool

        public init(_ words: Range<Int>, _ label: String, isAccepted: Bool) {
            self.words = words
            self.label = label
            self.isAccepted = isAccepted
        }
    }

    /// The words with a blank between them.
    public var text: String
    public var isEnglish: Bool
    public var decisions: [Decision]
    /// Words about which nothing is known: something else is still suggested there, or a mention has other borders.
    public var open: [Range<Int>]
    /// How many words the person has passed, as far as their decisions tell: what they did not tag there is no name.
    public var seen: Int

    public init(
        text: String, isEnglish: Bool = false, decisions: [Decision] = [], open: [Range<Int>] = [],
        seen: Int = 0
    ) {
        self.text = text
        self.isEnglish = isEnglish
        self.decisions = decisions
        self.open = open
        self.seen = seen
    }

    /// Tells one sentence from others; what is decided about the same one later takes the place of the earlier.
    public var key: UInt64 { FeatureHash.mixed(isEnglish ? 2 : 1, FeatureHash.of(text.utf8)) }

    var words: [Substring] { text.split(separator: " ") }

    /// The text of some words.
    func string(of range: Range<Int>) -> String {
        words[range.clamped(to: 0..<words.count)].joined(separator: " ")
    }
}
