import Glibc
import Testing

/// What a person does in the reader is there when they come back.
@Suite("the work of a person", .enabled(if: Program.hasTmux), .serialized)
struct KeepingTests {
    @Test("a tag is there when the article is opened again, and undo takes it back then")
    func tagStays() throws {
        let desk = try bridge()
        try desk.open("a.txt")
        try desk.tmux.type("p")
        try desk.tmux.wait(for: "Person · Brücke")
        try desk.quit()
        #expect(try desk.home.keptMentions() == ["PER Brücke"])

        try desk.open("a.txt")
        try desk.tmux.wait(for: "Person · Brücke")
        try desk.tmux.type("u")
        try desk.tmux.wait(for: "undone: tag PER")
        try desk.quit()
        #expect(try desk.home.keptMentions() == [])

        try desk.open("a.txt")
        try desk.tmux.type("U")
        try desk.tmux.wait(for: "redone: tag PER")
        try desk.quit()
        #expect(try desk.home.keptMentions() == ["PER Brücke"])
    }

    @Test("undo reaches back through two sessions")
    func undoAcrossSessions() throws {
        let desk = try bridge()
        for (key, label) in [("p", "Person"), ("l", "Place")] {
            try desk.open("a.txt")
            try desk.tmux.type(key)
            try desk.tmux.wait(for: "\(label) · Brücke")
            try desk.quit()
        }
        #expect(try desk.home.keptMentions() == ["LOC Brücke"])
        try desk.open("a.txt")
        try desk.tmux.type("u")
        try desk.tmux.wait(for: "undone: ")
        try desk.tmux.type("w")
        try desk.tmux.type("b")
        try desk.tmux.wait(for: "Person · Brücke")
        try desk.tmux.type("u")
        try desk.tmux.wait(for: "undone: tag PER")
        try desk.quit()
        #expect(try desk.home.keptMentions() == [])
    }

    @Test("accepted and rejected suggestions stay so, although the engine reads the article again")
    func decisionsStay() throws {
        let desk = try bridge()
        let before = try openCount(desk.open("a.txt"))
        try desk.tmux.type("Tab")
        try desk.tmux.wait(for: "suggested")
        try desk.tmux.type("Enter")
        try desk.tmux.wait(for: "\(before - 1) to review")
        try desk.tmux.type("x")
        try desk.tmux.wait(for: "\(before - 2) to review")
        try desk.quit()
        let decided = try desk.home.keptMentions()
        #expect(decided.count == 2 && decided.count { $0.hasSuffix("!") } == 1)

        #expect(try openCount(desk.open("a.txt")) == before - 2)
        try desk.quit()
        #expect(try desk.home.keptMentions() == decided)
    }

    @Test("an article of the library opens from the list as it was left, also when its file is gone")
    func openFromLibrary() throws {
        let desk = try bridge()
        try desk.open("a.txt")
        try desk.tmux.type("p")
        try desk.tmux.wait(for: "Person · Brücke")
        try desk.quit()
        try desk.run("rm a.txt; glosse")
        try desk.tmux.wait(for: "◐ Brücke über den Strom")
        try desk.tmux.type("Enter")
        try desk.waitForArticle()
        try desk.tmux.wait(for: "Person · Brücke")
        try desk.quit()
    }

    @Test("the same text under another name brings its annotations along")
    func sameTextElsewhere() throws {
        let desk = try bridge()
        try desk.open("a.txt")
        try desk.tmux.type("p")
        try desk.tmux.wait(for: "Person · Brücke")
        try desk.quit()
        try desk.home.write(Sample.bridge, to: "copy/b.txt")
        try desk.open("copy/b.txt")
        try desk.tmux.wait(for: "Person · Brücke")
        try desk.quit()
    }

    @Test(
        "a request to end comes after the work is saved, and leaves the terminal clean",
        arguments: [SIGTERM, SIGHUP])
    func endRequests(signal: Int32) throws {
        let desk = try bridge()
        try desk.open("a.txt")
        try desk.tmux.type("p")
        try desk.tmux.wait(for: "Person · Brücke")
        #expect(kill(try desk.tmux.foregroundProcess(), signal) == 0)
        try desk.tmux.wait(for: "left:0")
        #expect(try desk.tmux.flags() == .clean)
        #expect(try desk.home.keptMentions() == ["PER Brücke"])
    }

    @Test("a crash leaves the terminal clean and the work saved")
    func crash() throws {
        let desk = try bridge(settings: ["SWIFT_BACKTRACE=enable=no"])
        try desk.open("a.txt")
        try desk.tmux.type("p")
        try desk.tmux.wait(for: "Person · Brücke")
        #expect(kill(try desk.tmux.foregroundProcess(), SIGSEGV) == 0)
        try desk.tmux.wait(for: "left:\(128 + SIGSEGV)")
        #expect(try desk.tmux.flags() == .clean)
        #expect(try desk.home.keptMentions() == ["PER Brücke"])
        try desk.open("a.txt")
        try desk.tmux.wait(for: "Person · Brücke")
        try desk.quit()
    }

    private func bridge(settings: [String] = []) throws -> Desk {
        let desk = try Desk(size: .init(rows: 24, columns: 120), settings: settings)
        try desk.home.write(Sample.bridge, to: "a.txt")
        return desk
    }

    private func openCount(_ screen: String) throws -> Int {
        let match = try #require(screen.firstMatch(of: /(\d+) to review/))
        return try #require(Int(match.1))
    }
}
