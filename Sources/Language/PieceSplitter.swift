/// Splits a token where a sign, a number or a clitic ends, whatever the tokenizer thought about it.
enum PieceSplitter {
    static func split(_ bytes: [UInt8], from start: Int, to end: Int, into pieces: inout [Piece]) {
        var index = start
        while index < end {
            let first = index
            let shape: Piece.Shape
            if let length = Letters.signLength(bytes, at: index, end: end) {
                shape = .sign
                index += length
            } else if Letters.isDigit(bytes[index]) {
                shape = .number
                index = endOfNumber(bytes, from: index, to: end)
            } else {
                index = endOfWord(bytes, from: index, to: end)
                shape = self.shape(of: bytes, from: first, to: index)
            }
            pieces.append(
                Piece(
                    start: first, end: index, shape: shape,
                    isSpaced: first == start && isSpace(bytes, before: start)))
        }
    }

    /// Tokens may touch: `stehen.Gleichzeitig`.
    private static func isSpace(_ bytes: [UInt8], before index: Int) -> Bool {
        index == 0 || bytes[index - 1] <= 0x20
            || (index > 1 && bytes[index - 2] == 0xC2 && bytes[index - 1] == 0xA0)
            || (index > 2 && bytes[index - 3] == 0xE2 && bytes[index - 2] == 0x80)
    }

    /// Digits with single dots, commas, colons and apostrophes between them; an ISO date whole.
    private static func endOfNumber(_ bytes: [UInt8], from start: Int, to end: Int) -> Int {
        if isISODate(bytes, from: start, to: end) { return start + 10 }
        var index = start
        while index < end {
            if Letters.isDigit(bytes[index]) {
                index += 1
            } else if index + 1 < end, Letters.isDigit(bytes[index + 1]),
                [0x2E, 0x2C, 0x3A, 0x27].contains(bytes[index])
            {
                index += 2
            } else {
                break
            }
        }
        return index
    }

    private static func isISODate(_ bytes: [UInt8], from start: Int, to end: Int) -> Bool {
        guard start + 10 <= end, start + 10 == end || !Letters.isDigit(bytes[start + 10]) else {
            return false
        }
        return (0..<10).allSatisfy { offset in
            let byte = bytes[start + offset]
            return offset == 4 || offset == 7 ? byte == UInt8(ascii: "-") : Letters.isDigit(byte)
        }
    }

    /// Letters and digits, with the signs that hold a word together: hyphen, dot, ampersand, apostrophe, but for the
    /// genitive's.
    private static func endOfWord(_ bytes: [UInt8], from start: Int, to end: Int) -> Int {
        var index = start
        while index < end {
            guard let length = Letters.signLength(bytes, at: index, end: end) else {
                index += 1
                while index < end, bytes[index] & 0xC0 == 0x80 { index += 1 }
                continue
            }
            let next = index + length
            guard next < end, Letters.signLength(bytes, at: next, end: end) == nil,
                holdsWord(bytes, index, length)
            else { break }
            let isGenitive =
                next + 1 == end && bytes[next] | 0x20 == UInt8(ascii: "s")
                && bytes[index] != UInt8(ascii: "-")
                && bytes[index] != UInt8(ascii: ".")
            if isGenitive { break }
            index = next
        }
        return max(index, start + 1)
    }

    private static func holdsWord(_ bytes: [UInt8], _ index: Int, _ length: Int) -> Bool {
        if length == 1 { return [0x2D, 0x2E, 0x26, 0x27].contains(bytes[index]) }  // - . & '
        // U+2010, U+2011 (hyphens), U+2019 (apostrophe), U+00AD (soft hyphen)
        if length == 3 { return bytes[index + 1] == 0x80 && [0x90, 0x91, 0x99].contains(bytes[index + 2]) }
        return bytes[index + 1] == 0xAD
    }

    private static func shape(of bytes: [UInt8], from start: Int, to end: Int) -> Piece.Shape {
        var capitals = 0
        var small = 0
        var index = start
        var startsWithCapital = false
        while index < end {
            let byte = bytes[index]
            if byte >= 0xCD { return byte == 0xE1 || byte == 0xE2 ? .capitalised : .foreign }
            if 0x41...0x5A ~= byte
                || (byte >= 0xC3 && index + 1 < end && Letters.isCapital(byte, bytes[index + 1]))
            {
                capitals += 1
                if index == start { startsWithCapital = true }
            } else if 0x61...0x7A ~= byte || byte >= 0xC3 {
                small += 1
            }
            index += 1
        }
        if startsWithCapital { return small == 0 && capitals > 1 ? .upper : .capitalised }
        return .lower
    }
}
