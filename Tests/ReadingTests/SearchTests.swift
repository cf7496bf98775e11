import Articles
import TestSupport
import Testing

@testable import Reading

@Suite("Searching")
struct SearchTests {
    @Test("hits come while typing; Enter stays there, n goes on and around")
    func incremental() {
        var reader = TestReader("Der Rat tagt. Der Beirat tagt. Der rat tagt.")
        reader.type("/")
        reader.write("rat")
        #expect(reader.state.reading?.selection.span == Span(4, 7))
        reader.type("Enter n")
        #expect(reader.state.reading?.selection.span == Span(21, 24))
        reader.type("n n")
        #expect(reader.state.reading?.selection.span == Span(4, 7))
        reader.type("N")
        #expect(reader.state.reading?.selection.span == Span(35, 38))
    }

    @Test("a capital in the pattern makes case matter")
    func smartCase() {
        var reader = TestReader("der rat, Der Rat")
        reader.type("/")
        reader.write("Rat")
        #expect(reader.selected == "Rat")
    }

    @Test("umlauts match in either case")
    func umlauts() {
        var reader = TestReader("Heute: ÖFFENTLICH")
        reader.type("/")
        reader.write("öff")
        #expect(reader.selected == "ÖFF")
    }

    @Test(
        "a pattern without capitals finds any case in every alphabet",
        arguments: [
            ("москва", "In МОСКВА", "МОСКВА"), ("αθήνα", "In ΑΘΉΝΑ", "ΑΘΉΝΑ"), ("σοφός", "Ο ΣΟΦΌΣ", "ΣΟΦΌΣ"),
            ("երևան", "In ԵՐևԱՆ", "ԵՐևԱՆ"), ("łódź", "In ŁÓDŹ", "ŁÓDŹ"), ("groß", "GROẞ", "GROẞ"),
            ("istanbul", "In İstanbul", "İstanbul"), ("ısparta", "In ISPARTA", "ISPARTA"),
            ("kelvin", "Ein \u{212A}elvin", "\u{212A}elvin"), ("ⱥx", "ȺX", "ȺX"), ("𐐨", "In 𐐀", "𐐀"),
            ("re:м.{2}ква", "In МОСКВА", "МОСКВА"), ("re:[α-ω]+ή", "In ΑΘΉΝΑ", "ΑΘΉ"),
        ])
    func anyCase(pattern: String, text: String, hit: String) {
        var reader = TestReader(text)
        reader.type("/")
        reader.write(pattern)
        #expect(reader.selected == hit)
    }

    @Test("a capital in any alphabet makes case matter")
    func anyCapital() {
        var reader = TestReader("москва, Москва")
        reader.type("/")
        reader.write("М")
        #expect(reader.selected == "Москва".prefix(1))
        #expect(reader.state.reading?.selection.span.start == 14)
    }

    @Test("cancelling goes back to where the search began")
    func cancel() {
        var reader = TestReader("eins zwei drei")
        reader.type("w /")
        reader.write("drei")
        reader.type("Escape")
        #expect(reader.selected == "zwei")
    }

    @Test("a regular expression is searched for behind re:")
    func expression() {
        var reader = TestReader("Am 17. Oktober kamen 40 Leute.")
        reader.type("/")
        reader.write("re:\\d+ Leute")
        #expect(reader.selected == "40 Leute")
    }

    @Test("in a pattern that takes other engines for ever a key costs what any other does")
    func catastrophic() {
        var reader = TestReader(String(repeating: "a", count: 20_000) + "b Ende")
        reader.type("/")
        reader.write("re:(a+)+$")
        #expect(reader.state.notice?.text == "“re:(a+)+$” is not in the article")
        #expect(reader.row(1).contains("aaa"))
        #expect(reader.effects.isEmpty)
    }

    /// Each "a" is a hit that might have gone on to the end of the line: work that grows with the square of its length.
    private static let slow = (text: String(repeating: "a", count: 30_000) + " Ende", pattern: "re:a.*b|a")

    @Test("what is too slow for a key is looked for in the background, and only there until its end")
    func slowPattern() throws {
        let search = try Search(pattern: Self.slow.pattern)
        let text = Text(Self.slow.text)
        let hits = search.hits(in: text, span: text.bounds, patience: .key)
        #expect(!hits.isComplete)
        #expect(hits.work < 100 * text.byteCount)

        var reader = TestReader(Self.slow.text)
        reader.type("G /")
        reader.write(Self.slow.pattern)
        #expect(reader.state.notice?.text == "searching …")
        let isAsked = reader.effects.contains { if case .find = $0 { true } else { false } }
        #expect(isAsked)
    }

    @Test("leaving a search ends its work in the background, and a late answer moves nothing")
    func abandoned() {
        var reader = TestReader(Self.slow.text)
        reader.type("G /")
        reader.write(Self.slow.pattern)
        let effects = reader.type("Escape")
        let isStopped = effects.contains { if case .stopFinding = $0 { true } else { false } }
        #expect(isStopped)
        reader.send(.found(ArticleKey(1), pattern: Self.slow.pattern, Span(3, 4)))
        #expect(reader.selected == "Ende")
    }

    @Test("the strip shows where hits are")
    func strip() {
        let lines = (0..<40).map { $0 == 39 ? "Nadel" : "Heu" }.joined(separator: "\n\n")
        var reader = TestReader(lines)
        #expect(!reader.screen.contains("◆"))
        reader.type("/")
        reader.write("re:nad.l")
        #expect(reader.screen.filter { $0 == "◆" }.count == 1)
    }

    @Test("a wrong regular expression says so and changes nothing")
    func wrongExpression() {
        var reader = TestReader("Am 17. Oktober")
        reader.type("/")
        reader.write("re:(")
        #expect(reader.state.notice?.level == .error)
        #expect(reader.selected == "Am")
    }

    @Test("what is not there is said")
    func missing() {
        var reader = TestReader("eins")
        reader.type("/")
        reader.write("zwei")
        #expect(reader.state.notice?.text == "“zwei” is not in the article")
    }

    @Test("a hit far away in a long text is looked for in the background")
    func far() {
        let filler = String(repeating: "Füllwort und Füllwort und Füllwort.\n", count: 150_000)
        var reader = TestReader(filler + "Nadel")
        reader.type("/")
        reader.write("Nadel")
        let found = reader.effects.compactMap { effect -> Message? in
            guard case .find(let key, let search, let text, let offset, let direction) = effect else {
                return nil
            }
            return .found(key, pattern: search.pattern, search.nearest(in: text, from: offset, direction))
        }
        #expect(!found.isEmpty)
        if let last = found.last { reader.send(last) }
        #expect(reader.selected == "Nadel")
    }

    @Test("the matches are those of a simple search", arguments: ["a", "ab", "aa", "b a"])
    func property(pattern: String) {
        let string = "ab aab b aa abab aaa"
        let found = Search(literal: pattern, isCaseSensitive: true).matches(in: Text(string)).map(\.range)
        var expected: [Range<Int>] = []
        let bytes = Array(string.utf8)
        let needle = Array(pattern.utf8)
        var index = 0
        while index + needle.count <= bytes.count {
            if Array(bytes[index..<index + needle.count]) == needle {
                expected.append(index..<index + needle.count)
                index += needle.count
            } else {
                index += 1
            }
        }
        #expect(found == expected)
    }

    @Test("in any case the matches are those of a simple search in folded letters", arguments: 1...40)
    func foldedProperty(seed: Int) {
        var numbers = SplitMix(seed: UInt64(seed))
        let alphabet = Array("aAsSſkK\u{212A}ßẞσςΣжЖiIİıäÄ\u{212B}å東".unicodeScalars)
        func random(_ count: Int) -> [Unicode.Scalar] {
            (0..<count).map { _ in alphabet[numbers.below(alphabet.count)] }
        }
        let needle = random(1 + seed % 2)
        let scalars = random(300)
        var starts = [0]
        for scalar in scalars { starts.append(starts[starts.count - 1] + UTF8.width(scalar)) }
        var expected: [Span] = []
        var index = 0
        while index + needle.count <= scalars.count {
            let end = index + needle.count
            if scalars[index..<end].map(CaseFolding.folded) == needle.map(CaseFolding.folded) {
                expected.append(Span(starts[index], starts[end]))
                index = end
            } else {
                index += 1
            }
        }
        let text = Text(String(String.UnicodeScalarView(scalars)))
        let search = Search(literal: String(String.UnicodeScalarView(needle)), isCaseSensitive: false)
        #expect(search.matches(in: text) == expected)
    }

    @Test("a search begins where the cursor is, whatever was searched for at the prompt before")
    func freshStart() {
        var reader = TestReader("Rat eins. Rom zwei. Rat drei. Rom vier.")
        _ = reader.run("search eins")
        reader.type("G /")
        reader.write("r")
        reader.type("Escape")
        #expect(reader.state.reading?.selection.span == Span(38, 39))
    }

    @Test("a count goes over several hits, and a missing word ends even a large one")
    func counted() {
        var reader = TestReader("a b a b a")
        reader.type("/")
        reader.write("a")
        reader.type("Enter 2 n")
        #expect(reader.state.reading?.selection.span == Span(8, 9))
        _ = reader.run("search nirgends")
        reader.type("9 9 9 9 9 n")
        #expect(reader.state.notice?.text == "“nirgends” is not in the article")
    }

    @Test("the status line counts the hits and says which one is selected")
    func countsHits() {
        var reader = TestReader("Rutte und Rutte und Rutte.")
        reader.run("search Rutte")
        reader.type("n")
        #expect(reader.row(-2).contains("hit 2 of 3"))
        reader.type("w")
        #expect(reader.row(-2).contains("3 hits"))
    }
}
