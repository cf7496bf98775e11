import Articles
import Cells
import TestSupport
import Testing

@testable import Reading

@Suite("Moving and selecting")
struct MovingTests {
    static let text = """
        Der Rat tagt
        Mark Rutte sprach am Montag in Brüssel, wo die EU tagt. Er reist nach Rom.

        Danach kam ein zweiter Absatz.
        """

    @Test(
        "a key, or several, and what is selected then",
        arguments: [
            ("w", "Rat"), ("3 w", "Mark"), ("w w b", "Rat"),
            ("s", "Mark Rutte sprach am Montag in Brüssel, wo die EU tagt."),
            ("s s", "Er reist nach Rom."),
            ("s s S", "Mark Rutte sprach am Montag in Brüssel, wo die EU tagt."),
            ("}", "Mark"), ("} }", "Danach"), ("} } {", "Mark"), ("G", "."), ("G g g", "Der"),
            ("f f", "Der Rat tagt"),
            ("f f F", "Der Rat"), ("w f F F", "Der Rat"), ("c", "Mark Rutte"), ("c c", "EU"),
            ("c c C", "Mark Rutte"),
            ("} v", "Mark Rutte"), ("} v v", "Mark Rutte sprach am Montag in Brüssel"),
            ("} v v v", "Mark Rutte sprach am Montag in Brüssel, wo die EU tagt."), ("} v v V", "Mark Rutte"),
            ("f Escape", "Rat"), ("A-f A-f", "Der R"), ("End", "tagt"), ("w w Home", "Der"),
        ])
    func keys(_ keys: String, selected: String) {
        var reader = TestReader(Self.text)
        reader.type(keys)
        #expect(reader.selected == selected)
    }

    @Test("down and up keep to the column")
    func column() {
        var reader = TestReader("eins zwei drei\n\nx\nvier fünf sechs", columns: 40)
        reader.type("w j")
        #expect(reader.selected == "x")
        reader.type("j")
        #expect(reader.selected == "fünf")
        reader.type("k k")
        #expect(reader.selected == "zwei")
    }

    @Test("a paragraph higher than the screen scrolls by rows")
    func tallParagraph() {
        var reader = TestReader((1...400).map { "Wort\($0)" }.joined(separator: " "), rows: 10, columns: 40)
        for _ in 0..<30 { reader.type("j") }
        #expect(!reader.row(1).contains("Wort1 "))
        #expect(reader.screen.contains(reader.selected))
        reader.type("G")
        #expect(reader.selected == "Wort400")
        #expect(reader.screen.contains("Wort400"))
        reader.type("g g")
        #expect(reader.row(1).contains("Wort1 "))
    }

    @Test("the selection is always on the screen, wherever the keys lead", arguments: [1, 4])
    func alwaysVisible(lineBreaks: Int) {
        var numbers = SplitMix(seed: 7)
        let text = (1...300).map {
            let breaks = String(repeating: "\n", count: $0 % (7 * lineBreaks) == 0 ? lineBreaks : 1)
            return "Satz \($0) steht hier und ist nicht ganz kurz." + ($0 % 7 == 0 ? breaks : " ")
        }
        .joined()
        var reader = TestReader(text, rows: 12, columns: 50)
        let keys = [
            "w", "b", "j", "k", "s", "S", "}", "{", "G", "g g", "PageDown", "PageUp", "C-d", "C-u", "z",
        ]
        for _ in 0..<400 {
            reader.type(keys.randomElement(using: &numbers) ?? "w")
            let shown = (1..<11).contains { reader.roles(["cursor": "c"], row: $0).contains("c") }
            #expect(shown)
        }
    }

    @Test("moving keeps to the text in an empty article", arguments: ["", "\n\n\n", " \t \n"])
    func empty(text: String) {
        var reader = TestReader(text)
        reader.type(
            "w b j k s S } { c C ] [ Tab S-Tab G g g PageDown PageUp f F v V p Enter x a u U . > < * n / Escape"
        )
        #expect(reader.document?.annotations.isEmpty == true)
    }

    @Test("a run of blank lines takes one row, which moving and clicking go past")
    func blankLines() {
        var reader = TestReader("eins\n\n\n \t\n\nzwei\n\ndrei\n\n\n\n", columns: 40)
        let rows = (1...6).map { reader.row($0).filter(\.isLetter) }
        #expect(rows == ["eins", "", "zwei", "", "drei", ""])
        reader.type("j")
        #expect(reader.selected == "zwei")
        reader.type("k")
        #expect(reader.selected == "eins")
        reader.type("j j j j")
        #expect(reader.selected == "drei")
        reader.send(.terminal(.mouse(Mouse(.press, row: 3, column: 5))))
        #expect(reader.selected == "zwei")
        #expect(reader.state.reading?.selection.span == Span(11, 15))
    }

    @Test("of very many blank lines not even one screen costs looking at them all")
    func manyBlankLines() {
        var reader = TestReader(
            "eins" + String(repeating: "\n", count: 200_000) + "zwei", rows: 12, columns: 40)
        #expect(reader.state.reading?.visibleParagraphs.count ?? .max < 12 * 256)
        reader.type("G")
        #expect(reader.screen.contains("zwei"))
        reader.type("PageUp g g")
        #expect(reader.row(1).contains("eins"))
    }

    @Test("wide characters and marks are one step each")
    func wide() {
        var reader = TestReader("東京 und Köln")
        reader.type("A-f")
        #expect(reader.selected.count <= 3)
        #expect(reader.row(1).contains("東京 und Köln"))
    }

    @Test("a paragraph of blanks, or a word longer than a row, does not hold the cursor up")
    func pastObstacles() {
        let address = "https://example.org/" + String(repeating: "weit", count: 40)
        var reader = TestReader("eins\n   \n\(address)\nzwei", columns: 40)
        reader.type("j")
        #expect(reader.selected == address)
        reader.type("j")
        #expect(reader.selected == "zwei")
        reader.type("k k")
        #expect(reader.selected == "eins")
    }

    @Test("characters are taken in and given back whole, on either side, and tokens after them")
    func wholeCharacters() {
        var reader = TestReader("Der süße Ökö da.")
        reader.type("w w A-F A-F")
        #expect(reader.selected == "Ö")
        reader.type("A-F A-F")
        #expect(reader.selected == "e Ö")
        reader.type("A-f")
        #expect(reader.selected == " Ö")
        reader.type("f")
        #expect(reader.selected == "Ökö")
    }

    @Test("a larger screen at the end of the text fills from above")
    func fillsFromAbove() {
        let lines = (1...40).map { "Zeile \($0)." }.joined(separator: "\n")
        var reader = TestReader(lines, rows: 10, columns: 50)
        reader.type("G")
        reader.send(.terminal(.resize(Size(rows: 30, columns: 50))))
        #expect(reader.row(-3).contains("Zeile 40."))
        #expect(reader.row(2).contains("Zeile 1"))
    }
}
