/// Pieces of HTML inside other files: the content of a feed's item, the body of a mail.
enum HTMLFragment {
    /// Whether a string that may be either looks like HTML and not like plain text with a sign or two.
    static func isLikely(_ text: some StringProtocol) -> Bool {
        let bytes = Array(text.utf8)
        return bytes.indices.contains { index in
            guard index + 1 < bytes.count else { return false }
            let next = bytes[index + 1]
            switch bytes[index] {
            case UInt8(ascii: "<"):
                return isLetter(next) || next == UInt8(ascii: "/") || next == UInt8(ascii: "!")
            case UInt8(ascii: "&"):
                guard isLetter(next) || next == UInt8(ascii: "#") else { return false }
                return bytes[(index + 1)...].prefix(33).contains(UInt8(ascii: ";"))
            default: return false
            }
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 32) }

    /// The text of a fragment as paragraphs.
    ///
    /// - Throws: an error that names no file: a fragment's lines are not those of the file.
    static func prose(_ html: String) throws(FormatError) -> [UInt8] {
        do throws(FormatError) {
            return Array(try PageText.text(ofHTML: html).utf8)
        } catch {
            throw FormatError("the HTML is not read: " + error.message)
        }
    }

    /// The text of a string that may be HTML or plain; plain text has paragraphs where empty lines are.
    static func paragraphs(_ string: String) throws(FormatError) -> [UInt8] {
        if isLikely(string) { return try prose(string) }
        var prose = Prose()
        prose.addParagraphs(Array(string.utf8), lineBreak: .blank)
        return prose.bytes
    }

    /// A title or name that may hold tags and references, as one line.
    static func line(_ string: String) throws(FormatError) -> String {
        guard isLikely(string) else { return Prose.line(string) }
        return Prose.line(String(decoding: try prose(string), as: UTF8.self))
    }
}
