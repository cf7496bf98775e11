import Articles

/// How well time expressions were found over many texts: their places, and their values where the places touch.
///
/// Strict wants the same words, relaxed a word in common, and the value counts among the relaxed ones: the three scores
/// of TempEval-3 (UzZaman et al. 2013). All together they count whatever their type, by type only among their own.
public struct TimeScores: Sendable {
    public private(set) var strict = Score()
    public private(set) var relaxed = Score()
    private var rightValues = 0
    private var types: [Label: [Score]] = [:]
    private var typeValues: [Label: Int] = [:]

    public static let labels: [Label] = ["DATE", "TIME", "DURATION", "SET"]

    public init() {}

    /// The relaxed score when a mention with a wrong value counts as missed and as spurious.
    public var value: Score { Self.value(relaxed, rightValues) }

    /// Strict, relaxed and value scores of a type.
    public func scores(of label: Label) -> (strict: Score, relaxed: Score, value: Score) {
        let scores = types[label] ?? [Score(), Score()]
        return (scores[0], scores[1], Self.value(scores[1], typeValues[label] ?? 0))
    }

    /// Adds a text; mentions that are no time expressions are passed by.
    public mutating func add(gold: [Mention], other: [Mention]) {
        let gold = gold.filter { Self.labels.contains($0.label) }
        let other = other.filter { Self.labels.contains($0.label) }
        let all = Comparison(gold: gold.map(Self.unlabelled), other: other.map(Self.unlabelled))
        strict = strict + all.micro(.strict)
        relaxed = relaxed + all.micro(.partial)
        rightValues += all.pairs.count { $0.gold.value == $0.other.value }
        let typed = Comparison(gold: gold, other: other)
        for label in Self.labels {
            let old = types[label] ?? [Score(), Score()]
            types[label] = [
                old[0] + typed.score(of: label, .strict), old[1] + typed.score(of: label, .partial),
            ]
        }
        for pair in typed.pairs where pair.gold.value == pair.other.value {
            typeValues[pair.gold.label, default: 0] += 1
        }
    }

    private static func value(_ relaxed: Score, _ right: Int) -> Score {
        Score(
            matched: right, missed: relaxed.matched - right + relaxed.missed,
            spurious: relaxed.matched - right + relaxed.spurious)
    }

    /// The same mention with one label for all types.
    public static func unlabelled(_ mention: Mention) -> Mention {
        Mention(id: mention.id, spans: mention.spans, label: "TIMEX3", value: mention.value)
    }
}
