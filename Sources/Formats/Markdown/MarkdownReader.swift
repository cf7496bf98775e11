import Articles

/// Reads a Markdown file as an article: its front matter becomes properties, its marks go.
enum MarkdownReader {
    @Sendable static func read(_ input: Input) throws(FormatError) -> Imported {
        let (bytes, warning) = try TextEncoding.utf8(input.bytes, name: input.name, declared: input.charset)
        let lines = bytes.split(separator: 10, omittingEmptySubsequences: false).map { line in
            line.last == 13 ? line.dropLast() : line
        }
        let front = FrontMatter(lines.prefix(600).map { Substring(decoding: $0, as: UTF8.self) })
        let blocks = MarkdownBlocks(Array(lines.dropFirst(front.lineCount)))
        var draft = ArticleDraft(name: input.stem)
        draft.setTitle(front.values("title", "titel", "headline").first)
        if let title = blocks.title, draft.title == nil { draft.setTitle(title) }
        draft.setDate(front.values("date", "datum", "published", "pubdate").first)
        draft.setLanguage(front.values("lang", "language", "sprache").first)
        draft.setSource(front.values("source", "url", "link", "canonical", "quelle").first)
        draft.setSource(input.name)
        draft.set("author", front.values("author", "authors", "autor", "byline"))
        draft.set("categories", front.values("categories", "category", "tags", "keywords"))
        draft.set("summary", front.values("description", "summary", "teaser").first)
        draft.body = blocks.prose.bytes
        return Imported(
            documents: [draft.document()], warnings: [warning].compactMap(\.self))
    }

    /// Whether a file without a telling name begins like Markdown.
    static func isLikely(_ start: ArraySlice<UInt8>) -> Bool {
        start.starts(with: "---\n".utf8) || start.starts(with: "---\r\n".utf8)
            || start.starts(with: "# ".utf8)
    }
}
