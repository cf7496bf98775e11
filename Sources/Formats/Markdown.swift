import Articles

/// Markdown as text: the markup stays, so that offsets are those of the file.
///
/// What is written is a report: entities as a table, facts and notes as lists.
/// The title is the front matter's or the first heading. Sources: spec.commonmark.org 0.31 (headings); front matter as
/// Jekyll and Hugo write it, of which `title`, `date`, `language` and `source` are understood.
extension Format {
    static let markdown = Format(
        name: "markdown", title: "Markdown: articles with marks kept as text; reports",
        extensions: ["md", "markdown"],
        offsets: [.codePoints, .utf8, .utf16],
        carries: [
            .mentions, .nested, .overlapping, .blank, .attributes, .values, .links, .facts, .labels, .notes,
            .placeNotes, .metadata, .margins, .spelling, .spacing,
        ],
        read: Reader(recognises: MarkdownHeader.isLikely) { input throws(FormatError) in
            let (text, warning) = try Text.decoded(input)
            let header = MarkdownHeader(text)
            let article = Article(
                name: input.stem, title: header.title, source: header.source ?? input.name, date: header.date,
                language: header.language, text: text)
            return Imported(
                documents: [Document(article: article)], warnings: [warning].compactMap(\.self))
        },
        write: Writer(report: .anyNumber()) { document, options, output in
            MarkdownReport.write(document, options, into: &output)
        })
}

/// What the beginning of a Markdown file says about the article.
struct MarkdownHeader {
    /// A title further down is not looked for.
    private static let lineLimit = 200

    private(set) var title: String?
    private(set) var date: String?
    private(set) var language: String?
    private(set) var source: String?

    init(_ text: Text) {
        var lines = (0..<min(text.paragraphCount, Self.lineLimit)).compactMap { text.trimmedLine($0) }[...]
        if lines.first == "---", let end = lines.dropFirst().firstIndex(where: { $0 == "---" || $0 == "..." })
        {
            for line in lines[1..<end] { takeProperty(line) }
            lines = lines[(end + 1)...]
        }
        title = title ?? Self.heading(lines)
    }

    /// Whether a file without a telling name begins like Markdown.
    static func isLikely(_ start: ArraySlice<UInt8>) -> Bool {
        start.starts(with: "---\n".utf8) || start.starts(with: "---\r\n".utf8)
            || start.starts(with: "# ".utf8)
    }

    private mutating func takeProperty(_ line: String) {
        guard let colon = line.firstIndex(of: ":") else { return }
        let value = Self.unquoted(line[line.index(after: colon)...])
        guard !value.isEmpty else { return }
        switch line[..<colon].lowercased() {
        case "title": title = value
        case "date": if UTCTime.isDay(value.prefix(10)) { date = String(value.prefix(10)) }
        case "lang", "language": language = value
        case "source", "url": source = value
        default: break
        }
    }

    private static func unquoted(_ value: Substring) -> String {
        let value = value.trimmed
        guard let quote = value.first, quote == "\"" || quote == "'", value.count > 1, value.last == quote
        else {
            return String(value)
        }
        return String(value.dropFirst().dropLast())
    }

    /// The first heading: `# Title`, or a line that is underlined with `===`.
    private static func heading(_ lines: ArraySlice<String>) -> String? {
        var previous = ""
        var isCode = false
        for line in lines {
            if line.hasPrefix("```") || line.hasPrefix("~~~") { isCode.toggle() }
            if isCode { continue }
            let hashes = line.prefix { $0 == "#" }
            if (1...6).contains(hashes.count), line.dropFirst(hashes.count).first == " " {
                let title = line.dropFirst(hashes.count).trimmed
                let closed = String(title.reversed().drop { $0 == "#" }.reversed())
                // A row of hashes closes a heading only behind a blank: `# C#` is called C#.
                return closed.isEmpty || closed.last == " " ? String(closed[...].trimmed) : String(title)
            }
            if !previous.isEmpty, !line.isEmpty, line.allSatisfy({ $0 == "=" }) { return previous }
            previous = line
        }
        return nil
    }
}

extension Substring {
    /// Without the blanks and tabs around it.
    var trimmed: Substring {
        var rest = drop { $0 == " " || $0 == "\t" }
        while rest.last == " " || rest.last == "\t" { rest.removeLast() }
        return rest
    }
}
