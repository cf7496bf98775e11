/// The size of a screen or a part of it, in character cells. Never negative.
public struct Size: Hashable, Sendable {
    public let rows: Int
    public let columns: Int

    public init(rows: Int, columns: Int) {
        self.rows = max(0, rows)
        self.columns = max(0, columns)
    }
}

/// A rectangle of cells on a screen.
public struct Region: Hashable, Sendable {
    public let row: Int
    public let column: Int
    public let size: Size

    public init(row: Int, column: Int, rows: Int, columns: Int) {
        self.row = row
        self.column = column
        size = Size(rows: rows, columns: columns)
    }

    public var rows: Int { size.rows }
    public var columns: Int { size.columns }
    public var endRow: Int { row + rows }
    public var endColumn: Int { column + columns }
    public var isEmpty: Bool { rows == 0 || columns == 0 }

    public func contains(row: Int, column: Int) -> Bool {
        self.row <= row && row < endRow && self.column <= column && column < endColumn
    }
}
