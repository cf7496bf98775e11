/// Words of a header in another alphabet: `=?iso-8859-1?Q?Gr=F6=DFe?=`. Source: RFC 2047.
enum EncodedWords {
    /// The value of a field as text; blanks between two encoded words are no part of it.
    static func decoded(_ value: [UInt8]) -> String {
        var result: [UInt8] = []
        var plainStart = 0
        var at = 0
        var lastWordEnd: Int?
        // Pieces of one character may stand in two words of the same charset.
        var open: (label: String, bytes: [UInt8])?
        func flush() {
            if let open { result += MailCharset.utf8(open.bytes, label: open.label).bytes }
            open = nil
        }
        while at + 1 < value.count {
            guard value[at] == UInt8(ascii: "="), value[at + 1] == UInt8(ascii: "?"),
                let word = word(value[at...])
            else {
                at += 1
                continue
            }
            let between = value[plainStart..<at]
            if lastWordEnd == nil || !between.allSatisfy(\.isSpace) {
                flush()
                result += MailCharset.utf8(Array(between), label: nil).bytes
            }
            if let label = open?.label, label == word.label {
                open?.bytes += word.bytes
            } else {
                flush()
                open = (word.label, word.bytes)
            }
            at = word.end
            plainStart = at
            lastWordEnd = at
        }
        flush()
        result += MailCharset.utf8(Array(value[plainStart...]), label: nil).bytes
        return String(decoding: result, as: UTF8.self)
    }

    /// The word that begins here, in the bytes of its charset. A word has 75 signs; longer ones occur.
    private static func word(_ value: ArraySlice<UInt8>) -> (label: String, bytes: [UInt8], end: Int)? {
        let window = value.dropFirst(2).prefix(1000)
        let mark = UInt8(ascii: "?")
        guard let labelEnd = window.prefix(60).firstIndex(of: mark), labelEnd + 2 < window.endIndex,
            window[labelEnd + 2] == mark
        else { return nil }
        let start = labelEnd + 3
        guard let end = window[start...].firstIndex(of: mark), end + 1 < window.endIndex,
            window[end + 1] == UInt8(ascii: "=")
        else { return nil }
        let content = window[start..<end]
        // A language may follow the charset behind an asterisk.
        let label = String(decoding: window[..<labelEnd].prefix { $0 != UInt8(ascii: "*") }, as: UTF8.self)
        switch window[labelEnd + 1] | 32 {
        case UInt8(ascii: "q"):
            let spaced = content.map { $0 == UInt8(ascii: "_") ? 32 : $0 }
            return (label, Percent.bytes(spaced[...], sign: UInt8(ascii: "=")), end + 2)
        case UInt8(ascii: "b"): return (label, TransferEncoding.base64(content), end + 2)
        default: return nil
        }
    }
}
