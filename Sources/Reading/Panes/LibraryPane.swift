import Cells

extension State {
    /// The list of articles as a table; columns that do not fit are left out, the title last.
    func drawLibrary(in areas: Areas, on grid: inout CellGrid) {
        let columns = LibraryColumn.fitting(columns: areas.list.columns)
        drawLibraryHeader(columns, on: &grid)
        let list = areas.list
        for offset in 0..<list.rows {
            let index = library.top + offset
            guard library.shown.indices.contains(index) else { break }
            draw(library.rows[library.shown[index]], columns, row: list.row + offset, on: &grid)
            if index == library.cursor {
                grid.overlay("library.selected", row: list.row + offset, columns: 0..<size.columns)
                grid.cursor = (list.row + offset, 0)
            }
        }
        if library.shown.isEmpty {
            let line =
                library.rows.isEmpty
                ? "no articles: glosse FILE or glosse FOLDER opens some"
                : "no article has “\(library.filter.isEmpty ? library.words : library.filter)”"
            grid.put(line, row: list.row, column: 1, roles: ["meta"])
        }
    }

    private func drawLibraryHeader(_ columns: [LibraryColumn.Place], on grid: inout CellGrid) {
        for place in columns {
            let isSorted = place.column.order == library.order
            let name = place.column.title + (isSorted ? " ▾" : "")
            grid.put(name, row: 0, column: place.start, end: place.end, roles: ["library", "pane.title"])
        }
    }

    private func draw(
        _ row: LibraryRow, _ columns: [LibraryColumn.Place], row gridRow: Int, on grid: inout CellGrid
    ) {
        for place in columns {
            let value = place.column.shown(row, columns: place.end - 1 - place.start)
            let start =
                place.column.isNumber ? max(place.start, place.end - 1 - Width.of(value)) : place.start
            grid.put(value, row: gridRow, column: start, end: place.end - 1, roles: place.column.roles(row))
        }
    }
}

/// A column of the list.
enum LibraryColumn: CaseIterable {
    case state, title, date, source, entities, facts, open

    struct Place {
        let column: LibraryColumn
        let start: Int
        let end: Int
    }

    var title: String {
        switch self {
        case .state: ""
        case .title: "Title"
        case .date: "Date"
        case .source: "Source"
        case .entities: "Entities"
        case .facts: "Facts"
        case .open: "Open"
        }
    }

    var order: LibraryList.Order {
        switch self {
        case .state: .state
        case .title: .title
        case .date: .date
        case .source: .source
        case .entities: .entities
        case .facts: .facts
        case .open: .open
        }
    }

    var isNumber: Bool {
        switch self {
        case .entities, .facts, .open: true
        case .state, .title, .date, .source: false
        }
    }

    private var width: Int {
        switch self {
        case .state: 3
        case .title: 24
        case .date: 12
        case .source: 24
        case .entities: 11
        case .facts: 8
        case .open: 7
        }
    }

    /// The value as it fits; of a path the end says more than the beginning.
    func shown(_ row: LibraryRow, columns: Int) -> String {
        let value = value(row)
        return self == .source && value.contains("/") ? value.suffix(columns: columns) : value
    }

    private func value(_ row: LibraryRow) -> String {
        switch self {
        case .state:
            switch row.state {
            case .new: " ○"
            case .inWork: " ◐"
            case .done: " ●"
            }
        case .title: row.title
        case .date: row.date
        case .source: row.source
        case .entities: row.isCounted ? String(row.entities) : "·"
        case .facts: row.isCounted ? String(row.facts) : "·"
        case .open: row.isCounted ? String(row.open) : "·"
        }
    }

    func roles(_ row: LibraryRow) -> [Role] {
        switch self {
        case .state:
            switch row.state {
            case .new: ["library", "library.state.new"]
            case .inWork: ["library", "library.state.work"]
            case .done: ["library", "library.state.done"]
            }
        case .title: ["library"]
        case .date, .source, .entities, .facts, .open: ["library", "meta"]
        }
    }

    /// State and title always; the others while the title keeps a readable width.
    static func fitting(columns: Int) -> [Place] {
        var shown: Set<LibraryColumn> = [.state, .title]
        var room = columns - LibraryColumn.state.width - LibraryColumn.title.width
        for column in [LibraryColumn.date, .open, .entities, .facts, .source] where room >= column.width {
            shown.insert(column)
            room -= column.width
        }
        var start = 0
        return LibraryColumn.allCases.filter(shown.contains).map { column in
            let width = column.width + (column == .title ? max(0, room) : 0)
            defer { start += width }
            return Place(column: column, start: start, end: min(columns, start + width))
        }
    }
}

extension LibraryRow {
    /// Whether anybody has looked for entities in it: nobody has in an article that was never opened.
    fileprivate var isCounted: Bool { isRead && (state != .new || entities + facts + open > 0) }
}
