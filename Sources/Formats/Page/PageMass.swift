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
