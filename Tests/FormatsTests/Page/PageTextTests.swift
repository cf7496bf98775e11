import Testing

@testable import Formats

@Suite("the text of HTML")
struct PageTextTests {
    private func expect(
        _ html: String, _ text: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        #expect(try PageText.text(ofHTML: html) == text, sourceLocation: sourceLocation)
    }

    @Test("the sign that leads back from a footnote is no text")
    func backlink() throws {
        let html = "<ol><li>Die Note.<a href=\"#a\" role=\"doc-backlink\">↩︎</a></li></ol>"
        #expect(try PageText.text(ofHTML: html) == "1. Die Note.")
    }

    @Test("a paragraph is one line, with an empty line between two")
    func paragraphs() throws {
        try expect("<p>Ein  <b>altes</b>\n  Haus. <p>Ein <i>neues</i>.", "Ein altes Haus.\n\nEin neues.")
        try expect("<div>a<div>b</div>c</div> d", "a\n\nb\n\nc\n\nd")
        try expect("<h1>Titel</h1><p>Text", "Titel\n\nText")
        try expect("<p>&nbsp;</p><p> x&nbsp;y </p>", "x\u{A0}y")
    }

    @Test("words of neighbouring elements stay together or apart as the page shows them")
    func words() throws {
        try expect("Wahl<b>kampf</b> in<span> Bonn</span>", "Wahlkampf in Bonn")
        try expect("Bundes&shy;tag<wbr>, &bdquo;ja&ldquo;", "Bundestag, „ja“")
        try expect("Er sagte <q>ja</q>.", "Er sagte “ja”.")
    }

    @Test("br breaks a line, two break a paragraph")
    func breaks() throws {
        try expect("a<br>b<br/><br>c<p>d<br></p>e", "a\nb\n\nc\n\nd\n\ne")
        try expect("<br><br>a <br> b", "a\nb")
    }

    @Test("items of lists are lines with a dash or their number")
    func lists() throws {
        try expect("Drei:<ul><li>eins<li><p>zwei</p><li></ul>Ende", "Drei:\n\n– eins\n– zwei\n\nEnde")
        try expect("<ol start=3><li>c<li>d<ul><li>e</ul></ol>", "3. c\n4. d\n– e")
        try expect("<dl><dt>A<dd>b<dt>C<dd>d</dl>", "A\nb\nC\nd")
        try expect("<ul><li><h2>A</h2><p>b</p><li><h2>C</h2><p>d</p></ul>", "A\n\nb\n\nC\n\nd")
    }

    @Test("rows of a table are lines, cells of a page's layout are paragraphs")
    func tables() throws {
        try expect(
            "<table><caption>Preise</caption><tr><th>Jahr<th>Euro<tr><td>2024<td><p>8,50</p></table>",
            "Preise\n\nJahr | Euro\n2024 | 8,50")
        try expect(
            "<table><tr><td>Menü<td><table><tr><td>a<td>b</table><p>Text</table>", "Menü\n\na | b\n\nText")
    }

    @Test("pre keeps its lines and blanks")
    func preformatted() throws {
        try expect("a<pre>\n  b\n    c  d\n\ne</pre>f", "a\n\nb\n    c  d\n\ne\n\nf")
    }

    @Test("what nobody sees is left out")
    func hidden() throws {
        try expect(
            """
            <title>T</title><style>p {}</style><script>a</script><p hidden>b</p><p style="Display: none">c</p>
            <p aria-hidden=true>d</p><noscript>e</noscript><select><option>f</select><!-- g --><p>h</p>
            <template><p>i</p></template><svg><text>j</text></svg><textarea>k</textarea><button>l</button>
            """, "h")
    }

    @Test("nested too deep or with formatting left open without end is refused with its line")
    func hostile() {
        let pieces = [
            "<div>", "<b>", "<p><b>", "<div><object></div></object>", "<svg><p><path/>", "<table><td>",
            "<a x=1>",
            "<form><div></form>", "<font>\n<p>x",
        ]
        for piece in pieces {
            let html = "\n" + String(repeating: piece, count: 100_000)
            #expect(throws: FormatError.self) { _ = try PageText.text(ofHTML: html, name: "a.html") }
        }
        #expect(
            throws: FormatError(
                file: "a.html", line: 2,
                "elements are nested, or left open, more than 512 deep; no page needs that")
        ) { _ = try PageText.text(ofHTML: "\n" + String(repeating: "<div>", count: 600), name: "a.html") }
    }

    @Test("formatting that is opened again with very long attributes is refused before it takes the memory")
    func longFormatting() {
        let html =
            "<p><b class='\(String(repeating: "x", count: 60_000))'>a</p>"
            + String(repeating: "<p>y</p>", count: 20_000)
        #expect(
            throws: FormatError(
                file: "a.html", line: 1, "too much formatting is left open; no page needs that")
        ) { _ = try PageText.text(ofHTML: html, name: "a.html") }
    }

    @Test("an empty page has an empty text")
    func empty() throws {
        try expect("", "")
        try expect("<html>", "")
    }
}
