import Articles

/// The text of a document that is made of blocks: paragraphs with an empty line between them, items of a list and rows of
/// a table on lines that follow each other.
struct BlockText {
    enum Kind {
        case paragraph, item, row
    }

    private var bytes: [UInt8] = []
    private var last: Kind?

    var isEmpty: Bool { last == nil }
    var text: Text { Text(bytes: bytes) }

    /// Adds a block without the white space at its ends and without soft hyphens, which are hints for lines; blank ones
    /// are left out.
    mutating func add(_ block: String, as kind: Kind = .paragraph) {
        let content = Self.trimmed(block)
        guard !content.isEmpty else { return }
        if let last {
            bytes.append(10)
            if last != kind || kind == .paragraph { bytes.append(10) }
        }
        bytes += content
        last = kind
    }

    /// A table's row; cells that are empty keep their place between others.
    mutating func addRow(_ cells: [String]) {
        let cells = cells.map { Self.oneLine($0) }
        guard let end = cells.lastIndex(where: { !$0.isEmpty }) else { return }
        add(cells[...end].joined(separator: " | "), as: .row)
    }

    /// All of it on one line, as for a cell or a footnote.
    var line: String { Self.oneLine(String(decoding: bytes, as: UTF8.self)) }

    /// Without line breaks and without more than one blank in a row.
    static func oneLine(_ string: String) -> String {
        string.unicodeScalars.split { isBreaking($0) }.map { String($0) }.joined(separator: " ")
    }

    private static func withoutSoftHyphens(_ string: String) -> [UInt8] {
        let isPlain = !string.utf8.contains(0xAD)
        return Array(isPlain ? string.utf8 : String(string.unicodeScalars.filter { $0 != "\u{AD}" }).utf8)
    }

    private static func isBreaking(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\r"
    }

    private static func trimmed(_ string: String) -> ArraySlice<UInt8> {
        let bytes = withoutSoftHyphens(string)
        guard let first = bytes.firstIndex(where: { !$0.isSpace }),
            let last = bytes.lastIndex(where: { !$0.isSpace })
        else { return [] }
        return bytes[first...last]
    }
}
