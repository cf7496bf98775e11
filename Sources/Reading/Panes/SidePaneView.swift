import Articles
import Cells
import Synchronization

extension SidePane {
    /// The names of the tabs for a width: where they do not fit, only the current one is whole.
    func titles(columns: Int) -> [(tab: Tab, title: String)] {
        let all = Tab.allCases
        let room = columns - all.map { $0.title.count + 1 }.reduce(0, +)
        guard room < 0 else { return all.map { ($0, $0.title) } }
        let others = columns - tab.title.count - all.count
        let letters = max(1, others / (all.count - 1))
        return all.map { ($0, $0 == tab ? $0.title : String($0.title.prefix(letters))) }
    }

    /// The tab whose name is drawn at a column of the first line.
    func tab(atColumn column: Int, columns: Int) -> Tab? {
        var start = 0
        for (tab, title) in titles(columns: columns) {
            start += title.count + 1
            if column <= start { return tab }
        }
        return nil
    }
}

extension [PaneLine] {
    /// Whether two lines are about one thing.
    func isSameItem(_ first: Int, _ second: Int) -> Bool {
        guard indices.contains(first), indices.contains(second), let id = self[first].id else { return false }
        return self[first].group == nil && self[second].id == id
    }
}

extension OpenArticle {
    func drawPane(in area: Region, settings: Settings, schema: Schema, on grid: inout CellGrid) {
        guard !area.isEmpty else { return }
        grid.fill(area, roles: ["pane"])
        var column = area.column
        for (tab, title) in pane.titles(columns: area.columns) {
            let roles: [Role] =
                tab == pane.tab ? ["pane", "pane.tab", "pane.tab.current"] : ["pane", "pane.tab"]
            column = grid.put(" ", row: area.row, column: column, end: area.endColumn, roles: ["pane"])
            column = grid.put(title, row: area.row, column: column, end: area.endColumn, roles: roles)
        }
        let lines = paneLines(schema: schema)
        for offset in 0..<max(0, area.rows - 1) {
            let index = pane.top + offset
            guard lines.indices.contains(index) else { break }
            let row = area.row + 1 + offset
            draw(lines[index], row: row, in: area, on: &grid)
            guard pane.isFocused || pane.tab == .facts && lines[index].id == followed else { continue }
            if index == pane.cursor || pane.isFocused && lines.isSameItem(index, pane.cursor) {
                grid.overlay("pane.selected", row: row, columns: area.column..<area.endColumn)
            }
            if index == pane.cursor, pane.isFocused { grid.cursor = (row, area.column) }
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

    /// Moves the pane's cursor by things that are listed, each of which may take several lines.
    mutating func movePane(by steps: Int, _ schema: Schema) {
        let lines = paneLines(schema: schema)
        for _ in 0..<abs(steps) {
            var line = pane.cursor
            repeat { line += steps.signum() } while lines.isSameItem(line, pane.cursor)
            guard lines.indices.contains(line) else { break }
            // Upwards, to the first line of what is there.
            while steps < 0, lines.isSameItem(line - 1, line) { line -= 1 }
            pane.move(by: line - pane.cursor)
        }
    }

    /// The fact at work, else the one that the cursor is in.
    var followed: ID? {
        workedFact?.id ?? annotations.facts.overlapping(selection.span).first { $0.status != .rejected }?.id
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

    /// What the lines of the pane depend on.
    var paneKey: PaneMemo.Key {
        let window = factWindow
        return PaneMemo.Key(
            revision: document.revision, isExtracting: isExtracting, groups: entityGroups?.revision ?? -1,
            tab: pane.tab, factView: pane.factView, work: pane.tab == .facts ? factWork : nil,
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
        let factView: SidePane.FactView
        let work: FactWork?
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

    /// Lets lines that were made for one key count for another one.
    func keep(_ former: Key, as key: Key) {
        last.withLock { last in
            if last?.key == former { last?.key = key }
        }
    }
}
