import Articles
import GRDB
import Testing

@testable import Storage

@Suite("Texts that the library has in another form")
struct VersionTests {
    private let folder: TemporaryFolder
    private let library: Library

    init() throws {
        folder = try TemporaryFolder()
        library = try Library.open(at: folder.library)
    }

    private func add(_ text: String, named name: String = "a.txt", at time: Int = 1) throws -> ArticleKey {
        try library.add(Article(name: name, text: Text(text)), at: time)
    }

    private func found(_ text: String, named name: String = "a.txt") throws -> [ArticleKey] {
        try library.articles(withWordsOf: Text(text), named: name)
    }

    @Test(
        "a text is found by its letters and digits, whatever stands between them",
        arguments: [
            "Er sagte : \" Ja ( oder nein ) . \" 30 Grad",
            "Er\r\nsagte:\u{A0}»Ja …  oder\u{3000}nein«30Grad\u{FEFF}",
        ])
    func sameWords(text: String) throws {
        let key = try add("Er sagte: „Ja (oder nein).“ 30 Grad")
        #expect(try found(text) == [key])
    }

    @Test(
        "other words are another text",
        arguments: [
            "Er sagte nein", "Er sagte: „Ja“ 31 Grad", "er sagte: „Ja“ 30 Grad", "Er sagte: „Já“ 30 Grad",
        ])
    func otherWords(text: String) throws {
        _ = try add("Er sagte: „Ja“ 30 Grad")
        #expect(try found(text).isEmpty)
    }

    @Test("texts without any word are not alike")
    func noWords() throws {
        _ = try add("…")
        _ = try add("")
        #expect(try found("!!").isEmpty)
        #expect(try found("").isEmpty)
    }

    @Test(
        "what has the name comes first, then what was worked on last; articles added later are found as well")
    func order() throws {
        let first = try add("Ein Wort.", named: "a.txt", at: 1)
        let second = try add("Ein Wort", named: "b.txt", at: 2)
        #expect(try found("Ein  Wort.", named: "c.txt") == [second, first])
        let third = try add("Ein\nWort", named: "d.txt", at: 3)
        #expect(try found("Ein  Wort.", named: "a.txt") == [first, third, second])
        #expect(try library.articles(named: "b.txt") == [second])
    }

    @Test("a long text, which is only looked at when somebody asks, is found as well")
    func longText() throws {
        let words = String(repeating: "Wort um Wort\n", count: 100_000)
        let key = try add(words)
        #expect(try found(words.replacing("\n", with: "\r\n")) == [key])
        #expect(try found(words + "Wort").isEmpty)
    }

    @Test("a library that was made before this gets what it needs")
    func older() throws {
        let key = try add("Ein Wort.")
        try library.close()
        let queue = try DatabaseQueue(path: folder.library)
        try queue.write { database in
            try database.execute(
                sql:
                    "DROP INDEX article_words; ALTER TABLE article DROP COLUMN words; PRAGMA user_version = 2"
            )
        }
        try queue.close()
        let again = try Library.open(at: folder.library)
        #expect(try again.articles(withWordsOf: Text("Ein Wort"), named: "").first == key)
    }
}
