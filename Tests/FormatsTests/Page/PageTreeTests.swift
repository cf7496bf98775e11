import Testing

@testable import Formats

@Suite("trees of web pages")
struct PageTreeTests {
    private func words(_ html: String) throws -> String {
        try PageTree(Array(html.utf8), name: "a").wholeText(0)
    }

    @Test(
        "texts are those of the page, whatever is short, long, referred to or odd in them",
        arguments: [
            (
                "<p>Ein längerer Satz &amp; noch einer&auml;hnlicher &notit; &#228;</p>",
                "Ein längerer Satz & noch einerähnlicher ¬it; ä"
            ),
            ("<p>a<!-- nichts davon -->b ist ein Buchstabe</p>", "ab ist ein Buchstabe"),
            (
                "<p>Ein Satz mit einem \u{378}@@@@A darin, der weitergeht</p>",
                "Ein Satz mit einem \u{378}@@@@A darin, der weitergeht"
            ),
            ("<title>Kurz \u{378} und \u{378}@@@@@</title>", "Kurz \u{378} und \u{378}@@@@@"),
            (
                "<pre>\nerste Zeile hier\r\nzweite Zeile hier\rdritte</pre>",
                "erste Zeile hier\nzweite Zeile hier\ndritte"
            ),
            ("<p>3 < 5 und Wörter dahinter <3 mehr", "3 < 5 und Wörter dahinter <3 mehr"),
            ("<textarea>&lt;b>fett geschrieben</b></textarea>", "<b>fett geschrieben</b>"),
            ("<style>p { color: red }</style><script>let a = 'lang genug'</script><p>Text", "Text"),
            ("<script type=application/LD+JSON>{\"a\": \"lang genug\"}</script>", "{\"a\": \"lang genug\"}"),
            ("<plaintext>Alles <b>ist</b> Text", "Alles <b>ist</b> Text"),
            ("", ""),
        ])
    func texts(_ html: String, _ expected: String) throws { #expect(try words(html) == expected) }

    @Test("a page that is parsed in pieces has the same tree", arguments: [1, 150, 700])
    func pieces(size: Int) throws {
        let open = "<div class=a><main><p>Ein Absatz &amp; noch einer, der länger ist<div id=b>"
        let pages = [
            PageReaderTests.page, String(repeating: open, count: 40),
            PageReaderTests.page + open + "</main><p>Ende</div>x",
            String(
                repeating: "<section><p>Ein längerer Absatz</p><table><tr><td>a<td>b</table></section><p>x",
                count: 30)
                + "<body class=c>" + open,
        ]
        for page in pages {
            let whole = try PageTree(Array(page.utf8), name: "a", pieceSize: .max)
            let pieces = try PageTree(Array(page.utf8), name: "a", pieceSize: size)
            #expect(pieces.nodes.map(\.end) == whole.nodes.map(\.end))
            #expect(pieces.nodes.map(\.parent) == whole.nodes.map(\.parent))
            #expect(pieces.nodes.map(\.tag) == whole.nodes.map(\.tag))
            let nodes = whole.nodes.indices
            #expect(nodes.map { Array(pieces.text($0)) } == nodes.map { Array(whole.text($0)) })
            for name in [PageAttribute.class, .id, .href] {
                #expect(nodes.map { pieces.value(name, of: $0) } == nodes.map { whole.value(name, of: $0) })
            }
        }
    }

    @Test("a text that a table has no room for stands before it")
    func fosterParent() throws {
        #expect(
            try PageText.text(ofHTML: "<table>Ein langer Text davor<tr><td>eine Zelle<td>noch eine</table>")
                == "Ein langer Text davor\n\neine Zelle | noch eine")
    }

    @Test("of attributes those that somebody asks for are there, once and without their references")
    func attributes() throws {
        let tree = try PageTree(
            Array("<p CLASS='a &amp; b' data-x=1 class=c id=\u{378}@@@@A onclick=\"x>y\" hidden>".utf8),
            name: "a")
        let node = try #require(tree.first(.p))
        #expect(tree.value(.class, of: node) == "a & b" && tree.isValue(.class, "a & b", of: node))
        #expect(tree.value(.id, of: node) == "\u{378}@@@@A" && tree.value(.hidden, of: node) == "")
        #expect(tree.value(.style, of: node) == nil && !tree.attributes(of: node).contains(.role))
    }

    @Test(
        "words in lower case, in any alphabet",
        arguments: [
            ("Ärger über ÖPNV-Preise – „Süß“", ["ärger", "über", "öpnv", "preise", "süß"]),
            ("2×3 Straße", ["2", "3", "straße"]), ("Ночь и День", ["ночь", "и", "день"]), ("", []),
        ])
    func lowercased(_ line: String, _ words: [String]) { #expect(PageWords.lowercased(line) == words) }
}
