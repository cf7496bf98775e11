import Cells

/// Rows for a person: aligned columns on a terminal, or a Markdown table for the README.
struct Table {
    let header: [String]
    let rows: [[String]]

    /// Columns as wide as their longest cell, two blanks between them.
    var plain: String {
        let widths = header.indices.map { column in
            ([header] + rows).map { Width.of($0[column].printable) }.max() ?? 0
        }
        return rows.map { row in
            let row = row.map(\.printable)
            var line = zip(row, widths).map { cell, width in
                cell + String(repeating: " ", count: width - Width.of(cell))
            }.joined(separator: "  ")
            while line.last == " " { line.removeLast() }
            return line
        }.joined(separator: "\n")
    }

    var markdown: String {
        func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
        let rule = header.map { _ in "---" }
        return ([line(header), line(rule)] + rows.map { line($0.map(Self.escaped)) }).joined(separator: "\n")
    }

    private static func escaped(_ cell: String) -> String {
        cell.map { "|\\*_`<>".contains($0) ? "\\\($0)" : String($0) }.joined()
    }
}
