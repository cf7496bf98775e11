import Cells
import Foundation
import GRDB
import Testing

/// The engine learns while a person tags, in the real program.
@Suite("learning in a terminal", .enabled(if: Program.hasTmux), .serialized)
struct LearningTests {
    private static let ferries = """
        Gestern lief die Fähre Seeadler aus dem Hafen aus.

        Am Abend lief die Fähre Nordstern aus dem Hafen aus.

        Danach lief die Fähre Sturmvogel in den Hafen ein.

        Heute lief die Fähre Albatros aus dem Hafen aus.

        """

    private func find(_ word: String, at desk: Desk) throws {
        try desk.tmux.send("/\(word)")
        try desk.tmux.type("Enter")
        try desk.tmux.wait(for: "hit 1 of")
    }

    @Test("what is tagged is suggested elsewhere, after a restart too, and :forget ends it")
    func learnsAndForgets() throws {
        let desk = try Desk(at: Home(learning: "on"), size: Size(rows: 24, columns: 120))
        try desk.home.write(Self.ferries, to: "a.txt")
        try desk.open("a.txt")
        for ship in ["Seeadler", "Nordstern", "Sturmvogel"] {
            try find(ship, at: desk)
            try desk.tmux.type("W")
            try desk.tmux.wait(for: "Work · \(ship)")
        }
        try find("Albatros", at: desk)
        try desk.tmux.wait(for: "Work · Albatros · suggested, learned from you")
        try desk.quit()
        #expect(try desk.home.keptMentions() == ["WORK Seeadler", "WORK Nordstern", "WORK Sturmvogel"])

        let shown = try desk.home.glosse("personal", "show")
        #expect(shown.text.contains("3 sentences") && shown.text.contains("WORK"))
        let exported = try desk.home.glosse("personal", "export")
        try desk.home.write(exported.output, to: "lessons")

        try desk.home.write("Morgen läuft die Fähre Albatros aus dem Hafen aus.\n", to: "b.txt")
        try desk.open("b.txt")
        try find("Albatros", at: desk)
        try desk.tmux.wait(for: "Work · Albatros · suggested, learned from you")
        try desk.tmux.send(":learning off")
        try desk.tmux.type("Enter")
        try desk.tmux.wait(until: "the shipped engine suggests") { !$0.contains("learned from you") }
        try desk.tmux.send(":learning on")
        try desk.tmux.type("Enter")
        try desk.tmux.wait(for: "the engine learns from what you decide")
        try desk.tmux.type("Escape")
        try desk.tmux.wait(for: "Work · Albatros · suggested, learned from you")
        try desk.tmux.send(":forget all")
        try desk.tmux.type("Enter")
        try desk.tmux.wait(for: "all that was learned is forgotten")
        try desk.tmux.type("Escape")
        // The notice goes with the key, so none that comes now makes one of two with it.
        try desk.tmux.wait(until: "nothing learned is suggested") {
            !$0.contains("is forgotten") && !$0.contains("learned from you")
        }
        try desk.quit()
        #expect(try desk.home.glosse("personal", "show").text.contains("0 sentences"))

        let plain = try desk.home.glosse("extract", "b.txt").text
        #expect(!plain.contains("WORK"))
        #expect(try desk.home.glosse("extract", "b.txt", "--personal").text == plain)
        #expect(try desk.home.glosse("personal", "import", "lessons").status == 0)
        #expect(try desk.home.glosse("extract", "b.txt", "--personal").text.contains("WORK"))
        #expect(try desk.home.glosse("extract", "b.txt").text == plain)
        #expect(try desk.home.glosse("tag", "b.txt", "--personal").text.contains("Albatros\tB-WORK"))
        #expect(try desk.home.glosse("personal", "export").output == exported.output)
        #expect(try desk.home.glosse("personal", "reset").status == 0)
        #expect(try desk.home.glosse("extract", "b.txt", "--personal").text == plain)
    }

    @Test("a file that is no export is refused with its line, and nothing is learned")
    func refused() throws {
        let home = try Home(learning: "on")
        try home.write("glosse personal layer, version 1\nde\t2\tEin Wort\t+PER:0-9\n", to: "wrong")
        let ending = try home.glosse("personal", "import", "wrong")
        #expect(ending.status == 1)
        #expect(ending.errors.contains("wrong:2: "))
        #expect(try home.glosse("personal", "export").status == 1)
    }

    @Test("lessons that were damaged are named, and the reader works without them")
    func damaged() throws {
        let desk = try Desk(at: Home(learning: "on"))
        try desk.home.write(Self.ferries, to: "a.txt")
        try desk.open("a.txt")
        try find("Seeadler", at: desk)
        try desk.tmux.type("W")
        try desk.tmux.wait(for: "Work · Seeadler")
        try desk.quit()
        let queue = try DatabaseQueue(path: desk.home.library.path)
        try queue.write { try $0.execute(sql: "UPDATE lesson SET sentence = 'x'") }
        try queue.close()
        try desk.run("glosse a.txt")
        try desk.tmux.wait(for: "what the engine has learned is damaged")
        try find("Nordstern", at: desk)
        try desk.tmux.type("W")
        try desk.tmux.wait(for: "Work · Nordstern")
        try desk.quit()
        #expect(try desk.home.keptMentions() == ["WORK Seeadler", "WORK Nordstern"])
    }
}
