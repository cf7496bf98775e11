/// XHTML made fit for a parser of HTML.
///
/// `<title/>` is a whole element in XML; in HTML it is the beginning of one that the rest of the page belongs to.
enum EPUBMarkup {
    private static let void: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    ]
    private static let longestName = 32

    /// The page as UTF-8, with an end tag for every element that has none of its own.
    static func html(_ bytes: [UInt8], _ name: String) throws(FormatError) -> [UInt8] {
        let charset = PageCharset.declared(in: bytes[...])
        let page = try TextEncoding.utf8(bytes, name: name, declared: charset).bytes
        var html: [UInt8] = []
        html.reserveCapacity(page.count + page.count / 16)
        var copied = 0
        while let start = page.firstIndex(of: UInt8(ascii: "<"), from: copied) {
            guard let end = end(of: start, in: page) else { break }
            html += page[copied...end]
            copied = end + 1
            guard page[end] == UInt8(ascii: ">"), page[end - 1] == UInt8(ascii: "/") else { continue }
            let element = elementName(page[(start + 1)..<end])
            guard !element.isEmpty, !void.contains(element.lowercased()) else { continue }
            html.removeLast(2)
            html += "></\(element)>".utf8
        }
        html += page[copied...]
        return html
    }

    /// Where a tag ends: not at a `>` in a value.
    private static func end(of start: Int, in page: [UInt8]) -> Int? {
        var quote: UInt8?
        let isComment = page[start...].starts(with: "<!--".utf8)
        for index in (start + 1)..<max(start + 1, page.count) {
            let byte = page[index]
            if isComment {
                if byte == UInt8(ascii: ">"), page[index - 2] == UInt8(ascii: "-"), index > start + 5 {
                    return index
                }
            } else if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                return index
            } else if byte == UInt8(ascii: "<") {
                return index - 1
            }
        }
        return nil
    }

    private static func elementName(_ tag: ArraySlice<UInt8>) -> String {
        let name = tag.prefix(longestName).prefix { byte in
            (97...122).contains(byte | 32) || (48...57).contains(byte) || byte == UInt8(ascii: ":")
                || byte == UInt8(ascii: "-")
        }
        return name.first.map { (97...122).contains($0 | 32) } ?? false
            ? String(decoding: name, as: UTF8.self) : ""
    }
}
