/// How much of one set of mentions another has: precision, recall and F1 from three counts.
public struct Score: Hashable, Sendable {
    /// What both have.
    public var matched: Int
    /// What only the first, the gold, has.
    public var missed: Int
    /// What only the other has.
    public var spurious: Int

    public init(matched: Int = 0, missed: Int = 0, spurious: Int = 0) {
        self.matched = matched
        self.missed = missed
        self.spurious = spurious
    }

    /// The share of the other's mentions that are right; 1 when it has none, for it has made no mistake.
    public var precision: Double { Self.share(matched, of: matched + spurious) }

    /// The share of the gold's mentions that were found; 1 when there are none to find.
    public var recall: Double { Self.share(matched, of: matched + missed) }

    /// The harmonic mean of precision and recall, from 0 to 1.
    public var f1: Double { Self.share(2 * matched, of: 2 * matched + missed + spurious) }

    public static func + (left: Score, right: Score) -> Score {
        Score(
            matched: left.matched + right.matched, missed: left.missed + right.missed,
            spurious: left.spurious + right.spurious)
    }

    private static func share(_ part: Int, of whole: Int) -> Double {
        whole == 0 ? 1 : Double(part) / Double(whole)
    }
}
