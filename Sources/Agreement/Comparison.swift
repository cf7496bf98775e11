import Articles

/// Two sets of mentions of one text side by side: a gold and another, or two annotators.
///
/// Each mention is matched with at most one of the other side. Scores are those of Chinchor and Sundheim, "MUC-5
/// Evaluation Metrics" (1993), in the two forms that are usual today: strict (same place, same label) and partial
/// (same label, at least one byte in common).
public struct Comparison: Sendable {
    public enum Matching: Hashable, Sendable, CaseIterable {
        case strict, partial
    }

    /// Where the two sides differ.
    public enum Difference: Hashable, Sendable {
        case missed(Mention)
        case spurious(Mention)
        /// Same place, another label.
        case label(gold: Mention, other: Mention)
        /// Same label, another boundary.
        case boundary(gold: Mention, other: Mention)
    }

    /// In reading order of the place in the gold or, for what is spurious, in the other.
    public let differences: [Difference]
    /// The pairs with the same place and label, for a comparison of their values.
    public let pairs: [Pair]
    private let strict: [Label: Score]
    private let partial: [Label: Score]

    /// Two mentions with the same label that were matched, at the same place or overlapping.
    public struct Pair: Hashable, Sendable {
        public let gold: Mention
        public let other: Mention
        public var isStrict: Bool { gold.spans == other.spans }
    }

    public init(gold: some Sequence<Mention>, other: some Sequence<Mention>) {
        var matcher = Matcher(gold: Array(gold), other: Array(other))
        matcher.matchSamePlace()
        strict = matcher.scores()
        matcher.matchOverlaps()
        partial = matcher.scores()
        pairs = matcher.pairs
        differences = matcher.differences()
    }

    public var labels: [Label] { partial.keys.sorted() }

    public func score(of label: Label, _ matching: Matching) -> Score {
        switch matching {
        case .strict: strict[label] ?? Score()
        case .partial: partial[label] ?? Score()
        }
    }

    /// All mentions together, whatever their label.
    public func micro(_ matching: Matching) -> Score {
        labels.reduce(Score()) { $0 + score(of: $1, matching) }
    }

    /// The mean F1 of the labels, each with the same weight; 1 when there are no labels.
    public func macroF1(_ matching: Matching) -> Double {
        labels.isEmpty ? 1 : labels.reduce(0) { $0 + score(of: $1, matching).f1 } / Double(labels.count)
    }
}
