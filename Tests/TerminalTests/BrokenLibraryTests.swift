import Foundation
import GRDB
import Storage
import Testing

/// Libraries that cannot be used: every command says why and what to do, and leaves them as they are.
@Suite("a library that cannot be used", .serialized)
struct BrokenLibraryTests {
    @Test("one of a later glosse is named as such", arguments: commands)
    func newer(command: [String]) throws {
        let home = try homeWithLibrary()
        try execute("PRAGMA user_version = 99", in: home.library)
        try expectRefusal(of: command, at: home, saying: ["library.glosse", "later glosse", "update glosse"])
    }

    @Test("one whose middle was overwritten is damaged", arguments: commands)
    func damaged(command: [String]) throws {
        let home = try homeWithLibrary()
        var bytes = try Data(contentsOf: home.library)
        bytes.replaceSubrange(100..<bytes.count, with: repeatElement(0xA5, count: bytes.count - 100))
        try bytes.write(to: home.library)
        try expectRefusal(of: command, at: home, saying: ["library.glosse", "damaged", "copy the file"])
    }

    @Test("a file that is no library is not touched", arguments: commands)
    func notALibrary(command: [String]) throws {
        let home = try homeWithLibrary()
        try Data("ein brief an die tante\n".utf8).write(to: home.library)
        try expectRefusal(of: command, at: home, saying: ["library.glosse", "not a library"])
    }

    @Test("a folder in its place is told", arguments: commands)
    func folder(command: [String]) throws {
        let home = try homeWithLibrary()
        try FileManager.default.removeItem(at: home.library)
        try FileManager.default.createDirectory(at: home.library, withIntermediateDirectories: true)
        let ending = try home.glosse(command)
        #expect(ending.status == 1)
        #expect(ending.errors.contains("library.glosse: "))
    }

    @Test("to export what was never begun says how to begin")
    func missing() throws {
        let home = try Home()
        let ending = try home.glosse("export")
        #expect(ending.status == 1)
        #expect(ending.errors.contains("there is no library here; open an article to begin one"))
        #expect(!FileManager.default.fileExists(atPath: home.library.path))
    }

    @Test(
        "one that may not be written is read, with a notice, and refuses an import",
        .enabled(if: Program.hasTmux && Folders.canBeMadeUnwritable))
    func readOnly() throws {
        let desk = try Desk(at: homeWithLibrary(), size: .init(rows: 24, columns: 200))
        try Folders.lock(desk.home.library.deletingLastPathComponent()) {
            let ending = try desk.home.glosse("import", "a.jsonl")
            #expect(ending.status == 1)
            #expect(ending.errors.contains("cannot be written"))
            try desk.run("glosse a.txt")
            try desk.tmux.wait(for: "cannot be written; it can be read")
            try desk.tmux.wait(for: "ein haus steht am see")
            try desk.tmux.type("w")
            try desk.tmux.wait(for: "Place · haus")
            try desk.quit()
        }
    }

    @Test(
        "a full disk ends in a message, and what was saved before stays",
        .enabled(if: Program.hasTmux && SmallDisk.isPossible))
    func fullDisk() throws {
        let desk = try Desk(at: homeWithLibrary(), size: .init(rows: 24, columns: 200))
        try SmallDisk.mounted(at: desk.home.folder.appendingPathComponent("small")) { disk in
            let library = disk.folder.appendingPathComponent("library.glosse").path
            try desk.open("--library \(library) a.txt")
            try desk.tmux.type("p")
            try desk.tmux.wait(for: "1 mention ·")
            try disk.fill()
            // What the log has room for still fits.
            try desk.tmux.wait(until: "saving fails") { screen in
                try desk.tmux.type("w", "l")
                return screen.contains("the disk is full")
            }
            try desk.tmux.type("Q")
            #expect(try desk.tmux.wait(for: "left:1").contains("changes are lost"))
            let refused = try desk.home.glosse("import", "--library", library, "b.txt")
            #expect(refused.status == 1)
            #expect(refused.errors.contains("the disk is full"))
            try disk.empty()
            let kept = try JSONLine.all(in: desk.home.glosse("export", "--library", library).output)
            #expect(kept.flatMap(\.shownMentions).first == "PER ein")
            #expect(try Library.open(at: library, for: .reading).problems().isEmpty)
            try desk.open("--library \(library) a.txt")
            try desk.quit()
        }
    }

    /// What opens the library: the reader, and each command that uses it.
    static let commands = [["a.txt"], ["export"], ["import", "a.jsonl"], ["stats"]]

    /// A library with an article in it: a.txt, with “haus” tagged.
    private func homeWithLibrary() throws -> Home {
        let home = try Home()
        try home.write(Sample.plain, to: "a.txt")
        try home.write("noch ein text, " + String(repeating: "der lang ist, ", count: 10_000), to: "b.txt")
        let text = Sample.plain.replacing("\n", with: "\\n")
        try home.write(
            #"{"id":"a","text":"\#(text)","mentions":[{"id":"m1","start":4,"end":8,"label":"LOC"}]}"# + "\n",
            to: "a.jsonl")
        #expect(try home.glosse("import", "a.jsonl").status == 0)
        #expect(try home.keptMentions() == ["LOC haus"])
        return home
    }

    private func execute(_ sql: String, in library: URL) throws {
        let queue = try DatabaseQueue(path: library.path)
        try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
        try queue.close()
    }

    private func expectRefusal(of command: [String], at home: Home, saying words: [String]) throws {
        let before = try Data(contentsOf: home.library)
        let ending = try home.glosse(command)
        #expect(ending.status == 1)
        for word in words { #expect(ending.errors.contains(word), "\(ending.errors)") }
        #expect(!ending.errors.contains("no terminal"), "the reader asks for the library first")
        #expect(try Data(contentsOf: home.library) == before)
    }
}
