import Cells

extension State {
    /// The lines of the help that contain what is searched for.
    func helpLines(for help: Help) -> [Help.Line] {
        let words = help.filter.lowercased().split(separator: " ")
        return Help.lines(of: keyMap, schema: schema).filter { line in
            let text = "\(line.mode.rawValue) \(line.keys) \(line.command) \(line.summary)".lowercased()
            return words.allSatisfy { text.contains($0) }
        }
    }

    func draw(_ help: Help, in area: Region, on grid: inout CellGrid) {
        guard !area.isEmpty else { return }
        let title = help.filter.isEmpty ? "Keys" : "Keys with “\(help.filter)”"
        grid.put(title, row: area.row, column: 1, roles: ["help", "headline"])
        let lines = helpLines(for: help)
        let keyWidth = min(24, max(8, size.columns / 4))
        for offset in 1..<max(1, area.rows) {
            let index = help.top + offset - 1
            guard lines.indices.contains(index) else { break }
            let line = lines[index]
            let row = area.row + offset
            // The mode is named where it begins.
            if offset == 1 || lines[index - 1].mode != line.mode {
                grid.put(line.mode.rawValue, row: row, column: 1, end: 9, roles: ["help", "meta"])
            }
            grid.put(line.keys, row: row, column: 10, end: 10 + keyWidth, roles: ["help", "help.key"])
            grid.put(line.summary, row: row, column: 11 + keyWidth, roles: ["help"])
        }
        if lines.isEmpty {
            grid.put("nothing has these words", row: area.row + 1, column: 10, roles: ["meta"])
        }
    }
}
