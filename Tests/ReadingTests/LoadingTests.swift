import Articles
import Cells
import Testing

@testable import Reading

@Suite("Opening articles, and opening them again")
struct LoadingTests {
    private let key = ArticleKey(0)

    private func document(_ text: String, mentions: [Mention] = []) -> Document {
        let article = Article(name: "test.txt", text: Text(text))
        return Document(article: article, annotations: Annotations(mentions: mentions))
    }

    private func state() -> State {
        var state = State(size: Size(rows: 10, columns: 60))
        _ = state.update(.listed((0..<2).map { LibraryRow(key: ArticleKey($0), title: "\($0)") }))
        return state
    }

    private func loads(_ effects: [Effect]) -> [ArticleKey] {
        effects.compactMap { if case .load(let key) = $0 { key } else { nil } }
    }

    @Test("an article that was left while it was loading does not come back")
    func leftWhileLoading() {
        var state = state()
        _ = state.open(key)
        _ = state.update(.previewed(key, document("Rutte sprach.")))
        _ = state.run(Invocation("close"))
        _ = state.update(.loaded(key, document("Rutte sprach.")))
        #expect(state.screen == .library)
        _ = state.update(.previewed(key, document("Rutte sprach.")))
        #expect(state.screen == .library)
    }

    @Test("what another program has changed is loaded, and nothing is changed before it is there")
    func outdated() {
        var reader = TestReader("Rutte und Michel sprachen.")
        reader.type("w w")
        #expect(loads(reader.send(.outdated(ArticleKey(1)))) == [ArticleKey(1)])
        reader.type("p u U")
        #expect(reader.marked == "Rutte und Michel sprachen.")
        var other = document("Rutte und Michel sprachen.")
        let mention = Mention(id: "m9.1", spans: SpanSet(0, 5), label: "PER")
        _ = other.perform(Edit("tag PER", [.add(.mention(mention))]))
        reader.send(.loaded(ArticleKey(1), other))
        #expect(reader.marked == "[Rutte](PER) und Michel sprachen.")
        #expect(reader.selected == "Michel")
        #expect(reader.state.notice?.text == "1 change by another program")
        reader.type("p")
        #expect(reader.marked == "[Rutte](PER) und [Michel](PER) sprachen.")
    }

    @Test("after a failed refresh the work goes on with what is there")
    func failedRefresh() {
        var reader = TestReader("Rutte sprach.")
        reader.type("g r")
        reader.send(.failed(ArticleKey(1), Notice(.error, "no")))
        reader.type("p")
        #expect(reader.marked == "[Rutte](PER) sprach.")
    }

    @Test("a file with another text by now is shown from its start, and the old one is closed")
    func changedFile() {
        var reader = TestReader("Rutte sprach lange.")
        reader.type("g e g r")
        let effects = reader.send(.loaded(ArticleKey(1), document("Neu.")))
        #expect(reader.selected == "Neu")
        #expect(effects.contains { if case .close = $0 { true } else { false } })
    }

    @Test("label marks, counts and pane are those of the annotations that came later")
    func nothingStale() {
        var settings = Settings()
        settings.marks = .on
        var state = State(size: Size(rows: 12, columns: 120), settings: settings)
        _ = state.update(.listed([LibraryRow(key: key, title: "0")]))
        _ = state.open(key)
        _ = state.update(.previewed(key, document("Rutte sprach.")))
        _ = state.run(Invocation("tab", "entities"))
        _ = state.draw()
        let mention = Mention(id: "m1", spans: SpanSet(0, 5), label: "PER")
        _ = state.update(.loaded(key, document("Rutte sprach.", mentions: [mention])))
        let screen = state.draw().text
        #expect(screen.contains("[Rutte]ᴾᴱᴿ sprach."))
        #expect(screen.contains("Person"))
    }

    @Test("the entities of a long list are counted again after each change")
    func countedAgain() {
        let text = String(repeating: "Rom ", count: 3000)
        let mentions = (0..<3000).map {
            Mention(id: ID("m\($0)"), spans: SpanSet($0 * 4, $0 * 4 + 3), label: "LOC")
        }
        var state = state()
        _ = state.open(key)
        _ = state.update(.loaded(key, document(text, mentions: mentions)))
        func counts(_ effects: [Effect]) -> [Int] {
            effects.compactMap { if case .count(_, let revision, _, _) = $0 { revision } else { nil } }
        }
        let first = counts(
            state.run(Invocation("tab", "entities")) + state.update(.terminal(.resize(state.size))))
        #expect(first.count == 1)
        _ = state.update(.counted(key, revision: first.first ?? 0, []))
        _ = state.run(Invocation("untag"))
        #expect(counts(state.update(.terminal(.resize(state.size)))).count == 1)
    }
}
