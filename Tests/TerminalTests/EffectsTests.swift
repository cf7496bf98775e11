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

    private func tag(_ id: ID, _ span: Span, in document: inout Document) -> Step? {
        let mention = Mention(id: id, spans: SpanSet(span), label: "PER")
        return document.perform(Edit("tag PER", [.add(.mention(mention))]))
    }

    private func document(in messages: [Message]) -> Document? {
        messages.lazy.compactMap { if case .loaded(_, let document) = $0 { document } else { nil } }.first
    }
}
