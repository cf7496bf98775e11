/// One place on the screen: a character with its marks, and the roles that say what it is.
public struct Cell: Hashable, Sendable {
    /// What is drawn; the second cell of a wide character is empty.
    public var glyph: String
    /// Where in `CellGrid.looks` the roles are.
    public var look: Int

    public init(glyph: String = " ", look: Int = 0) {
        self.glyph = glyph
        self.look = look
    }
}

/// A screen without a terminal: the only thing that panes draw on.
///
/// Each cell has a list of roles, the general first (`text`, `entity.person`, `selection`). Lists are shared: a cell
/// holds an index into `looks`. Drawing outside of the grid is cut off without an error.
public struct CellGrid: Sendable {
    public let size: Size
    public private(set) var cells: [Cell]
    /// The lists of roles in use; the first is empty.
    public private(set) var looks: [[Role]] = [[]]
    private var indexes: [[Role]: Int] = [[]: 0]
    private var overlays: [Overlay: Int] = [:]
    /// Where the terminal's own cursor should be; nil hides it.
    public var cursor: (row: Int, column: Int)?

    public init(size: Size) {
        self.size = size
        cells = Array(repeating: Cell(), count: size.rows * size.columns)
    }

    /// - Precondition: the place is on the grid.
    public subscript(row: Int, column: Int) -> Cell { cells[row * size.columns + column] }

    /// What a cell is, the general first.
    /// - Precondition: the place is on the grid.
    public func roles(atRow row: Int, column: Int) -> [Role] { looks[self[row, column].look] }

    /// The index of a list of roles, for `put` in a loop.
    public mutating func look(_ roles: [Role]) -> Int {
        if let index = indexes[roles] { return index }
        looks.append(roles)
        indexes[roles] = looks.count - 1
        return looks.count - 1
    }

    /// Draws one character, `width` cells wide (1 or 2); what it half covers becomes blank.
    public mutating func put(glyph: String, width: Int, row: Int, column: Int, look: Int) {
        guard 0 <= row, row < size.rows, 0 <= column, column + width <= size.columns else { return }
        let index = row * size.columns + column
        if cells[index].glyph.isEmpty, column > 0 { cells[index - 1].glyph = " " }
        let end = column + width
        if end < size.columns, cells[row * size.columns + end].glyph.isEmpty {
            cells[row * size.columns + end].glyph = " "
        }
        cells[index] = Cell(glyph: glyph, look: look)
        if width == 2 { cells[index + 1] = Cell(glyph: "", look: look) }
    }

    /// Draws text from a place to the right, control characters as symbols, and returns the column behind it.
    /// - Parameter end: the first column not to draw in; what does not fit ends in `…`.
    @discardableResult
    public mutating func put(
        _ text: some StringProtocol, row: Int, column: Int, end: Int? = nil, roles: [Role] = ["text"]
    ) -> Int {
        let look = look(roles)
        let limit = min(end ?? size.columns, size.columns)
        var column = column
        var clusters = Width.clusters(of: text, columns: max(0, limit - column))[...]
        var remaining = clusters.reduce(0) { $0 + $1.width }
        while let cluster = clusters.popFirst() {
            if column + remaining > limit, column + cluster.width + 1 > limit {
                if column < limit { put(glyph: "…", width: 1, row: row, column: column, look: look) }
                return min(column + 1, limit)
            }
            put(glyph: cluster.glyph, width: cluster.width, row: row, column: column, look: look)
            column += cluster.width
            remaining -= cluster.width
        }
        return column
    }

    /// Gives every cell of a region the roles and a blank.
    public mutating func fill(_ region: Region, roles: [Role], glyph: String = " ") {
        let look = look(roles)
        for row in max(0, region.row)..<max(0, region.row, min(region.endRow, size.rows)) {
            for column in max(0, region.column)..<max(0, region.column, min(region.endColumn, size.columns)) {
                put(glyph: glyph, width: 1, row: row, column: column, look: look)
            }
        }
    }

    /// Adds a role on top of what the cells already are, as a selection does.
    public mutating func overlay(_ role: Role, row: Int, columns: Range<Int>) {
        guard 0 <= row, row < size.rows else { return }
        for column in columns.clamped(to: 0..<size.columns) {
            let index = row * size.columns + column
            let key = Overlay(look: cells[index].look, role: role)
            if let look = overlays[key] {
                cells[index].look = look
            } else {
                let look = look(looks[key.look] + [role])
                overlays[key] = look
                cells[index].look = look
            }
        }
    }

    /// The characters of a row, without the blanks at its end.
    public func line(_ row: Int) -> String {
        var line = cells[row * size.columns..<(row + 1) * size.columns].map(\.glyph).joined()
        while line.last == " " { line.removeLast() }
        return line
    }

    /// All rows, as a test or a bug report shows them.
    public var text: String { (0..<size.rows).map(line).joined(separator: "\n") }
}

private struct Overlay: Hashable {
    let look: Int
    let role: Role
}
