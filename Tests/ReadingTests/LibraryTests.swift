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
        #expect(rows[1] == " ○ Brücke gesperrt                        2026-01-10           ·       ·      ·")
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

    @Test("a search through the texts leaves the articles that have the words, until Escape")
    func find() {
        var state = Self.state(["Brücke gesperrt", "Hafen wächst", "Neue Brücke"])
        let effects = Self.press("f K r a n Enter", in: &state)
        #expect(
            effects.contains {
                if case .findArticles("Kran", let keys) = $0 { keys.count == 3 } else { false }
            })
        _ = state.update(.foundArticles(words: "Kran", [ArticleKey(1), ArticleKey(2)]))
        #expect(state.library.shown == [1, 2] && state.draw().text.contains("with “Kran” · 1/2"))
        state.library.filter("neue")
        #expect(state.library.shown == [2])
        _ = Self.press("Escape", in: &state)
        #expect(state.library.shown.count == 3)
        _ = state.update(.foundArticles(words: "Lok", []))
        #expect(state.draw().text.contains("no article has “Lok”"))
        _ = Self.press("f C-u Enter", in: &state)
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

    @Test(
        "a filter that grows letter by letter leaves what it would leave at once, and what is described later fits in"
    )
    func growingFilter() {
        let titles = (0..<300).map { "Artikel \($0) über \($0 % 7 == 0 ? "ÖPNV" : "Hafen")" }
        var typed = LibraryList(titles.enumerated().map { LibraryRow(key: ArticleKey($0), title: $1) })
        typed.sort(by: .title)
        var filter = ""
        for character in "öpnv 1" {
            filter.append(character)
            typed.filter(filter)
        }
        var atOnce = LibraryList(typed.rows)
        atOnce.sort(by: .title)
        atOnce.filter(filter)
        #expect(typed.shown == atOnce.shown)
        #expect(!typed.shown.isEmpty)
        typed.update([LibraryRow(key: ArticleKey(1), title: "ÖPNV 1")])
        #expect(typed.shown.contains(1))
    }

    @Test("the window stays on its articles while others become known")
    func steadyWindow() {
        var state = Self.state((0..<50).map { "Artikel \($0 + 10)" })
        _ = state.run(Invocation("sort", "title"))
        _ = Self.press("PageDown j j", in: &state)
        let before = state.draw().text
        _ = state.update(.described([LibraryRow(key: ArticleKey(49), title: "Artikel 59", entities: 49)]))
        let titles = { (text: String) in text.split(separator: "\n").map { $0.prefix(20) } }
        #expect(titles(state.draw().text) == titles(before))
    }

    @Test("undo takes back that an article was marked as done, before older changes")
    func undoesDone() {
        var reader = TestReader("Rutte sprach.")
        reader.type("p g D u")
        #expect(reader.marked == "[Rutte](PER) sprach.")
        #expect(reader.state.library[ArticleKey(1)]?.state == .inWork)
        reader.type("U")
        #expect(reader.state.library[ArticleKey(1)]?.state == .done)
        reader.type("u u")
        #expect(reader.marked == "Rutte sprach.")
    }

    @Test("a filter is told as long as it holds, and Escape ends it")
    func filterShows() {
        var state = Self.state(["Brücke gesperrt", "Haushalt"])
        _ = state.run(Invocation("filter", "haus"))
        #expect(state.draw().text.contains("only “haus” · 1/1"))
        _ = state.update(.terminal(.key(Key(.escape))))
        #expect(state.draw().text.contains("1/2") || state.draw().text.contains("2/2"))
        #expect(!state.draw().text.contains("only"))
    }

    @Test("how far the work on an article is, its opening tells")
    func knownState() {
        var state = Self.state(["Brücke gesperrt"])
        let key = state.library.rows[0].key
        _ = state.start(with: key)
        _ = state.update(.known(key, .done))
        #expect(state.library[key]?.state == .done)
    }

    @Test("a command says so where it makes no sense")
    func commandsKnowTheirPlace() {
        var reader = TestReader("Rutte sprach.")
        reader.run("sort date")
        #expect(reader.row(-2).contains("works in the list of articles"))
        reader.type("q")
        reader.run("tag PER")
        #expect(reader.row(-2).contains("open one first"))
        reader.run("sort bogus")
        // Too long for a line: all of it is there, in two.
        #expect(reader.row(-3).contains("title") && reader.row(-2).contains("open"))
        var opening = Self.state(["Brücke gesperrt"])
        _ = opening.start(with: ArticleKey(1))
        _ = opening.update(.terminal(.key(Key("w"))))
        #expect(!opening.draw().text.contains("open one first"))
    }
}
