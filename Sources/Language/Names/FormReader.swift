import Articles

/// Reads what is made from names, by the lists, where the model says nothing: `deutsche`, `Kiewer`, `NATO-Länder`.
struct FormReader: Sendable {
    private let passage: Passage
    private let taken: [Bool]

    /// - Parameter taken: pieces that are something already.
    init(_ passage: Passage, taken: [Bool]) {
        self.passage = passage
        self.taken = taken
    }

    func forms() -> [FoundName] {
        passage.pieces.indices.compactMap { index in
            guard !taken[index], passage.pieces[index].isWord else { return nil }
            if passage.traits(at: index).contains(.derived) || isPlaceAdjective(index) {
                return FoundName(
                    pieces: index..<index + 1, label: .place, form: .derived, confidence: 0.65,
                    key: passage.string(of: index..<index + 1))
            }
            return compound(at: index)
        }
    }

    /// `NATO-Länder`: a word before a hyphen that the lists know as a name.
    private func compound(at index: Int) -> FoundName? {
        let piece = passage.pieces[index]
        // "US-Dollar" is a unit.
        guard piece.isCapital, piece.term == nil,
            let hyphen = passage.bytes[piece.start..<piece.end].firstIndex(of: UInt8(ascii: "-")),
            hyphen > piece.start, hyphen + 1 < piece.end
        else { return nil }
        let known = passage.traits(from: piece.start, to: hyphen)
        guard !known.contains(.common), !known.isDisjoint(with: [.organisation, .country, .town]) else {
            return nil
        }
        return FoundName(
            pieces: index..<index + 1, label: known.contains(.organisation) ? .organisation : .place,
            form: .part,
            confidence: 0.7, key: String(decoding: passage.bytes[piece.start..<hyphen], as: UTF8.self))
    }

    /// `Berliner`, `Münchner`, `Bremer`: from a town, before a noun.
    private func isPlaceAdjective(_ index: Int) -> Bool {
        let piece = passage.pieces[index]
        guard passage.tongue == .german, piece.isCapital, piece.end - piece.start > 5,
            passage.folded[piece.end - 2] == UInt8(ascii: "e"),
            passage.folded[piece.end - 1] == UInt8(ascii: "r"),
            piece.traits.subtracting([.startsPhrase, .common]).isEmpty,
            passage.pieces.indices.contains(index + 1), passage.pieces[index + 1].isCapital
        else { return false }
        let stem = Array(passage.bytes[piece.start..<piece.end - 2])
        let candidates = [stem, stem + Array("en".utf8), stem.dropLast() + Array("en".utf8)]
        return candidates.contains { candidate in
            let known = candidate.withUnsafeBufferPointer { passage.traits(of: $0) }
            return !known.isDisjoint(with: .place) && !known.contains(.common)
        }
    }
}
