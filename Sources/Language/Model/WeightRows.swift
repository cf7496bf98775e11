/// Rows of weights, read one by one: those of a model file, or those that are being learned.
protocol WeightRows {
    func weight(_ row: Int, _ column: Int) -> Int32
}

/// Rows of a model file, a byte a weight, read in place: a weight is its byte times the scale of its row.
///
///     a row: scale (UInt8) · weight (Int8) · weight · …
struct ByteRows: WeightRows, Sendable {
    let columns: Int
    private let bytes: ModelArray<UInt8>
    /// Of `bytes`, which keeps it alive.
    nonisolated(unsafe) private let start: UnsafePointer<UInt8>

    init(_ file: ModelFile, _ section: String, columns: Int) throws(ModelError) {
        bytes = try file.array(section)
        guard let start = bytes.buffer.baseAddress, bytes.count.isMultiple(of: columns + 1) else {
            throw .damaged
        }
        self.columns = columns
        self.start = start
    }

    /// The number of rows.
    var count: Int { bytes.count / (columns + 1) }

    /// The scale of a row; its weights follow.
    @inline(__always)
    subscript(row: Int) -> UnsafePointer<UInt8> { start + row * (columns + 1) }

    /// How many rows may be read `count` weights at a time, into the rows behind them.
    func countOfRows(with count: Int) -> Int {
        bytes.count > count ? (bytes.count - 1 - count) / (columns + 1) + 1 : 0
    }

    @inline(__always)
    func weight(_ row: Int, _ column: Int) -> Int32 {
        let row = self[row]
        // A byte times a byte fits 16 bits, which many machines multiply faster than 32.
        return Int32(Int16(Int8(bitPattern: row[1 + column])) &* Int16(row[0]))
    }

    /// Writes weights, row after row: each becomes the nearest of the 255 that its row can tell apart.
    static func write(
        _ weights: some Collection<Int16>, columns: Int, as section: String, to writer: inout ModelWriter
    ) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(weights.count / columns * (columns + 1))
        var rest = weights[...]
        while !rest.isEmpty {
            let row = rest.prefix(columns)
            rest = rest.dropFirst(columns)
            let largest = row.reduce(0) { max($0, Int($1.magnitude)) }
            let scale = min(255, max(1, (largest + 126) / 127))
            bytes.append(UInt8(scale))
            for weight in row {
                let nearest = (Double(weight) / Double(scale)).rounded()
                bytes.append(UInt8(bitPattern: Int8(max(-127, min(127, nearest)))))
            }
        }
        writer.add(section, bytes)
    }
}

/// Rows of whole numbers while they are learned.
struct LearnedRows: WeightRows {
    let start: UnsafePointer<Int16>
    let columns: Int

    @inline(__always)
    func weight(_ row: Int, _ column: Int) -> Int32 { Int32(start[row * columns + column]) }
}
