/// A paragraph, heading, list item or table row of a page as text, and where in the tree it stands.
struct PageBlock: Sendable {
    /// One line, or several of `pre`.
    var text: String
    /// The innermost element that its text shares.
    var node: Int
    /// The text node of its first word.
    var place: Int
    /// Whether it stands close below the one before, as an item of a list and a line behind `br` do.
    var isClose: Bool
    /// How many bytes of the text are links.
    var linkBytes: Int
    /// How many links there are.
    var linkCount: Int

    /// Blocks as a text: an empty line between them, none between those that stand close.
    static func joined(_ blocks: some Sequence<PageBlock>) -> String {
        var text = ""
        for block in blocks {
            if !text.isEmpty { text += block.isClose ? "\n" : "\n\n" }
            text += block.text
        }
        return text
    }
}
