import Cells
import Foundation
import Testing

@testable import glosse

/// What goes out to the terminal.
@Suite("the screen", .enabled(if: Program.hasTmux), .serialized)
struct ScreenTests {
    static let types = ["xterm-256color", "screen-256color", "tmux-256color", "linux", "vt100"]

    @Test("starts on every kind of terminal and leaves it as it was", arguments: types)
    func startsAndQuits(type: String) throws {
        let tmux = try Tmux()
        try tmux.run("TERM=\(type) \(Program.glosse) keys; echo left:$?")
        try tmux.wait(for: "TERM=\(type), 80x24")
        #expect(try tmux.flags().mouse)
        #expect(try tmux.flags().mouseDecimal)
        try tmux.type("q")
        try tmux.wait(for: "left:0")
        #expect(try tmux.flags() == .clean)
    }

    @Test("an unknown type of terminal is named, with what to do, and ends in status 1")
    func unknownType() throws {
        let tmux = try Tmux(size: Size(rows: 24, columns: 300))
        try tmux.run("TERM=nonsense \(Program.glosse) keys; echo left:$?")
        let screen = try tmux.wait(for: "left:1")
        #expect(screen.contains("'nonsense' is not in the terminfo database; install"))
        #expect(try tmux.flags() == .clean)
    }

    @Test("a terminal that cannot position its cursor, or has no type, is refused")
    func uselessType() throws {
        let tmux = try Tmux(size: Size(rows: 24, columns: 300))
        try tmux.run("TERM=dumb \(Program.glosse) keys; echo left:$?")
        #expect(try tmux.wait(for: "left:1").contains("'dumb' cannot position the cursor"))
        try tmux.run("clear; env -u TERM \(Program.glosse) keys; echo left:$?")
        #expect(try tmux.wait(for: "left:1").contains("TERM is not set"))
    }

    @Test("without a terminal the error says which command to use instead")
    func noTerminal() throws {
        let tmux = try Tmux(size: Size(rows: 24, columns: 300))
        try tmux.run("setsid -w \(Program.glosse) keys < /dev/null; echo left:$?")
        #expect(try tmux.wait(for: "left:1").contains("no terminal to show the screen on (/dev/tty:"))
    }

    @Test("wide, combining and right-to-left characters stand where the grid has them", arguments: types)
    func widths(type: String) throws {
        let tmux = try Tmux()
        try tmux.run("TERM=\(type) \(Program.glosse) keys")
        let screen = try tmux.wait(for: "If the bars")
        let shown = screen.split(separator: "\n", omittingEmptySubsequences: false)[5]
        let grid = KeysScreen(terminalType: type, palette: .indexed).draw(size: Size(rows: 24, columns: 80))
        #expect(shown == grid.line(5))
        let pieces = shown.split(separator: "|").dropFirst()
        #expect(pieces.count == 10)
        #expect(pieces.allSatisfy { Width.of($0) == 4 })
    }

    @Test("a locale without UTF-8 does not spoil the characters")
    func plainLocale() throws {
        let tmux = try Tmux()
        try tmux.run("LC_ALL=C TERM=xterm-256color \(Program.glosse) keys")
        #expect(try tmux.wait(for: "If the bars").contains("漢字"))
    }

    @Test("a character that the C library does not know leaves the others in their columns")
    func unknownCharacter() throws {
        let tmux = try Tmux()
        try tmux.run("TERM=xterm-256color \(Program.glosse) keys")
        try tmux.wait(for: "If the bars")
        try tmux.send("\u{1B}[200~left\u{3FFFD}right\u{1B}[201~")
        try tmux.wait(for: "13 bytes: left� right")
    }

    @Test("a flood of marks, and characters that would control the terminal, are drawn harmlessly")
    func hostileText() throws {
        let tmux = try Tmux()
        try tmux.run("TERM=xterm-256color \(Program.glosse) keys")
        try tmux.wait(for: "If the bars")
        let flood = "e" + String(repeating: "\u{301}", count: 500)
        try tmux.send("\u{1B}[200~\(flood)|\u{1B}]0;title\u{7}|\u{202E}txt|\u{9B}2J\u{1B}[201~")
        let screen = try tmux.wait(for: "|␛]0;title␇|·txt|�2J")
        #expect(screen.contains("e\u{301}\u{301}\u{301}\u{301}|"))
        #expect(screen.contains("If the bars"))
    }

    @Test("256 colours are the nearest to the theme's")
    func indexedColors() throws {
        let screen = try styledScreen("TERM=xterm-256color")
        #expect(screen.contains("256 colours"))
        #expect(screen.contains("38;5;253m"))
        #expect(screen.contains("48;5;234m"))
    }

    @Test("a terminal of 8 colours gets those, never letters in the colour of their ground")
    func eightColors() throws {
        let screen = try styledScreen("TERM=linux")
        #expect(screen.contains("8 colours"))
        #expect(screen.contains("\u{1B}[37m\u{1B}[40m"))
    }

    @Test(
        "NO_COLOR and a terminal without colours leave attributes only",
        arguments: ["NO_COLOR=1", "TERM=vt100"])
    func noColors(setting: String) throws {
        let screen = try styledScreen("TERM=xterm-256color \(setting)")
        #expect(screen.contains("no colours"))
        #expect(screen.contains("\u{1B}[1m"))
        #expect(screen.contains("\u{1B}[7mreverse"))
        #expect(screen.firstMatch(of: /\x1b\[(3|4|9|10)[0-7](;|m)/) == nil)
    }

    @Test("direct colour shows the theme's colours as they are")
    func directColors() throws {
        try Program.withFolder { folder in
            let source = """
                glosse-direct|a terminal with direct colour,
                    RGB, colors#0x1000000, pairs#0x7FFF,
                    setab=\\E[%?%p1%{8}%<%t4%p1%d%e48\\:2\\:\\:%p1%{65536}%/%d\\:%p1%{256}%/%{255}%&%d\\:%p1%{255}%&%d%;m,
                    setaf=\\E[%?%p1%{8}%<%t3%p1%d%e38\\:2\\:\\:%p1%{65536}%/%d\\:%p1%{256}%/%{255}%&%d\\:%p1%{255}%&%d%;m,
                    use=xterm-256color,
                """
            let file = folder.appendingPathComponent("direct.ti")
            try (source + "\n").write(to: file, atomically: true, encoding: .utf8)
            try Program.run("tic", ["-x", "-o", folder.path, file.path])
            let screen = try styledScreen("TERMINFO=\(folder.path) TERM=glosse-direct")
            #expect(screen.contains("direct colour"))
            #expect(screen.contains("38;2;216;222;233m"))
            #expect(screen.contains("48;2;28;31;38m"))
        }
    }

    @Test("the screen follows the window down to one cell, up to 500 x 200 and back")
    func resize() throws {
        let tmux = try Tmux()
        try tmux.run("TERM=xterm-256color LINES=10 COLUMNS=20 \(Program.glosse) keys; echo left:$?")
        try tmux.wait(for: "80x24")
        try tmux.resize(Size(rows: 1, columns: 1))
        try tmux.resize(Size(rows: 200, columns: 500))
        try tmux.wait(for: "xterm-256color, 500x200")
        try tmux.resize(Size(rows: 24, columns: 80))
        try tmux.wait(for: "xterm-256color, 80x24")
        try tmux.resize(Size(rows: 1, columns: 1))
        try tmux.wait(until: "one blank is all") { $0.trimmingCharacters(in: .newlines).isEmpty }
        try tmux.resize(Size(rows: 24, columns: 80))
        let screen = try tmux.wait(for: "resize  1x1\n resize  80x24")
        #expect(
            screen.hasPrefix(" Press any key, click, paste or resize; q leaves.\n TERM=xterm-256color, 80x24")
        )
        try tmux.type("q")
        try tmux.wait(for: "left:0")
        #expect(try tmux.flags() == .clean)
    }

    @Test("a typical key costs at most 300 bytes on the line")
    func bytesPerKey() throws {
        let tmux = try Tmux()
        try tmux.run("TERM=xterm-256color \(Program.glosse) keys")
        try tmux.wait(for: "If the bars")
        try tmux.type("a")
        try tmux.wait(for: "key     a")
        let keys = ["b", "c", "d", "e", "f", "g", "h", "i"]
        let sent = try tmux.recording {
            for key in keys {
                try tmux.type(key)
                try tmux.wait(for: "key     \(key)")
            }
        }
        #expect(!sent.isEmpty)
        #expect(sent.count / keys.count <= 300)
    }

    private func styledScreen(_ settings: String) throws -> String {
        let tmux = try Tmux()
        try tmux.run("env \(settings) \(Program.glosse) keys")
        try tmux.wait(for: "If the bars")
        return try tmux.styledScreen()
    }
}
