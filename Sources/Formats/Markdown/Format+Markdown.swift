import Articles

/// Markdown as an article without its marks: the front matter becomes properties, the title is its own or the first
/// heading's.
///
/// What is written is a report: entities as a table, facts and notes as lists. Sources: spec.commonmark.org 0.31; front
/// matter as Jekyll and Hugo write it.
extension Format {
    static let markdown = Format(
        name: "markdown", title: "Markdown: articles; reports",
        extensions: ["md", "markdown"],
        offsets: [.codePoints, .utf8, .utf16],
        carries: [
            .mentions, .nested, .overlapping, .blank, .attributes, .values, .links, .facts, .labels, .notes,
            .placeNotes, .metadata, .margins, .spelling, .spacing,
        ],
        read: Reader(recognises: MarkdownReader.isLikely, MarkdownReader.read),
        write: Writer(report: .anyNumber()) { document, options, output in
            MarkdownReport.write(document, options, into: &output)
        })
}
