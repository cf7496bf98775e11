import Articles
import Cells
import Testing

@testable import Reading

@Suite("The list of articles")
struct LibraryTests {
    static func state(_ titles: [String], rows: Int = 10, columns: Int = 80) -> State {
        var state = State(size: Size(rows: rows, columns: columns))
        let list = titles.enumerated().map { index, title in
            LibraryRow(
                key: ArticleKey(index), title: title, date: "2026-01-\(10 + index % 20)", entities: index)
        }
        _ = state.update(.listed(list))
        return state
    }

    static func press(_ keys: String, in state: inout State) -> [Effect] {
        keys.split(separator: " ").compactMap { Key(String($0)) }.flatMap {
            state.update(.terminal(.key($0)))
        }
    }

    @Test("titles stand under each other, with date and counts")
    func table() {
        let state = Self.state(["Brücke gesperrt", "Hafen wächst"])
        let rows = state.draw().text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(rows[0] == "   Title                                  Date        Entities   Facts   Open")
        #expect(rows[1] == " ○ Brücke gesperrt                        2026-01-10           0       0      0")
        #expect(rows[2] == " ○ Hafen wächst                           2026-01-11           1       0      0")
        #expect(state.draw().text.contains("1/2"))
    }

    @Test("typing filters, Escape shows all again")
    func filter() {
        var state = Self.state(["Brücke gesperrt", "Hafen wächst", "Neue Brücke"])
        _ = Self.press("/ b r ü", in: &state)
        #expect(
            state.library.shown.map { state.library.rows[$0].title } == ["Brücke gesperrt", "Neue Brücke"])
        _ = Self.press("Escape", in: &state)
        #expect(state.library.shown.count == 3)
    }

    @Test("the list is sorted by any column, and the cursor stays on its article")
    func sort() {
        var state = Self.state(["b", "c", "a"])
        _ = Self.press("j", in: &state)
        _ = state.run(Invocation("sort", "title"))
        #expect(state.library.shown.map { state.library.rows[$0].title } == ["a", "b", "c"])
        #expect(state.library.current?.title == "c")
        _ = state.run(Invocation("sort", "entities"))
        #expect(state.library.shown.map { state.library.rows[$0].title } == ["a", "c", "b"])
    }

    @Test("done is marked and taken back")
    func done() {
        var state = Self.state(["a", "b"])
        let effects = Self.press("d", in: &state)
        #expect(state.library.current?.state == .done)
        #expect(effects.contains { if case .setState(_, .done) = $0 { true } else { false } })
        _ = Self.press("d", in: &state)
        #expect(state.library.current?.state == .inWork)
    }

    @Test("100,000 articles are shown at once, and only those in view are asked for")
    func long() {
        var state = State(size: Size(rows: 24, columns: 80))
        let rows = (0..<100_000).map { LibraryRow(key: ArticleKey($0), title: "f\($0)", isRead: false) }
        let effects = state.update(.listed(rows))
        let asked = effects.compactMap { if case .describe(let keys) = $0 { keys.count } else { nil } }
        #expect(asked == [21])
        _ = Self.press("G", in: &state)
        #expect(state.draw().text.contains("f99999"))
    }

    @Test("q on the list leaves, q on an article goes back to the list")
    func close() {
        var reader = TestReader("Rom", columns: 80)
        reader.type("q")
        #expect(reader.state.screen == .library)
        #expect(reader.state.isRunning)
        reader.type("q")
        #expect(!reader.state.isRunning)
    }
}
