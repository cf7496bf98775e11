/// Eight bytes looked at in one go.
///
/// Source of the arithmetic: Warren, Hacker's Delight, section 6-1 (find first 0-byte).
struct ByteWord {
    static let size = 8
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highs: UInt64 = 0x8080_8080_8080_8080

    private let bits: UInt64

    /// - Precondition: `offset + ByteWord.size <= bytes.count`.
    @inline(__always)
    init(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) {
        bits =
            UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
    }

    var isASCII: Bool { bits & Self.highs == 0 }

    /// The marks of the bytes that are not ASCII or are the wanted one; those above the first may be wrong.
    @inline(__always)
    private func stops(at wanted: UInt8) -> UInt64 {
        let different = bits ^ (Self.ones &* UInt64(wanted))
        return (different &- Self.ones) & ~different & Self.highs | bits & Self.highs
    }

    /// The position of the first byte that is not ASCII or is the wanted one; 8 when there is none.
    @inline(__always)
    private func firstStop(at wanted: UInt8) -> Int {
        stops(at: wanted).trailingZeroBitCount >> 3
    }

    /// The first offset from `start` with a byte that is not ASCII or is the wanted one, or one near the end.
    @inline(__always)
    static func skip(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to wanted: UInt8) -> Int {
        var offset = start
        while offset + 4 * size <= bytes.count {
            let first = ByteWord(bytes, at: offset).stops(at: wanted)
            let second = ByteWord(bytes, at: offset + size).stops(at: wanted)
            let third = ByteWord(bytes, at: offset + 2 * size).stops(at: wanted)
            let fourth = ByteWord(bytes, at: offset + 3 * size).stops(at: wanted)
            if first | second | third | fourth != 0 { break }
            offset += 4 * size
        }
        while offset + size <= bytes.count {
            let stop = ByteWord(bytes, at: offset).firstStop(at: wanted)
            offset += stop
            if stop < size { break }
        }
        return offset
    }
}
