import Articles
import Cells
import Synchronization

extension SidePane {
    /// The tab whose name is drawn at a column of the first line.
    static func tab(atColumn column: Int) -> Tab? {
        var start = 0
        for tab in Tab.allCases {
            start += tab.title.count + 1
            if column <= start { return tab }
        }
        return nil
    }
}

extension OpenArticle {
    func drawPane(in area: Region, settings: Settings, schema: Schema, on grid: inout CellGrid) {
        guard !area.isEmpty else { return }
        grid.fill(area, roles: ["pane"])
        var column = area.column
        for tab in SidePane.Tab.allCases {
            let roles: [Role] =
                tab == pane.tab ? ["pane", "pane.tab", "pane.tab.current"] : ["pane", "pane.tab"]
            column = grid.put(" ", row: area.row, column: column, end: area.endColumn, roles: ["pane"])
            column = grid.put(tab.title, row: area.row, column: column, end: area.endColumn, roles: roles)
        }
        let lines = paneLines(schema: schema)
        for offset in 0..<max(0, area.rows - 1) {
            let index = pane.top + offset
            guard lines.indices.contains(index) else { break }
            let row = area.row + 1 + offset
            draw(lines[index], row: row, in: area, on: &grid)
            let isCurrent =
                index == pane.cursor && (pane.isFocused || pane.tab == .facts && lines[index].id == followed)
            if isCurrent {
                grid.overlay("pane.selected", row: row, columns: area.column..<area.endColumn)
                if pane.isFocused { grid.cursor = (row, area.column) }
            }
        }
    }

    private func draw(_ line: PaneLine, row: Int, in area: Region, on grid: inout CellGrid) {
        var end = area.endColumn
        if let trailing = line.trailing {
            let start = area.endColumn - Width.of(trailing.text) - 1
            if start > area.column + 4 {
                grid.put(trailing.text, row: row, column: start, roles: ["pane", trailing.role])
                end = start - 1
            }
        }
        var column = area.column + 1
        for piece in line.pieces where column < end {
            column = grid.put(piece.text, row: row, column: column, end: end, roles: ["pane", piece.role])
        }
    }

    /// The fact that the cursor is in.
    var followed: ID? {
        annotations.facts.overlapping(selection.span).first { $0.status != .rejected }?.id
    }

    /// All lines of the current tab.
    func paneLines(schema: Schema) -> [PaneLine] {
        paneMemo.lines(for: paneKey) {
            switch pane.tab {
            case .facts: factLines(schema: schema)
            case .entities: entityLines(schema: schema)
            case .details: detailLines(schema: schema)
            case .notes: noteLines()
            }
        }
    }

    private var paneKey: PaneMemo.Key {
        let window = factWindow
        return PaneMemo.Key(
            revision: document.revision, isExtracting: isExtracting, groups: entityGroups?.revision ?? -1,
            tab: pane.tab,
            columns: paneColumns,
            selection: pane.tab == .details ? selection.span : window)
    }
}

/// Remembers the lines of the side pane, which are the same for most keys. Never changes what is drawn.
final class PaneMemo: Sendable {
    struct Key: Hashable {
        let revision: Int
        let isExtracting: Bool
        let groups: Int
        let tab: SidePane.Tab
        let columns: Int
        let selection: Span
    }

    private let last = Mutex<(key: Key, lines: [PaneLine])?>(nil)

    func lines(for key: Key, make: () -> [PaneLine]) -> [PaneLine] {
        if let known = last.withLock({ $0?.key == key ? $0?.lines : nil }) { return known }
        let made = make()
        last.withLock { $0 = (key, made) }
        return made
    }
}
