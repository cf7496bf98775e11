/// The pieces that words are made of, in the order of their bytes, each with the logarithm of its probability.
///
///     pieces      …▁Mer▁Merk▁Merkel…     one behind the other
///     piece-ends  where each ends, 4 bytes each
///     scores      a float each, then that of a letter without piece
struct PieceVocabulary: Sendable {
    private let bytes: ModelArray<UInt8>
    private let ends: ModelArray<UInt32>
    private let scores: ModelArray<Float>
    let unknownScore: Float

    init(_ file: ModelFile, _ shape: DeepShape) throws(ModelError) {
        bytes = try file.array("pieces")
        ends = try file.array("piece-ends")
        scores = try file.array("scores")
        guard ends.count == shape.pieces, scores.count == ends.count + 1 else { throw .damaged }
        var last = 0
        for end in ends.buffer {
            guard end > last, end <= bytes.count else { throw .damaged }
            last = Int(end)
        }
        unknownScore = scores[ends.count]
    }

    func score(_ piece: Int) -> Float { scores[piece] }

    func string(_ piece: Int) -> String {
        let range = range(piece)
        return String(decoding: bytes.buffer[range], as: UTF8.self)
    }

    /// Calls with each piece that the text has at its start: its number and its length in bytes.
    ///
    /// Pieces with the same beginning stand together, so each further byte narrows the range that is left.
    @inline(__always)
    func forEachPrefix(of text: UnsafeBufferPointer<UInt8>.SubSequence, _ body: (Int, Int) -> Void) {
        var left = 0..<ends.count
        var length = 0
        for byte in text {
            let low = border(in: left, at: length) { $0 < byte }
            let high = border(in: low..<left.upperBound, at: length) { $0 <= byte }
            guard low < high else { return }
            left = low..<high
            length += 1
            if range(low).count == length {
                body(low, length)
                left = low + 1..<high
            }
        }
    }

    /// The first of the pieces whose byte at a place does not fulfil the condition.
    @inline(__always)
    private func border(in pieces: Range<Int>, at place: Int, where holds: (UInt8) -> Bool) -> Int {
        var (low, high) = (pieces.lowerBound, pieces.upperBound)
        while low < high {
            let middle = (low + high) / 2
            if holds(bytes[range(middle).lowerBound + place]) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    @inline(__always)
    private func range(_ piece: Int) -> Range<Int> {
        (piece == 0 ? 0 : Int(ends[piece - 1]))..<Int(ends[piece])
    }
}
