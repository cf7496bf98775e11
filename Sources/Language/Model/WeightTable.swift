/// The weights of all features: a row a feature, one byte a label, found by the feature's hash.
struct WeightTable: Sendable {
    let labelCount: Int
    private let index: HashIndex
    private let rows: ByteRows
    /// So many of the first rows can be read `lanes` weights at a time, or twice as many.
    private let wideCount: Int

    init(_ file: ModelFile, labelCount: Int) throws(ModelError) {
        self.labelCount = labelCount
        index = try HashIndex(file)
        rows = try ByteRows(file, "rows", columns: labelCount)
        guard rows.count == index.count else { throw .damaged }
        wideCount =
            labelCount > 2 * Self.lanes
            ? 0 : rows.countOfRows(with: labelCount > Self.lanes ? 2 * Self.lanes : Self.lanes)
    }

    var featureCount: Int { index.count }

    /// Adds the rows of a token's features to its scores, of which there are `labelCount`.
    @inline(__always)
    func add(_ features: UnsafeBufferPointer<UInt64>, to scores: UnsafeMutablePointer<Int32>) {
        let count = labelCount
        var low = SIMD16<Int32>()
        var high = SIMD16<Int32>()
        // First all numbers, then all rows: so the memory is asked for many rows at once.
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: features.count) { numbers in
            var known = 0
            for hash in features {
                let number = index.number(of: hash)
                numbers[known] = Int32(truncatingIfNeeded: number)
                known += number >= 0 ? 1 : 0
            }
            for place in 0..<known {
                let number = Int(numbers[place])
                guard number < wideCount else {
                    for label in 0..<count { scores[label] &+= rows.weight(number, label) }
                    continue
                }
                let row = UnsafeRawPointer(rows[number])
                let scale = SIMD16<Int16>(repeating: Int16(row.load(as: UInt8.self)))
                low &+= Self.products(row + 1, scale)
                if count > Self.lanes { high &+= Self.products(row + 1 + Self.lanes, scale) }
            }
        }
        for label in 0..<min(count, Self.lanes) { scores[label] &+= low[label] }
        for label in Self.lanes..<max(Self.lanes, min(count, 2 * Self.lanes)) {
            scores[label] &+= high[label - Self.lanes]
        }
    }

    private static var lanes: Int { 16 }

    /// Sixteen weights: bytes times their scale, which fits 16 bits.
    @inline(__always)
    private static func products(_ bytes: UnsafeRawPointer, _ scale: SIMD16<Int16>) -> SIMD16<Int32> {
        let weights = SIMD16<Int16>(truncatingIfNeeded: bytes.loadUnaligned(as: SIMD16<Int8>.self))
        return SIMD16<Int32>(truncatingIfNeeded: weights &* scale)
    }

    static func write(_ features: [(hash: UInt64, row: [Int16])], to writer: inout ModelWriter) {
        let sorted = features.sorted { $0.hash < $1.hash }
        HashIndex.write(sorted.map(\.hash), to: &writer)
        let columns = sorted.first?.row.count ?? 1
        ByteRows.write(sorted.flatMap(\.row), columns: columns, as: "rows", to: &writer)
    }
}
