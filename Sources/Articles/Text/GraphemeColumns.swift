/// Where the characters of a paragraph begin, as a reader sees them: `é` of two scalars, a flag, a family are one each.
struct GraphemeColumns: Sendable {
    /// The offsets of the characters from the start of the paragraph; nil when each byte is one.
    private let starts: [UInt32]?
    private let byteCount: Int

    /// - Parameter range: the content of a paragraph.
    init(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) {
        byteCount = range.count
        guard bytes[range].contains(where: { $0 >= 0x80 }) else {
            starts = nil
            return
        }
        var starts: [UInt32] = []
        starts.reserveCapacity(range.count)
        var offset = range.lowerBound
        for character in String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self) {
            starts.append(UInt32(offset - range.lowerBound))
            // Ill-formed bytes are longer or shorter than the U+FFFD in the string, so the bytes are what counts.
            for _ in character.unicodeScalars {
                offset += UTF8Step(bytes, at: offset, end: range.upperBound).length
            }
        }
        self.starts = starts
    }

    var count: Int { starts?.count ?? byteCount }

    /// The characters before an offset from the start of the paragraph; within a character, those before it.
    func column(at offset: Int) -> Int {
        guard offset < byteCount else { return count }
        return starts.map { $0.partitioningIndex { Int($0) > offset } - 1 } ?? offset
    }

    /// The offset of a character from the start of the paragraph; the end of it for the count, none beyond.
    func offset(ofColumn column: Int) -> Int? {
        guard (0...count).contains(column) else { return nil }
        return column == count ? byteCount : starts.map { Int($0[column]) } ?? column
    }
}
