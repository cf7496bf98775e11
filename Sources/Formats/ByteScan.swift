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

    /// Whether the eight bytes at a place are all ASCII.
    ///
    /// - Precondition: there are eight.
    @inline(__always)
    static func isASCII(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        word(UnsafeRawBufferPointer(bytes), index) & highs == 0
    }

    /// How many bytes go on with a character that an earlier byte began.
    static func countOfContinuations(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        count(in: bytes, marks: { $0 & ~($0 << 1) & highs }, isCounted: { $0 & 0xC0 == 0x80 })
    }

    /// How many bytes begin a character of four, which is two units of UTF-16.
    static func countOfLongLeads(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        count(
            in: bytes, marks: { $0 & ($0 << 1) & ($0 << 2) & ($0 << 3) & highs }, isCounted: { $0 >= 0xF0 })
    }

    @inline(__always)
    private static func count(
        in bytes: UnsafeBufferPointer<UInt8>, marks: (UInt64) -> UInt64, isCounted: (UInt8) -> Bool
    ) -> Int {
        let raw = UnsafeRawBufferPointer(bytes)
        var (total, index) = (0, 0)
        while index + 8 <= bytes.count {
            // The product adds up the eight bits in its highest byte.
            total += Int((marks(word(raw, index)) >> 7 &* ones) >> 56)
            index += 8
        }
        while index < bytes.count {
            if isCounted(bytes[index]) { total += 1 }
            index += 1
        }
        return total
    }

    @inline(__always)
    private static func word(_ raw: UnsafeRawBufferPointer, _ index: Int) -> UInt64 {
        UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
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
            let marked = marks(word(raw, index))
            if marked != 0 { return index + marked.trailingZeroBitCount / 8 }
            index += 8
        }
        while index < bytes.count, !isWanted(bytes[index]) { index += 1 }
        return index
    }
}
