import Agreement
import Articles

/// Comparisons of many articles added up, as a table: a line a label and one for all.
struct ScoreTable {
    private var strict: [Label: Score] = [:]
    private var partial: [Label: Score] = [:]

    /// Whether neither side has a mention.
    var isEmpty: Bool { strict.isEmpty }

    mutating func add(_ comparison: Comparison) {
        for label in comparison.labels {
            strict[label, default: Score()] =
                (strict[label] ?? Score()) + comparison.score(of: label, .strict)
            partial[label, default: Score()] =
                (partial[label] ?? Score()) + comparison.score(of: label, .partial)
        }
    }

    /// What both sides have at the same place, what only one has, and how much of each other they have, in percent:
    /// strictly, and counting every overlap with the same label.
    /// - Parameter names: what to call the two sides.
    func table(names: (first: String, second: String)) -> Table {
        let header = [
            "", "both", "only \(names.first)", "only \(names.second)", "precision", "recall", "F1",
            "partial precision",
            "partial recall", "partial F1",
        ]
        var rows = strict.keys.sorted().map { label in
            row(label.name, strict[label] ?? Score(), partial[label] ?? Score())
        }
        if strict.count != 1 {
            rows.append(row("all", strict.values.reduce(Score(), +), partial.values.reduce(Score(), +)))
        }
        return Table(header: header, rows: [header] + rows)
    }

    private func row(_ name: String, _ strict: Score, _ partial: Score) -> [String] {
        let shares = [strict, partial].flatMap { [$0.precision, $0.recall, $0.f1] }
        return [name, String(strict.matched), String(strict.missed), String(strict.spurious)]
            + shares.map(Self.percent)
    }

    /// With one decimal: `78.5`.
    static func percent(_ share: Double) -> String {
        let tenths = Int((share * 1000).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}
