/// The weights of a parser's actions, packed as in `PackedRows`, four bytes a feature; one load and two additions take
/// all of them along.
///
///     a row: shift · left · right · nothing       (UInt8 each)
struct ActionRows: Sendable {
    private let bytes: ModelArray<UInt32>
    /// Of `bytes`, which keeps it alive.
    nonisolated(unsafe) private let start: UnsafePointer<UInt32>

    init(_ file: ModelFile, _ section: String) throws(ModelError) {
        bytes = try file.array(section)
        guard let start = bytes.buffer.baseAddress else { throw .damaged }
        self.start = start
    }

    /// The number of rows.
    var count: Int { bytes.count }

    /// Writes weights, row after row.
    static func write(
        _ weights: [Int16], step: Double, as section: String, to writer: inout ModelWriter
    ) {
        let bytes = PackedRows.packed(weights, step: step)
        let columns = ParseSearch.actionCount
        writer.add(
            section,
            stride(from: 0, to: bytes.count, by: columns).map { row in
                (0..<columns).reduce(UInt32(0)) { $0 | UInt32(bytes[row + $1]) << UInt32(8 * $1) }
            })
    }
}

/// The scores of the three actions.
struct ActionScores {
    var shift: Int32 = 0
    var left: Int32 = 0
    var right: Int32 = 0

    @inline(__always)
    subscript(action: Int) -> Int32 { action == 0 ? shift : action == 1 ? left : right }
}

/// What a search takes its scores from: a model's weights, or those that are being learned.
protocol ActionWeights {
    func scores(_ rows: UnsafeBufferPointer<UInt32>) -> ActionScores
}

extension ActionRows: ActionWeights {
    @inline(__always)
    func scores(_ rows: UnsafeBufferPointer<UInt32>) -> ActionScores {
        // Fewer than 256 rows: sixteen bits hold a sum of bytes.
        var (even, odd): (UInt32, UInt32) = (0, 0)
        for row in rows {
            let weights = start[Int(row)]
            even &+= weights & 0x00FF_00FF
            odd &+= weights >> 8 & 0x0000_00FF
        }
        let bias = Int32(128 * rows.count)
        return ActionScores(
            shift: Int32(even & 0xFFFF) - bias, left: Int32(odd) - bias, right: Int32(even >> 16) - bias)
    }
}

extension LearnedRows: ActionWeights {
    @inline(__always)
    func scores(_ rows: UnsafeBufferPointer<UInt32>) -> ActionScores {
        var scores = ActionScores()
        for row in rows {
            scores.shift &+= weight(Int(row), 0)
            scores.left &+= weight(Int(row), 1)
            scores.right &+= weight(Int(row), 2)
        }
        return scores
    }
}
