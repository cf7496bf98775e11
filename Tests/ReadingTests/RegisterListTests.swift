import Articles
import Cells
import Testing

@testable import Reading

@Suite("The register on the screen")
struct RegisterListTests {
    /// Two articles that name a person, a place, and differ in how many were injured.
    private static func contents(readCount: Int = 2) -> RegisterList.Contents {
        var register = Register()
        for (index, count) in ["40", "43"].enumerated() {
            let text = Text("Mara Lenz sagte in Köln: „Es gab \(count) Verletzte beim Unfall.“")
            func span(_ words: String) -> Span {
                let bytes = Array(words.utf8)
                let start = text.withBytes { all in
                    all.indices.first { all[$0...].starts(with: bytes) } ?? 0
                }
                return Span(start, start + bytes.count)
            }
            let names = [("Mara Lenz", "PER"), ("Köln", "LOC")].enumerated().map { number, name in
                Mention(id: ID("m\(number)"), spans: SpanSet(span(name.0)), label: Label(name.1))
            }
            let quote = Fact(
                id: "q", kind: "quote", evidence: SpanSet(text.bounds),
                slots: [
                    Slot("speaker", spans: names[0].spans, mention: "m0"),
                    Slot("content", spans: SpanSet(span("Es gab"))),
                ])
            let event = Fact(
                id: "e", kind: "event", evidence: SpanSet(span("Unfall")),
                slots: [
                    Slot("type", value: "accident"), Slot("where", spans: names[1].spans, mention: "m1"),
                    Slot("count", spans: SpanSet(span(count)), value: count),
                ])
            register.add(
                Document(
                    article: Article(
                        name: "a\(index)", title: "Bericht \(index + 1)", date: "2026-03-0\(index + 1)",
                        text: text),
                    annotations: Annotations(mentions: names, facts: [quote, event])))
        }
        var contents = RegisterList.Contents()
        contents.entries = register.entries
        contents.differences = register.differences
        contents.sources = register.sources
        contents.keys = [ArticleKey(1), ArticleKey(2)]
        (contents.readCount, contents.totalCount) = (readCount, 2)
        return contents
    }

    private func opened(columns: Int = 80) -> TestReader {
        var reader = TestReader(
            "[Mara Lenz](PER) kam nach [Köln](LOC). Dann ging sie.", rows: 14, columns: columns)
        reader.type("q r")
        reader.send(.registered(Self.contents()))
        return reader
    }

    @Test("r on the list asks for all its articles, and shows what they are about as they are read")
    func names() {
        var reader = TestReader("[Mara Lenz](PER) kam.", rows: 10)
        reader.type("q")
        let effects = reader.type("r")
        #expect(
            effects.contains { if case .register(let keys, _) = $0 { keys.count == 2 } else { false } })
        #expect(reader.row(1) == " reading …")
        reader.send(.registered(Self.contents(readCount: 1)))
        #expect(reader.row(0).hasPrefix(" Name"))
        #expect(reader.row(1).hasPrefix(" Where articles differ: 1 case"))
        #expect(reader.row(2).split(separator: " ") == ["Köln", "Place", "2", "2", "2"])
        #expect(reader.row(3).hasPrefix(" Mara Lenz"))
        #expect(reader.screen.contains("reading 1 of 2 …"))
        reader.send(.registered(Self.contents()))
        #expect(!reader.screen.contains("reading 1 of 2"))
    }

    @Test("Enter shows what is said of a name by date, Enter there the article at these words, q leads back")
    func entry() {
        var reader = opened()
        reader.type("j j Enter")
        #expect(reader.row(0) == " Mara Lenz · Person · 2 articles · 2 mentions")
        #expect(reader.row(1) == " 2026-03-01  Statement     Bericht 1")
        #expect(reader.row(2).contains("Mara Lenz") && reader.row(2).contains("Es gab"))
        #expect(reader.row(3) == " 2026-03-02  Statement     Bericht 2")
        let effects = reader.type("j Enter")
        #expect(effects.contains { if case .load(ArticleKey(2)) = $0 { true } else { false } })
        let text = Text("Mara Lenz sagte in Köln: „Es gab 43 Verletzte beim Unfall.“")
        reader.send(.loaded(ArticleKey(2), Document(article: Article(name: "a1", text: text))))
        #expect(reader.selected == text.string(in: text.bounds))
        reader.type("q")
        #expect(reader.row(0) == " Mara Lenz · Person · 2 articles · 2 mentions")
        reader.type("q q")
        #expect(reader.state.screen == .library)
    }

    @Test("what articles say differently stands side by side, each with its articles")
    func differences() {
        var reader = opened()
        reader.type("Enter")
        #expect(reader.row(0) == " Where articles differ")
        #expect(reader.row(1).contains("Köln"))
        #expect(reader.row(2) == "   40 – Bericht 1 (2026-03-01)")
        #expect(reader.row(3) == "   43 – Bericht 2 (2026-03-02)")
        let effects = reader.type("j Enter")
        #expect(effects.contains { if case .load(ArticleKey(2)) = $0 { true } else { false } })
    }

    @Test("t limits the page to a kind of fact, one after the other")
    func kinds() {
        var reader = opened()
        reader.type("j Enter")
        #expect(reader.row(0).hasPrefix(" Köln · Place"))
        reader.type("t")
        #expect(reader.row(0).hasSuffix("only: Event"))
        reader.type("t")
        #expect(!reader.row(0).contains("only"))
    }

    @Test("typing limits the names; Escape takes that back before it leaves")
    func filter() {
        var reader = opened()
        reader.type("/")
        reader.write("lenz")
        #expect(reader.row(1).hasPrefix(" Mara Lenz") && reader.row(2).isEmpty)
        reader.type("Enter Escape")
        #expect(reader.row(1).hasPrefix(" Where articles differ"))
        reader.type("/")
        reader.write("xyz")
        #expect(reader.row(1) == " no name has “xyz”")
    }

    @Test("g k looks up the name under the cursor, a short form too, and q q leads back to the text")
    func lookUp() {
        var reader = TestReader("Die [Lenz](PER) kam.", rows: 10)
        let effects = reader.type("c g k")
        #expect(effects.contains { if case .register = $0 { true } else { false } })
        #expect(reader.row(0) == " Lenz · Person" && reader.row(1) == " reading …")
        reader.send(.registered(Self.contents()))
        #expect(reader.row(0).hasPrefix(" Mara Lenz · Person · 2 articles"))
        reader.type("q q")
        #expect(reader.state.screen == .article && reader.selected == "Lenz")
        reader.type("g g g k")
        #expect(reader.row(-2).contains("there is no name under the cursor"))
    }

    @Test("what is known stays while the articles are read anew, and they are not without a change")
    func readAnew() {
        var reader = opened()
        reader.type("j q")
        #expect(reader.type("r").isEmpty)
        reader.type("q k Enter")
        reader.send(
            .loaded(ArticleKey(1), Document(article: Article(name: "test", text: Text("Mara Lenz kam.")))))
        reader.type("p q")
        #expect(reader.type("r").contains { if case .register = $0 { true } else { false } })
        reader.send(
            .registered(
                {
                    var less = RegisterList.Contents()
                    (less.readCount, less.totalCount) = (1, 2)
                    return less
                }()))
        #expect(reader.row(2).hasPrefix(" Köln") && reader.screen.contains("reading 1 of 2"))
    }

    @Test("an article that cannot be opened from here leaves the register where it is")
    func failing() {
        var reader = opened()
        reader.type("j j Enter Enter")
        reader.send(.failed(ArticleKey(1), Notice(.error, "a0: gone")))
        #expect(reader.row(0).hasPrefix(" Mara Lenz") && reader.row(-2).contains("a0: gone"))
    }

    @Test("it is drawn at any size", arguments: [(0, 0), (1, 1), (2, 7), (3, 20), (5, 40), (9, 200)])
    func sizes(rows: Int, columns: Int) {
        for keys in ["", "Enter", "j Enter", "G Enter"] {
            var reader = opened()
            reader.type(keys)
            reader.send(.terminal(.resize(Size(rows: rows, columns: columns))))
            reader.type("j PageDown k PageUp")
            #expect(reader.state.draw().size == Size(rows: rows, columns: columns))
        }
    }

    @Test("a click moves, a second opens; the wheel scrolls")
    func mouse() {
        var reader = opened()
        func press(_ row: Int) -> Message { .terminal(.mouse(Mouse(.press, row: row, column: 3))) }
        reader.send(press(3))
        #expect(reader.state.register?.cursor == 2)
        reader.send(press(3))
        #expect(reader.row(0).hasPrefix(" Mara Lenz · Person"))
        reader.send(press(3))
        #expect(reader.state.register?.cursor == 1)
    }
}
