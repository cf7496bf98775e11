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

    /// The position of the first byte that is not ASCII or is the wanted one; 8 when there is none.
    @inline(__always)
    func firstStop(at wanted: UInt8) -> Int {
        let different = bits ^ (Self.ones &* UInt64(wanted))
        // Bits above the first match may be wrong, which does no harm to the first.
        let matches = (different &- Self.ones) & ~different & Self.highs
        return (matches | bits & Self.highs).trailingZeroBitCount >> 3
    }
}
