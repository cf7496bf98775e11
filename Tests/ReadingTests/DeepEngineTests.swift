import Articles
import Testing

@testable import Reading

@Suite("the deep engine in the reader")
struct DeepEngineTests {
    private static let key = ArticleKey(1)

    private func refinements(_ effects: [Effect]) -> [[Range<Int>]] {
        effects.compactMap { effect in
            if case .refine(Self.key, _, let pieces) = effect { pieces } else { nil }
        }
    }

    private func extractions(_ effects: [Effect]) -> [Range<Int>] {
        effects.flatMap { effect -> [Range<Int>] in
            if case .extract(Self.key, _, let pieces) = effect { pieces } else { [] }
        }
    }

    private func reader(_ text: String) -> TestReader {
        var settings = Settings()
        settings.hasDeepEngine = true
        return TestReader(text, settings: settings)
    }

    @Test("it reads when the fast one is done, and its answer replaces what nobody has decided")
    func afterTheFastOne() throws {
        var reader = reader("[Rutte](PER) sprach in [Essen](LOC?).")
        #expect(refinements(reader.send(.learned)).isEmpty)
        let effects = reader.send(.extracted(Self.key, 0..<1, Suggestions()))
        #expect(refinements(effects) == [[0..<1]])
        #expect(reader.row(-2).contains("reading closely …"))
        let place = Mention(
            id: "s1", spans: SpanSet(16, 21), label: "ORG", status: .suggested,
            origin: .engine("deep", confidence: 0.9))
        let person = Mention(
            id: "s2", spans: SpanSet(0, 5), label: "LOC", status: .suggested, origin: .engine("deep"))
        reader.send(.refined(Self.key, 0..<1, Suggestions(mentions: [place, person])))
        let labels = reader.state.reading?.annotations.mentions.map(\.label)
        #expect(labels == ["PER", "ORG"])
        #expect(!reader.row(-2).contains("reading"))
        #expect(refinements(reader.type("w")).isEmpty)
    }

    @Test("what was asked of it is asked again when the fast one reads anew")
    func again() {
        var reader = reader("[Rutte](PER?) sprach.")
        #expect(reader.row(-2).contains("reading closely …"))
        #expect(extractions(reader.send(.learned)) == [0..<1])
        #expect(refinements(reader.send(.extracted(Self.key, 0..<1, Suggestions()))) == [[0..<1]])
    }

    @Test("switched off it is not asked, and what it said counts no more")
    func off() {
        var reader = reader("[Rutte](PER?) sprach.")
        let effects = reader.run("deep off")
        #expect(effects.contains { if case .setRefinement(.off) = $0 { true } else { false } })
        #expect(refinements(reader.send(.extracted(Self.key, 0..<1, Suggestions()))).isEmpty)
        reader.run("deep always")
        #expect(refinements(reader.type("w")) == [[0..<1]])
        reader.run("deep down")
        #expect(reader.state.notice?.level == .error)
    }

    @Test("a program that was built without it says so")
    func missing() {
        var reader = TestReader("[Rutte](PER?) sprach.")
        #expect(refinements(reader.run("deep always")).isEmpty)
        #expect(reader.state.notice?.level == .warning)
    }

    @Test("of a long text it reads little more than what is in view")
    func longText() {
        let line = String(repeating: "Worte und Worte. ", count: 6) + "\n"
        let text = Text(String(repeating: line, count: 3000))
        var deep = EngineProgress(EngineProgress.deep)
        let pieces = deep.follow(1000..<1020, in: text)
        #expect(pieces.first.map { (1000..<1020).overlaps($0) } ?? false)
        let bytes = pieces.reduce(0) { $0 + $1.count * line.utf8.count }
        #expect(bytes < 3 * EngineProgress.deep.margin)
    }
}
