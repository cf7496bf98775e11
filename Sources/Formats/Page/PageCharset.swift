/// The encoding that a page names in itself, which has to be known before it can be read.
enum PageCharset {
    /// How much of a page may come before the name; browsers look at less.
    private static let reach = 8192

    /// The name in `<meta charset=…>`, in `<meta http-equiv … content="text/html; charset=…">` or in an XML declaration.
    static func declared(in bytes: ArraySlice<UInt8>) -> String? {
        let start = String(decoding: bytes.prefix(reach).map { $0 < 0x80 ? $0 : 63 }, as: UTF8.self)
            .lowercased()
        if start.hasPrefix("<?xml"), let end = start.firstRange(of: "?>"),
            let name = value(of: "encoding", in: start[..<end.lowerBound])
        {
            return name
        }
        var rest = Substring(start)
        while let tag = rest.firstRange(of: "<meta") {
            rest = rest[tag.upperBound...]
            let attributes = rest.prefix { $0 != ">" }
            // A page that says that it is UTF-16, in bytes that can be read without knowing it, is not.
            if let name = value(of: "charset", in: attributes), !name.hasPrefix("utf-16") { return name }
        }
        return nil
    }

    private static func value(of name: String, in text: Substring) -> String? {
        guard let place = text.firstRange(of: name) else { return nil }
        let behind = text[place.upperBound...].drop(while: \.isWhitespace)
        guard behind.first == "=" else { return nil }
        let value = behind.dropFirst().drop { $0.isWhitespace || $0 == "\"" || $0 == "'" }
            .prefix { !$0.isWhitespace && !"\"';/>".contains($0) }
        return value.isEmpty ? nil : String(value)
    }
}
