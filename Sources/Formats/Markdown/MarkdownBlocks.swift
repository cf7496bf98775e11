/// Turns the blocks of a Markdown file into prose: a paragraph, heading or quotation is a paragraph, an item or a row of a
/// table a line; code stays as it is.
///
/// Source: spec.commonmark.org 0.31, sections 4 and 5, and the tables and notes of GitHub; one pass over the lines.
struct MarkdownBlocks {
    /// Stands for a line break within a paragraph until the prose is put together.
    static let lineBreak: UInt8 = 0x1E

    private(set) var prose = Prose()
    /// The first heading, without marks.
    private(set) var title: String?
    private let lines: [ArraySlice<UInt8>]
    private let references: Set<String>
    private var paragraph: [UInt8] = []
    /// What ends the paragraph that is being put together.
    private var ending = Prose.Break.paragraph
    private var isInTable = false
    /// Whether indented lines belong to an item of a list.
    private var isInList = false

    init(_ lines: [ArraySlice<UInt8>]) {
        self.lines = lines
        references = Set(lines.compactMap { Self.definition($0)?.label })
        var index = 0
        while index < lines.count { addBlock(&index) }
        flush()
    }

    private mutating func addBlock(_ index: inout Int) {
        let (line, isQuoted) = Self.unquoted(lines[index])
        let content = line.drop { $0 == 32 || $0 == 9 }
        let indent = line.prefix { $0 == 32 }.count
        index += 1
        if content.allSatisfy(\.isSpace) {
            flush()
            isInTable = false
            prose.end(.paragraph)
        } else if let fence = Self.fence(content) {
            flush()
            addCode(&index, fence)
        } else if paragraph.isEmpty, indent >= 4 || line.first == 9, !isQuoted, !isInList {
            prose.keep(line.dropFirst(line.first == 9 ? 1 : 4))
        } else if paragraph.isEmpty, content.starts(with: "<!--".utf8) {
            skipComment(&index)
        } else if let heading = Self.heading(content) {
            flush()
            addHeading(heading)
        } else if !paragraph.isEmpty, ending == .paragraph, Self.isUnderline(content) {
            let heading = paragraph
            paragraph = []
            addHeading(heading[...])
        } else if Self.isRule(content) {
            flush()
            prose.end(.paragraph)
        } else if Self.definition(line) != nil, paragraph.isEmpty {
            prose.end(.paragraph)
        } else if let item = Self.item(content), paragraph.isEmpty || ending == .line || item.mayInterrupt {
            flush()
            prose.end(.line)
            paragraph = Array(item.mark) + item.content
            ending = .line
            isInList = true
        } else if content.first == UInt8(ascii: "|") || isInTable && content.contains(UInt8(ascii: "|"))
            || isTableHeader(content, index)
        {
            flush()
            addRow(content)
        } else {
            if indent == 0, paragraph.isEmpty { isInList = false }
            append(Self.withoutNoteMark(content))
        }
    }

    private mutating func append(_ line: ArraySlice<UInt8>) {
        var end = line
        while end.last?.isSpace ?? false { end = end.dropLast() }
        if !paragraph.isEmpty { paragraph.append(32) }
        // Two blanks or a backslash at the end of a line are a line break.
        if end.last == UInt8(ascii: "\\") {
            paragraph += end.dropLast()
            paragraph.append(Self.lineBreak)
        } else {
            paragraph += end
            if line.count - end.count >= 2, line.dropFirst(end.count).prefix(2).allSatisfy({ $0 == 32 }) {
                paragraph.append(Self.lineBreak)
            }
        }
    }

    /// Ends the paragraph: its marks are taken out, and it becomes prose.
    private mutating func flush() {
        guard !paragraph.isEmpty else { return }
        add(MarkdownInline.plain(paragraph, references: references))
        prose.end(ending)
        paragraph = []
        ending = .paragraph
    }

    private mutating func add(_ plain: [UInt8]) {
        for (index, line) in plain.split(separator: Self.lineBreak).enumerated() {
            if index > 0 { prose.end(.line) }
            prose.add(line)
        }
    }

    private mutating func addHeading(_ heading: ArraySlice<UInt8>) {
        let plain = MarkdownInline.plain(Array(heading), references: references)
        let line = Prose.line(String(decoding: plain, as: UTF8.self))
        if title == nil, !line.isEmpty { title = line }
        prose.end(.paragraph)
        prose.add(line)
        prose.end(.paragraph)
    }

    private mutating func addCode(_ index: inout Int, _ fence: (sign: UInt8, count: Int)) {
        prose.end(.paragraph)
        while index < lines.count {
            let line = Self.unquoted(lines[index]).line
            index += 1
            if let end = Self.fence(line.drop { $0 == 32 }), end.sign == fence.sign, end.count >= fence.count,
                line.allSatisfy({ $0 == fence.sign || $0.isSpace })
            {
                break
            }
            prose.keep(line)
        }
        prose.end(.paragraph)
    }

    /// Goes behind a comment that begins on the line before the index; what stands behind it on its last line is text.
    private mutating func skipComment(_ index: inout Int) {
        let end = Array("-->".utf8)
        var line = lines[index - 1].drop { $0 != UInt8(ascii: "<") }.dropFirst(4)
        while true {
            if let place = line.indices.first(where: { line[$0...].starts(with: end) }) {
                let rest = line[(place + end.count)...].drop(while: \.isSpace)
                if !rest.isEmpty { append(rest) }
                return
            }
            guard index < lines.count else { return }
            line = lines[index]
            index += 1
        }
    }

    // MARK: Tables

    /// Whether the next line is the row of dashes below the names of columns.
    private func isTableHeader(_ line: ArraySlice<UInt8>, _ next: Int) -> Bool {
        line.contains(UInt8(ascii: "|")) && next < lines.count
            && Self.isDashes(Self.unquoted(lines[next]).line)
    }

    private static func isDashes(_ line: ArraySlice<UInt8>) -> Bool {
        line.contains(UInt8(ascii: "-")) && line.contains(UInt8(ascii: "|"))
            && line.allSatisfy { $0.isSpace || $0 == 0x2D || $0 == 0x7C || $0 == 0x3A }
    }

    private mutating func addRow(_ line: ArraySlice<UInt8>) {
        if !isInTable { prose.end(.paragraph) }
        isInTable = true
        guard !Self.isDashes(line) else { return }
        var cells: [[UInt8]] = [[]]
        var isEscaped = false
        for byte in line {
            if byte == UInt8(ascii: "|"), !isEscaped {
                cells.append([])
            } else {
                if byte == UInt8(ascii: "|") { cells[cells.count - 1].removeLast() }
                cells[cells.count - 1].append(byte)
            }
            isEscaped = byte == UInt8(ascii: "\\")
        }
        if line.first == UInt8(ascii: "|") { cells.removeFirst() }
        if cells.last?.allSatisfy(\.isSpace) ?? false { cells.removeLast() }
        let plain = cells.map {
            Prose.line(String(decoding: MarkdownInline.plain($0, references: references), as: UTF8.self))
        }
        prose.add(plain.joined(separator: " | "))
        prose.end(.line)
    }

    // MARK: Lines

    /// The line without the signs of quotation before it.
    private static func unquoted(_ line: ArraySlice<UInt8>) -> (line: ArraySlice<UInt8>, isQuoted: Bool) {
        var rest = line
        while true {
            let content = rest.drop { $0 == 32 }
            guard content.first == UInt8(ascii: ">"), rest.count - content.count < 4 else { break }
            rest = content.dropFirst()
            if rest.first == 32 { rest = rest.dropFirst() }
        }
        return (rest, rest.count < line.count)
    }

    private static func fence(_ line: ArraySlice<UInt8>) -> (sign: UInt8, count: Int)? {
        guard let sign = line.first, sign == UInt8(ascii: "`") || sign == UInt8(ascii: "~") else {
            return nil
        }
        let count = line.prefix { $0 == sign }.count
        let rest = line.dropFirst(count)
        return count >= 3 && !(sign == UInt8(ascii: "`") && rest.contains(sign)) ? (sign, count) : nil
    }

    /// The words of `## Heading ##`; a row of hashes closes it only behind a blank: `# C#` is called C#.
    private static func heading(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let hash = UInt8(ascii: "#")
        let count = line.prefix { $0 == hash }.count
        let rest = line.dropFirst(count)
        guard (1...6).contains(count), rest.first.map(\.isSpace) ?? true else { return nil }
        var end = rest
        while end.last?.isSpace ?? false { end = end.dropLast() }
        var closed = end
        while closed.last == hash { closed = closed.dropLast() }
        return closed.isEmpty || closed.last?.isSpace ?? false ? closed : end
    }

    /// A row of `=` or `-` below a heading.
    private static func isUnderline(_ line: ArraySlice<UInt8>) -> Bool {
        var row = line
        while row.last?.isSpace ?? false { row = row.dropLast() }
        return row.allSatisfy { $0 == UInt8(ascii: "=") } || row.allSatisfy { $0 == UInt8(ascii: "-") }
    }

    /// Three signs or more of one kind: a rule across the page.
    private static func isRule(_ line: ArraySlice<UInt8>) -> Bool {
        let signs = line.filter { !$0.isSpace }
        guard signs.count >= 3, let first = signs.first, "*-_".utf8.contains(first) else { return false }
        return signs.allSatisfy { $0 == first }
    }

    /// An item: `- `, `* ` and `+ ` become a dash, numbers stay. In the midst of a paragraph only the first number of a
    /// list is one; others are years at the beginning of a line.
    private static func item(
        _ line: ArraySlice<UInt8>
    ) -> (mark: ArraySlice<UInt8>, content: ArraySlice<UInt8>, mayInterrupt: Bool)? {
        if let first = line.first, "-*+".utf8.contains(first), line.dropFirst().first == 32 {
            return (Array("– ".utf8)[...], withoutBox(line.dropFirst(2).drop { $0 == 32 }), true)
        }
        let digits = line.prefix { (48...57).contains($0) }
        let rest = line.dropFirst(digits.count)
        guard (1...9).contains(digits.count),
            rest.first == UInt8(ascii: ".") || rest.first == UInt8(ascii: ")"),
            rest.dropFirst().first == 32
        else { return nil }
        return (digits + rest.prefix(2), rest.dropFirst(2).drop { $0 == 32 }, digits.elementsEqual("1".utf8))
    }

    /// `[x] done` is done.
    private static func withoutBox(_ content: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let boxes = ["[ ] ", "[x] ", "[X] "]
        return boxes.contains { content.starts(with: $0.utf8) } ? content.dropFirst(4) : content
    }

    /// `[^1]: A note.` is a note.
    private static func withoutNoteMark(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard line.starts(with: "[^".utf8), let end = line.prefix(100).firstIndex(of: UInt8(ascii: "]")),
            line[(end + 1)...].first == UInt8(ascii: ":")
        else { return line }
        return line[(end + 2)...].drop(while: \.isSpace)
    }

    /// `[label]: https://example.org`, which is shown nowhere.
    private static func definition(_ line: ArraySlice<UInt8>) -> (label: String, rest: ArraySlice<UInt8>)? {
        let content = line.drop { $0 == 32 }
        guard content.first == UInt8(ascii: "["), content.dropFirst().first != UInt8(ascii: "^"),
            let end = content.prefix(300).firstIndex(of: UInt8(ascii: "]")), end + 1 < content.endIndex,
            content[end + 1] == UInt8(ascii: ":")
        else { return nil }
        let label = MarkdownInline.label(content[(content.startIndex + 1)..<end])
        return label.isEmpty ? nil : (label, content[(end + 2)...])
    }
}
