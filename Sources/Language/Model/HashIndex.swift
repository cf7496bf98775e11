/// Finds the number of a 64-bit hash among those that a model knows, in two looks at memory.
///
/// Hashes lie sorted. `starts` cuts them into buckets by the highest bits, of about two each; within a bucket the
/// lowest 16 bits tell them apart, so that one unknown hash in some 30,000 is taken for a known one.
struct HashIndex: Sendable {
    private let shift: UInt64
    private let starts: ModelArray<UInt32>
    private let marks: ModelArray<UInt16>

    /// - Parameter prefix: the beginning of the names of its sections, `starts` and `marks`.
    init(_ file: ModelFile, prefix: String = "") throws(ModelError) {
        starts = try file.array(prefix + "starts")
        marks = try file.array(prefix + "marks")
        let buckets = starts.count - 1
        guard buckets > 1, buckets & (buckets - 1) == 0, starts[0] == 0,
            starts[buckets] == UInt32(marks.count),
            !file.isChecked || zip(starts.buffer, starts.buffer.dropFirst()).allSatisfy({ $0 <= $1 })
        else { throw .damaged }
        shift = UInt64(64 - buckets.trailingZeroBitCount)
    }

    var count: Int { marks.count }

    /// The number of a hash, or -1.
    @inline(__always)
    func number(of hash: UInt64) -> Int {
        guard let starts = starts.buffer.baseAddress, let marks = marks.buffer.baseAddress else { return -1 }
        let bucket = Int(truncatingIfNeeded: hash >> shift)
        var index = Int(starts[bucket])
        let end = Int(starts[bucket + 1])
        let mark = UInt16(truncatingIfNeeded: hash)
        while index < end {
            if marks[index] == mark { return index }
            index += 1
        }
        return -1
    }

    /// Writes the index of hashes that are sorted.
    static func write(_ hashes: [UInt64], prefix: String = "", to writer: inout ModelWriter) {
        var bits = 1
        while 1 << (bits + 1) < hashes.count { bits += 1 }
        var starts: [UInt32] = [0]
        for (number, hash) in hashes.enumerated() {
            let bucket = Int(hash >> UInt64(64 - bits))
            while starts.count <= bucket { starts.append(UInt32(number)) }
        }
        while starts.count <= 1 << bits { starts.append(UInt32(hashes.count)) }
        writer.add(prefix + "starts", starts)
        writer.add(prefix + "marks", hashes.map { UInt16(truncatingIfNeeded: $0) })
    }
}
