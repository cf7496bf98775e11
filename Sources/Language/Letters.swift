/// The letters of the Latin script as bytes of UTF-8: which are capitals, and how they are written small.
enum Letters {
    /// The text in lower case. The small form of a Latin letter up to U+017F has as many bytes as the large one.
    static func folded(_ bytes: [UInt8]) -> [UInt8] {
        var folded = bytes
        var index = 0
        while index < folded.count {
            let byte = folded[index]
            if byte < 0x80 {
                if 0x41...0x5A ~= byte { folded[index] = byte | 0x20 }
                index += 1
                continue
            }
            if index + 1 < folded.count, isCapital(byte, folded[index + 1]) {
                if byte == 0xC3 { folded[index + 1] |= 0x20 } else { folded[index + 1] += 1 }
            }
            index += 1
        }
        return folded
    }

    /// Whether two bytes are a capital between U+00C0 and U+017F whose small form has the same first byte.
    static func isCapital(_ first: UInt8, _ second: UInt8) -> Bool {
        switch first {
        case 0xC3: 0x80...0x9E ~= second && second != 0x97
        case 0xC4: (0x80...0xB7 ~= second && second % 2 == 0) || (0xB9...0xBE ~= second && second % 2 == 1)
        case 0xC5:
            (0x81...0x88 ~= second && second % 2 == 1) || (0x8A...0xB7 ~= second && second % 2 == 0)
                || (0xB9...0xBE ~= second && second % 2 == 1)
        default: false
        }
    }

    static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }

    /// The number of bytes of the sign at an index, or nil for a letter, a digit or anything unknown.
    static func signLength(_ bytes: [UInt8], at index: Int, end: Int) -> Int? {
        let byte = bytes[index]
        if byte < 0x80 {
            let isWord = isDigit(byte) || 0x41...0x5A ~= byte & 0xDF && byte >= 0x41
            return isWord ? nil : 1
        }
        if byte == 0xC2, index + 1 < end {
            // Latin-1's signs, but for the ordinal indicators and the micro sign.
            return [0xAA, 0xB5, 0xBA].contains(bytes[index + 1]) ? nil : 2
        }
        guard index + 2 < end else { return nil }
        switch (byte, bytes[index + 1]) {
        case (0xE2, 0x80...0x81): return 3  // general punctuation
        case (0xE2, 0x82) where bytes[index + 2] >= 0xA0: return 3  // currency signs
        case (0xE2, 0x86...0xAF), (0xE3, 0x80): return 3  // arrows to geometric shapes, CJK punctuation
        default: return nil
        }
    }
}
