/// How much of a page's blocks reads like the text of an article, summed up so that any element's share costs nothing.
struct PageMass {
    private let places: [Int]
    private let good: [Double]
    private let bytes: [Int]
    private let links: [Int]

    init(_ blocks: [PageBlock], in tree: PageTree) {
        places = blocks.map(\.place)
        var (good, bytes, links) = ([0.0], [0], [0])
        for block in blocks {
            good.append((good.last ?? 0) + block.goodness(in: tree))
            bytes.append((bytes.last ?? 0) + block.text.utf8.count)
            links.append((links.last ?? 0) + block.linkBytes)
        }
        self.good = good
        self.bytes = bytes
        self.links = links
    }

    /// The numbers of the blocks that begin in a part of the tree.
    func blocks(in nodes: Range<Int>) -> Range<Int> { index(nodes.lowerBound)..<index(nodes.upperBound) }

    func good(in nodes: Range<Int>) -> Double {
        let range = blocks(in: nodes)
        return good[range.upperBound] - good[range.lowerBound]
    }

    func bytes(in nodes: Range<Int>) -> Int {
        let range = blocks(in: nodes)
        return bytes[range.upperBound] - bytes[range.lowerBound]
    }

    /// How much of the text is links, from 0 to 1.
    func linkShare(in nodes: Range<Int>) -> Double {
        let range = blocks(in: nodes)
        return Double(links[range.upperBound] - links[range.lowerBound]) / Double(max(1, bytes(in: nodes)))
    }

    private func index(_ node: Int) -> Int {
        var (low, high) = (0, places.count)
        while low < high {
            let middle = (low + high) / 2
            if places[middle] < node { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension PageBlock {
    var wordCount: Int {
        var count = 0
        var isInWord = false
        for byte in text.utf8 {
            if !byte.isPageSpace, !isInWord { count += 1 }
            isInWord = !byte.isPageSpace
        }
        return count
    }

    var linkShare: Double { Double(linkBytes) / Double(max(1, text.utf8.count)) }

    /// Whether it has a sentence's end and enough words for one.
    var isSentence: Bool {
        let count = wordCount
        guard count >= 4 || text.utf8.count >= 40 else { return false }
        if let last = text.last, Self.sentenceEnds.contains(last) { return true }
        return count >= 25 || endsSentence
    }

    private static let sentenceEnds: Set<Character> = [
        ".", "!", "?", "…", ":", "“", "”", "\"", "»", "«", "’", "。", "！", "？", "」", ")",
    ]

    /// Whether a full stop stands within it before white space, or one of eastern Asia anywhere.
    private var endsSentence: Bool {
        var (last, beforeLast): (UInt8, UInt8) = (0, 0)
        for byte in text.utf8 {
            if byte == 32, last == UInt8(ascii: ".") { return true }
            if byte == 0x82, last == 0x80, beforeLast == 0xE3 { return true }
            (beforeLast, last) = (last, byte)
        }
        return false
    }

    /// Its words, less where they are links and no sentence.
    func goodness(in tree: PageTree) -> Double {
        guard tree.tag(node).headingLevel == nil else { return 1 }
        // Chinese and Japanese have no blanks: three bytes a sign, two signs a word.
        let words = max(Double(wordCount), Double(text.utf8.count) / 12)
        let plain = max(0, 1 - linkShare * 1.5)
        return words * plain * plain * (isSentence ? 1 : 0.25)
    }
}
