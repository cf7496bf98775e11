/// Looks for bytes eight at a time.
///
/// A byte of the word is marked by its highest bit; marks above the lowest one may be false, so only the first counts.
/// Source: Sean Eron Anderson, "Bit Twiddling Hacks", "Determine if a word has a byte less than n".
enum ByteScan {
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highs: UInt64 = 0x8080_8080_8080_8080

    /// The first place at or after the start that holds the byte; the end when none does.
    static func next(_ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        let pattern = ones &* UInt64(byte)
        return next(in: bytes, from: start, marks: { zeros($0 ^ pattern) }, isWanted: { $0 == byte })
    }

    static func nextAboveASCII(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        next(in: bytes, from: start, marks: { $0 & highs }, isWanted: { $0 >= 0x80 })
    }

    /// The first byte that ends a run of plain characters in a JSON string: a quote, backslash or control character.
    static func nextJSONStop(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        let quotes = ones &* UInt64(UInt8(ascii: "\""))
        let backslashes = ones &* UInt64(UInt8(ascii: "\\"))
        return next(
            in: bytes, from: start,
            marks: { zeros($0 ^ quotes) | zeros($0 ^ backslashes) | ($0 &- ones &* 32) & ~$0 & highs },
            isWanted: { $0 < 32 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") })
    }

    /// Marks bytes that are zero.
    @inline(__always)
    private static func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & highs }

    @inline(__always)
    private static func next(
        in bytes: UnsafeBufferPointer<UInt8>, from start: Int, marks: (UInt64) -> UInt64,
        isWanted: (UInt8) -> Bool
    ) -> Int {
        let raw = UnsafeRawBufferPointer(bytes)
        var index = start
        while index + 8 <= bytes.count {
            let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            let marked = marks(word)
            if marked != 0 { return index + marked.trailingZeroBitCount / 8 }
            index += 8
        }
        while index < bytes.count, !isWanted(bytes[index]) { index += 1 }
        return index
    }
}
