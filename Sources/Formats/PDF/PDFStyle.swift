/// How the text of a PDF is set, found out by counting.
struct PDFStyle {
    /// The height of most of the text.
    let bodySize: Double
    /// How wide most of its lines are.
    let width: Double
    /// Whether first lines of paragraphs are indented.
    let usesIndents: Bool

    init(bodySize: Double, _ blocks: [PDFBlock]) {
        self.bodySize = bodySize
        let body = blocks.flatMap(\.lines).filter { Self.isBody($0.height, bodySize) }
        let widths = body.map { $0.right - $0.left }.sorted()
        width = widths.dropFirst(widths.count * 3 / 4).first ?? 0
        let indents = blocks.reduce(0) { $0 + $1.indentCount }
        let others = blocks.reduce(0) { $0 + $1.lines.count - 1 }
        usesIndents = indents >= 3 && indents * 20 >= others
    }

    static func bodySize(of lines: [PDFLayout.Line]) -> Double {
        var counts: [Double: Int] = [:]
        for line in lines { counts[(line.height * 2).rounded() / 2, default: 0] += line.text.utf8.count }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 10
    }

    func isBody(_ size: Double) -> Bool { Self.isBody(size, bodySize) }

    func isHeading(_ size: Double) -> Bool { size > bodySize * 1.15 }

    private static func isBody(_ size: Double, _ bodySize: Double) -> Bool {
        abs(size - bodySize) <= bodySize * 0.12
    }
}
