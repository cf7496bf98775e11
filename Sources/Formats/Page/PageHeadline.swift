/// The headline of a page: what the page calls it, and the block where people see it.
struct PageHeadline {
    let text: String?
    /// The number of its block among all blocks.
    let block: Int?
    /// The text node where it begins.
    let place: Int?

    init(_ blocks: [PageBlock], _ metadata: PageMetadata, in tree: PageTree) {
        let named = metadata.headline.map { Self.words($0) } ?? []
        let window = metadata.windowTitle.map { Self.words($0) } ?? []
        var best: (score: Double, index: Int)?
        for (index, block) in blocks.enumerated() where block.text.utf8.count <= 400 {
            let level = Self.level(block, in: tree)
            // A headline far down is at least marked as one.
            guard index < 400 || level != nil else { continue }
            let words = Self.words(block.text)
            guard !words.isEmpty else { continue }
            var score = 0.0
            if !named.isEmpty { score += 6 * Self.likeness(words, named) }
            // A window's title names the site as well, so only what is in the block counts, and how much that is.
            if words.count >= 3, Self.isPart(words, of: window) {
                score += 3 + min(1, Double(words.count) / 20)
            }
            guard score > 3 || level != nil else { continue }
            switch level {
            case 1?: score += 3
            case 2?: score += 1.5
            case 3?: score += 0.8
            default: break
            }
            if Self.isTitle(block.node, in: tree) { score += 1 }
            if words.count < 3 { score -= 1.5 }
            if block.linkShare > 0.8 { score -= 2 }
            score -= min(1, Double(index) / 200)
            if score > (best?.score ?? 1.5) { best = (score, index) }
        }
        block = best?.index
        place = best.map { blocks[$0.index].place }
        if let best {
            text = blocks[best.index].text.replacing("\n", with: " ")
        } else {
            text = metadata.headline ?? metadata.windowTitle.flatMap { $0.isEmpty ? nil : $0 }
        }
    }

    private static func level(_ block: PageBlock, in tree: PageTree) -> Int? {
        tree.tag(block.node).headingLevel
            ?? tree.ancestors(block.node).prefix(3).lazy.compactMap {
                tree.tag($0).headingLevel
            }.first
    }

    private static func isTitle(_ node: Int, in tree: PageTree) -> Bool {
        if tree.isValue(.itemprop, "headline", of: node) { return true }
        let words = PageHint.words(
            of: (tree.value(.class, of: node) ?? "") + " " + (tree.value(.id, of: node) ?? ""))
        return !titleWords.isDisjoint(with: words)
    }

    private static let titleWords: Set<String> = [
        "headline", "title", "titel", "schlagzeile", "heading", "hed",
    ]

    static func words(_ text: String) -> [String] {
        Array(PageWords.lowercased(text).prefix(60))
    }

    /// The share of common words, from 0 to 1.
    static func likeness(_ one: [String], _ other: [String]) -> Double {
        let (first, second) = (Set(one), Set(other))
        return 2 * Double(first.intersection(second).count) / Double(max(1, first.count + second.count))
    }

    private static func isPart(_ words: [String], of all: [String]) -> Bool {
        guard all.count >= words.count, let first = words.first else { return false }
        return all.indices.contains { index in
            all[index] == first && all[index...].starts(with: words)
        }
    }
}
