import Articles
import Glibc
import TestSupport
import Testing

@testable import Formats

@Suite("web pages as articles")
struct PageReaderTests {
    /// A page in the shape of a paper's, with what stands around an article.
    static let page = """
        <!DOCTYPE html>
        <html lang="de-DE"><head><meta charset="utf-8"><title>Brücke gesperrt | Warne-Zeitung</title>
        <link rel="canonical" href="https://warne.example/bruecke">
        <meta property="og:site_name" content="Warne-Zeitung">
        <script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle",
        "headline":"Brücke gesperrt","datePublished":"2025-03-12T18:04:00+01:00","articleSection":"Lokales",
        "author":[{"@type":"Person","name":"Ada Krüger"},{"@type":"Person","name":"Jan Ott"}]}</script></head>
        <body><div class="cookie-banner"><p>Wir verwenden Cookies und ähnliche Techniken, um Inhalte zu messen.</p></div>
        <nav><ul><li><a href="/">Start</a><li><a href="/sport">Sport</a></ul></nav>
        <main><article><span class="kicker">Verkehr</span><h1>Brücke gesperrt</h1>
        <p class="lead">Seit Mittwoch fährt niemand mehr über die Warne.</p>
        <p class="author">Von Ada Krüger und Jan Ott</p><time datetime="2025-03-12">12. März 2025</time>
        <figure><img src="a.jpg"><figcaption>Leer: die Brücke am Morgen.</figcaption></figure>
        <div class="text"><p>Die Stadt hat die Brücke am Mittwoch gesperrt, weil ein Pfeiler nachgab.</p>
        <p><a href="/x">Lesen Sie auch: So alt ist die Brücke</a></p>
        <h2>Umweg von 12 Kilometern</h2><p>Wer ans andere Ufer will, muss über Lindenhafen fahren, sagte die Polizei.</p>
        <ul><li>Linie 4 endet am Markt.</li><li>Linie 9 fällt aus.</li></ul>
        <p>Wie lange die Sperrung dauert, ist offen. Gutachter wollen am Freitag berichten.</p></div>
        <div class="share-bar"><a href="#">Facebook</a></div></article>
        <section class="comments"><h2>Kommentare (2)</h2><p>Das war doch seit Jahren abzusehen, aber keiner hört zu.</p>
        <p>Danke für den Bericht, ich wohne gleich nebenan und kann alles bestätigen.</p></section></main>
        <footer><p>© 2025 Warne-Zeitung. Alle Rechte vorbehalten.</p></footer></body></html>
        """

    private func read(_ page: String, name: String = "a.html") throws -> Document {
        let imported = try Format.html.read(Input(name: name, bytes: Array(page.utf8)))
        return try #require(imported.documents.first)
    }

    private func text(_ document: Document) -> String { document.text.string(in: document.text.bounds) }

    @Test("the text is headline, lead, paragraphs, crossheads and lists, without what stands around them")
    func article() throws {
        let document = try read(Self.page)
        #expect(
            text(document) == """
                Brücke gesperrt

                Seit Mittwoch fährt niemand mehr über die Warne.

                Die Stadt hat die Brücke am Mittwoch gesperrt, weil ein Pfeiler nachgab.

                Umweg von 12 Kilometern

                Wer ans andere Ufer will, muss über Lindenhafen fahren, sagte die Polizei.

                – Linie 4 endet am Markt.
                – Linie 9 fällt aus.

                Wie lange die Sperrung dauert, ist offen. Gutachter wollen am Freitag berichten.
                """)
    }

    @Test(
        "authors in several elements of the head, and agencies where the page calls them its authors",
        arguments: [
            (
                "<meta name=citation_author content='Lin Marsh'><meta name=citation_author content='Ada Krüger'>",
                "", "Lin Marsh, Ada Krüger"
            ),
            ("", "<p class=byline>By Wire services · 12 March</p>", "Wire services"),
            ("", "<p class=post-author>Posted by Marl desk</p>", "Marl desk"),
            ("", "<p>Ein Gastbeitrag von Ada Krüger</p>", "Ada Krüger"),
        ])
    func authors(_ head: String, _ line: String, _ names: String) throws {
        let text = "<p>Die Stadt hat die Brücke am Mittwoch gesperrt, weil ein Pfeiler nachgab.</p>"
        let page =
            "<html><head>\(head)</head><body><article><h1>Die Brücke ist gesperrt</h1>\(line)\(text)\(text)</article>"
        #expect(try read(page).article.metadata["author"] == names)
    }

    @Test("headline, authors, day, site, section, language and address are the article's")
    func metadata() throws {
        let article = try read(Self.page).article
        #expect(article.title == "Brücke gesperrt")
        #expect(article.date == "2025-03-12")
        #expect(article.language == "de")
        #expect(article.source == "https://warne.example/bruecke")
        #expect(
            article.metadata == [
                "author": "Ada Krüger, Jan Ott", "site": "Warne-Zeitung", "section": "Lokales",
            ])
    }

    @Test("a page that says nothing of itself is read by what people see")
    func visible() throws {
        let document = try read(
            """
            <html><body><h1>Owls win again</h1><p>By Dana Whitcomb and Pat Lindqvist | Feb. 3, 2025</p>
            <p>The Harbor City Owls won their ninth game in a row on Monday, beating the Mules in extra innings.</p>
            <p>Nobody in the stadium left early, and the last train waited for them, the club said.</p></body></html>
            """)
        #expect(document.article.date == "2025-02-03")
        #expect(document.article.metadata["author"] == "Dana Whitcomb, Pat Lindqvist")
        #expect(text(document).hasPrefix("Owls win again\n\nThe Harbor City Owls"))
    }

    @Test("a page whose text is only in JSON-LD gives that text")
    func linkedText() throws {
        let text = String(repeating: "Der Rat hat beschlossen, den Hafen zu vertiefen. ", count: 12)
        let document = try read(
            """
            <html><script type="application/ld+json">{"@type":"NewsArticle","headline":"Hafen","articleBody":"\(text)"}
            </script><body><div id="root"><h1>Hafen</h1></div></body></html>
            """)
        #expect(self.text(document).contains("den Hafen zu vertiefen. Der Rat"))
    }

    @Test("a page without an article is taken whole, and that is said; one without text is refused")
    func odd() throws {
        let links = (1...9).map { "<li><a href=/\($0)>Link \($0)</a>" }.joined()
        let list = try Format.html.read(Input(name: "a", bytes: Array("<html><ul>\(links)</ul>".utf8)))
        #expect(
            list.warnings.map(\.message) == ["looks like no article, so all that the page shows is taken"])
        #expect(list.documents.first?.text.byteCount ?? 0 > 50)
        #expect(throws: FormatError.self) { _ = try read("<html><script>a()</script></html>") }
    }

    @Test("a page is recognised behind comments and declarations, in any case")
    func recognised() {
        func isLikely(_ page: String) -> Bool { PageReader.isLikely(Array(page.utf8)[...]) }
        #expect(isLikely("\u{FEFF} <!-- saved --><!DOCTYPE HTML PUBLIC \"x\"><html>"))
        #expect(isLikely("<?xml version=\"1.0\"?><html xmlns=\"x\">"))
        #expect(!isLikely("<TEI><text/></TEI>"))
        #expect(!isLikely("Ein <html> ist kein Text"))
    }

    @Test("an old page in Windows-1252 says so")
    func encoding() throws {
        let bytes =
            Array("<html><meta charset=iso-8859-1><p>Gr".utf8) + [0xF6, 0xDF] + Array("er ist es nicht.".utf8)
        let imported = try Format.html.read(Input(name: "a.html", bytes: bytes))
        #expect(imported.warnings.first?.message.contains("Windows-1252") ?? false)
        #expect(imported.documents.first.map(text)?.contains("Größer") ?? false)
    }

    @Test("a page that glosse exported comes back with its text as it was")
    func exported() throws {
        var documents = RandomDocuments(seed: 3)
        for _ in 0..<20 {
            let document = documents.document()
            let page = try Export(to: .html).adding(document)
            let back = try read(page)
            #expect(
                text(back) == text(Document(article: Article(name: "x", text: document.text.withoutControls)))
            )
            #expect(back.article.date == document.article.date)
            let warnings = try Format.html.read(Input(name: "a.html", bytes: Array(page.utf8))).warnings
            #expect(warnings.map(\.message).filter { $0.contains("without marks and facts") }.count == 1)
        }
    }

    @Test("a thousand damaged pages end in a document or an error")
    func damaged() throws {
        let bytes = Array(Self.page.utf8)
        var random = SplitMix(seed: 17)
        for round in 0..<1000 {
            var damaged = bytes
            if round % 4 == 0 { damaged = Array(bytes.prefix(random.below(bytes.count))) }
            for _ in 0...random.below(30) where !damaged.isEmpty {
                damaged[random.below(damaged.count)] = UInt8(random.below(256))
            }
            do throws(FormatError) {
                let back = try Format.html.read(Input(name: "a.html", bytes: damaged))
                #expect(back.documents.count == 1)
            } catch {
                #expect(error.file == "a.html")
            }
        }
    }

    @Test("time grows with the page, whatever it holds")
    func linear() throws {
        let pieces = [
            "<p>Ein Satz mit <b>Wörtern</b> und <a href=x>Links</a>.</p>\n",
            "<li class=teaser><a href=#>x</a>",
            "<div class='comment related'></div>", "<table><tr><td>a</td></tr></table>", "<br>",
            "<img src=a>",
            "<td>x", "x ", "<i></i>", "&amp;", "<time>", "</div>", "<a rel=author>x</a>",
        ]
        for piece in pieces {
            // The processor's time, which other tests beside this one do not lengthen.
            func time(_ count: Int) -> Double {
                let page = "<html><body>" + String(repeating: piece, count: count)
                let start = Self.processorTime
                _ = try? read(page)
                return Self.processorTime - start
            }
            // Eight times the page: eight times the time, where growth by the square would take 64.
            #expect(time(4000) < time(500) * 32 + 0.5, "\(piece)")
        }
    }

    private static var processorTime: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

extension Export {
    /// A whole file of one document.
    fileprivate func adding(_ document: Document) throws -> String {
        var export = self
        return String(decoding: try export.add(document).bytes + export.finish(), as: UTF8.self)
    }
}
