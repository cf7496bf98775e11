import Articles
import Cells
import Testing

@testable import Reading

@Suite("Laying text out")
struct LayoutTests {
    @Test("rows partition the bytes of a paragraph", arguments: [1, 2, 3, 7, 20, 80])
    func partition(columns: Int) {
        let text =
            "Die „Größe“ zählt: 東京, \u{1B}[31m, e\u{301}, 👨‍👩‍👧 und\tTabs " + String(repeating: "x", count: 50)
        let span = Span(0, text.utf8.count)
        let layout = ParagraphLayout(text: text, span: span, columns: columns)
        var offset = 0
        for row in layout.rows {
            #expect(row.span.start == offset)
            offset = row.span.end
        }
        #expect(offset == span.end)
    }

    @Test("every offset has a row and a column, and the column leads back to it")
    func roundTrip() {
        let text = "Am 17. Oktober sprach Mark Rutte in Brüssel über die Lage."
        let layout = ParagraphLayout(text: text, span: Span(0, text.utf8.count), columns: 20)
        for row in layout.rows.indices {
            for piece in layout.pieces[layout.rows[row].pieces] {
                #expect(layout.row(of: piece.span.start) == row)
                let column = layout.column(of: piece.span.start, inRow: row)
                #expect(layout.offset(atColumn: column, inRow: row) == piece.span.start)
            }
        }
    }

    @Test("label marks tell labels and suggestions apart without colour")
    func marks() {
        var settings = Settings()
        settings.marks = .on
        settings.pane = .off
        let reader = TestReader("Die [Universität zu [Köln](LOC)](ORG) und [Rom](LOC?).", settings: settings)
        #expect(reader.row(1).contains("Die [Universität zu [Köln]ᴸᴼᶜ]ᴼᴿᴳ und [Rom]ᴸᴼᶜ?."))
    }

    @Test("marks are drawn from the outer to the inner, then search, selection and cursor")
    func order() {
        let reader = TestReader("[Uni [Köln](LOC)](ORG) tagt", columns: 40)
        #expect(reader.roles(["entity.organisation": "o", "entity.place": "l"], row: 1).contains("oooollll"))
        #expect(reader.roles(["entity.organisation": "o", "cursor": "c"], row: 1).contains("cccooooo"))
    }

    @Test("control characters of an article never reach the screen")
    func controls() {
        let reader = TestReader("Vor\u{1B}]0;Titel\u{7} nach\u{9B}31m\u{202E}", columns: 60)
        let scalars = reader.screen.unicodeScalars
        #expect(
            scalars.allSatisfy {
                $0 == "\n" || ($0.value >= 32 && !(0x7F...0x9F ~= $0.value) && $0.value != 0x202E)
            })
    }
}
