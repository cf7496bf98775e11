/// Lines of one column that stand together, and where paragraphs begin among them.
struct PDFBlock {
    let lines: ArraySlice<PDFLayout.Line>
    private let left, right, leading: Double

    init(_ lines: ArraySlice<PDFLayout.Line>) {
        self.lines = lines
        // Most lines begin at the margin; first lines of paragraphs do not.
        let lefts = lines.map(\.left).sorted()
        left = lefts[lefts.count / 2]
        right = lines.map(\.right).max() ?? 0
        let steps = zip(lines, lines.dropFirst()).map { $1.top - $0.top }.filter { $0 > 0 }.sorted()
        leading = steps.isEmpty ? 0 : steps[steps.count / 2]
    }

    /// How many lines begin further right than those before them.
    var indentCount: Int {
        zip(lines, lines.dropFirst()).count { !isIndented($0) && isIndented($1) }
    }

    func isIndented(_ line: PDFLayout.Line) -> Bool { line.left > left + line.height * 0.4 }

    /// Whether the line reaches the right margin, as far as a word's width allows to tell.
    func isFull(_ line: PDFLayout.Line) -> Bool {
        line.right > right - (right - left) * 0.12
    }

    /// Whether the line at a place in the block belongs to the paragraph of the line before it.
    func goesOn(_ index: Int, _ style: PDFStyle) -> Bool {
        let line = lines[lines.startIndex + index]
        let before = lines[lines.startIndex + index - 1]
        let size = max(line.height, before.height)
        guard abs(line.height - before.height) <= size * 0.15 else { return false }
        // Beside each other on one line of the page.
        if abs(line.top - before.top) < size * 0.3 { return true }
        if PDFText.isDivided(before.text.utf8), line.text.first?.isLowercase ?? false { return true }
        if leading > 0, line.top - before.top > leading * 1.3, line.top - before.top > size * 1.5 {
            return false
        }
        if style.isHeading(line.height) { return true }
        if Self.beginsItem(line.text) { return false }
        if isIndented(line), style.usesIndents || !isIndented(before) { return Self.beginsItem(before.text) }
        if line.left < before.left - size * 0.4, Self.beginsItem(before.text) == false, isIndented(before),
            lines.count > 2
        {
            return true
        }
        let isMiddle = line.text.first?.isLowercase ?? false
        return isMiddle || !wouldFit(line, behind: before)
    }

    /// Whether the line's first word had had room on the line before, which therefore ended on purpose.
    private func wouldFit(_ line: PDFLayout.Line, behind before: PDFLayout.Line) -> Bool {
        before.right + before.height * 0.35 + line.firstWordWidth < right - before.height * 0.2
    }

    static func endsSentence(_ text: String) -> Bool {
        let closing = text.last { !"“”\"'’‘«»›‹)]".contains($0) }
        return closing.map { ".!?…:".contains($0) } ?? true
    }

    private static func beginsItem(_ text: String) -> Bool {
        guard let first = text.first, text.dropFirst().first == " " else { return false }
        return "•▪●◦‣■–".contains(first)
    }
}
