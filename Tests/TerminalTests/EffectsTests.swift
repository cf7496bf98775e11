import Articles
import Foundation
import Reading
import Storage
import Testing

@testable import glosse

@Suite("What edits lead to")
struct EffectsTests {
    @Test("when another program has saved in between, both changes stay and the article is loaded again")
    func secondWriter() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "glosse-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let path = folder.appending(path: "library.glosse").path()
        let library = try Library.open(at: path)
        let catalog = Catalog()
        let article = Article(name: "test", text: Text("Rutte und Michel sprachen."))
        let rows = catalog.add([
            (.document(Document(article: article)), { LibraryRow(key: $0, title: "test") })
        ])
        let key = try #require(rows.first?.key)
        let inbox = Inbox {}
        let effects = Effects(
            catalog: catalog, library: library, inbox: inbox, properties: ArticleProperties(),
            scheduling: .immediate)
        effects.perform(.load(key))
        var mine = try #require(document(in: inbox.take()))

        let other = try Library.open(at: path)
        let stored = try #require(try other.article(with: TextHash(article.text)))
        var theirs = Document(article: article, session: try other.session())
        let foreign = tag("m9.1", Span(0, 5), in: &theirs)
        try other.save(try #require(foreign), of: stored, counts: Counts(), at: 1)

        effects.perform(.save(key, try #require(tag("m8.1", Span(10, 16), in: &mine)), rows[0]))
        let messages = inbox.take()
        #expect(messages.contains { if case .outdated(key) = $0 { true } else { false } })
        effects.perform(.load(key))
        let merged = try #require(document(in: inbox.take()))
        #expect(merged.annotations.mentions.map(\.id) == ["m9.1", "m8.1"])
        try effects.finish()
    }

    @Test("an export replaces a file that was not written here only when it is asked for twice")
    func exportAsksBeforeItReplaces() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "glosse-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appending(path: "page.html")
        try Data("precious".utf8).write(to: file)
        let catalog = Catalog()
        let document = Document(article: Article(name: "test", text: Text("Rutte sprach.")))
        let rows = catalog.add([(.document(document), { LibraryRow(key: $0, title: "test") })])
        let key = try #require(rows.first?.key)
        let inbox = Inbox {}
        let effects = Effects(
            catalog: catalog, library: nil, inbox: inbox, properties: ArticleProperties(),
            scheduling: .immediate)
        effects.perform(.export(key, document, format: "html", path: file.path()))
        #expect(try String(contentsOf: file, encoding: .utf8) == "precious")
        let asked = inbox.take().contains {
            if case .notice(let notice) = $0 { notice.text.contains("again replaces it") } else { false }
        }
        #expect(asked)
        effects.perform(.export(key, document, format: "html", path: file.path()))
        #expect(try String(contentsOf: file, encoding: .utf8).contains("Rutte"))
        let other = folder.appending(path: "new.html")
        for _ in 1...2 { effects.perform(.export(key, document, format: "html", path: other.path())) }
        #expect(inbox.take().count == 3)
        #expect(FileManager.default.fileExists(atPath: other.path()))
    }

    @Test(
        "the register has what people decided, what the engine suggests beside it, and says what cannot be read"
    )
    func register() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "glosse-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let library = try Library.open(at: folder.appending(path: "library.glosse").path())
        let catalog = Catalog()
        let article = Article(
            name: "a", date: "2024-10-17",
            text: Text("Angela Merkel sprach in Bremen über das Werk Nordlicht."))
        let rows = catalog.add([
            (.document(Document(article: article)), { LibraryRow(key: $0, title: "a") }),
            (.file(folder.appending(path: "gone.txt").path()), { LibraryRow(key: $0, title: "gone") }),
        ])
        let inbox = Inbox {}
        let effects = Effects(
            catalog: catalog, library: library, inbox: inbox, properties: ArticleProperties(),
            scheduling: .immediate)
        let span = try #require(article.text.span(of: "Werk Nordlicht"))
        let mention = Mention(id: "m1", spans: SpanSet(span), label: "ORG")
        let stored = try library.add(article, at: 1)
        try library.importAnnotations(Annotations(mentions: [mention]), onto: stored, counts: Counts(), at: 1)
        effects.perform(.register(rows.map(\.key), .news))
        let contents = try #require(
            inbox.take().compactMap { if case .registered(let contents) = $0 { contents } else { nil } }.last)
        #expect(contents.readCount == 2 && contents.totalCount == 2 && contents.failedCount == 1)
        #expect(contents.keys == [rows[0].key] && contents.sources.map(\.date) == ["2024-10-17"])
        #expect(
            Set(contents.entries.map { "\($0.label) \($0.name)" })
                == ["PER Angela Merkel", "LOC Bremen", "ORG Werk Nordlicht"])
    }

    private func tag(_ id: ID, _ span: Span, in document: inout Document) -> Step? {
        let mention = Mention(id: id, spans: SpanSet(span), label: "PER")
        return document.perform(Edit("tag PER", [.add(.mention(mention))]))
    }

    private func document(in messages: [Message]) -> Document? {
        messages.lazy.compactMap { if case .loaded(_, let document) = $0 { document } else { nil } }.first
    }
}

extension Text {
    /// Where words stand first.
    fileprivate func span(of words: String) -> Span? {
        let bytes = Array(words.utf8)
        return withBytes { all in
            all.indices.first { all[$0...].starts(with: bytes) }.map { Span($0, $0 + bytes.count) }
        }
    }
}
