import Cells
import Testing

/// The list of articles, and what the person sets for the screen.
@Suite("the list and the looks", .enabled(if: Program.hasTmux), .serialized)
struct ListScreenTests {
    @Test("a folder is a list that filters while typing, and opens the article that is left")
    func filterAndOpen() throws {
        let desk = try Desk()
        try desk.home.write("ein boot im hafen\n", to: "news/boot.txt")
        try desk.home.write("ein zug am gleis\n", to: "news/zug.txt")
        try desk.home.write("kein artikel\n", to: "news/bild.png")
        try desk.run("glosse news")
        #expect(try !desk.tmux.wait(for: "ein zug am gleis").contains("bild"))
        try desk.tmux.type("/")
        try desk.tmux.send("zug")
        try desk.tmux.wait(until: "the boat is gone") {
            !$0.contains("boot") && $0.contains("ein zug am gleis")
        }
        try desk.tmux.type("Enter")
        try desk.tmux.type("Enter")
        try desk.waitForArticle()
        try desk.tmux.wait(for: " ein zug am gleis")
        try desk.tmux.type("q")
        try desk.tmux.wait(for: "LIBRARY")
        try desk.quit()
    }

    @Test("f looks for words in the texts, also of articles that nobody has opened yet")
    func find() throws {
        let desk = try Desk()
        try desk.home.write("ein boot\n\nim süden liegt ein kran\n", to: "news/boot.txt")
        try desk.home.write("ein zug\n\nam gleis steht niemand\n", to: "news/zug.txt")
        #expect(try desk.home.glosse("import", "news/zug.txt").status == 0)
        try desk.run("glosse news")
        try desk.tmux.wait(for: "ein zug")
        for (words, shown) in [("SUDEN kra", "boot"), ("gleis", "zug")] {
            try desk.tmux.type("f")
            // What was looked for last stands there to be changed.
            if shown == "zug" { try desk.tmux.type("C-u") }
            try desk.tmux.send(words)
            try desk.tmux.type("Enter")
            try desk.tmux.wait(until: "only the \(shown) is left") {
                $0.contains("with “\(words)” · 1/1") && $0.contains("ein \(shown)")
            }
        }
        try desk.quit()
    }

    @Test("an article in an archive is listed by its name there")
    func archive() throws {
        let desk = try Desk(size: Size(rows: 24, columns: 110))
        try desk.home.write("ein boot im hafen\n", to: "news/boot.txt")
        try desk.home.write("ein zug am gleis\n", to: "news/zug.txt")
        try desk.run("tar cf all.tar news; glosse all.tar")
        let screen = try desk.tmux.wait(for: "ein zug am gleis")
        #expect(screen.contains("all.tar/news/zug.txt"))
        try desk.quit()
    }

    @Test("an article that is marked as done is so in the list, the next time, and for export")
    func markDone() throws {
        let desk = try Desk()
        try desk.home.write("ein boot im hafen\n", to: "boot.txt")
        try desk.home.write("ein zug am gleis\n", to: "zug.txt")
        try desk.run("glosse .")
        try desk.tmux.wait(for: "○ ein boot im hafen")
        try desk.tmux.type("d")
        try desk.tmux.wait(for: "● ein boot im hafen")
        try desk.quit()
        try desk.run("glosse .")
        try desk.tmux.wait(for: "● ein boot im hafen")
        let screen = try desk.tmux.wait(for: "ein zug am gleis")
        #expect(screen.contains("○ ein zug am gleis"))
        try desk.quit()
        let done = try JSONLine.all(in: desk.home.glosse("export", "--done").output)
        #expect(done.map(\.title) == ["ein boot im hafen"])
    }

    @Test("the register has the names of all articles, and leads from one to where it stands and back")
    func register() throws {
        let desk = try Desk()
        try desk.home.write(Sample.bridge, to: "news/bridge.txt")
        try desk.home.write("Die Ministerin Anna Berg kam gestern nach Bremen.\n", to: "news/visit.txt")
        try desk.run("glosse news")
        try desk.tmux.wait(for: "Brücke über den Strom")
        try desk.tmux.type("r")
        try desk.tmux.wait(until: "both articles have been read") {
            $0.contains("REGISTER") && $0.contains(/Anna Berg +Person +2 +/)
        }
        try desk.tmux.type("/")
        try desk.tmux.send("berg")
        try desk.tmux.type("Enter")
        try desk.tmux.type("Enter")
        let screen = try desk.tmux.wait(for: "Anna Berg · Person · 2 articles")
        #expect(screen.contains("2024-10-17"))
        try desk.tmux.type("Enter")
        try desk.waitForArticle()
        try desk.tmux.type("q")
        try desk.tmux.wait(for: "Anna Berg · Person · 2 articles")
        try desk.quit()
    }

    @Test("without arguments the samples are there to try")
    func samples() throws {
        let desk = try Desk()
        try desk.run("glosse")
        try desk.tmux.wait(until: "there are samples") { $0.contains(/LIBRARY .* 1\/[5-9]/) }
        try desk.tmux.type("Enter")
        try desk.waitForArticle()
        try desk.quit()
    }

    @Test("a theme is seen while it is chosen, and is gone when the choice is given up")
    func themePreview() throws {
        let desk = try plain()
        try desk.open("a.txt")
        let ground = "\u{1B}[48;5;234m"
        #expect(try desk.tmux.styledScreen().contains(ground))
        try desk.tmux.type(":")
        try desk.tmux.send("theme light")
        try desk.tmux.wait(until: "the ground is light") { _ in
            try !desk.tmux.styledScreen().contains(ground)
        }
        try desk.tmux.type("Escape")
        try desk.tmux.wait(until: "the ground is dark again") { _ in
            try desk.tmux.styledScreen().contains(ground)
        }
        try desk.tmux.type(":")
        try desk.tmux.send("theme light")
        try desk.tmux.type("Enter")
        try desk.tmux.wait(until: "the ground stays light") {
            try $0.contains("READ") && !desk.tmux.styledScreen().contains(ground)
        }
        try desk.quit()
    }

    @Test(
        "without colours each mention has its label beside it",
        arguments: [["NO_COLOR=1"], ["TERM=vt100"]])
    func labelMarks(settings: [String]) throws {
        let desk = try Desk(settings: settings)
        try desk.home.write(Sample.plain, to: "a.txt")
        try desk.open("a.txt")
        try desk.tmux.type("p")
        try desk.tmux.wait(for: "[ein]ᴾᴱᴿ haus")
        try desk.quit()
    }

    @Test("a wrong line of the configuration is named, and the others count")
    func wrongConfiguration() throws {
        let desk = try Desk(size: .init(rows: 24, columns: 200))
        try desk.home.write(Sample.plain, to: "a.txt")
        try desk.home.write(
            """
            marks = "on"
            measure = "wide"

            [keys.article]
            "H" = "tag PER"

            """, to: "config/glosse/config.toml")
        try desk.run("glosse a.txt")
        try desk.tmux.wait(for: "config.toml:2: ")
        try desk.tmux.wait(for: "ein haus")
        try desk.tmux.type("H")
        try desk.tmux.wait(for: "[ein]ᴾᴱᴿ haus")
        try desk.quit()
    }

    @Test("every wrong line of the configuration can be read, not only the last")
    func wrongLines() throws {
        let desk = try Desk(size: .init(rows: 24, columns: 200))
        try desk.home.write(Sample.plain, to: "a.txt")
        try desk.home.write("measure = 2\ntheme = \"pink\"\n", to: "config/glosse/config.toml")
        try desk.run("glosse a.txt")
        try desk.tmux.wait(for: "and 1 more, told at the end")
        try desk.quit()
        let told = try desk.tmux.screen()
        #expect(told.contains("config.toml:1: ") && told.contains("no theme “pink”"))
    }

    private func plain() throws -> Desk {
        let desk = try Desk()
        try desk.home.write(Sample.plain, to: "a.txt")
        return desk
    }
}
