import Articles

/// How far two annotators agree about each token, beyond what chance would give: Cohen's kappa.
///
/// A token has the label of the outermost mention that it lies in, or none. Source: Cohen, "A Coefficient of Agreement
/// for Nominal Scales" (1960).
public struct TokenAgreement: Hashable, Sendable {
    private var counts: [Pair: Int] = [:]

    private struct Pair: Hashable {
        let first: Label?
        let second: Label?
    }

    public init() {}

    public mutating func add(_ first: Label?, _ second: Label?) {
        counts[Pair(first: first, second: second), default: 0] += 1
    }

    /// Adds the tokens of a text that both have annotated.
    public mutating func add(_ text: Text, first: SpanTable<Mention>, second: SpanTable<Mention>) {
        for paragraph in 0..<text.paragraphCount {
            for token in text.tokens(inParagraph: paragraph) {
                add(Self.label(of: token.span, in: first), Self.label(of: token.span, in: second))
            }
        }
    }

    private static func label(of token: Span, in mentions: SpanTable<Mention>) -> Label? {
        mentions.overlapping(token).first { $0.spans.overlaps(token) }?.label
    }

    public var tokenCount: Int { counts.values.reduce(0, +) }

    /// The share of tokens with the same label on both sides; 1 when there are none.
    public var observed: Double {
        let same = counts.reduce(0) { $1.key.first == $1.key.second ? $0 + $1.value : $0 }
        return tokenCount == 0 ? 1 : Double(same) / Double(tokenCount)
    }

    /// 1 for full agreement, 0 for what chance gives, below 0 for less. Nil when both sides give all tokens one and the
    /// same label, about which they could not have disagreed.
    public var kappa: Double? {
        var first: [Label?: Int] = [:]
        var second: [Label?: Int] = [:]
        for (pair, count) in counts {
            first[pair.first, default: 0] += count
            second[pair.second, default: 0] += count
        }
        let total = Double(tokenCount)
        let byChance =
            first.reduce(0) { $0 + Double($1.value) * Double(second[$1.key] ?? 0) } / (total * total)
        return tokenCount == 0 || byChance >= 1 ? nil : (observed - byChance) / (1 - byChance)
    }
}
