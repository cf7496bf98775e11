import Articles

/// The formats in which agencies send articles; headline, byline, dateline, provider and subjects become properties.
///
/// Sources: iptc.org, "NewsML-G2 2.34", "NITF 3.6" and "ninjs" 1.5, 2.1 and 3.0 with their schemas.
extension Format {
    static let newsML = Format(
        name: "newsml", title: "NewsML-G2, an article a news item", extensions: ["newsml", "xml"],
        read: Reader(
            holding: .several,
            recognises: { start in
                ["newsItem", "newsMessage", "packageItem"].contains { XML.begins(start, with: $0) }
            }, NewsMLReader.read))

    static let nitf = Format(
        name: "nitf", title: "NITF article", extensions: ["nitf", "xml"],
        read: Reader(recognises: { XML.begins($0, with: "nitf") }, NITFReader.read))

    static let ninjs = Format(
        name: "ninjs", title: "ninjs 1, 2 and 3, an article an item", extensions: ["json"],
        read: Reader(
            holding: .several, recognises: { JSONPeek.kind(of: $0) == .ninjs }, NinjsReader.read))
}

/// The line that says who wrote an article.
enum Byline {
    /// The author without the word before: `Von Anna Berg` and `By Anna Berg, Science Editor` begin with one.
    static func author(_ byline: String) -> String {
        let line = Prose.line(byline)
        for word in ["By ", "BY ", "Von ", "VON ", "by ", "von ", "Par ", "Por "] where line.hasPrefix(word) {
            return String(line.dropFirst(word.count))
        }
        return line
    }
}
