/// Walks through a part of a page's tree and writes its text in blocks.
struct PageTextWriter {
    private enum Gap: Int {
        case none, line, block
    }

    private let tree: PageTree
    private let tables: PageTables
    private(set) var blocks: [PageBlock] = []

    /// The block in the making.
    private var bytes: [UInt8] = []
    private var node = 0
    private var linkBytes = 0
    private var linkCount = 0
    /// What separates it from the block before.
    private var gapBefore = Gap.block
    /// What comes before the next sign.
    private var gap = Gap.block
    private var hasSpace = false
    private var breaks = 0
    /// What stands before the first word of a list's item.
    private var marker = ""

    /// The open elements that matter, with their ends.
    private var open: [(node: Int, end: Int)] = []
    /// The open items of lists that are one line or a few.
    private var plainItems: Set<Int> = []
    private var linkDepth = 0
    private var link = 0
    private var countedLink = -1
    private var preformattedDepth = 0
    /// How many list items and rows of tables of data are open.
    private var closeDepth = 0
    private var rowDepth = 0
    /// The next number of every open list that counts.
    private var numbers: [Int?] = []

    init(_ tree: PageTree, _ tables: PageTables) {
        self.tree = tree
        self.tables = tables
    }

    mutating func write(_ range: Range<Int>, skipping isSkipped: (Int) -> Bool) {
        var index = range.lowerBound
        while index < range.upperBound {
            while let last = open.last, last.end <= index { close() }
            if tree.tag(index) == .text {
                write(tree.text(index), of: index)
                index += 1
            } else if tree.isHidden(index) && index != range.lowerBound || isSkipped(index) {
                index = tree.subtree(index).upperBound
            } else {
                begin(index)
                index += 1
            }
        }
        while !open.isEmpty { close() }
        flush()
    }

    // MARK: Elements

    private mutating func begin(_ node: Int) {
        let tag = tree.tag(node)
        open.append((node, tree.subtree(node).upperBound))
        switch tag {
        case .br: lineBreak()
        case .a:
            linkDepth += 1
            link = node
        case .q: appendQuote("“", of: node)
        case .pre, .listing, .xmp:
            separate(tag.layout)
            preformattedDepth += 1
        case .ol:
            separate(.block)
            numbers.append(tree.value(.start, of: node).flatMap { Int($0) } ?? 1)
        case .ul, .menu:
            separate(.block)
            numbers.append(nil)
        case .li: beginItem(node)
        case .tr where tables.isData(node):
            separate(.line)
            rowDepth += 1
        case .td where tables.isData(node), .th where tables.isData(node):
            if gap == .none, !bytes.isEmpty { cellSeparator() }
        case .td, .th: separate(.block)
        default: separate(tag.layout)
        }
    }

    private mutating func close() {
        guard let node = open.popLast()?.node else { return }
        let tag = tree.tag(node)
        switch tag {
        case .a: linkDepth -= 1
        case .q: appendQuote("”", of: node)
        case .pre, .listing, .xmp:
            preformattedDepth -= 1
            separate(tag.layout)
        case .ol, .ul, .menu:
            numbers.removeLast()
            separate(.block)
        case .li:
            marker = ""
            if plainItems.remove(node) != nil {
                closeDepth -= 1
                separate(.line)
            } else {
                separate(.block)
            }
        case .tr where tables.isData(node):
            rowDepth -= 1
            separate(.line)
        case .td where tables.isData(node), .th where tables.isData(node): break
        case .td, .th: separate(.block)
        default: separate(tag.layout)
        }
    }

    private mutating func beginItem(_ node: Int) {
        guard !isRich(node) else { return separate(.block) }
        separate(.line)
        closeDepth += 1
        plainItems.insert(node)
        guard let number = numbers.popLast() else { return }
        marker = number.map { "\($0). " } ?? "– "
        numbers.append(number.map { $0 &+ 1 })
    }

    /// Whether an item of a list holds more than a line: a list of stories, say.
    private func isRich(_ item: Int) -> Bool {
        var node = item
        while true {
            let children = tree.children(node).filter { tree.tag($0).layout == .block }.prefix(2)
            guard let first = children.first else { return false }
            if children.count > 1 {
                return !children.contains { [.ul, .ol].contains(tree.tag($0)) }
            }
            if [.ul, .ol, .p].contains(tree.tag(first)) { return false }
            node = first
        }
    }

    // MARK: Gaps

    private mutating func separate(_ layout: PageTag.Layout) {
        switch layout {
        case .inline, .none: return
        case .line: raise(.line)
        case .block: raise(closeDepth > 0 ? .line : .block)
        }
    }

    private mutating func raise(_ wanted: Gap) {
        // In a row, what a cell holds stays on its line.
        if rowDepth > 0 {
            hasSpace = true
            return
        }
        if wanted.rawValue > gap.rawValue { gap = wanted }
        hasSpace = false
    }

    private mutating func lineBreak() {
        breaks += 1
        raise(breaks == 1 || closeDepth > 0 ? .line : .block)
    }

    private mutating func cellSeparator() {
        hasSpace = false
        bytes += " | ".utf8
    }

    // MARK: Text

    private mutating func write(_ text: ArraySlice<UInt8>, of node: Int) {
        let text = text.withoutInvisibles
        guard preformattedDepth == 0 else { return writeLines(text, of: node) }
        text.withUnsafeBufferPointer { text in
            var index = 0
            while index < text.count {
                let start = index
                while index < text.count, !text[index].isPageSpace { index += 1 }
                if index > start {
                    append(UnsafeBufferPointer(rebasing: text[start..<index]), of: node)
                } else {
                    if gap == .none, !bytes.isEmpty { hasSpace = true }
                    index += 1
                }
            }
        }
    }

    private mutating func writeLines(_ text: ArraySlice<UInt8>, of node: Int) {
        var isFirst = true
        for line in text.split(separator: 10, omittingEmptySubsequences: false) {
            if !isFirst, !bytes.isEmpty, gap == .none { bytes.append(10) }
            isFirst = false
            let line = line.filter { $0 >= 32 || $0 == 9 }
            if !line.isEmpty { line.withUnsafeBufferPointer { append($0, of: node) } }
        }
    }

    /// Adds a word, or a line whose white space counts.
    private mutating func append(_ word: UnsafeBufferPointer<UInt8>, of node: Int) {
        if gap != .none {
            flush()
            gapBefore = gap
            gap = .none
        }
        if bytes.isEmpty {
            bytes += marker.utf8
            marker = ""
            self.node = node
            linkBytes = 0
            linkCount = 0
            countedLink = -1
        } else if hasSpace, bytes.last != 32 {
            bytes.append(32)
        }
        breaks = 0
        hasSpace = false
        if linkDepth > 0 {
            linkBytes += word.count
            if link != countedLink { linkCount += 1 }
            countedLink = link
        }
        bytes += word
    }

    private mutating func appendQuote(_ quote: StaticString, of node: Int) {
        quote.withUTF8Buffer { append($0, of: node) }
    }

    private mutating func flush() {
        defer {
            bytes.removeAll(keepingCapacity: true)
            breaks = 0
        }
        let text = String(decoding: bytes, as: UTF8.self).trimmedPageText
        guard !text.isEmpty else { return }
        let around = tree.ancestors(node).first { tree.tag($0).layout != .inline }
        blocks.append(
            PageBlock(
                text: text, node: around ?? 0, place: node, isClose: gapBefore == .line && !blocks.isEmpty,
                linkBytes: linkBytes, linkCount: linkCount))
    }
}
