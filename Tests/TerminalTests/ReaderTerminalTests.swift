import Cells
import Foundation
import Testing

/// The reader and its terminal.
@Suite("the reader in a terminal", .enabled(if: Program.hasTmux), .serialized)
struct ReaderTerminalTests {
    @Test("starts, tags and quits on every kind of terminal", arguments: ScreenTests.types)
    func types(type: String) throws {
        let desk = try Desk(settings: ["TERM=\(type)"])
        try desk.home.write(Sample.plain, to: "a.txt")
        try desk.open("a.txt")
        try desk.tmux.type("p")
        try desk.tmux.wait(for: "Person · ein")
        try desk.quit()
        #expect(try desk.home.keptMentions() == ["PER ein"])
    }

    @Test("without any terminal the message says what to do, and the status is 1")
    func noTerminal() throws {
        let home = try Home()
        try home.write(Sample.plain, to: "a.txt")
        let ending = try home.glosse("a.txt")
        #expect(ending.status == 1)
        #expect(ending.errors.contains("no terminal to show the screen on"))
        #expect(ending.errors.contains("'glosse extract'"))
        #expect(ending.output.isEmpty)
    }

    @Test("an article comes through a pipe, and keys from the terminal")
    func standardInput() throws {
        let desk = try Desk()
        try desk.home.write(Sample.plain, to: "a.txt")
        try desk.open("- < a.txt")
        try desk.tmux.type("p")
        try desk.tmux.wait(for: "Person · ein")
        try desk.quit()
        try desk.run("printf 'ein zug\\nam gleis\\n' | glosse -")
        #expect(try desk.waitForArticle().contains(" am gleis"))
        try desk.quit()
        #expect(try desk.home.keptMentions() == ["PER ein"])
    }

    @Test(
        "stdout may be a pipe or a file, and nothing of the screen goes there", arguments: ["| cat", "> out"])
    func standardOutput(target: String) throws {
        let desk = try Desk()
        try desk.home.write(Sample.plain, to: "a.txt")
        try desk.open("a.txt \(target)")
        try desk.quit()
        #expect(try !desk.tmux.screen().contains("READ"))
        if target == "> out" { #expect(try desk.home.read("out") == "") }
    }

    @Test("the window may become one cell, 500 x 200 and ordinary again while a person reads and tags")
    func resize() throws {
        let desk = try Desk()
        try desk.home.write(Sample.bridge, to: "a.txt")
        let before = try desk.open("a.txt")
        for size in [(1, 1), (2, 7), (200, 500), (3, 80), (24, 20)] {
            try desk.tmux.resize(Size(rows: size.0, columns: size.1))
            try desk.tmux.type("w")
            try desk.tmux.type("b")
        }
        try desk.tmux.resize(Size(rows: 24, columns: 80))
        try desk.tmux.wait(until: "the screen is as before") { $0 == before }
        try desk.tmux.resize(Size(rows: 1, columns: 1))
        try desk.tmux.type("p")
        try desk.tmux.resize(Size(rows: 24, columns: 80))
        try desk.tmux.wait(for: "Person · Brücke")
        try desk.quit()
    }

    @Test("a click selects the word, a drag up to another one, the wheel scrolls")
    func mouseInText() throws {
        let desk = try Desk()
        let lines = (1...200).map { "absatz nummer \($0)\n" }
        try desk.home.write("ein haus am see\n" + lines.joined(), to: "a.txt")
        try desk.open("a.txt")
        let line = try row(of: "ein haus am see", in: desk)
        try desk.click(row: line.row, column: line.column + 5)
        try desk.tmux.type("p")
        try desk.tmux.wait(for: "Person · haus")
        try desk.press(row: line.row, column: line.column + 9)
        try desk.drag(row: line.row, column: line.column + 13)
        try desk.release(row: line.row, column: line.column + 13)
        try desk.tmux.type("l")
        try desk.tmux.wait(for: "Place · am see")
        for _ in 0..<4 { try desk.tmux.send("\u{1B}[<65;10;10M") }
        try desk.tmux.wait(until: "the first line is scrolled away") { !$0.contains("ein haus am see") }
        try desk.quit()
        #expect(try desk.home.keptMentions() == ["PER haus", "LOC am see"])
    }

    @Test("a click in the pane goes there, one on a title shows that tab")
    func mouseInPane() throws {
        let desk = try Desk(size: Size(rows: 24, columns: 120))
        try desk.home.write(Sample.bridge, to: "a.txt")
        try desk.open("a.txt")
        let tab = try row(of: "Entities", in: desk)
        try desk.click(row: tab.row, column: tab.column + 1)
        try desk.tmux.wait(until: "the entities are there") { $0.ranges(of: "Bremen").count == 2 }
        let name = try row(of: "Bremen", after: tab.column - 10, in: desk)
        try desk.click(row: name.row, column: name.column + 1)
        try desk.tmux.wait(for: "PANE")
        try desk.tmux.wait(for: "Place · Bremen")
        try desk.quit()
    }

    @Test("what is pasted never runs as commands, whatever it holds")
    func paste() throws {
        let desk = try Desk()
        try desk.home.write(Sample.plain, to: "a.txt")
        try desk.open("a.txt")
        try desk.tmux.send("\u{1B}[200~p\rp\nQ\u{1B}[A:quit\r\u{3}\u{1B}]0;x\u{7}\u{1B}[201~")
        try desk.tmux.wait(for: "/p")
        #expect(try desk.tmux.flags().alternateScreen)
        try desk.tmux.type("Escape")
        try desk.tmux.wait(for: "READ")
        try desk.quit()
        #expect(try desk.home.keptMentions() == [])
    }

    @Test("^Z gives the terminal back, and fg shows the article again and takes keys")
    func suspendAndResume() throws {
        let desk = try Desk()
        try desk.home.write(Sample.plain, to: "a.txt")
        let before = try desk.open("a.txt")
        try desk.tmux.type("C-z")
        try desk.tmux.wait(for: "Stopped")
        #expect(try desk.tmux.flags() == .clean)
        try desk.run("fg")
        try desk.tmux.wait(until: "the screen is as before") { $0 == before }
        try desk.tmux.type("p")
        try desk.tmux.wait(for: "Person · ein")
        try desk.quit()
    }

    @Test("a terminal that goes away ends the reader, with the work saved")
    func hangUp() throws {
        let home = try Home()
        try home.write(Sample.plain, to: "a.txt")
        let desk = try Desk(at: home)
        try desk.open("a.txt")
        try desk.tmux.type("p")
        try desk.tmux.wait(for: "Person · ein")
        let process = try desk.tmux.foregroundProcess()
        try desk.tmux.hangUp()
        let end = ContinuousClock.now + Tmux.patience
        while kill(process, 0) == 0, ContinuousClock.now < end { usleep(10_000) }
        #expect(kill(process, 0) != 0)
        #expect(try home.keptMentions() == ["PER ein"])
    }

    @Test("a key that moves, tags or takes back costs at most 300 bytes on the line, on average")
    func bytesPerKey() throws {
        let desk = try Desk()
        try desk.home.write(String(repeating: Sample.plain + "\n", count: 5), to: "a.txt")
        try desk.open("a.txt")
        try desk.tmux.typeAndSee("w")
        let keys = ["w", "w", "b", "j", "j", "k", "p", "u", "w", "l", "u", "w", "f", "o", "w"]
        let sent = try desk.tmux.recording { for key in keys { try desk.tmux.typeAndSee(key) } }
        #expect(!sent.isEmpty)
        #expect(sent.count / keys.count <= 300, "\(sent.count) bytes for \(keys.count) keys")
        try desk.quit()
    }

    /// Where a text is on the screen.
    private func row(of text: String, after column: Int = -1, in desk: Desk) throws -> (row: Int, column: Int)
    {
        let lines = try desk.tmux.screen().split(separator: "\n", omittingEmptySubsequences: false)
        for (row, line) in lines.enumerated() {
            for range in line.ranges(of: text) {
                let start = Width.of(line[..<range.lowerBound])
                if start > column { return (row, start) }
            }
        }
        throw Program.Failure(description: "'\(text)' is not on the screen")
    }
}

extension Desk {
    fileprivate func click(row: Int, column: Int) throws {
        try press(row: row, column: column)
        try release(row: row, column: column)
    }

    fileprivate func press(row: Int, column: Int) throws {
        try tmux.send("\u{1B}[<0;\(column + 1);\(row + 1)M")
    }

    fileprivate func drag(row: Int, column: Int) throws {
        try tmux.send("\u{1B}[<32;\(column + 1);\(row + 1)M")
    }

    fileprivate func release(row: Int, column: Int) throws {
        try tmux.send("\u{1B}[<0;\(column + 1);\(row + 1)m")
    }
}
