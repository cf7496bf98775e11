import Articles
import Cells
import Testing

@testable import Reading

@Suite("How far the engine reads")
struct EngineProgressTests {
    /// Paragraphs of 100 bytes with their line breaks.
    private func text(kilobytes: Int) -> Text {
        Text(
            String(repeating: String(repeating: "wort ", count: 19) + "ende\n", count: kilobytes * 1024 / 100)
        )
    }

    private func bytes(_ pieces: [Range<Int>]) -> Int { pieces.reduce(0) { $0 + $1.count * 100 } }

    @Test("an article is read whole, what is in view first, and only once")
    func wholeArticle() {
        let text = text(kilobytes: 200)
        var engine = EngineProgress()
        let pieces = engine.follow(700..<720, in: text)
        #expect(pieces.first == 700..<720)
        #expect(pieces.sorted { $0.lowerBound < $1.lowerBound }.first?.lowerBound == 0)
        #expect(RangeSet(pieces) == RangeSet(0..<text.paragraphCount))
        #expect(engine.follow(0..<20, in: text).isEmpty)
        #expect(engine.percent(of: text) == 0)
        for piece in pieces {
            #expect(engine.isRunning)
            engine.finish(piece)
        }
        #expect(!engine.isRunning)
        #expect(engine.percent(of: text) == 100)
        #expect(engine.follow(0..<20, in: text).isEmpty)
    }

    @Test("of a text longer than any article only what lies around the view is read")
    func longText() {
        let text = text(kilobytes: 4096)
        var engine = EngineProgress()
        let first = engine.follow(0..<20, in: text)
        #expect(bytes(first) < 2 * EngineProgress.fast.margin)
        first.forEach { engine.finish($0) }
        #expect(1..<100 ~= engine.percent(of: text))
        #expect(engine.follow(20..<40, in: text).isEmpty)

        let far = engine.follow(30_000..<30_020, in: text)
        #expect(far.first == 30_000..<30_020)
        #expect(bytes(far) < 3 * EngineProgress.fast.margin)
    }

    @Test("what was asked for and left before it was read is asked for again on coming back")
    func leftBehind() {
        let text = text(kilobytes: 4096)
        var engine = EngineProgress()
        let first = engine.follow(0..<20, in: text)
        _ = engine.follow(30_000..<30_020, in: text)
        #expect(engine.follow(0..<20, in: text) == first)
    }

    @Test("the rest is read when somebody asks for it, without what is done")
    func rest() {
        let text = text(kilobytes: 4096)
        var engine = EngineProgress()
        let first = engine.follow(0..<20, in: text)
        first.forEach { engine.finish($0) }
        let rest = engine.read(0..<text.paragraphCount, in: text, first: 0..<20)
        #expect(RangeSet(rest).isDisjoint(RangeSet(first)))
        rest.forEach { engine.finish($0) }
        #expect(engine.percent(of: text) == 100)
    }

    @Test("a long text says on the status line how much of it the engine has read")
    func statusLine() throws {
        let document = Document(article: Article(name: "lang.txt", text: text(kilobytes: 4096)))
        var state = State(size: Size(rows: 24, columns: 100))
        let key = ArticleKey(1)
        _ = state.start(with: key)
        var effects = state.update(.loaded(key, document))
        #expect(state.draw().text.contains("reading …"))
        while let effect = effects.popLast() {
            guard case .extract(_, _, let pieces) = effect else { continue }
            for piece in pieces { effects += state.update(.extracted(key, piece, Suggestions())) }
        }
        #expect(state.draw().text.contains(" 3 % read · 0 mentions"))
    }

    @Test("an article opened from the command line begins on its own screen and not on the list")
    func startsWithArticle() {
        var state = State(size: Size(rows: 10, columns: 60))
        let key = ArticleKey(1)
        _ = state.start(with: key)
        let effects = state.update(.listed([LibraryRow(key: key, title: "lang.txt", isRead: false)]))
        #expect(effects.isEmpty)
        #expect(state.draw().text.contains("opening …"))
        _ = state.update(.failed(key, Notice(.error, "gone")))
        #expect(state.screen == .library)
    }
}
