/// The article of a web page: its text without what stands around it, and what the page says about it.
///
/// Blocks of text are weighed by their words, sentences and links. Elements that are called like menus, comments, share
/// bars and so on, and are not most of the page, are left out; then the way goes down the tree to the smallest element
/// with most of what is left. From there the lead between the headline and the text is taken in, and what is about the
/// text (bylines, captions, hints at other stories) is left out line by line.
struct PageArticle {
    private(set) var headline: String?
    private(set) var paragraphs: [PageBlock] = []
    private(set) var metadata: PageMetadata
    /// Whether the page looks like one with an article; else its text is all of it.
    private(set) var isFound = false

    /// The headline as the first line, the text below.
    var text: String {
        let body = PageBlock.joined(paragraphs)
        guard let headline else { return body }
        return body.isEmpty ? headline : headline + "\n\n" + body
    }

    init(_ tree: PageTree) {
        let hints = PageHints(tree)
        metadata = PageMetadata(tree, hints)
        guard let bodyNode = tree.first(.body) else { return }
        let body = tree.subtree(bodyNode)
        let tables = PageTables(tree)
        let all = PageText.blocks(of: tree, in: bodyNode, tables)
        let title = PageHeadline(all, metadata, in: tree)
        headline = title.text
        let clutter = PageClutter(
            tree, hints, mass: PageMass(all, in: tree), body: body, headline: title.place)
        let blocks = PageText.blocks(of: tree, in: bodyNode, tables) { clutter.isClutter[$0] }
        let content = PageContent(blocks, in: tree, body: bodyNode, headline: title, metadata)
        paragraphs = content.paragraphs
        isFound = content.isFound
        metadata.takeVisible(Self.linesAbout(all, title))
        takeLinkedBody()
        if paragraphs.isEmpty { paragraphs = all.filter { $0.text != headline } }
    }

    /// Short lines near the headline, where people look for author and date.
    private static func linesAbout(_ blocks: [PageBlock], _ title: PageHeadline) -> [String] {
        guard let place = title.block else { return [] }
        let near =
            Array(blocks[place..<min(place + 12, blocks.count)])
            + blocks[max(0, place - 4)..<place].reversed()
        return near.filter { $0.text.utf8.count < 200 }.flatMap {
            $0.text.split(separator: "\n").map(String.init)
        }
    }

    /// Where the tree holds much less than JSON-LD says that there is, as in pages that scripts fill, that is taken.
    private mutating func takeLinkedBody() {
        guard let body = metadata.body, body.utf8.count > 400 else { return }
        let size = paragraphs.reduce(0) { $0 + $1.text.utf8.count }
        guard size * 2 < body.utf8.count else { return }
        let text = body.contains("<") ? (try? PageText.text(ofHTML: body)) ?? body : body
        paragraphs = text.split(separator: "\n").map { line in
            PageBlock(text: String(line), node: 0, place: 0, isClose: false)
        }
        isFound = true
    }
}
