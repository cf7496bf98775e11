/// Addresses: web, e-mail, hashtags and handles.
extension Tokenizer {
    private static let schemes: Set<String> = ["http", "https", "ftp", "mailto", "file", "ssh", "git"]

    private static let domains = Set(
        """
        com org net edu gov mil int info biz de at ch eu uk fr it es nl be pl cz dk se no fi ru ua us ca au jp cn io tv \
        me co
        """.split(separator: " ").map(String.init))

    /// The end of an address of which the word is the beginning and the sign the next piece.
    func addressEnd(from word: Word, at sign: Sign) -> Int? {
        switch Unicode.Scalar(sign.scalar) {
        case ":":
            guard let scheme = schemeName(word), Self.schemes.contains(scheme) else { return nil }
            let isWeb = reader.byte(at: word.end + 1) == UInt8(ascii: "/")
            return isWeb || scheme == "mailto" ? webEnd(from: word.end + 1) : nil
        case ".":
            guard word.end - word.start == 3, schemeName(word) == "www" else { return nil }
            return reader.sign(at: word.end + 1).kind.isWord ? webEnd(from: word.end) : nil
        case "/": return word.hasFullStop && isDomain(word) ? webEnd(from: word.end) : nil
        case "@", "+": return mailEnd(from: word.end)
        default: return nil
        }
    }

    /// The word in small letters, when it is short enough for a scheme.
    private func schemeName(_ word: Word) -> String? {
        word.end - word.start <= 6 ? reader.string(word.start..<word.end).lowercased() : nil
    }

    /// Whether the last part of the word is a top level domain.
    func isDomain(_ word: Word) -> Bool {
        word.end - word.part <= 4 && word.part - word.start > 2
            && Self.domains.contains(reader.string(word.part..<word.end))
    }

    /// An address runs to the next blank or quotation mark, without the punctuation of the sentence around it.
    private func webEnd(from start: Int) -> Int {
        var end = start
        var openBrackets = 0
        while case let next = reader.sign(at: end), next.length > 0, continuesAddress(next) {
            if next.is("(") { openBrackets += 1 }
            if next.is(")") {
                if openBrackets == 0 { break }
                openBrackets -= 1
            }
            end += next.length
        }
        while end > start + 1, Self.sentencePunctuation.contains(reader.byte(at: end - 1)) { end -= 1 }
        return end
    }

    private static let sentencePunctuation = Set(".,;:!?'*".utf8)

    private func continuesAddress(_ sign: Sign) -> Bool {
        switch sign.kind {
        case .upper, .lower, .letter, .digit, .mark: true
        case .punctuation, .symbol:
            sign.scalar < 0x80 && !"\"<>[]{}|`".unicodeScalars.contains { sign.is($0) }
        case .ideograph, .katakana, .pictograph, .regionalIndicator, .space: false
        }
    }

    /// The end of `@domain` at the offset, perhaps behind further pieces of the name.
    func mailEnd(from start: Int) -> Int? {
        var at = start
        while at < start + 64, case let byte = reader.byte(at: at), byte != UInt8(ascii: "@") {
            guard isMailByte(byte) else { return nil }
            at += 1
        }
        guard reader.byte(at: at) == UInt8(ascii: "@") else { return nil }
        var end = at + 1
        while case let byte = reader.byte(at: end), isMailByte(byte), end < at + 256 {
            if byte == UInt8(ascii: ".") {
                guard isMailByte(reader.byte(at: end + 1)), reader.byte(at: end + 1) != byte else { break }
            }
            end += 1
        }
        return end > at + 1 ? end : nil
    }

    /// Whether the letters from an offset run into `@domain`.
    func isMailAddress(from offset: Int) -> Bool { mailEnd(from: offset) != nil }

    private func isMailByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "+"): true
        default: false
        }
    }

    /// The end of `#Bundestag` or `@handle` whose sign stands at the offset.
    func tagEnd(from start: Int) -> Int? {
        guard reader.sign(at: start + 1).kind.isLetter else { return nil }
        var end = reader.wordEnd(from: start + 1)
        while reader.byte(at: end) == UInt8(ascii: "_") { end = reader.wordEnd(from: end + 1) }
        return end
    }
}
