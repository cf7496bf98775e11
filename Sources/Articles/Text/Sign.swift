/// One scalar in the bytes as the tokenizer sees it.
struct Sign {
    let scalar: UInt32
    let length: Int
    let kind: CharacterClass

    static let end = Sign(scalar: 0, length: 0, kind: .space)

    func `is`(_ scalar: Unicode.Scalar) -> Bool { self.scalar == scalar.value }

    var isHyphen: Bool { scalar == 0x2D || scalar == 0x2010 || scalar == 0x2011 }
    var isApostrophe: Bool { scalar == 0x27 || scalar == 0x2019 }
    var isFullStop: Bool { scalar == 0x2E }
}

/// Bytes to be read sign by sign; outside of the range there is only white space, so that no look ahead can fail.
struct SignReader {
    let bytes: UnsafeBufferPointer<UInt8>
    let range: Range<Int>
    private let classes: UnsafeBufferPointer<CharacterClass>

    /// - Parameter classes: `CharacterClass.table`.
    init(
        _ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>,
        classes: UnsafeBufferPointer<CharacterClass>
    ) {
        self.bytes = bytes
        self.range = range
        self.classes = classes
    }

    var end: Int { range.upperBound }

    @inline(__always)
    func sign(at offset: Int) -> Sign {
        guard offset < range.upperBound else { return .end }
        let byte = bytes[offset]
        if byte < 0x80 { return Sign(scalar: UInt32(byte), length: 1, kind: classes[Int(byte)]) }
        let step = UTF8Step(bytes, at: offset, end: range.upperBound)
        let kind =
            step.scalar < CharacterClass.tableCount
            ? classes[Int(step.scalar)] : CharacterClass(beyondTable: step.scalar)
        return Sign(scalar: step.scalar, length: step.length, kind: kind)
    }

    /// The sign that ends at the offset.
    func sign(before offset: Int) -> Sign {
        guard offset > range.lowerBound else { return .end }
        var start = offset - 1
        while start > range.lowerBound, offset - start < 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        let found = sign(at: start)
        return start + found.length == offset ? found : sign(at: offset - 1)
    }

    /// The byte at an offset; 0 outside of the range.
    @inline(__always)
    func byte(at offset: Int) -> UInt8 { offset < range.upperBound ? bytes[offset] : 0 }

    /// The end of the letters, digits and marks that begin at the offset.
    @inline(__always)
    func wordEnd(from start: Int) -> Int {
        var offset = start
        while offset < range.upperBound {
            let byte = bytes[offset]
            if byte < 0x80 {
                guard classes[Int(byte)].isWord else { break }
                offset += 1
            } else {
                let next = sign(at: offset)
                guard next.kind.isWord else { break }
                offset += next.length
            }
        }
        return offset
    }

    /// The end of the same, as far as they begin within so many bytes.
    func wordEnd(from start: Int, atMost count: Int) -> Int {
        var offset = start
        while offset < start + count, case let next = sign(at: offset), next.kind.isWord {
            offset += next.length
        }
        return offset
    }

    /// The end of the marks that begin at the offset.
    @inline(__always)
    func marksEnd(from start: Int) -> Int {
        // No mark is ASCII, which settles nearly all questions.
        byte(at: start) < 0x80 ? start : end(of: .mark, from: start)
    }

    /// The end of the signs of a class that begin at the offset.
    func end(of kind: CharacterClass, from start: Int) -> Int {
        var offset = start
        while offset < range.upperBound, case let next = sign(at: offset), next.kind == kind {
            offset += next.length
        }
        return offset
    }

    /// The first offset from `start` that is not white space.
    func blanksEnd(from start: Int) -> Int { min(end(of: .space, from: start), range.upperBound) }

    /// The text of a range; meant for short ones.
    func string(_ range: Range<Int>) -> String {
        String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
    }
}
