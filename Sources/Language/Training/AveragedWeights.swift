/// Weights while they are learned: the current ones, and what their average over all steps needs.
///
/// The average of a weight is `w - total / steps`, where each change adds itself times its step to the total (Daumé,
/// Practical Structured Learning, 2006), so a step costs nothing but its changes.
final class AveragedWeights {
    let columns: Int
    let rowCount: Int
    /// The current weights, row after row.
    let current: UnsafeMutablePointer<Int16>
    private let totals: UnsafeMutablePointer<Int64>
    private(set) var step: Int64 = 1

    init(rowCount: Int, columns: Int) {
        self.rowCount = rowCount
        self.columns = columns
        current = UnsafeMutableRawPointer.allocate(byteCount: rowCount * columns * 2, alignment: 64)
            .bindMemory(to: Int16.self, capacity: rowCount * columns)
        current.initialize(repeating: 0, count: rowCount * columns)
        totals = .allocate(capacity: rowCount * columns)
        totals.initialize(repeating: 0, count: rowCount * columns)
    }

    deinit {
        UnsafeMutableRawPointer(current).deallocate()
        totals.deallocate()
    }

    @inline(__always)
    func advance() { step += 1 }

    @inline(__always)
    func change(_ row: UInt32, _ column: Int, by amount: Int16) {
        let place = Int(row) * columns + column
        current[place] = current[place] &+ amount
        totals[place] += Int64(amount) * step
    }

    /// The current weights, as a search reads them.
    var rows: LearnedRows { LearnedRows(start: current, columns: columns) }

    /// The averages times `scale`, cut at `limit`.
    func averages(scale: Double, limit: Double) -> [Int16] {
        (0..<rowCount * columns).map { place in
            let mean = Double(current[place]) - Double(totals[place]) / Double(step)
            return Int16(max(-limit, min(limit, (mean * scale).rounded())))
        }
    }
}
