import Articles

/// Web pages: any page is read as the article that it holds, and what is written is a page for people, with the entities
/// marked, a legend, the facts and the notes; it needs nothing else, and prints.
///
/// The text of `<article>` is the text of the article. A mention is a `<mark>` with label and place in code points; one
/// inside another nests. Elements cannot cross, so a mention that crosses an earlier one or has several fragments is
/// drawn as `<span>`s that share its `data-id`. Source: html.spec.whatwg.org.
extension Format {
    static let html = Format(
        name: "html", title: "Web page: articles without what stands around them; reports",
        extensions: ["html", "htm", "xhtml"],
        offsets: [.codePoints],
        carries: [
            .mentions, .nested, .overlapping, .discontinuous, .blank, .attributes, .values, .links, .facts,
            .labels,
            .notes,
            .placeNotes, .status, .metadata, .margins, .spelling, .spacing,
        ],
        read: Reader(recognises: PageReader.isLikely, PageReader.read),
        write: Writer(report: .oneDocument) { document, _, output in
            output.bytes += HTMLPage.write(document)
        })
}
