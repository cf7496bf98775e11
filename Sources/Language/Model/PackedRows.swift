/// Rows of weights of a model file, a byte each: a weight divided by a step that all share, plus 128.
///
/// Since no byte is negative, sixteen are added with four instructions, and 250 rows fit into sums of sixteen bits.
struct PackedRows: Sendable {
    /// Columns are read so many at a time.
    static let lanes = 16

    private let bytes: ModelArray<UInt8>
    /// Of `bytes`, which keeps it alive.
    nonisolated(unsafe) private let start: UnsafeRawPointer
    let columns: Int

    /// - Parameter columns: a multiple of `lanes`.
    init(_ file: ModelFile, _ section: String, columns: Int) throws(ModelError) {
        bytes = try file.array(section)
        guard let start = bytes.buffer.baseAddress, bytes.count.isMultiple(of: columns) else {
            throw .damaged
        }
        self.start = UnsafeRawPointer(start)
        self.columns = columns
    }

    /// The number of rows.
    var count: Int { bytes.count / columns }

    static func write(
        _ weights: [Int16], columns: Int, as section: String, to writer: inout ModelWriter
    ) {
        writer.add(section, packed(weights, step: step(for: weights)))
    }

    /// The smallest step that leaves all but one of ten thousand weights within a byte.
    static func step(for weights: [Int16]) -> Double {
        let sizes = weights.lazy.filter { $0 != 0 }.map(\.magnitude).sorted()
        let largest = sizes.isEmpty ? 1 : Double(sizes[(sizes.count - 1) * 9_999 / 10_000])
        return max(1, largest / 127)
    }

    /// Each weight as a byte; larger ones are cut.
    static func packed(_ weights: [Int16], step: Double) -> [UInt8] {
        weights.map { UInt8(128 + max(-128, min(127, (Double($0) / step).rounded()))) }
    }
}

/// What a labeller takes its scores from: a model's weights, or those that are being learned.
protocol ColumnWeights {
    /// Sets the sums of some rows, for all columns.
    func sum(_ rows: UnsafeBufferPointer<UInt32>, columns: Int, to sums: UnsafeMutablePointer<Int32>)
}

extension PackedRows: ColumnWeights {
    @inline(__always)
    func sum(_ rows: UnsafeBufferPointer<UInt32>, columns: Int, to sums: UnsafeMutablePointer<Int32>) {
        let bias = Int32(128 * rows.count)
        for column in stride(from: 0, to: columns, by: Self.lanes) {
            var (even, odd) = (SIMD8<UInt16>(), SIMD8<UInt16>())
            for row in rows {
                let pairs = (start + (Int(row) * self.columns + column)).loadUnaligned(as: SIMD8<UInt16>.self)
                even &+= pairs & 0x00FF
                odd &+= pairs &>> 8
            }
            for lane in 0..<8 {
                sums[column + 2 * lane] = Int32(even[lane]) - bias
                sums[column + 2 * lane + 1] = Int32(odd[lane]) - bias
            }
        }
    }
}

extension LearnedRows: ColumnWeights {
    @inline(__always)
    func sum(_ rows: UnsafeBufferPointer<UInt32>, columns: Int, to sums: UnsafeMutablePointer<Int32>) {
        for column in 0..<columns { sums[column] = 0 }
        for row in rows {
            for column in 0..<columns { sums[column] &+= weight(Int(row), column) }
        }
    }
}
