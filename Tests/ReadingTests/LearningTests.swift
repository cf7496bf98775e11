import Articles
import Testing

@testable import Reading

/// What the reader asks of the engine when a person has decided something.
@Suite("learning while a person reads")
struct LearningTests {
    private static let key = ArticleKey(1)

    private func lessons(_ effects: [Effect]) -> [[Span]] {
        effects.compactMap { effect in
            if case .learn(Self.key, _, _, let places) = effect { places } else { nil }
        }
    }

    @Test("each decision about a mention is learned from, also when it is taken back")
    func decisions() {
        var reader = TestReader("[Rutte](PER?) sprach in Brüssel.")
        #expect(lessons(reader.type("Enter")) == [[Span(0, 5), Span(0, 5)]])
        #expect(lessons(reader.type("u")) == [[Span(0, 5), Span(0, 5)]])
        reader.type("End b")
        #expect(lessons(reader.type("l")).count == 1)
        #expect(lessons(reader.type("w")).isEmpty)
    }

    @Test("a note or a chain teaches nothing")
    func others() {
        var reader = TestReader("[Rutte](PER) sprach in [Brüssel](LOC).")
        #expect(lessons(reader.run("note gut")).isEmpty)
    }

    @Test("with learning off nothing is learned")
    func off() {
        var reader = TestReader("[Rutte](PER?) sprach.")
        let effects = reader.run("learning off")
        #expect(effects.contains { if case .setLearning(.off) = $0 { true } else { false } })
        #expect(lessons(reader.type("Enter")).isEmpty)
        reader.run("learning on")
        #expect(lessons(reader.type("u")).count == 1)
        reader.run("learning perhaps")
        #expect(reader.state.notice?.level == .error)
    }

    @Test(
        "when the engine has learned, the article is read again, and only what nobody decided about changes")
    func again() throws {
        var reader = TestReader("[Rutte](PER) sprach in [Brüssel](LOC?). Die [Seeadler](ORG?) lief aus.")
        let effects = reader.send(.learned)
        let pieces = effects.compactMap { effect in
            if case .extract(Self.key, _, let pieces) = effect { pieces } else { nil }
        }
        #expect(pieces == [[0..<1]])
        // What was read stays read while it is read again.
        #expect(!reader.row(-2).contains("reading"))
        let ship = Mention(
            id: "s1", spans: SpanSet(30, 38), label: "WORK", status: .suggested,
            origin: .engine("personal", confidence: 0.9))
        let person = Mention(
            id: "s2", spans: SpanSet(0, 5), label: "LOC", status: .suggested, origin: .engine("personal"))
        reader.send(.extracted(Self.key, 0..<1, Suggestions(mentions: [person, ship])))
        #expect(reader.marked == "[Rutte](PER) sprach in Brüssel. Die [Seeadler](WORK?) lief aus.")
    }

    @Test("a suggestion that comes from the person's own decisions says so")
    func origin() {
        var reader = TestReader("Die Seeadler lief aus.", columns: 120)
        let ship = Mention(
            id: "s1", spans: SpanSet(4, 12), label: "WORK", status: .suggested,
            origin: .engine("personal", confidence: 0.9))
        reader.send(.extracted(Self.key, 0..<1, Suggestions(mentions: [ship])))
        reader.type("Tab")
        #expect(reader.row(-2).contains("suggested, learned from you"))
    }

    @Test("what is to be read again is read around the view only in a long text, the view first")
    func longText() {
        let text = Text(String(repeating: String(repeating: "ein wort ", count: 110) + "\n", count: 2000))
        var engine = EngineProgress()
        engine.finish(0..<text.paragraphCount)
        let pieces = engine.readAgain(1000..<1020, in: text)
        #expect(pieces.first?.lowerBound == 1000)
        #expect(pieces.map(\.count).reduce(0, +) < 400)
        #expect(!engine.isRunning)
        #expect(engine.percent(of: text) == 100)
    }

    @Test("forgetting is asked of the program only when all is said")
    func forget() {
        func isForgetting(_ effects: [Effect]) -> Bool {
            effects.contains { if case .forget = $0 { true } else { false } }
        }
        var reader = TestReader("Ein Wort.")
        #expect(!isForgetting(reader.run("forget")))
        #expect(reader.state.notice?.text.contains("forget all") == true)
        #expect(!isForgetting(reader.run("forget")))
        #expect(isForgetting(reader.run("forget all")))
    }
}
