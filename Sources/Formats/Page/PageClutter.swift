/// Finds the elements of a page that are no part of its article, by what they are, are called and hold.
struct PageClutter {
    private let tree: PageTree
    private let hints: PageHints
    private let mass: PageMass
    private let whole: Double
    private(set) var isClutter: [Bool]

    init(_ tree: PageTree, _ hints: PageHints, mass: PageMass, body: Range<Int>, headline: Int?) {
        self.tree = tree
        self.hints = hints
        self.mass = mass
        whole = max(0, mass.good(in: body) - Self.foreignMass(tree, hints, mass, body))
        isClutter = Array(repeating: false, count: tree.nodes.count)
        var node = body.lowerBound + 1
        while node < body.upperBound {
            guard tree.tag(node) != .text else {
                node += 1
                continue
            }
            let range = tree.subtree(node)
            if isElsewhere(node, range, holdsHeadline: headline.map(range.contains) ?? false) {
                isClutter[node] = true
                node = range.upperBound
            } else {
                node += 1
            }
        }
        markFigures(in: body)
    }

    /// Comments may be more than the article: what is most of a page is most of the rest.
    private static func foreignMass(
        _ tree: PageTree, _ hints: PageHints, _ mass: PageMass, _ body: Range<Int>
    ) -> Double {
        var sum = 0.0
        var node = body.lowerBound + 1
        while node < body.upperBound {
            if hints[node].contains(.foreign), tree.tag(node) != .article {
                sum += mass.good(in: tree.subtree(node))
                node = tree.subtree(node).upperBound
            } else {
                node += 1
            }
        }
        return sum
    }

    private func isElsewhere(_ node: Int, _ range: Range<Int>, holdsHeadline: Bool) -> Bool {
        let tag = tree.tag(node)
        switch tag {
        case .body, .main, .a, .b, .i, .em, .strong, .br: return false
        case .nav, .search: return !holdsHeadline
        case .figcaption: return true
        case .aside, .footer: if !isMost(range) && !holdsHeadline { return true }
        case .form: if !isMost(range) && !holdsHeadline { return true }
        case .address: if mass.bytes(in: range) < 300 { return true }
        default: break
        }
        let hints = hints[node].subtracting(.byline)
        if hints.isEmpty { return false }
        if holdsHeadline { return false }
        if hints.contains(.foreign) { return tag != .article || mass.good(in: range) < whole * 0.3 }
        if tag == .article, hints.contains(.content) { return false }
        // A post of WordPress lists its tags among its classes.
        let isText = hints.contains(.content) && mass.good(in: range) > whole * 0.25
        if hints.contains(.around), !isMost(range), !isText { return true }
        if hints.contains(.linked), !isMost(range), holdsLinkedTitle(range) { return true }
        // A paragraph that has an end of its own is text, whatever class it shares with the date.
        return hints.contains(.about) && mass.bytes(in: range) < 300
    }

    private func isMost(_ range: Range<Int>) -> Bool { mass.good(in: range) > whole * 0.5 }

    /// Whether a link stands for what it holds: as a heading, as a line of its own, or as most of the words.
    private func holdsLinkedTitle(_ range: Range<Int>) -> Bool {
        if mass.linkShare(in: range) > 0.3 { return true }
        guard mass.bytes(in: range) < 1500, range.count < 500 else { return false }
        return range.contains { node in
            tree.tag(node) == .a
                && (tree.ancestors(node).prefix { $0 >= range.lowerBound }.contains {
                    tree.tag($0).headingLevel != nil
                } || tree.subtree(node).contains { tree.tag($0).headingLevel != nil })
        }
    }

    // MARK: Figures

    /// The words that share a small box with a picture are about the picture.
    private mutating func markFigures(in body: Range<Int>) {
        for node in body where isPicture(node) {
            var box: Int?
            for ancestor in tree.ancestors(node) {
                let range = tree.subtree(ancestor)
                guard range.count < 200, ancestor > body.lowerBound, mass.blocks(in: range).count <= 3,
                    mass.bytes(in: range) < 450,
                    ![.p, .article, .main, .body].contains(tree.tag(ancestor)),
                    !range.contains(where: { tree.tag($0).headingLevel != nil || isParagraph($0) })
                else { break }
                if tree.tag(ancestor).layout != .inline || tree.tag(ancestor) == .other { box = ancestor }
            }
            if let box { isClutter[box] = true }
        }
    }

    private func isParagraph(_ node: Int) -> Bool {
        tree.tag(node) == .p && mass.bytes(in: tree.subtree(node)) > 220
    }

    private func isPicture(_ node: Int) -> Bool {
        switch tree.tag(node) {
        case .img, .picture, .video: true
        case .other: ["amp-img", "amp-video"].contains(tree.name(node))
        default: false
        }
    }
}
