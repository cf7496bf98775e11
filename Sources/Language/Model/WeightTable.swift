/// The weights of all features: a row of `Int16` a feature, one number a label, found by the feature's hash.
struct WeightTable: Sendable {
    let labelCount: Int
    private let index: HashIndex
    private let rows: ModelArray<Int16>

    init(_ file: ModelFile, labelCount: Int) throws(ModelError) {
        self.labelCount = labelCount
        index = try HashIndex(file)
        rows = try file.array("rows")
        guard rows.count == index.count * labelCount else { throw .damaged }
    }

    var featureCount: Int { index.count }

    /// Adds the rows of a token's features to its scores, of which there are `labelCount`.
    @inline(__always)
    func add(_ features: UnsafeBufferPointer<UInt64>, to scores: UnsafeMutablePointer<Int32>) {
        guard let rows = rows.buffer.baseAddress else { return }
        let count = labelCount
        // Rows are read sixteen numbers at a time, into the next row where one is shorter; not so the last ones.
        let safe = index.count - (Self.lanes + count - 1) / count
        guard count <= 2 * Self.lanes, safe > 0 else {
            for hash in features {
                let number = index.number(of: hash)
                if number >= 0 { Self.add(rows + number * count, count, to: scores) }
            }
            return
        }
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
                let row = rows + number * count
                guard number < safe else {
                    Self.add(row, count, to: scores)
                    continue
                }
                let raw = UnsafeRawPointer(row)
                low &+= SIMD16(truncatingIfNeeded: raw.loadUnaligned(as: SIMD16<Int16>.self))
                if count > Self.lanes {
                    high &+= SIMD16(
                        truncatingIfNeeded: raw.loadUnaligned(
                            fromByteOffset: 2 * Self.lanes, as: SIMD16<Int16>.self))
                }
            }
        }
        for label in 0..<min(count, Self.lanes) { scores[label] &+= low[label] }
        for label in Self.lanes..<max(Self.lanes, count) { scores[label] &+= high[label - Self.lanes] }
    }

    private static var lanes: Int { 16 }

    @inline(__always)
    private static func add(
        _ row: UnsafePointer<Int16>, _ count: Int, to scores: UnsafeMutablePointer<Int32>
    ) {
        for label in 0..<count { scores[label] &+= Int32(row[label]) }
    }

    static func write(_ features: [(hash: UInt64, row: [Int16])], to writer: inout ModelWriter) {
        let sorted = features.sorted { $0.hash < $1.hash }
        HashIndex.write(sorted.map(\.hash), to: &writer)
        writer.add("rows", sorted.flatMap(\.row))
    }
}
