import Foundation
import Testing

/// Articles that try to command the terminal, in the real reader.
@Suite("hostile articles in the reader", .enabled(if: Program.hasTmux), .serialized)
struct HostileTextTests {
    @Test("nothing of an article, its name or its labels reaches the terminal as a command")
    func nothingRaw() throws {
        let desk = try Desk(size: .init(rows: 24, columns: 120))
        let attack =
            "\u{1B}]0;PWNED\u{7}\u{1B}[31337m\u{1B}P1$tx\u{1B}\\\u{9D}52;c;AAAA\u{9C}\u{1B}_G\u{E}\u{8}"
        let text = "ein \(attack) haus\u{202E} am \(attack)see\n"
        try desk.home.write(text, to: "news/a\u{1B}]0;PWNED\u{7}\nb.txt")
        let note = "notiz \(attack)"
        let line = try JSONSerialization.data(
            withJSONObject: [
                "id": attack, "title": "titel \(attack)", "source": attack, "date": attack, "text": text,
                "mentions": [["id": attack, "start": 0, "end": 3, "label": "PER", "value": attack]],
                "notes": [["id": "n1", "start": 0, "end": 3, "text": note]],
            ])
        try desk.home.write(line + Data("\n".utf8), to: "news/c.jsonl")
        let sent = try desk.tmux.recording {
            for name in ["news/a*", "news/c.jsonl"] {
                try desk.open(name)
                for key in ["F2", "F3", "F4", "F5"] { try desk.tmux.type(key, "w") }
                try desk.tmux.type("p")
                try desk.tmux.type("/")
                try desk.tmux.send("haus")
                try desk.tmux.type("Enter")
                try desk.tmux.wait(for: "READ")
                try desk.quit()
            }
            try desk.run("glosse news")
            try desk.tmux.wait(for: "LIBRARY")
            try desk.quit()
            try desk.run("glosse")
            try desk.tmux.wait(for: "LIBRARY")
            try desk.quit()
        }
        try expectOnlyOwnCommands(sent)
    }

    @Test("the reader says why an article cannot be opened, and stays usable")
    func unreadable() throws {
        let desk = try Desk(size: .init(rows: 24, columns: 120))
        try desk.home.write("ein\0boot\n", to: "news/a.txt")
        try desk.home.write("ein haus\n", to: "news/b.txt")
        try desk.run("glosse news")
        try desk.tmux.wait(for: "ein haus")
        try desk.tmux.type("Enter")
        try desk.tmux.wait(for: "news/a.txt:1: holds a NUL byte")
        try desk.tmux.type("j")
        try desk.tmux.type("Enter")
        try desk.waitForArticle()
        try desk.quit()
    }

    @Test("one line of 50 MB is read and tagged like another")
    func longLine() throws {
        let desk = try Desk()
        let piece = Array("ein haus steht am see und ein boot liegt im schilf ".utf8)
        try desk.home.write(
            repeatElement(piece, count: 50_000_000 / piece.count).joined(), to: "a.txt")
        try desk.run("glosse a.txt")
        try desk.tmux.wait(for: "ein haus steht am see")
        // Nothing can be tagged before the library has the text; one answer is waited for before the next try.
        var answer = ""
        while !answer.contains("Person · ein") {
            try desk.tmux.type("b")
            try desk.tmux.wait(until: "the notice is gone") { !$0.contains("still opening") }
            try desk.tmux.type("p")
            answer = try desk.tmux.wait(until: "p is answered") {
                $0.contains("Person · ein") || $0.contains("still opening")
            }
        }
        try desk.quit()
        #expect(try desk.home.keptMentions() == ["PER ein"])
    }

    /// Every control character is one of ncurses', every sequence has a form that ncurses sends, and none is the text's.
    private func expectOnlyOwnCommands(_ sent: Data) throws {
        let text = String(decoding: sent, as: UTF8.self)
        #expect(text.contains("␛]0;PWNED␇"), "the attack is on the screen as a picture")
        let controls = Set(text.unicodeScalars.filter { $0.properties.generalCategory == .control })
        #expect(controls.isSubset(of: ["\u{1B}", "\r", "\n", "\u{8}", "\u{7}", "\t"]))
        let sequences = text.matches(of: /\x1b(.[^\x1b]{0,12})/).map { String($0.1) }
        let forms = /\[[?>]?[0-9;:]*[A-Za-z].*|\([B0].*|[=>78M].*/.dotMatchesNewlines()
        #expect(sequences.filter { $0.wholeMatch(of: forms) == nil } == [])
        #expect(!text.contains("\u{1B}[31337m"))
        #expect(!text.contains("\u{202E}"))
    }
}
