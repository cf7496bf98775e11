/// Where the paragraphs of a text begin and how sound its UTF-8 is, found in one pass over the bytes.
///
/// A paragraph is a line with its line break (LF or CRLF; CR in a text without any LF). A longer line than `limit` is
/// cut after white space, or else between two scalars, so that no single paragraph is much work.
struct ParagraphIndex: Sendable {
    /// The longest content of a paragraph, in bytes.
    static let limit = 65_536

    /// The first offset of each paragraph; never empty, the first is 0.
    private(set) var starts: [UInt32] = [0]
    private(set) var isASCII = true
    /// How many bytes belong to no scalar.
    private(set) var invalidByteCount = 0
    /// The line of the first such byte, counted from 1.
    private(set) var firstInvalidLine: Int?
    let lineBreak: UInt8
    private let byteCount: Int

    /// - Precondition: `bytes.count <= UInt32.max`.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        precondition(bytes.count <= Int(UInt32.max), "a text has at most 4 GB")
        byteCount = bytes.count
        lineBreak = bytes.contains(Self.lineFeed) ? Self.lineFeed : Self.carriageReturn
        var line = 1
        var lineStart = 0
        var offset = 0
        while offset < bytes.count {
            offset = ByteWord.skip(bytes, from: offset, to: lineBreak)
            guard offset < bytes.count else { break }
            // Other alphabets stay in this loop, so that no word of eight bytes is tried in vain.
            while offset < bytes.count, bytes[offset] >= 0x80 {
                let step = UTF8Step(bytes, at: offset, end: bytes.count)
                isASCII = false
                if !step.isValid {
                    invalidByteCount += step.length
                    if firstInvalidLine == nil { firstInvalidLine = line }
                }
                offset += step.length
            }
            guard offset < bytes.count else { break }
            if bytes[offset] == lineBreak {
                cutLine(from: lineStart, to: offset, bytes)
                starts.append(UInt32(offset + 1))
                lineStart = offset + 1
                line += 1
            }
            offset += 1
        }
        cutLine(from: lineStart, to: bytes.count, bytes)
        // A break ends a line and begins none.
        if starts.count > 1, lineStart == bytes.count { starts.removeLast() }
    }

    private static let lineFeed: UInt8 = 0x0A
    private static let carriageReturn: UInt8 = 0x0D

    /// The bytes of a paragraph with its line break.
    func range(_ index: Int) -> Range<Int> {
        Int(starts[index])..<(index + 1 < starts.count ? Int(starts[index + 1]) : byteCount)
    }

    /// The bytes of a paragraph without its line break.
    func content(_ index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
        let range = range(index)
        var end = range.upperBound
        if end > range.lowerBound, bytes[end - 1] == lineBreak {
            end -= 1
            if end > range.lowerBound, bytes[end - 1] == Self.carriageReturn { end -= 1 }
        }
        return range.lowerBound..<end
    }

    /// The paragraph that an offset lies in; the last one for an offset at the end of the text or beyond.
    func paragraph(at offset: Int) -> Int { max(0, starts.partitioningIndex { Int($0) > offset } - 1) }

    /// Begins further paragraphs inside a line that is too long for one.
    private mutating func cutLine(from start: Int, to end: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
        var start = start
        while end - start > Self.limit {
            start = Self.cut(after: start, bytes)
            starts.append(UInt32(start))
        }
    }

    /// The best place to cut: after the last blank in the second half of what fits, or else before a scalar.
    private static func cut(after start: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        let full = start + limit
        for offset in stride(from: full, to: start + limit / 2, by: -1)
        where bytes[offset - 1] == 0x20 || bytes[offset - 1] == 0x09 {
            return offset
        }
        for offset in stride(from: full, to: full - 4, by: -1) where bytes[offset] & 0xC0 != 0x80 {
            return offset
        }
        return full
    }
}
