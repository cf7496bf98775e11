import Cells

/// A row of the help as it is drawn: a line of the table, or what did not fit into the row above.
struct HelpRow: Hashable {
    /// Where on the row its parts stand.
    struct Columns: Hashable {
        let mode: Range<Int>
        let keys: Range<Int>
        let summary: Range<Int>

        /// Three columns where there is room; on a narrow screen the summary stands below its keys, under no other
        /// column.
        init(screen columns: Int) {
            mode = 1..<9
            let keyWidth = min(24, max(8, columns / 4))
            if columns >= 60 {
                keys = 10..<10 + keyWidth
                summary = 11 + keyWidth..<max(12 + keyWidth, columns)
            } else {
                keys = 10..<max(11, columns)
                summary = 3..<max(4, columns)
            }
        }

        var isStacked: Bool { summary.lowerBound < keys.lowerBound }
    }

    let mode: Mode
    var keys = ""
    var summary = ""
}

extension State {
    /// The lines of the help that contain what is searched for.
    private func helpLines(for help: Help) -> [Help.Line] {
        let words = help.filter.lowercased().split(separator: " ")
        return Help.lines(of: keyMap, schema: schema).filter { line in
            let text = "\(line.mode.rawValue) \(line.keys) \(line.command) \(line.summary)".lowercased()
            return words.allSatisfy { text.contains($0) }
        }
    }

    /// The same as rows of the screen: what is wider than its column goes on below.
    func helpRows(for help: Help) -> [HelpRow] {
        let columns = HelpRow.Columns(screen: size.columns)
        return helpLines(for: help).flatMap { line in
            let keys = Self.wrapped(keys: line.keys, columns.keys.count)
            let summary = Wrap.lines(of: line.summary, columns: columns.summary.count)
            if columns.isStacked {
                return keys.map { HelpRow(mode: line.mode, keys: $0) }
                    + summary.map { HelpRow(mode: line.mode, summary: $0) }
            }
            return (0..<max(keys.count, summary.count)).map { index in
                HelpRow(
                    mode: line.mode, keys: keys.indices.contains(index) ? keys[index] : "",
                    summary: summary.indices.contains(index) ? summary[index] : "")
            }
        }
    }

    func draw(_ help: Help, in area: Region, on grid: inout CellGrid) {
        guard !area.isEmpty else { return }
        let title = help.filter.isEmpty ? "Keys" : "Keys with “\(help.filter)”"
        grid.put(title, row: area.row, column: 1, roles: ["help", "headline"])
        let rows = helpRows(for: help)
        let columns = HelpRow.Columns(screen: size.columns)
        for offset in 1..<max(1, area.rows) {
            let index = help.top + offset - 1
            guard rows.indices.contains(index) else { break }
            let line = rows[index]
            let row = area.row + offset
            // The mode is named where it begins; a stacked summary stands in its place.
            let isBeginning = offset == 1 || rows[index - 1].mode != line.mode
            if isBeginning, !(columns.isStacked && line.keys.isEmpty) {
                grid.put(
                    line.mode.rawValue, row: row, column: columns.mode.lowerBound,
                    end: columns.mode.upperBound, roles: ["help", "meta"])
            }
            grid.put(
                line.keys, row: row, column: columns.keys.lowerBound, end: columns.keys.upperBound,
                roles: ["help", "help.key"])
            grid.put(line.summary, row: row, column: columns.summary.lowerBound, roles: ["help"])
        }
        if rows.isEmpty {
            grid.put("nothing has these words", row: area.row + 1, column: 10, roles: ["meta"])
        }
    }

    /// Rows of whole keys: the hyphen of `C-g` is no place to break.
    private static func wrapped(keys: String, _ columns: Int) -> [String] {
        keys.split(separator: " ").reduce(into: [""]) { rows, key in
            let longer = rows[rows.count - 1].isEmpty ? String(key) : "\(rows[rows.count - 1]) \(key)"
            if rows == [""] || Width.of(longer) <= columns {
                rows[rows.count - 1] = longer
            } else {
                rows.append(String(key))
            }
        }
    }
}
