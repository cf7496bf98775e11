import TestSupport
import Testing

@testable import Cells

@Suite("wrapping")
struct WrapTests {
    /// The rows of a text, `|` between them; blanks that hang over the edge are in none.
    private func wrap(_ text: String, _ columns: Int) -> String {
        let clusters = Width.clusters(of: text)
        return Wrap.rows(of: clusters, columns: columns)
            .map { row in clusters[row.clusters].map(\.glyph).joined() }.joined(separator: "|")
    }

    @Test("rows take as many words as fit; a blank at a break stays when it fits")
    func words() {
        #expect(wrap("the quick brown fox", 10) == "the quick |brown fox")
        #expect(wrap("the quick brown fox", 9) == "the quick|brown fox")
        #expect(wrap("the quick brown fox", 100) == "the quick brown fox")
    }

    @Test("blanks at a break hang over the edge, however many")
    func hangingBlanks() {
        #expect(wrap("abc    def", 3) == "abc|def")
        #expect(wrap("abc    ", 3) == "abc")
        #expect(wrap("     ", 2) == "  ")
    }

    @Test("an indent is kept and never a row of its own")
    func indent() {
        #expect(wrap("  ab cd", 4) == "  ab|cd")
        #expect(wrap("  abcdef", 4) == "  ab|cdef")
    }

    @Test("no text is one row without clusters")
    func empty() {
        #expect(Wrap.rows(of: [], columns: 10) == [Wrap.Row(0..<0)])
    }

    @Test("a word wider than a row is broken at the edge")
    func longWord() {
        #expect(wrap("an abcdefghij xy", 4) == "an |abcd|efgh|ij |xy")
    }

    @Test("a row may end behind a hyphen between letters, not behind a minus or inside a date")
    func hyphens() {
        #expect(wrap("Wald-spazier", 8) == "Wald-|spazier")
        #expect(wrap("und/oder", 5) == "und/|oder")
        #expect(wrap("am 2024-10-17", 9) == "am |2024-10-1|7")
        #expect(wrap("um -5 Grad", 4) == "um |-5 |Grad")
        #expect(wrap("Nord-, Ost", 6) == "Nord-,|Ost")
    }

    @Test("a row may end behind a long dash")
    func dash() {
        #expect(wrap("rain—snow", 6) == "rain—|snow")
    }

    @Test("a no-break space holds words together")
    func noBreak() {
        #expect(wrap("je 20\u{A0}kg", 6) == "je |20\u{A0}kg")
    }

    @Test("Chinese and Japanese break between characters, but no row begins with closing punctuation")
    func ideographs() {
        #expect(wrap("東京大阪", 4) == "東京|大阪")
        #expect(wrap("東京大阪", 5) == "東京|大阪")
        #expect(wrap("東京。大阪", 4) == "東|京。|大阪")
        #expect(wrap("東「京」", 4) == "東|「京|」")
        #expect(wrap("ab東京", 3) == "ab|東|京")
    }

    @Test("in one column every character has a row, also one that is too wide for it")
    func oneColumn() {
        #expect(wrap("ab 漢", 1) == "a|b|漢")
        #expect(wrap("ab", 0) == "a|b")
        #expect(wrap("ab", -3) == "a|b")
    }

    @Test("rows are in order, only blanks are lost between them, and all fit", arguments: 1...24)
    func properties(columns: Int) {
        var generator = SplitMix(seed: UInt64(columns))
        let alphabet = Array("aaabc    --—.,\u{301}漢字。「」👍é\u{A0}/7\t")
        for _ in 0..<200 {
            let length = Int.random(in: 0...60, using: &generator)
            let text = String((0..<length).map { _ in alphabet.randomElement(using: &generator) ?? "a" })
            let clusters = Width.clusters(of: text)
            let rows = Wrap.rows(of: clusters, columns: columns)
            var next = 0
            for row in rows {
                #expect(clusters[next..<row.clusters.lowerBound].allSatisfy { $0.glyph == " " })
                let width = clusters[row.clusters].reduce(0) { $0 + $1.width }
                #expect(width <= columns || row.clusters.count == 1)
                #expect(!row.clusters.isEmpty || clusters.isEmpty)
                next = row.clusters.upperBound
            }
            #expect(clusters[next...].allSatisfy { $0.glyph == " " })
        }
    }
}
