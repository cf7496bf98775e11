/// How far confidence can be trusted: of the names that were said to be so sure, how many are right.
struct Reliability {
    private static let bounds: [Float] = [0.95, 0.9, 0.8, 0.7, 0.6, 0.5, 0]
    private var counts = Array(repeating: (found: 0, right: 0, sum: 0.0), count: Reliability.bounds.count)

    mutating func add(confidence: Float, isRight: Bool) {
        let row = Self.bounds.firstIndex { confidence >= $0 } ?? Self.bounds.count - 1
        counts[row].found += 1
        counts[row].right += isRight ? 1 : 0
        counts[row].sum += Double(confidence)
    }

    /// A line a range of confidence; empty ones are left out.
    func table() -> String {
        let header = ["said", "names", "mean said", "right"]
        var rows = [header]
        for (row, count) in counts.enumerated() where count.found > 0 {
            let top = row == 0 ? 100 : Int((Self.bounds[row - 1] * 100).rounded())
            rows.append([
                "\(Int((Self.bounds[row] * 100).rounded()))–\(top) %", String(count.found),
                Table.decimal(100 * count.sum / Double(count.found), 1) + " %",
                Table.decimal(100 * Double(count.right) / Double(count.found), 1) + " %",
            ])
        }
        return Table(header: header, rows: rows).plain
    }
}
