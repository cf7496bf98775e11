import Articles

/// The words between two tabs of a brat file, taken one after the other where they stand.
struct BratColumn {
    let bytes: UnsafeBufferPointer<UInt8>
    /// What has not been taken yet.
    private(set) var rest: Range<Int>
    /// Whether the last fragment has been taken: no semicolon stood behind it.
    private(set) var isOver = false

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        self.bytes = bytes
        rest = range
    }

    /// Takes a word and the one blank behind it.
    mutating func word() -> Range<Int>? {
        guard let start = bytes[rest].firstIndex(where: { $0 != 32 }) else {
            rest = rest.upperBound..<rest.upperBound
            return nil
        }
        let end = bytes[start..<rest.upperBound].firstIndex(of: 32) ?? rest.upperBound
        rest = min(end + 1, rest.upperBound)..<rest.upperBound
        return start..<end
    }

    /// All words that are left.
    var words: [String] {
        var column = self
        var words: [String] = []
        while let word = column.word() { words.append(bytes.string(word)) }
        return words
    }

    /// Takes a pair of numbers and the semicolon behind it; nil when something else stands there.
    mutating func fragment() -> (start: Int, end: Int)? {
        let semicolon = bytes[rest].firstIndex(of: UInt8(ascii: ";"))
        var pair = BratColumn(bytes, rest.lowerBound..<(semicolon ?? rest.upperBound))
        rest = (semicolon.map { $0 + 1 } ?? rest.upperBound)..<rest.upperBound
        isOver = semicolon == nil
        guard let first = pair.word(), let last = pair.word(), pair.word() == nil,
            let start = Int(decimal: bytes[first]), let end = Int(decimal: bytes[last])
        else { return nil }
        return (start, end)
    }
}

extension UnsafeBufferPointer<UInt8> {
    func string(_ range: Range<Int>) -> String {
        String(decoding: UnsafeBufferPointer(rebasing: self[range]), as: UTF8.self)
    }
}
