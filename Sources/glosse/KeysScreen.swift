import Cells

/// What `glosse keys` shows: a page about the terminal, and below it the events as they came.
struct KeysScreen {
    let terminalType: String
    let palette: Palette
    private(set) var isRunning = true
    /// The newest last.
    private var lines: [String] = []

    init(terminalType: String, palette: Palette) {
        self.terminalType = terminalType
        self.palette = palette
    }

    mutating func update(_ event: TerminalEvent) {
        lines.append(Self.describe(event))
        // Nobody sees more than the tallest screen shows.
        if lines.count > 1_000 { lines.removeFirst(lines.count - 500) }
        if event == .key(Key("q")) || event == .terminate { isRunning = false }
    }

    /// The theme, and a role for each swatch.
    var theme: Theme {
        var theme = palette == .monochrome ? Theme.monochrome : Theme.default
        for index in 0..<16 {
            theme.styles[Role("swatch.own\(index)")] = Style(background: .named(UInt8(index)))
        }
        for step in 0..<Self.steps {
            theme.styles[Role("swatch.hue\(step)")] = Style(background: Self.rainbow(step))
        }
        for (name, attribute) in Self.attributes {
            theme.styles[Role("sample.\(name)")] = Style(attributes: attribute)
        }
        return theme
    }

    func draw(size: Size) -> CellGrid {
        var grid = CellGrid(size: size)
        let all = Region(row: 0, column: 0, rows: size.rows, columns: size.columns)
        grid.fill(all, roles: ["text"])
        grid.put("Press any key, click, paste or resize; q leaves.", row: 0, column: 1, roles: ["heading"])
        grid.put("TERM=\(terminalType), \(describe(size)), \(colors)", row: 1, column: 1, roles: ["metadata"])
        var column = 1
        for (name, _) in Self.attributes {
            column = grid.put(name, row: 2, column: column, roles: [Role("sample.\(name)")]) + 1
        }
        for index in 0..<16 {
            grid.put("  ", row: 3, column: 1 + 2 * index, roles: [Role("swatch.own\(index)")])
        }
        for step in 0..<Self.steps {
            grid.put(" ", row: 4, column: 1 + step, roles: [Role("swatch.hue\(step)")])
        }
        grid.put(Self.widths, row: 5, column: 1)
        grid.put(
            "If the bars are not one above the other, the terminal is wrong about a width.", row: 6, column: 1
        )
        let top = 8
        for (offset, line) in lines.suffix(max(0, size.rows - top)).enumerated() {
            grid.put(line, row: top + offset, column: 1)
        }
        return grid
    }

    private var colors: String {
        switch palette {
        case .monochrome: "no colours"
        case .eight: "8 colours"
        case .sixteen: "16 colours"
        case .indexed: "256 colours"
        case .direct: "direct colour"
        }
    }

    private func describe(_ size: Size) -> String { "\(size.columns)x\(size.rows)" }

    private static func describe(_ event: TerminalEvent) -> String {
        switch event {
        case .key(let key): "key     \(key)"
        case .paste(let text): "paste   \(text.utf8.count) bytes: \(text)"
        case .mouse(let mouse): "mouse   \(describe(mouse)) at row \(mouse.row), column \(mouse.column)"
        case .resize(let size): "resize  \(size.columns)x\(size.rows)"
        case .terminate: "terminate"
        }
    }

    private static func describe(_ mouse: Mouse) -> String {
        let modifiers = [(Key.Modifiers.control, "C-"), (.alt, "A-"), (.shift, "S-")]
            .filter { mouse.modifiers.contains($0.0) }.map(\.1).joined()
        return switch mouse.action {
        case .press: modifiers + "press"
        case .drag: modifiers + "drag"
        case .release: modifiers + "release"
        case .wheelUp: modifiers + "wheel up"
        case .wheelDown: modifiers + "wheel down"
        }
    }

    private static let attributes: [(String, Style.Attributes)] = [
        ("bold", .bold), ("dim", .dim), ("italic", .italic), ("underline", .underline), ("reverse", .reverse),
    ]

    /// Bars in every fifth column between characters of one and two cells, with marks, and from right to left.
    private static let widths =
        "|ab  |äo\u{308}  |漢字|ﾊﾝ  |한글|👍👍|e\u{301}\u{302}   |שלם |☺\u{FE0F}…  |❤\u{FE0F}€  |"

    private static let steps = 48

    /// A colour of the rainbow, from red back to red.
    private static func rainbow(_ step: Int) -> Color {
        let level = { (offset: Int) -> UInt8 in
            let place = (step * 6 * 255 / steps + offset * 2 * 255) % (6 * 255)
            return UInt8(max(0, min(255, abs(place - 3 * 255) - 255)))
        }
        return .rgb(level(0), level(2), level(1))
    }
}
