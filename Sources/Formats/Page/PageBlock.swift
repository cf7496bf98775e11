/// A paragraph, heading, list item or table row of a page as text, and where in the tree it stands.
struct PageBlock: Sendable {
    /// One line, or several of `pre`.
    let text: String
    /// The innermost element that its text shares.
    let node: Int
    /// The text node of its first word.
    let place: Int
    /// Whether it stands close below the one before, as an item of a list and a line behind `br` do.
    var isClose: Bool
    /// How many bytes of the text are links.
    let linkBytes: Int
    /// How many links there are.
    let linkCount: Int
    let wordCount: Int
    /// Whether it has a sentence's end and enough words for one.
    let isSentence: Bool

    init(text: String, node: Int, place: Int, isClose: Bool, linkBytes: Int = 0, linkCount: Int = 0) {
        self.text = text
        self.node = node
        self.place = place
        self.isClose = isClose
        self.linkBytes = linkBytes
        self.linkCount = linkCount
        let words = Words(text)
        wordCount = words.count
        isSentence =
            (words.count >= 4 || text.utf8.count >= 40)
            && (words.count >= 25 || words.endsSentence
                || text.unicodeScalars.last.map(Self.sentenceEnds.contains) ?? false)
    }

    private static let sentenceEnds: Set<Unicode.Scalar> = [
        ".", "!", "?", "…", ":", "“", "”", "\"", "»", "«", "’", "。", "！", "？", "」", ")",
    ]

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

extension PageBlock {
    private struct Words {
        var count = 0
        /// Whether a full stop stands within the text before white space, or one of eastern Asia anywhere.
        var endsSentence = false

        init(_ text: String) {
            var text = text
            text.withUTF8 { take($0) }
        }

        private mutating func take(_ bytes: UnsafeBufferPointer<UInt8>) {
            var isInWord = false
            var (last, beforeLast): (UInt8, UInt8) = (0, 0)
            for byte in bytes {
                if byte > 32, byte != 0x82 {
                    if !isInWord { count += 1 }
                    isInWord = true
                } else {
                    let isSpace = byte.isPageSpace
                    if !isSpace, !isInWord { count += 1 }
                    isInWord = !isSpace
                    if byte == 32, last == UInt8(ascii: ".") { endsSentence = true }
                    if byte == 0x82, last == 0x80, beforeLast == 0xE3 { endsSentence = true }
                }
                (beforeLast, last) = (last, byte)
            }
        }
    }

    var linkShare: Double { Double(linkBytes) / Double(max(1, text.utf8.count)) }

    /// Its words, less where they are links and no sentence.
    func goodness(in tree: PageTree) -> Double {
        guard tree.tag(node).headingLevel == nil else { return 1 }
        // Chinese and Japanese have no blanks: three bytes a sign, two signs a word.
        let words = max(Double(wordCount), Double(text.utf8.count) / 12)
        let plain = max(0, 1 - linkShare * 1.5)
        return words * plain * plain * (isSentence ? 1 : 0.25)
    }
}
