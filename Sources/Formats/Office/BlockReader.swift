/// A reader of documents that are made of blocks, which may lie in cells of tables.
protocol BlockReader {
    var blocks: BlockText { get set }

    mutating func addBlocks(_ element: XML.Element)
    /// Ends what is still open at the end of a cell or of the text.
    mutating func flush()
}

extension BlockReader {
    mutating func flush() {}

    /// Adds a table: a row is a line. Tables of one column are frames around text.
    mutating func addTable(_ rows: [[XML.Element]]) {
        guard rows.contains(where: { $0.count > 1 }) else {
            for cell in rows.joined() { addBlocks(cell) }
            return
        }
        for row in rows {
            var cells: [String] = []
            for cell in row { cells.append(line(of: cell)) }
            blocks.addRow(cells)
        }
    }

    /// The blocks of an element on one line.
    mutating func line(of element: XML.Element) -> String {
        let outer = blocks
        blocks = BlockText()
        addBlocks(element)
        flush()
        defer { blocks = outer }
        return blocks.line
    }
}
