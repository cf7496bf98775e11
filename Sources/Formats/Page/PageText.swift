/// Turns HTML into clean text, as a browser shows it: the way for every format that holds HTML.
///
///     let text = try PageText.text(ofHTML: "<p>Ein <b>Wort</b>.<ul><li>eins<li>zwei</ul>")
///     // Ein Wort.
///     //
///     // – eins
///     // – zwei
///
/// A paragraph is one line, with an empty line between two. `br` breaks a line, two of them a paragraph. Items of a list
/// and rows of a table are lines of their own, cells with ` | ` between them; `pre` keeps its lines. Scripts, styles,
/// forms' fields and what the page hides are left out, and so is the head with its title. Fragments of HTML are as good
/// as pages. For the article of a page without what stands around it there is `PageArticle`.
enum PageText {
    /// - Throws: for HTML that is nested too deep or too large, and where gumbo is missing.
    static func text(ofHTML html: String, name: String = "page") throws(FormatError) -> String {
        try text(ofHTML: Array(html.utf8), name: name)
    }

    /// - Parameter html: UTF-8.
    static func text(ofHTML html: [UInt8], name: String = "page") throws(FormatError) -> String {
        text(of: try PageTree(html, name: name))
    }

    /// The text of a part of a page: all of it, or an element.
    static func text(of tree: PageTree, in node: Int = 0) -> String {
        PageBlock.joined(blocks(of: tree, in: node))
    }

    /// The text in its blocks.
    ///
    /// - Parameters:
    ///   - tables: the tables of the page, where they are known.
    ///   - isSkipped: whether an element is left out with all that it holds.
    static func blocks(
        of tree: PageTree, in node: Int = 0, _ tables: PageTables? = nil,
        skipping isSkipped: (Int) -> Bool = { _ in false }
    ) -> [PageBlock] {
        guard !tree.nodes.isEmpty else { return [] }
        var writer = PageTextWriter(tree, tables ?? PageTables(tree, in: tree.subtree(node)))
        writer.write(tree.subtree(node), skipping: isSkipped)
        return writer.blocks
    }

    /// An element's text on one line.
    static func line(of tree: PageTree, in node: Int) -> String {
        blocks(of: tree, in: node).map { $0.text.replacing("\n", with: " ") }.joined(separator: " ")
    }
}
