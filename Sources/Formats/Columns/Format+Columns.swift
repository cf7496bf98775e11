import Articles

/// Tables and lists of articles with named columns: an article a row, what a column has no meaning for becomes a property.
///
/// They are told apart from the tables that are written here by their header: those have `start` and `end`.
extension Format {
    static let csvArticles = Format(
        name: "csv-articles", title: "Articles as CSV with named columns, an article a row",
        extensions: ["csv"],
        read: Reader(
            holding: .several, recognises: { ArticleTable.isLikely($0) && !ArticleTable.isTabbed($0) },
            ArticleTable.read))

    static let tsvArticles = Format(
        name: "tsv-articles", title: "Articles with named columns, tab-separated, an article a row",
        extensions: ["tsv"],
        read: Reader(
            holding: .several, recognises: { ArticleTable.isLikely($0) && ArticleTable.isTabbed($0) },
            ArticleTable.read))

    static let jsonLineArticles = Format(
        name: "jsonl-articles", title: "Articles as JSON lines with named columns",
        extensions: ["jsonl", "ndjson"],
        read: Reader(
            framing: .lines,
            recognises: { JSONPeek.kind(of: $0) == .columns && ArticleObject.isLine($0) },
            ArticleObject.readLine))

    static let jsonArticles = Format(
        name: "json-articles", title: "Articles as JSON with named columns, one or a list",
        extensions: ["json"],
        read: Reader(holding: .several, recognises: { JSONPeek.kind(of: $0) == .columns }, ArticleObject.read)
    )
}
