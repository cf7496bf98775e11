import CTerminal
import Cells
import Glibc

/// The one screen of the program: a grid of cells goes out, events come in.
///
/// It takes `/dev/tty`, so stdin and stdout may be pipes, and gives everything back at the end of its life: screen, modes,
/// signals and stderr. Only this file and the C shim know ncurses. Not for other threads, except its `wake`.
struct Terminal: ~Copyable {
    /// What the user wants of colours; `NO_COLOR` in the environment turns them off (no-color.org).
    enum Coloring {
        case terminal, none

        init(environment: [String: String]) {
            self = environment["NO_COLOR", default: ""].isEmpty ? .terminal : .none
        }
    }

    private(set) var size: Size
    let palette: Palette
    let wake = Wake()
    private var decoder = InputDecoder()
    private var brush: Brush
    /// What is on the screen, row by row; empty when that is not known.
    private var shown: [Brush.Stroke]
    private let ownKeys: [Int32: InputDecoder.Input]

    /// - Parameter log: the file that stderr goes to while the screen is open; nil or a file that cannot be written
    ///   sends it nowhere.
    init(log: String?, coloring: Coloring) throws(TerminalError) {
        let result = glosse_terminal_open(log, coloring == .terminal ? 1 : 0)
        let type = getenv("TERM").map { String(cString: $0) } ?? ""
        switch Int(result) {
        case Int(GLOSSE_TERMINAL_OPENED.rawValue): break
        case Int(GLOSSE_TERMINAL_IS_OPEN.rawValue): throw .alreadyOpen
        case Int(GLOSSE_TERMINAL_NO_TYPE.rawValue): throw .noType
        case Int(GLOSSE_TERMINAL_UNKNOWN_TYPE.rawValue): throw .unknownType(type)
        case Int(GLOSSE_TERMINAL_CANNOT_POSITION.rawValue): throw .cannotPosition(type)
        default: throw .noTerminal(reason: String(cString: strerror(errno)))
        }
        palette = Palette(colors: Int(glosse_terminal_colors()))
        brush = Brush(palette: palette)
        size = Self.currentSize()
        shown = []
        ownKeys = Self.defineKeys()
    }

    deinit {
        glosse_terminal_close()
    }

    /// Draws what differs from what is on the screen. A grid of another size is cut off, or has blanks around it.
    mutating func show(_ grid: CellGrid, theme: Theme) {
        let strokes = brush.strokes(for: grid, on: size, theme: theme)
        let isKnown = shown.count == strokes.count
        for row in 0..<size.rows {
            for column in 0..<size.columns {
                let index = row * size.columns + column
                let stroke = strokes[index]
                guard !stroke.glyph.isEmpty, !isKnown || shown[index] != stroke else { continue }
                let isWide = column + 1 < size.columns && strokes[index + 1].glyph.isEmpty
                brush.put(stroke, width: isWide ? 2 : 1, row: row, column: column)
            }
        }
        shown = strokes
        let cursor = grid.cursor.flatMap { cursor in
            0..<size.rows ~= cursor.row && 0..<size.columns ~= cursor.column ? cursor : nil
        }
        glosse_terminal_show(Int32(cursor?.row ?? -1), Int32(cursor?.column ?? -1))
    }

    /// Waits for input, a signal or a `wake`.
    /// - Parameter timeout: nil waits for ever.
    mutating func wait(timeout: Duration? = nil) {
        // The rest of what has half arrived comes soon or never.
        let patience = Duration.seconds(1)
        let limit = decoder.isInside ? min(timeout ?? patience, patience) : timeout
        let milliseconds = limit.map { max(0, $0 / .milliseconds(1)).rounded(.up) } ?? -1
        let isOver = glosse_terminal_wait(Int32(min(milliseconds, 1_000_000))) == 0
        if isOver, limit == patience { decoder.abandon() }
    }

    /// Takes everything that is waiting, keys in the order of their typing.
    ///
    /// A stop (^Z) happens in here; it ends when the program is continued.
    mutating func events() -> [TerminalEvent] {
        var requests = glosse_terminal_requests()
        if Self.asks(requests, for: GLOSSE_REQUEST_STOP) {
            glosse_terminal_stop()
            requests |= glosse_terminal_requests()
        } else if Self.asks(requests, for: GLOSSE_REQUEST_RESUME) {
            glosse_terminal_resume()
        }
        var events: [TerminalEvent] = []
        if Self.asks(requests, for: GLOSSE_REQUEST_RESIZE) {
            let before = size
            size = Self.currentSize()
            if size != before {
                shown = []
                events.append(.resize(size))
            }
        }
        while let input = read() { decoder.receive(input) }
        decoder.pause()
        events += decoder.take()
        if Self.asks(requests, for: GLOSSE_REQUEST_TERMINATE) { events.append(.terminate) }
        return events
    }

    func bell() {
        glosse_terminal_bell()
    }

    /// Stops the program and its pipeline until the shell continues it, at the next `events()`.
    func suspend() {
        glosse_terminal_request_stop()
    }

    private static func asks(_ requests: Int32, for request: glosse_terminal_request) -> Bool {
        requests & Int32(request.rawValue) != 0
    }

    private func read() -> InputDecoder.Input? {
        let code = decoder.expectsBytes ? glosse_terminal_read_byte() : glosse_terminal_read()
        switch code {
        case ..<0: return nil
        case ..<256: return .byte(UInt8(code))
        default:
            if let input = ownKeys[code] { return input }
            return Self.key(of: code).map { .key($0) } ?? .unknown
        }
    }

    private static func key(of code: Int32) -> Key? {
        glosse_terminal_key_name(code).flatMap { Key(cursesName: String(cString: $0)) }
    }

    /// Names mouse reports and pastes, which ncurses would decode itself, and the keys that terminfo leaves out.
    /// - Returns: what the codes stand for that ncurses reports for them.
    private static func defineKeys() -> [Int32: InputDecoder.Input] {
        let others = Key.xtermSequences.filter { sequence, _ in
            let code = glosse_terminal_key_code(sequence)
            return code == 0 || code > 0 && key(of: code) == nil
        }
        let sequences: [(String, InputDecoder.Input)] =
            [("\u{1B}[<", .mouseReport), ("\u{1B}[200~", .pasteStart)]
            + others.map { ($0.sequence, .key($0.key)) }
        var inputs: [Int32: InputDecoder.Input] = [:]
        // Behind the codes that ncurses gives to keys of its own (up to 0x1FF) and to extended names.
        for (code, (sequence, input)) in zip(Int32(0x2000)..., sequences) {
            glosse_terminal_define_key(sequence, code)
            inputs[code] = input
        }
        return inputs
    }

    private static func currentSize() -> Size {
        var rows: Int32 = 0
        var columns: Int32 = 0
        glosse_terminal_resize(&rows, &columns)
        return Size(rows: Int(rows), columns: Int(columns))
    }
}

@available(*, unavailable, message: "the terminal belongs to the thread of the loop; hand out its wake")
extension Terminal: Sendable {}
