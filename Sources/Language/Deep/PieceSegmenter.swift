/// Cuts words into pieces: of all ways to put a word together the likeliest (Kudo, "Subword Regularization", 2018).
///
///     Merkels → ▁Merkel s
struct PieceSegmenter {
    /// More pieces of one word are not looked at: its label is read from the first.
    static let mostPieces = 64

    private let vocabulary: PieceVocabulary
    private let normalizer: PieceNormalizer
    private let unknown: Int32
    private var text: [UInt8] = []
    private var best: [Float] = []
    private var pieces: [Int32] = []
    private var starts: [Int32] = []
    private var found: [Int32] = []

    init(_ vocabulary: PieceVocabulary, _ normalizer: PieceNormalizer, unknown: Int32) {
        self.vocabulary = vocabulary
        self.normalizer = normalizer
        self.unknown = unknown
    }

    /// Appends the pieces of a word.
    /// - Returns: whether all of it is made of known pieces.
    mutating func append(_ word: some Collection<UInt8>, to out: inout [Int32]) -> Bool {
        text.removeAll(keepingCapacity: true)
        normalizer.append(word, to: &text)
        climb()
        found.removeAll(keepingCapacity: true)
        var end = text.count
        while end > 0 {
            // Several unknown letters in a row are one unknown piece.
            if pieces[end] != unknown || found.last != unknown { found.append(pieces[end]) }
            end = Int(starts[end])
        }
        out.append(contentsOf: found.reversed().prefix(Self.mostPieces))
        return !found.contains(unknown)
    }

    /// Fills, for each end of a letter, the best score of a way there and its last piece.
    private mutating func climb() {
        let count = text.count
        best.removeAll(keepingCapacity: true)
        best.append(contentsOf: repeatElement(-.infinity, count: count + 1))
        pieces.removeAll(keepingCapacity: true)
        pieces.append(contentsOf: repeatElement(unknown, count: count + 1))
        starts.removeAll(keepingCapacity: true)
        starts.append(contentsOf: repeatElement(0, count: count + 1))
        best[0] = 0
        text.withUnsafeBufferPointer { text in
            for start in 0..<count where text[start] & 0xC0 != 0x80 {
                let score = best[start]
                vocabulary.forEachPrefix(of: text[start...]) { piece, length in
                    let sum = score + vocabulary.score(piece)
                    guard sum > best[start + length] else { return }
                    best[start + length] = sum
                    pieces[start + length] = Int32(piece)
                    starts[start + length] = Int32(start)
                }
                var end = start + 1
                while end < count, text[end] & 0xC0 == 0x80 { end += 1 }
                if score + vocabulary.unknownScore > best[end] {
                    best[end] = score + vocabulary.unknownScore
                    pieces[end] = unknown
                    starts[end] = Int32(start)
                }
            }
        }
    }
}
