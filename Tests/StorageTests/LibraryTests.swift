import Articles
import GRDB
import Glibc
import Testing

@testable import Storage

@Suite("Opening a library")
struct LibraryTests {
    @Test("file and folder are made, for nobody else to read")
    func permissions() throws {
        let folder = try TemporaryFolder()
        let library = try Library.open(at: folder.path + "/data/glosse/library.glosse")
        try library.add(.sample(), at: 1)
        #expect(folder.mode(of: "data") == 0o700)
        #expect(folder.mode(of: "data/glosse") == 0o700)
        for ending in ["", "-wal", "-shm"] {
            #expect(folder.mode(of: "data/glosse/library.glosse" + ending) == 0o600)
        }
    }

    @Test("each opening has a session number of its own")
    func sessions() throws {
        let folder = try TemporaryFolder()
        let one = try Library.open(at: folder.library)
        let two = try Library.open(at: folder.library)
        #expect(try one.session() == 1)
        #expect(try two.session() == 2)
        #expect(try one.session() == 1)
        try one.close()
        #expect(try Library.open(at: folder.library).session() == 3)
    }

    @Test("many programs may begin the same library at the same moment")
    func concurrentBeginning() async throws {
        let folder = try TemporaryFolder()
        let sessions = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<8 { group.addTask { try Library.open(at: folder.library).session() } }
            return try await group.reduce(into: Set<Int>()) { $0.insert($1) }
        }
        #expect(sessions == Set(1...8))
    }

    @Test("a file that is no library is named as such and left as it is", arguments: ["text", "database"])
    func foreignFile(kind: String) throws {
        let folder = try TemporaryFolder()
        if kind == "text" {
            try folder.write(
                Array(String(repeating: "This is only a text.\n", count: 100).utf8), to: "library.glosse")
        } else {
            let queue = try DatabaseQueue(path: folder.library)
            try queue.write { try $0.execute(sql: "CREATE TABLE recipe (name TEXT)") }
            try queue.close()
        }
        let before = try folder.read("library.glosse")
        for access in [Library.Access.writing, .reading] {
            #expect(throws: LibraryError(reason: .notALibrary, path: folder.library)) {
                try Library.open(at: folder.library, for: access)
            }
        }
        #expect(try folder.read("library.glosse") == before)
    }

    @Test("a library of a later program is left as it is")
    func laterVersion() throws {
        let folder = try TemporaryFolder()
        try Library.open(at: folder.library).close()
        let queue = try DatabaseQueue(path: folder.library)
        try queue.write { try $0.execute(sql: "PRAGMA user_version = 99") }
        try queue.close()
        let before = try folder.read("library.glosse")
        let error = #expect(throws: LibraryError.self) { try Library.open(at: folder.library) }
        #expect(error?.reason == .newer(version: 99))
        #expect(error?.description.contains("update glosse") == true)
        #expect(try folder.read("library.glosse") == before)
    }

    @Test("a damaged library is an error at the first call that meets the damage")
    func damaged() throws {
        let folder = try TemporaryFolder()
        let library = try Library.open(at: folder.library)
        for number in 0..<400 {
            try library.add(.sample("Text \(number). " + String(repeating: "Wort ", count: 200)), at: number)
        }
        try library.close()
        var bytes = try folder.read("library.glosse")
        for index in 8_192..<bytes.count { bytes[index] = 0xAB }
        try folder.write(bytes, to: "library.glosse")
        let error = #expect(throws: LibraryError.self) {
            let library = try Library.open(at: folder.library)
            _ = try library.list(limit: 1_000)
            _ = try library.search("Wort", limit: 10)
        }
        guard case .damaged = error?.reason else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(error?.description.contains("safe place") == true)
    }

    @Test("a full disk loses the step that did not fit and nothing else")
    func fullDisk() throws {
        let folder = try TemporaryFolder()
        let library = try Library.open(at: folder.library)
        let key = try library.add(.sample(), at: 1)
        try library.save(.tag(1), of: key, counts: Counts(entities: 1), at: 2)
        try library.write { database in
            let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
            try database.execute(sql: "PRAGMA max_page_count = \(pages)")
        }
        let note = Note(id: "n1", target: .article, text: String(repeating: "long ", count: 10_000))
        let step = Step(move: .new("h1.2", parent: "h1.1"), edit: Edit("note", [.add(.note(note))]))
        #expect(throws: LibraryError(reason: .full, path: folder.library)) {
            try library.save(step, of: key, counts: Counts(entities: 1), at: 3)
        }
        #expect(try library.load(key).steps == [.tag(1)])
        #expect(try library.problems().isEmpty)
    }

    @Test("reading needs no library to be made, and changes nothing")
    func readingOnly() throws {
        let folder = try TemporaryFolder()
        #expect(throws: LibraryError(reason: .missing, path: folder.library)) {
            try Library.open(at: folder.library, for: .reading)
        }
        let key = try Library.open(at: folder.library).add(.sample(), at: 1)
        let before = try folder.read("library.glosse")
        let library = try Library.open(at: folder.library, for: .reading)
        #expect(library.access == .reading)
        #expect(try library.list(limit: 10).map(\.key) == [key])
        #expect(try library.load(key).annotations.isEmpty)
        #expect(throws: LibraryError(reason: .readOnly, path: folder.library)) { try library.session() }
        #expect(throws: LibraryError(reason: .readOnly, path: folder.library)) { try library.forget(key) }
        #expect(try folder.read("library.glosse") == before)
    }

    @Test("a folder in the place of the file, and a file in the place of the folder, are named")
    func wrongKinds() throws {
        let folder = try TemporaryFolder()
        #expect(throws: LibraryError.self) { try Library.open(at: folder.path) }
        try folder.write([], to: "file")
        let error = #expect(throws: LibraryError.self) {
            try Library.open(at: folder.path + "/file/library.glosse")
        }
        #expect(error?.description.contains("Not a directory") == true)
    }

    @Test("the version changes when another program writes, and only then")
    func version() throws {
        let folder = try TemporaryFolder()
        let one = try Library.open(at: folder.library)
        let two = try Library.open(at: folder.library)
        let before = try one.version()
        try one.add(.sample(), at: 1)
        #expect(try one.version() == before)
        try two.add(.sample("Another text."), at: 1)
        #expect(try one.version() != before)
    }

    @Test("bringing the log onto the disk keeps it short")
    func sync() throws {
        let folder = try TemporaryFolder()
        let library = try Library.open(at: folder.library)
        try library.sync()
        let text = String(repeating: "Ein langer Text. ", count: 400_000)
        try library.add(.sample(text), at: 1)
        try library.sync()
        let small = try folder.read("library.glosse").count
        #expect(small > text.utf8.count)
        #expect(try library.problems().isEmpty)
    }
}
