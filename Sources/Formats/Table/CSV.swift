/// Rows of cells as CSV, quoted as RFC 4180 has it; nothing in them is executed by a spreadsheet.
public enum CSV {
    /// A row with its line break.
    public static func row(_ cells: [String]) -> String { Table.csv.row(cells) }
}
