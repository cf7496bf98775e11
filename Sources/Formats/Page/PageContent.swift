/// Chooses the blocks of a page that are its article's text.
struct PageContent {
    private(set) var paragraphs: [PageBlock] = []
    private(set) var isFound = false

    private let blocks: [PageBlock]
    private let tree: PageTree
    private let mass: PageMass
    private let headline: PageHeadline
    private let metadata: PageMetadata

    /// - Parameter blocks: those that are not in the page's clutter.
    init(
        _ blocks: [PageBlock], in tree: PageTree, body: Int, headline: PageHeadline, _ metadata: PageMetadata
    ) {
        self.blocks = blocks
        self.tree = tree
        self.headline = headline
        self.metadata = metadata
        mass = PageMass(blocks, in: tree)
        guard !blocks.isEmpty else { return }
        let container = self.container(from: body)
        var range = mass.blocks(in: tree.subtree(container))
        let title = headline.place.flatMap { place in blocks.firstIndex { $0.place == place } }
        range = withoutEnd(range, in: container, behind: title)
        var chosen: [Int] = []
        if let title {
            // What stands above the headline is about it; what is between it and the text may be the lead.
            if title < range.lowerBound { chosen = (title + 1..<range.lowerBound).filter { isLead($0) } }
            if range.contains(title) { range = title + 1..<range.upperBound }
        }
        chosen += range.filter { isText($0) }
        let invitations = Set(range.filter { PagePhrase.isInvitation(blocks[$0].text) }.flatMap { box($0) })
        chosen.removeAll { invitations.contains($0) }
        keep(withoutEdges(chosen))
        isFound = paragraphs.contains { $0.isSentence }
    }

    // MARK: The container

    /// The smallest element that holds most of the text.
    private func container(from body: Int) -> Int {
        var place = marked(in: body) ?? body
        while true {
            let range = tree.subtree(place)
            let total = mass.good(in: range)
            guard total > 0, let best = heaviest(of: place), mass.good(in: tree.subtree(best)) >= total * 0.75
            else {
                return place
            }
            guard tree.tag(best).layout != .inline || tree.tag(best) == .other || tree.tag(best) == .font,
                tree.tag(best) != .p
            else { return place }
            guard !hasTwin(best, in: place) else { return place }
            place = best
        }
    }

    /// Whether another child of the same kind holds text too: the text goes on behind a box that divides it.
    private func hasTwin(_ node: Int, in parent: Int) -> Bool {
        guard let name = tree.bytes(.class, of: node), !name.isEmpty else { return false }
        return tree.children(parent).contains { other in
            other != node && tree.tag(other) == tree.tag(node) && tree.bytes(.class, of: other) == name
                && mass.good(in: tree.subtree(other)) > 8
        }
    }

    private func heaviest(of node: Int) -> Int? {
        var best: (mass: Double, node: Int)?
        for child in tree.children(node) {
            let mass = mass.good(in: tree.subtree(child))
            if mass > best?.mass ?? -1 { best = (mass, child) }
        }
        return best?.node
    }

    /// An element that the page itself calls the article's text, if it holds enough of the text.
    private func marked(in body: Int) -> Int? {
        let total = mass.good(in: tree.subtree(body))
        var best: (share: Double, node: Int)?
        for node in tree.subtree(body) where tree.isValue(.itemprop, "articleBody", of: node) {
            let share = mass.good(in: tree.subtree(node))
            if share > total * 0.3, share > best?.share ?? 0 { best = (share, node) }
        }
        return best?.node
    }

    // MARK: The end

    /// Without what follows the text under headings such as "Mehr zum Thema" or behind a contact of the press.
    private func withoutEnd(_ range: Range<Int>, in container: Int, behind title: Int?) -> Range<Int> {
        let total = mass.good(in: tree.subtree(container))
        var sum = 0.0
        for index in range {
            let block = blocks[index]
            if index > title ?? -1, sum > total * 0.3, block.text.utf8.count < 80,
                PagePhrase.opensOther(block.text)
            {
                return range.lowerBound..<index
            }
            sum += block.goodness(in: tree)
        }
        return range
    }

    // MARK: Blocks

    private func isLead(_ index: Int) -> Bool {
        let block = blocks[index]
        return block.wordCount >= 4 && block.linkShare < 0.5 && !PagePhrase.isAbout(block.text)
            && (block.isSentence || isDescription(block) || tree.tag(block.node).headingLevel != nil)
    }

    private func isDescription(_ block: PageBlock) -> Bool {
        guard let description = metadata.description else { return false }
        return PageHeadline.likeness(PageHeadline.words(block.text), PageHeadline.words(description)) > 0.7
    }

    private func isText(_ index: Int) -> Bool {
        let block = blocks[index]
        if PagePhrase.isAbout(block.text) || block.text == headline.text { return false }
        if block.linkShare > 0.8 { return false }
        if block.linkShare > 0.5, !block.isSentence || block.linkCount == 1 { return false }
        return true
    }

    /// The blocks of the small box that one stands in.
    private func box(_ index: Int) -> Range<Int> {
        let around = tree.ancestors(blocks[index].node).prefix(3).first { node in
            mass.blocks(in: tree.subtree(node)).count > 1
        }
        guard let around, mass.bytes(in: tree.subtree(around)) < 500 else { return index..<index }
        return mass.blocks(in: tree.subtree(around))
    }

    /// Without what stands before the first sentence and behind the last, lists and tables there apart.
    private func withoutEdges(_ indices: [Int]) -> ArraySlice<Int> {
        guard let first = indices.firstIndex(where: { isStart(blocks[$0]) }),
            let last = indices.lastIndex(where: { blocks[$0].isSentence || isPart(blocks[$0]) })
        else { return indices[...] }
        return last >= first ? indices[first...last] : indices[first...]
    }

    private func isStart(_ block: PageBlock) -> Bool {
        block.isSentence || isDescription(block)
            || tree.tag(block.node).headingLevel != nil && block.wordCount >= 3
    }

    /// Whether it is an item of a list or a row of a table, and no lone link.
    private func isPart(_ block: PageBlock) -> Bool {
        guard block.linkShare < 0.5 else { return false }
        return [.li, .tr, .td, .th].contains(tree.tag(block.node)) || block.text.hasPrefix("–")
    }

    /// Takes the blocks in their order, without those that say again what another says, and without headings that
    /// nothing follows.
    private mutating func keep(_ indices: ArraySlice<Int>) {
        var seen: Set<String> = []
        for index in indices {
            let block = blocks[index]
            guard seen.insert(block.text).inserted || block.isClose else { continue }
            while let last = paragraphs.last, tree.tag(last.node).headingLevel != nil,
                let level = tree.tag(block.node).headingLevel, level <= tree.tag(last.node).headingLevel ?? 0
            {
                paragraphs.removeLast()
            }
            paragraphs.append(block)
        }
        while let last = paragraphs.last, tree.tag(last.node).headingLevel != nil { paragraphs.removeLast() }
        if !paragraphs.isEmpty { paragraphs[0].isClose = false }
    }
}
