import Articles
import Testing

@testable import Formats

@Suite("feeds")
struct FeedTests: ArticleSuite {
    static let file = "dir/feed.xml"

    @Test("RSS 2.0: content before description, several authors, the link completed")
    func rss() throws {
        let back = try read(.rss, ArticleSamples.rss)
        #expect(back.documents.count == 2 && back.errors.isEmpty)
        let first = back.documents[0]
        #expect(
            text(first)
                == "Neue Fähre für Norderhaven\n\nDie Fähre „Elke“ soll im März fahren.\n\nSie kostet 18 Millionen Euro.\n\n– 60 Autos\n– 400 Personen"
        )
        #expect(first.article.title == "Neue Fähre für Norderhaven")
        #expect(first.article.source == "https://hafenbote.example/2024/faehre.html?a=1&b=2#top")
        #expect(first.article.date == "2024-10-17")
        #expect(first.article.language == "de")
        #expect(first.article.name == "feed:1")
        #expect(
            first.article.metadata == [
                "author": "Anna Berg, Jonas Thies", "categories": "Verkehr, Norderhaven", "id": "hb-1",
                "feed": "Hafenbote", "enclosure": "https://hafenbote.example/elke.jpg",
            ])
        let second = back.documents[1].article
        #expect(second.title == "Sturm < 8 Beaufort")
        #expect(second.source == "https://hafenbote.example/sturm")
        #expect(second.metadata["author"] == "Redaktion")
        #expect(second.metadata["content"] == "teaser")
        #expect(
            back.warnings.map(\.message) == [
                "only a teaser and not the whole article: 1 of 3 items; the page of an article is its source, and --fetch gets it",
                "left out, without title and text: 1 of 3 items",
            ])
    }

    @Test("RSS 1.0: items beside the channel, in Latin-1")
    func rdf() throws {
        let bytes = ArticleSamples.rdf.replacing("Marl", with: "Märl").unicodeScalars.map { UInt8($0.value) }
        let back = try Format.rss.read(Input(name: "a.rdf", bytes: bytes))
        let article = try #require(back.documents.first).article
        #expect(article.text == Text("Old tower reopens\n\nThe tower of Märl reopens on Sunday."))
        #expect(article.date == "2003-05-01" && article.language == "en")
        #expect(article.source == "https://alt.example/1")
    }

    @Test("Atom: XHTML and HTML, times and people of the entry before those of the feed")
    func atom() throws {
        let back = try read(.atom, ArticleSamples.atom)
        #expect(back.documents.count == 3)
        let first = back.documents[0]
        #expect(
            text(first)
                == "Night boats <i>stay</i>\n\nNight boats stay.\n\n1. Pier\n2. Point\n\nLine | Fare\n1 | $2.75\n\na\n      b"
        )
        #expect(first.article.source == "https://notes.example/b/night.html")
        #expect(first.article.date == "2024-10-18" && first.article.language == "en")
        #expect(
            first.article.metadata == [
                "author": "Dolores Achterberg", "categories": "Transport", "feed": "Harbour & Notes",
                "id": "urn:1",
            ])
        let second = back.documents[1]
        #expect(text(second) == "Grüne Welle\n\nDie Welle kommt – sagt Ohm.\n\nWirklich.")
        #expect(second.article.metadata["author"] == "Peter Ohm" && second.article.language == "de")
        #expect(back.documents[2].article.metadata["content"] == "teaser")
    }

    @Test("JSON Feed: HTML or text, and a bad item keeps nobody from the others")
    func json() throws {
        let back = try Format.jsonFeed.read(Input(name: "f.json", bytes: Array(ArticleSamples.jsonFeed.utf8)))
        #expect(
            back.documents.map { text($0) } == [
                "Tower reopens\n\nThe tower of Marl reopens.\n\nTickets cost €4.",
                "Rain again.\n\nAnd again.",
            ])
        #expect(back.documents[0].article.source == "https://marl.example/tower")
        #expect(back.documents[0].article.metadata["author"] == "Lin Marsh")
        #expect(back.documents[1].article.metadata["author"] == "Staff")
        #expect(back.errors.map(\.line) == [8])
    }

    @Test("OPML: no document, but the addresses and how to get them")
    func opml() throws {
        let input = Input(name: "l.opml", bytes: Array(ArticleSamples.opml.utf8))
        let feeds = try FeedList.feeds(input)
        #expect(
            feeds.map(\.address) == ["https://hafenbote.example/feed.xml", "https://marl.example/feed.json"])
        #expect(feeds.map(\.title) == ["Hafenbote", "Marl & Daily"])
        let back = try Format.opml.read(input)
        #expect(back.documents.isEmpty)
        #expect(back.errors.first?.message.contains("is a list of 2 feeds, not of articles") ?? false)
    }

    @Test("an item whose HTML is an attack is an error with its line, the others come in")
    func attack() throws {
        let bomb = String(repeating: "&lt;div&gt;", count: 5000)
        let feed =
            "<rss><channel>\n<item><title>a</title><description>\(bomb)</description></item>\n<item><title>b</title></item></channel></rss>"
        let back = try read(.rss, feed)
        #expect(back.documents.map(\.article.title) == ["b"])
        #expect(back.errors.map(\.line) == [2])
    }

    @Test("references by HTML's names, lone ampersands and control characters are mended")
    func mended() throws {
        let item = "<item><title>Gr&uuml;&szlig;e&nbsp;&amp; mehr</title></item>"
        let named = try read(.rss, "<!DOCTYPE rss SYSTEM \"a.dtd\"><rss><channel>\(item)</channel></rss>")
        #expect(named.documents.map { text($0) } == ["Grüße\u{A0}& mehr"])
        let loose = try read(
            .rss, "<rss><channel><item><title>A&B\u{8}C &x; D</title></item></channel></rss>")
        #expect(loose.documents.map { text($0) } == ["A&B C &x; D"])
        #expect(
            loose.warnings.last?.message.hasPrefix("the file is not well-formed and read all the same")
                ?? false)
        #expect(throws: FormatError.self) { _ = try read(.rss, "<rss><channel><item></channel></rss>") }
    }

    @Test("a title that holds lines stays one line")
    func injection() throws {
        let feed =
            "<rss><channel><item><title>a&#10;Date: b&#13;&#10;c</title><description>d</description></item></channel></rss>"
        #expect(try read(.rss, feed).documents.map { text($0) } == ["a Date: b c\n\nd"])
    }

    @Test("a feed of 20,000 items takes ten times as long as one of 2,000")
    func large() throws {
        func seconds(_ count: Int) throws -> Duration {
            let item =
                "<item><title>Titel</title><link>/a</link><pubDate>Thu, 17 Oct 2024 23:30:00 +0200</pubDate><description>Ein Satz.</description></item>\n"
            let feed =
                "<rss><channel><link>https://a.example/</link>" + String(repeating: item, count: count)
                + "</channel></rss>"
            let input = Input(name: "a", bytes: Array(feed.utf8))
            var found = 0
            let time = try ContinuousClock().measure { found = try Format.rss.read(input).documents.count }
            #expect(found == count)
            return time
        }
        let (small, large) = (try seconds(2000), try seconds(20_000))
        #expect(large < small * 30, "\(small) and \(large)")
    }

    @Test("the items of XHTML's lists and the cells of its tables stay on their lines")
    func xhtml() throws {
        let content =
            "<ul><li><p>eins</p></li><li><div>zwei</div></li></ul><table><tr><td><p>a</p><p>b</p></td><td>c<br/>d</td></tr></table>"
        let feed =
            "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><title>t</title><content type=\"xhtml\"><div "
            + "xmlns=\"http://www.w3.org/1999/xhtml\">\(content)</div></content></entry></feed>"
        #expect(texts(try read(.atom, feed)) == ["t\n\n– eins\n– zwei\n\na b | c d"])
    }

    @Test("plain text has the paragraphs that empty lines make")
    func plainDescription() throws {
        let feed =
            "<rss><channel><item><title>t</title><description>Ein\nSatz.\n\nNoch einer.</description></item></channel></rss>"
        #expect(texts(try read(.rss, feed)) == ["t\n\nEin Satz.\n\nNoch einer."])
    }

    @Test("an empty content of HTML does not hide the plain one")
    func emptyContent() throws {
        let feed =
            #"{"version":"https://jsonfeed.org/version/1.1","title":"f","items":[{"id":"1","content_html":"","content_text":"Der Text."}]}"#
        #expect(texts(try read(.jsonFeed, feed)) == ["Der Text."])
    }

    @Test(
        "authors without their addresses",
        arguments: [
            "Anna Berg <anna@example.org>", "anna@example.org (Anna Berg)", "Anna Berg",
        ])
    func author(_ value: String) { #expect(FeedAuthor.name(value) == "Anna Berg") }

    @Test("what is said of teasers can be told from all else that is said")
    func teasers() throws {
        let feed = "<rss><channel><item><title>Der Teaser</title></item><item/></channel></rss>"
        #expect(try read(.rss, feed).warnings.map(\.subject) == [.teasers, .general])
    }

    @Test("a feed in pieces is the same as the whole", arguments: [200, 450, 1000])
    func pieces(size: Int) throws {
        let rdf = ArticleSamples.rdf.replacing(
            "</rdf:RDF>",
            with: "<item><title>Zwei</title><description>Noch ein Satz.</description></item></rdf:RDF>")
        for (sample, item) in [(ArticleSamples.rss, "item"), (rdf, "item"), (ArticleSamples.atom, "entry")] {
            // A tag in a comment, in character data or in a value is none.
            let text = sample.replacing("<\(item)>", with: "<!-- <\(item)> -->\n<\(item) a='\(item)>' >")
            let input = Input(name: "dir/feed.xml", bytes: Array(text.utf8))
            let cut = try #require(
                FeedPieces(input, item: item, size: size) ?? FeedPieces(input, item: item, size: 100))
            let whole = try Format.matching(fileName: "-", bytes: input.bytes)?.read(input)
            var lines: [Int] = []
            var found: [String] = []
            for piece in cut {
                lines.append(piece.firstLine)
                found += try texts(Format.named(item == "item" ? "rss" : "atom")?.read(piece) ?? Imported())
            }
            #expect(lines.count > 1 && lines[0] == 1 && lines == lines.sorted())
            #expect(found == whole.map { texts($0) })
        }
    }

    @Test("a large feed has its title, language and numbers in every piece, and errors their lines")
    func largeFeed() throws {
        let item =
            "<item><title>Titel</title><link>/a</link><description>\(String(repeating: "Ein Satz. ", count: 100))</description></item>\n"
        let bad = "<item><title>\(String(repeating: "&lt;div&gt;", count: 1000))</title></item>\n"
        let count = 2 * FeedPieces.size / item.utf8.count + 100
        let feed =
            "<?xml version=\"1.0\"?>\n<rss><channel><title>Bote</title>\n<link>https://a.example/</link><language>de</language>\n"
            + String(repeating: item, count: count) + bad + "</channel></rss>"
        #expect(FeedPieces(Input(name: "a", bytes: Array(feed.utf8)), item: "item") != nil)
        let back = try read(.rss, feed)
        #expect(back.documents.count == count && back.errors.map(\.line) == [count + 4])
        #expect(back.documents.last?.article.name == "feed:\(count)")
        #expect(
            back.documents.allSatisfy {
                $0.article.metadata["feed"] == "Bote" && $0.article.language == "de"
                    && $0.article.source == "https://a.example/a"
            })
    }
}
