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
        for hash in features {
            let number = index.number(of: hash)
            guard number >= 0 else { continue }
            let row = rows + number * count
            for label in 0..<count { scores[label] &+= Int32(row[label]) }
        }
    }

    static func write(_ features: [(hash: UInt64, row: [Int16])], to writer: inout ModelWriter) {
        let sorted = features.sorted { $0.hash < $1.hash }
        HashIndex.write(sorted.map(\.hash), to: &writer)
        writer.add("rows", sorted.flatMap(\.row))
    }
}
