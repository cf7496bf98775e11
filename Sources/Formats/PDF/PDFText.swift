/// The paragraphs of a PDF, made of the lines on its pages.
struct PDFText {
    struct Paragraph {
        /// UTF-8.
        fileprivate(set) var bytes: [UInt8]
        /// The height of its letters, which tells headings from text.
        let size: Double
        let page: Int
        /// Whether it may go on in the next column.
        fileprivate var ending = Ending.closed
        /// Where its last line stands.
        fileprivate var lastPage: Int
        fileprivate var lastTop: Double

        var text: String { String(decoding: bytes, as: UTF8.self) }
    }

    /// How a paragraph's last line ends, which tells whether the next column may go on with it.
    fileprivate enum Ending {
        /// The line is short, or no text.
        case closed
        /// The line is full, and a sentence ends there.
        case full
        /// A full line in the midst of a sentence.
        case open
        /// A word is divided.
        case divided
    }

    private(set) var paragraphs: [Paragraph] = []
    private let style: PDFStyle
    private let hyphenation: Hyphenation

    init(_ layout: PDFLayout) {
        let bodySize = PDFStyle.bodySize(of: layout.lines)
        let lines = PDFMargins.removed(from: layout, bodySize: bodySize)
        let blocks = Self.blocks(of: lines)
        style = PDFStyle(bodySize: bodySize, blocks)
        hyphenation = Hyphenation(lines.map(\.text))
        for block in blocks { add(block) }
    }

    private static func blocks(of lines: [PDFLayout.Line]) -> [PDFBlock] {
        var blocks: [PDFBlock] = []
        var start = lines.startIndex
        while start < lines.endIndex {
            let end = lines[start...].firstIndex { $0.block != lines[start].block } ?? lines.endIndex
            blocks.append(PDFBlock(lines[start..<end]))
            start = end
        }
        return blocks
    }

    /// The largest words of the first page, if they are larger than the text.
    var headline: String? {
        let first = paragraphs.prefix { $0.page == paragraphs.first?.page }
        guard let largest = first.max(by: { $0.size < $1.size }), largest.size > style.bodySize * 1.2,
            (3...600).contains(largest.bytes.count)
        else { return nil }
        return largest.text
    }

    private mutating func add(_ block: PDFBlock) {
        // The paragraph that the lines of the block belong to; not the last one where one goes on behind a caption.
        var current: Int?
        for (index, line) in block.lines.enumerated() {
            if index == 0 {
                current = continuation(of: line, in: block)
            } else if !block.goesOn(index, style) {
                current = nil
            }
            if let current {
                extend(current, with: line)
            } else {
                current = paragraphs.count
                paragraphs.append(
                    Paragraph(
                        bytes: Array(line.text.utf8), size: line.height, page: line.page, lastPage: line.page,
                        lastTop: line.top))
            }
            if let current {
                paragraphs[current].ending = ending(line, block)
                (paragraphs[current].lastPage, paragraphs[current].lastTop) = (line.page, line.top)
            }
        }
    }

    private mutating func extend(_ index: Int, with line: PDFLayout.Line) {
        if isInitial(paragraphs[index], before: line) {
            paragraphs[index].bytes += line.text.utf8
        } else {
            hyphenation.append(line.text, to: &paragraphs[index].bytes)
        }
    }

    /// A large first letter that reaches down several lines.
    private func isInitial(_ paragraph: Paragraph, before line: PDFLayout.Line) -> Bool {
        paragraph.bytes.count <= 2 && paragraph.text.first?.isUppercase ?? false
            && paragraph.size > style.bodySize * 1.5 && style.isBody(line.height)
            && line.text.first?.isLowercase ?? false
    }

    private func ending(_ line: PDFLayout.Line, _ block: PDFBlock) -> Ending {
        guard style.isBody(line.height) else { return .closed }
        if Self.isDivided(line.text.utf8) { return .divided }
        let isFull = block.lines.count == 1 ? line.right - line.left > style.width * 0.85 : block.isFull(line)
        guard isFull else { return .closed }
        return PDFBlock.endsSentence(line.text) ? .full : .open
    }

    static func isDivided(_ text: some BidirectionalCollection<UInt8>) -> Bool {
        Hyphenation.hyphen(endOf: text) != nil
    }

    /// The paragraph that a column's first line goes on with: the last one, or one before captions and quotes that
    /// stand in between.
    private func continuation(of line: PDFLayout.Line, in block: PDFBlock) -> Int? {
        guard style.isBody(line.height), let last = paragraphs.indices.last else { return nil }
        if isInitial(paragraphs[last], before: line) { return last }
        let isMiddle = line.text.first.map { $0.isLowercase } ?? false
        let nearby = paragraphs.indices.suffix(isMiddle ? 4 : 1)
        return nearby.last { index in
            let paragraph = paragraphs[index]
            guard style.isBody(paragraph.size), line.page - paragraph.lastPage <= 1 else { return false }
            let isElsewhere = line.page != paragraph.lastPage || line.top < paragraph.lastTop
            switch paragraph.ending {
            case .closed: return false
            case .divided: return true
            case .open: return isMiddle || isElsewhere && !block.isIndented(line)
            case .full: return !isMiddle && isElsewhere && style.usesIndents && !block.isIndented(line)
            }
        }
    }
}
