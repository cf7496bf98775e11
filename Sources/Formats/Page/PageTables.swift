/// Which tables of a page put it in order and hold no data.
struct PageTables {
    private let tree: PageTree
    private var layout: Set<Int> = []

    /// So many bytes fit into a cell of a table that people read as one.
    private static let longestCell = 400

    /// Tables that hold others, or long texts, are those that put the page in order.
    init(_ tree: PageTree, in range: Range<Int>? = nil) {
        self.tree = tree
        let range = range ?? tree.nodes.indices
        var tables: [Int] = []
        /// The open cells, with the bytes of text in each.
        var cells: [(end: Int, table: Int, bytes: Int)] = []
        for index in range {
            while let last = tables.last, tree.subtree(last).upperBound <= index { tables.removeLast() }
            while let cell = cells.last, cell.end <= index {
                cells.removeLast()
                if cell.bytes > Self.longestCell { layout.insert(cell.table) }
            }
            switch tree.tag(index) {
            case .table:
                if let outer = tables.last { layout.insert(outer) }
                tables.append(index)
                if tree.isValue(.role, "presentation", of: index) { layout.insert(index) }
            case .td:
                if let table = tables.last { cells.append((tree.subtree(index).upperBound, table, 0)) }
            case .text:
                if !cells.isEmpty { cells[cells.count - 1].bytes += tree.text(index).count }
            case .h1, .h2, .h3:
                if let cell = cells.last { layout.insert(cell.table) }
            default: break
            }
        }
        for cell in cells where cell.bytes > Self.longestCell { layout.insert(cell.table) }
    }

    /// Whether a part of a table is one of data, not of layout.
    func isData(_ part: Int) -> Bool {
        let table = tree.ancestors(part).first { tree.tag($0) == .table }
        return table.map { !layout.contains($0) } ?? false
    }
}
