/// The people in a field such as `Anna Berg <anna@example.org>, "Thies, Jonas" <thies@example.org>`. Source: RFC 5322, 3.4.
enum MailNames {
    /// Their names, without a name the address.
    static func names(_ value: [UInt8]) -> [String] {
        mailboxes(value).map(name).filter { !$0.isEmpty }
    }

    /// The field in pieces; a comma within quotes, comments or addresses parts nothing, nor does one in an encoded word.
    private static func mailboxes(_ value: [UInt8]) -> [ArraySlice<UInt8>] {
        var mailboxes: [ArraySlice<UInt8>] = []
        var start = value.startIndex
        var isQuoted = false
        var depth = 0
        for (index, byte) in value.enumerated() {
            switch byte {
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: "("), UInt8(ascii: "<"): if !isQuoted { depth += 1 }
            case UInt8(ascii: ")"), UInt8(ascii: ">"): if !isQuoted { depth = max(0, depth - 1) }
            case UInt8(ascii: ","):
                guard !isQuoted, depth == 0 else { continue }
                mailboxes.append(value[start..<index])
                start = index + 1
            default: break
            }
        }
        return mailboxes + [value[start...]]
    }

    private static func name(_ mailbox: ArraySlice<UInt8>) -> String {
        let text = Prose.line(EncodedWords.decoded(Array(mailbox)))
        guard let open = text.lastIndex(of: "<") else { return FeedAuthor.name(text) }
        let name = Prose.line(text[..<open].filter { $0 != "\"" && $0 != "\\" })
        return name.isEmpty ? String(text[text.index(after: open)...].prefix { $0 != ">" }) : name
    }
}
