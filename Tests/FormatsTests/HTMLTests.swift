import Articles
import Testing

@testable import Formats

@Suite struct HTMLTests {
    private func article(_ text: String, _ mentions: [Mention]) throws -> String {
        let document = Document(
            article: Article(name: "a", text: Text(text)), annotations: Annotations(mentions: mentions))
        var output = Output()
        _ = try Format.html.write(document, into: &output)
        let start = try #require(output.bytes.firstRange(of: Array("<article><pre>".utf8))).upperBound
        let end = try #require(output.bytes.firstRange(of: Array("</pre></article>".utf8))).lowerBound
        return String(decoding: output.bytes[start..<end], as: UTF8.self)
    }

    private func mention(_ id: ID, _ start: Int, _ end: Int, _ label: Label = "X") -> Mention {
        Mention(id: id, spans: SpanSet(start, end), label: label)
    }

    @Test("mentions are marks with their place in code points, and nest")
    func nesting() throws {
        #expect(
            try article("🙂 Uni Köln & x", [mention("o", 5, 14, "ORG"), mention("l", 9, 14, "LOC")])
                == "🙂 <mark class=\"l1\" data-id=\"o\" data-label=\"ORG\" data-start=\"2\" data-end=\"10\">Uni "
                + "<mark class=\"l0\" data-id=\"l\" data-label=\"LOC\" data-start=\"6\" data-end=\"10\">Köln</mark></mark>"
                + " &amp; x")
    }

    @Test("a mention that crosses another is drawn in parts")
    func crossing() throws {
        #expect(
            try article("abcd", [mention("1", 0, 3), mention("2", 1, 4)])
                == "<mark class=\"l0\" data-id=\"1\" data-label=\"X\" data-start=\"0\" data-end=\"3\">a"
                + "<span class=\"part l0\" data-id=\"2\" data-label=\"X\" data-start=\"1\" data-end=\"3\" data-part=\"1\">bc"
                + "</span></mark><span class=\"part l0\" data-id=\"2\" data-label=\"X\" data-start=\"3\" data-end=\"4\" "
                + "data-part=\"2\">d</span>")
    }

    @Test("nothing in text or labels becomes markup")
    func escapes() throws {
        let html = try article("<script>alert(1)</script>", [mention("\"><b>", 0, 3, "\"onclick=x")])
        #expect(!html.contains("<script") && !html.contains("<b>") && !html.contains("\"onclick"))
    }

    @Test("a first line feed is doubled, for a parser drops it; controls have a sign in their place")
    func whitespace() throws {
        #expect(try article("\na\r\nb\rc\u{1}\u{80}", []) == "\n\na \nb\nc?¿")
    }

    @Test("the elements of any document are balanced, and their text is the text of the article")
    func random() throws {
        for seed in 1...100 {
            var documents = RandomDocuments(seed: UInt64(seed))
            let document = documents.document()
            let html = try article(
                document.text.string(in: document.text.bounds), Array(document.annotations.mentions))
            var open: [String] = []
            var text = ""
            for (index, piece) in html[...].parts(between: "<", omittingEmpty: false).enumerated() {
                let halves = piece.parts(between: ">", maxSplits: 1, omittingEmpty: false).map(String.init)
                text += index == 0 ? String(piece) : halves[1]
                guard index > 0 else { continue }
                if halves[0].hasPrefix("/") {
                    #expect(open.popLast() == String(halves[0].dropFirst()))
                } else {
                    open.append(String(halves[0].prefix { $0 != " " }))
                }
            }
            for (escape, sign) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
                text = text.replacing(escape, with: sign)
            }
            #expect(open.isEmpty && text == document.text.string(in: document.text.bounds), "seed \(seed)")
        }
    }
}
