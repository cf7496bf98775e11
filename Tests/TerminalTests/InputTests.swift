import Cells
import Foundation
import Testing

/// What comes in from the terminal.
@Suite("the keyboard and the mouse", .enabled(if: Program.hasTmux), .serialized)
struct InputTests {
    @Test("keys have the same names on every kind of terminal", arguments: ScreenTests.types)
    func keys(type: String) throws {
        let tmux = try open(type: type)
        let keys = [
            ("p", "p"), ("C-p", "C-p"), ("M-x", "A-x"), ("Up", "Up"), ("C-Right", "C-Right"),
            ("BTab", "S-Tab"),
            ("Enter", "Enter"), ("Tab", "Tab"), ("F5", "F5"), ("PageDown", "PageDown"),
            ("BSpace", "Backspace"),
            ("DC", "Delete"), ("Space", "Space"), ("ä", "ä"), ("C-c", "C-c"), ("C-s", "C-s"),
            ("Escape", "Escape"),
        ]
        for (tmuxName, name) in keys {
            try tmux.type(tmuxName)
            try tmux.wait(until: "\(name) is the last event") { lastLine($0) == "key     \(name)" }
        }
    }

    @Test("clicks, drags and the wheel arrive, also beyond column 223", arguments: ScreenTests.types)
    func mouse(type: String) throws {
        let tmux = try open(type: type, size: Size(rows: 24, columns: 400))
        try tmux.send("\u{1B}[<0;390;5M")
        try tmux.wait(for: "mouse   press at row 4, column 389")
        try tmux.send("\u{1B}[<32;391;6M")
        try tmux.wait(for: "mouse   drag at row 5, column 390")
        try tmux.send("\u{1B}[<0;391;6m")
        try tmux.wait(for: "mouse   release at row 5, column 390")
        try tmux.send("\u{1B}[<81;300;7M")
        try tmux.wait(for: "mouse   C-wheel down at row 6, column 299")
    }

    @Test(
        "a paste is one event, with its line breaks, and its escape sequences are text",
        arguments: ScreenTests.types)
    func paste(type: String) throws {
        let tmux = try open(type: type)
        try tmux.send("\u{1B}[200~Größe\rq\u{1B}[Aq\u{1B}[<0;1;1Mq\u{1B}[201~")
        let screen = try tmux.wait(for: "paste   ")
        #expect(lastLine(screen) == "paste   23 bytes: Größe␊q␛[Aq␛[<0;1;1Mq")
        try tmux.type("z")
        try tmux.wait(for: "key     z")
    }

    @Test("sequences that nobody knows are swallowed, not typed")
    func unknownSequences() throws {
        let tmux = try open(type: "xterm-256color")
        try tmux.send("\u{1B}[?1;2c\u{1B}[99;133u\u{1B}[Iz")
        #expect(lastLine(try tmux.wait(for: "key     z")) == "key     z")
        #expect(try !tmux.screen().contains("key     c"))
    }

    @Test("stdin and stdout may be pipes")
    func pipes() throws {
        let tmux = try Tmux()
        try tmux.run("echo piped | TERM=xterm-256color \(Program.glosse) keys | cat; echo left:$?")
        try tmux.wait(for: "If the bars")
        try tmux.type("x")
        try tmux.wait(for: "key     x")
        try tmux.type("q")
        try tmux.wait(for: "left:0")
        #expect(try tmux.flags() == .clean)
    }

    private func open(type: String, size: Size = Size(rows: 40, columns: 80)) throws -> Tmux {
        let tmux = try Tmux(size: size)
        try tmux.run("TERM=\(type) \(Program.glosse) keys")
        try tmux.wait(for: "If the bars")
        return tmux
    }

    private func lastLine(_ screen: String) -> String {
        screen.split(separator: "\n").last { !$0.allSatisfy(\.isWhitespace) }.map { $0.drop { $0 == " " } }
            .map(String.init) ?? ""
    }
}
