/// What one step learns from: segments of rows, what the frozen table says of each row, and the right labels of some.
struct TrainingBatch {
    /// Rows x width: the table's rows plus the type.
    var inputs: [Float]
    /// Ranges of rows; attention stays within one.
    var segments: [Range<Int>]
    /// The first pieces of words, each with the range of its corpus among the head's outs, and its label there.
    var targets: [(row: Int, outs: Range<Int>, label: Int)]

    var rows: Int { segments.last?.upperBound ?? 0 }
    var longest: Int { segments.map(\.count).max() ?? 0 }
}
