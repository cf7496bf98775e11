/// What one step learns from: segments of rows, what the frozen table says of each row, and the right labels of some.
struct TrainingBatch {
    /// Rows x width: the table's rows plus the type.
    var inputs: [Float]
    /// Ranges of rows; attention stays within one.
    var segments: [Range<Int>]
    /// The first pieces of words, each with the range of its head among all outs, and its label there.
    var targets: [(row: Int, outs: Range<Int>, label: Int)]

    var trees: [Tree] = []

    /// The tree over some words of a segment.
    struct Tree {
        /// The row of the start piece, which is the root, then those of the words' first pieces.
        let rows: [Int]
        /// For each word the place of its head in `rows`, and its relation; nil where nothing is learned.
        let links: [(head: Int, relation: Int)?]
    }

    var rows: Int { segments.last?.upperBound ?? 0 }
    var longest: Int { segments.map(\.count).max() ?? 0 }
}
