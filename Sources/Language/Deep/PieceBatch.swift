/// Segments of pieces that go through the transformer together; attention stays within a segment.
///
///     <s> ▁Angela ▁Merkel </s> <s> ▁Brüssel </s>       two segments, seven rows, no padding
struct PieceBatch {
    private(set) var pieces: [Int32] = []
    /// One a segment; each range of rows begins with the start piece and ends with the end piece.
    private(set) var segments: [Range<Int>] = []

    var rows: Int { pieces.count }

    mutating func removeAll() {
        pieces.removeAll(keepingCapacity: true)
        segments.removeAll(keepingCapacity: true)
    }

    /// - Returns: the row of the segment's first piece behind the start piece.
    @discardableResult
    mutating func add(_ segment: ArraySlice<Int32>, _ shape: DeepShape) -> Int {
        let start = pieces.count
        pieces.append(shape.startPiece)
        pieces.append(contentsOf: segment.prefix(shape.positions - 2))
        pieces.append(shape.endPiece)
        segments.append(start..<pieces.count)
        return start + 1
    }
}
