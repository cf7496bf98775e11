/// Puts tokens together into a text that reads like one: for files that keep the words and not the white space.
///
///     Rutte ( VVD ) sagte : „ Ja . “     ->     Rutte (VVD) sagte: „Ja.“
///
/// A sentence is a line, so that the sentences of the file stay those of the text.
struct Detokenizer {
    private(set) var bytes: [UInt8] = []
    private var joinsNext = true
    private var isCurrency = false
    private var openQuotes: Set<UInt32> = []

    /// Adds a token and gives the place that it gets.
    mutating func add(_ token: ArraySlice<UInt8>, beginsSentence: Bool) -> Range<Int> {
        let followsCurrency = isCurrency
        let (joinsBefore, joinsAfter) = joins(token)
        if beginsSentence {
            if !bytes.isEmpty { bytes.append(10) }
        } else if !joinsNext, !joinsBefore, !(followsCurrency && isDigit(token.first)) {
            bytes.append(32)
        }
        joinsNext = joinsAfter
        let start = bytes.count
        bytes.append(contentsOf: token)
        return start..<bytes.count
    }

    /// Whether no blank stands before and after the token.
    private mutating func joins(_ token: ArraySlice<UInt8>) -> (before: Bool, after: Bool) {
        isCurrency = false
        guard token.count <= 3, let sign = Self.sign(token) else {
            // Clitics: 's, 're, ’s, n't.
            let isClitic =
                switch token.first {
                case UInt8(ascii: "'"): true
                case UInt8(ascii: "n"): token.elementsEqual("n't".utf8) || token.elementsEqual("n’t".utf8)
                case 0xE2: token.starts(with: "’".utf8)
                default: false
                }
            return (isClitic && token.count > 1, false)
        }
        switch Unicode.Scalar(sign) {
        case ".", ",", ";", ":", "!", "?", ")", "]", "}", "%", "…", "›": return (true, false)
        case "”", "’":
            openQuotes.remove(sign == 0x201D ? 0x201C : 0x2018)
            return (true, false)
        case "(", "[", "{", "¿", "¡": return (false, true)
        case "$", "£", "€":
            isCurrency = true
            return (false, false)
        case "„": return open(as: "“")
        case "‚": return open(as: "‘")
        case "\"", "“", "‘", "«", "»", "‹":
            // What opened is closed by its partner, or by itself.
            if openQuotes.remove(sign) != nil { return (true, false) }
            return open(as: sign == 0xAB ? "»" : sign == 0xBB ? "«" : Unicode.Scalar(sign) ?? "\"")
        default: return (false, false)
        }
    }

    private mutating func open(as closing: Unicode.Scalar) -> (before: Bool, after: Bool) {
        openQuotes.insert(closing == "“" && openQuotes.contains(0x201C) ? 0x201D : closing.value)
        return (false, true)
    }

    private func isDigit(_ byte: UInt8?) -> Bool { byte.map { (48...57).contains($0) } ?? false }

    /// The code point of a token that is a single sign up to U+FFFF.
    private static func sign(_ token: ArraySlice<UInt8>) -> UInt32? {
        guard let first = token.first else { return nil }
        func next(_ index: Int) -> UInt32 { UInt32(token[token.startIndex + index] & 0x3F) }
        switch token.count {
        case 1: return UInt32(first)
        case 2 where first & 0xE0 == 0xC0: return UInt32(first & 0x1F) << 6 | next(1)
        case 3 where first & 0xF0 == 0xE0: return UInt32(first & 0x0F) << 12 | next(1) << 6 | next(2)
        default: return nil
        }
    }
}
