import Articles
import Testing

@testable import Storage

@Suite("Articles in the library")
struct LibraryArticlesTests {
    private let folder: TemporaryFolder
    private let library: Library

    init() throws {
        folder = try TemporaryFolder()
        library = try Library.open(at: folder.library)
    }

    @Test("an article comes back as it was added, byte by byte")
    func comesBack() throws {
        let bytes: [UInt8] = [0, 0xFF, 13, 10] + Array("Grüße\r\n".utf8) + [0xC3]
        let article = Article(
            name: "a.txt", title: "A title", source: "https://example.org/a", date: "2024-10-17",
            language: "de",
            text: Text(bytes: bytes), metadata: ["author": "Eva"])
        let key = try library.add(article, at: 5)
        let stored = try library.article(key)
        #expect(stored.text.withBytes(Array.init) == bytes)
        #expect(
            stored.name == "a.txt" && stored.title == "A title" && stored.source == "https://example.org/a")
        #expect(
            stored.date == "2024-10-17" && stored.language == "de" && stored.metadata == ["author": "Eva"])
    }

    @Test("a text of several pieces comes back in order, and an empty one too")
    func pieces() throws {
        var bytes = [UInt8](repeating: 0, count: 5 << 19)
        for index in bytes.indices { bytes[index] = UInt8(truncatingIfNeeded: index &* 31 / 7) }
        for text in [bytes, []] {
            let key = try library.add(Article(name: "a", text: Text(bytes: text)), at: 1)
            #expect(try library.article(key).text.withBytes { $0.elementsEqual(text) })
        }
    }

    @Test("the same text is the same article; what is newly known about it is taken over")
    func addTwice() throws {
        let first = try library.add(.sample(title: "Old"), at: 1)
        var again = Article.sample(title: "New")
        again.date = "2024-10-17"
        #expect(try library.add(again, at: 2) == first)
        #expect(try library.add(.sample(title: "New"), at: 3) == first)
        let row = try library.row(of: first)
        #expect(row.title == "New" && row.date == "2024-10-17" && row.added == 1)
        #expect(try library.count() == 1)
        #expect(try library.search("new", limit: 5).map(\.key) == [first])
        #expect(try library.search("old", limit: 5).isEmpty)
    }

    @Test("the hash is the SHA-256 that sha256sum prints")
    func hash() throws {
        let text = Text("abc")
        let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        #expect(TextHash(text).description == expected)
        let key = try library.add(Article(name: "abc", text: text), at: 1)
        #expect(try library.article(with: TextHash(text)) == key)
        #expect(try library.article(with: TextHash(Text("abd"))) == nil)
    }

    @Test("a changed file has a previous version, an unchanged one none")
    func previousVersions() throws {
        let stamp = FileStamp(path: "/news/a.txt", byteCount: 10, modified: 1)
        let first = try library.add(.sample("First."), from: stamp, at: 1)
        let elsewhere = try library.add(
            .sample("Elsewhere."), from: FileStamp(path: "/news/b.txt", byteCount: 1, modified: 1), at: 2)
        #expect(try library.previousVersion(of: first, atPath: stamp.path) == nil)
        let second = try library.add(.sample("Second."), from: stamp, at: 3)
        #expect(try library.previousVersion(of: second, atPath: stamp.path) == first)
        #expect(try library.previousVersion(of: elsewhere, atPath: "/news/b.txt") == nil)
        try library.add(.sample("First."), from: stamp, at: 4)
        #expect(try library.previousVersion(of: first, atPath: stamp.path) == nil)
        #expect(try library.row(of: first).path == stamp.path)
    }

    @Test("files are found by their folder, each with its latest text")
    func filesBelow() throws {
        for (path, text, time) in [
            ("/n/a.txt", "One.", 1), ("/n/a.txt", "Two.", 2), ("/n/sub/b.txt", "Three.", 3),
            ("/n.txt", "Four.", 4),
            ("/n0/c.txt", "Five.", 5), ("/n-/d.txt", "Six.", 6),
        ] {
            let stamp = FileStamp(path: path, byteCount: text.utf8.count, modified: time)
            try library.add(.sample(text), from: stamp, at: time)
        }
        let files = try library.files(below: "/n")
        #expect(files.map(\.stamp.path) == ["/n/a.txt", "/n/sub/b.txt"])
        #expect(files.map(\.stamp.modified) == [2, 3])
        #expect(try files.first?.article == library.article(with: TextHash(Text("Two."))))
    }

    @Test("a forgotten article is gone with everything about it")
    func forget() throws {
        let stamp = FileStamp(path: "/a.txt", byteCount: 1, modified: 1)
        let key = try library.add(.sample("Anna Berg kam."), from: stamp, at: 1)
        let other = try library.add(.sample("Karl kam."), at: 1)
        try library.save(.tag(1), of: key, counts: Counts(), at: 2)
        try library.saveSnapshot(of: key)
        try library.forget(key)
        #expect(throws: LibraryError(reason: .unknownArticle, path: folder.library)) { try library.load(key) }
        #expect(throws: LibraryError(reason: .unknownArticle, path: folder.library)) {
            try library.save(.tag(2), of: key, counts: Counts(), at: 3)
        }
        #expect(throws: LibraryError(reason: .unknownArticle, path: folder.library)) {
            try library.setState(.done, of: key, at: 3)
        }
        #expect(try library.search("kam", limit: 5).map(\.key) == [other])
        #expect(try library.files(below: "").isEmpty)
        let again = try library.add(.sample("Anna Berg kam."), at: 4)
        #expect(again != key)
        #expect(try library.load(again).steps.isEmpty)
        #expect(try library.problems().isEmpty)
    }
}
