/// Writes rows of cells: CSV as RFC 4180 has it, or the same with tabs.
///
/// A cell that a spreadsheet would execute (CWE-1236) begins with a no-break space, which makes it text and which every
/// reader that trims white space takes away.
struct Table: Sendable {
    let separator: Unicode.Scalar
    let lineBreak: String

    static let csv = Table(separator: ",", lineBreak: "\r\n")
    static let tsv = Table(separator: "\t", lineBreak: "\n")

    func row(_ cells: [String]) -> String {
        cells.map(cell).joined(separator: String(separator)) + lineBreak
    }

    private func cell(_ content: String) -> String {
        // Spreadsheets and Python's readers end a cell, or the file, at a NUL.
        var cell = content.mapScalars { $0 == "\0" ? "\u{FFFD}" : $0 }
        if let first = cell.unicodeScalars.first, Self.dangerous.contains(first) { cell = "\u{A0}" + cell }
        let needsQuotes = cell.unicodeScalars.contains {
            $0 == separator || $0 == "\"" || $0 == "\n" || $0 == "\r"
        }
        guard needsQuotes || cell.first == " " || cell.last == " " else { return cell }
        let quoted = cell.unicodeScalars.reduce(into: "") { text, scalar in
            if scalar == "\"" { text.unicodeScalars.append(scalar) }
            text.unicodeScalars.append(scalar)
        }
        return "\"" + quoted + "\""
    }

    private static let dangerous: Set<Unicode.Scalar> = [
        "=", "+", "-", "@", "\t", "\r", "\n", "|", "＝", "＋", "－", "＠",
    ]
}
