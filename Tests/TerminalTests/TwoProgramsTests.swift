import Testing

/// Two readers on one library.
@Suite("two programs on one library", .enabled(if: Program.hasTmux), .serialized)
struct TwoProgramsTests {
    @Test("what one tags the other sees when it asks, and both tags are kept")
    func refresh() throws {
        let (first, second) = try readers()
        try first.tmux.type("p")
        try first.tmux.wait(for: "1 mention ·")
        try refresh(second)
        try second.tmux.type("w")
        try second.tmux.wait(for: "1 mention ·")
        try second.tmux.type("l")
        try second.tmux.wait(for: "2 mentions")
        try refresh(first)
        try first.quit()
        try second.quit()
        #expect(try first.home.keptMentions() == ["PER ein", "LOC haus"])
    }

    @Test("an edit takes in what the other has done meanwhile")
    func nextEdit() throws {
        let (first, second) = try readers()
        try first.tmux.type("p")
        try first.tmux.wait(for: "1 mention ·")
        try second.tmux.type("2", "w")
        try second.tmux.type("o")
        try second.tmux.wait(for: "2 mentions")
        try first.quit()
        try second.quit()
        #expect(try first.home.keptMentions() == ["PER ein", "ORG steht"])
    }

    @Test("each takes back what it sees, and nothing is lost or comes twice")
    func undo() throws {
        let (first, second) = try readers()
        try first.tmux.type("p")
        try first.tmux.wait(for: "1 mention ·")
        try refresh(second)
        try second.tmux.type("w", "l")
        try second.tmux.wait(for: "2 mentions")
        try second.tmux.type("u")
        try second.tmux.wait(for: "undone: tag LOC")
        try refresh(first)
        try first.tmux.type("u")
        try first.tmux.wait(for: "undone: tag PER")
        try refresh(second)
        try second.tmux.type("w")
        try second.tmux.wait(for: "0 mentions")
        try second.tmux.type("p")
        try second.tmux.wait(for: "1 mention ·")
        try second.quit()
        try first.tmux.type("m")
        try first.tmux.wait(for: "2 mentions")
        try first.quit()
        #expect(try Set(first.home.keptMentions()) == ["MISC ein", "PER steht"])
    }

    /// Asks for the changes of others, which may have been taken in already.
    private func refresh(_ desk: Desk) throws {
        try desk.tmux.type("g", "r")
        try desk.tmux.wait(until: "the question is answered") {
            $0.contains("by another program") || $0.contains("nothing has changed")
        }
    }

    /// Two terminals with the same article in front of the same person.
    private func readers() throws -> (Desk, Desk) {
        let first = try Desk()
        try first.home.write(Sample.plain, to: "a.txt")
        let second = try Desk(at: first.home)
        try first.open("a.txt")
        try second.open("a.txt")
        return (first, second)
    }
}

/// A file that was changed by others between two readings.
@Suite("a changed file", .enabled(if: Program.hasTmux), .serialized)
struct ChangedFileTests {
    @Test("its annotations are offered, come to the same words, and undo takes them back")
    func carryOver() throws {
        let desk = try Desk()
        let old = ["ein haus steht am see\n", "\n", "ein boot liegt im schilf\n", "\n", "der wirt schläft\n"]
        try desk.home.write(old.joined(), to: "a.txt")
        try desk.open("a.txt")
        // haus, boot, wirt: the words behind the first of each paragraph
        for label in ["p", "o", "l"] {
            try desk.tmux.type("w")
            try desk.tmux.type(label)
            try desk.tmux.type("}")
        }
        try desk.tmux.wait(for: "3 mentions")
        try desk.quit()
        #expect(try desk.home.keptMentions() == ["PER haus", "ORG boot", "LOC wirt"])

        let new = ["hier war markt\n", "\n", old[0], "\n", old[2], "\n", "die wirtin singt\n"]
        try desk.home.write(new.joined(), to: "a.txt")
        try desk.run("glosse a.txt")
        let screen = try desk.tmux.wait(for: "this file has changed")
        #expect(screen.contains("g c takes over 2 mentions of the old one"))
        try desk.tmux.type("g", "c")
        try desk.tmux.wait(for: "2 mentions")
        #expect(try mentionsOfNewText(desk) == ["PER haus", "ORG boot"])
        try desk.tmux.type("u")
        try desk.tmux.wait(for: "undone: carry over")
        #expect(try mentionsOfNewText(desk) == [])
        try desk.tmux.type("U")
        try desk.tmux.wait(for: "redone: carry over")
        try desk.quit()
        #expect(try mentionsOfNewText(desk) == ["PER haus", "ORG boot"])
    }

    @Test("a file that came back to its old text has its old annotations")
    func oldTextAgain() throws {
        let desk = try Desk()
        for (text, key, sight) in [
            ("ein haus\n", "p", "0 mentions"), ("ein boot\n", "", "this file has changed"),
            ("ein haus\n", "", "1 mention ·"),
        ] {
            try desk.home.write(text, to: "a.txt")
            try desk.run("glosse a.txt")
            try desk.tmux.wait(for: sight)
            if !key.isEmpty { try desk.tmux.typeAndSee(key) }
            try desk.quit()
        }
    }

    private func mentionsOfNewText(_ desk: Desk) throws -> [String] {
        try JSONLine.all(in: desk.home.glosse("export", "a.txt").output).flatMap(\.shownMentions)
    }
}
