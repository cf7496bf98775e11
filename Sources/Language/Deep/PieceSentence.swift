/// The pieces of a sentence's words.
///
///     words  Angela Merkels        pieces  ▁Angela ▁Merkel s        starts  0 1 3
struct PieceSentence {
    private(set) var pieces: [Int32] = []
    /// Where each word's pieces begin, and where the last one's end.
    private(set) var starts = [0]
    /// Whether a word has letters that no piece has; what the transformer says of it is worth little.
    private(set) var isUnknown: [Bool] = []

    var count: Int { isUnknown.count }

    mutating func add(_ word: some Collection<UInt8>, _ segmenter: inout PieceSegmenter) {
        isUnknown.append(!segmenter.append(word, to: &pieces))
        starts.append(pieces.count)
    }

    /// The pieces of some words.
    func pieces(_ words: Range<Int>) -> ArraySlice<Int32> {
        pieces[starts[words.lowerBound]..<starts[words.upperBound]]
    }
}
