import Articles
import TestSupport
import Testing

@testable import Formats

@Suite("books in EPUB")
struct EPUBTests {
    private func read(_ archive: SampleArchive) throws -> Imported {
        try Format.epub.read(Input(name: "buch.epub", bytes: archive.zip))
    }

    private func text(_ document: Document) -> String {
        document.text.withBytes { String(decoding: $0, as: UTF8.self) }
    }

    @Test(
        "EPUB 3: chapters in the order of the spine, with the names of the table of contents",
        arguments: [3, 2])
    func chapters(version: Int) throws {
        let imported = try read(EPUBSamples.book(version: version))
        #expect(imported.errors.isEmpty && imported.warnings.isEmpty)
        #expect(
            imported.documents.map(\.article.title) == ["Die Überfahrt", "Der Nebel & das Horn", "Nachwort"])
        #expect(imported.documents.map(\.article.name) == ["buch-1", "buch-2", "buch-3"])
        let first = try #require(imported.documents.first)
        #expect(text(first) == "Erstes Kapitel\n\nDas Schiff fährt\u{A0}ab.\n\n– eins\n– zwei")
        #expect(first.article.language == "de" && first.article.date == "2024-05-02")
        #expect(first.article.metadata == ["author": "Ada Lindqvist, Bo Rohde", "book": "Fährbuch"])
        #expect(first.article.source == "buch.epub/OEBPS/text/eins 1.xhtml")
    }

    @Test("it is known by its first bytes")
    func recognised() {
        #expect(Format.matching(fileName: "-", bytes: EPUBSamples.book(version: 3).zip)?.name == "epub")
    }

    @Test("elements that end themselves do not swallow the page")
    func selfClosing() throws {
        let page =
            "<?xml version='1.0'?><html><head><title/><script src=\"a>b\"/></head><body><!-- don't <p/> --><p id='a'/>"
            + "<p>Ein<br/>Wort<a id='x'/>.</p></body></html>"
        let html = try EPUBMarkup.html(Array(page.utf8), "a")
        #expect(try PageText.text(ofHTML: html) == "Ein\nWort.")
    }

    @Test("paths are counted from the file that names them, and lead nowhere else")
    func paths() {
        #expect(EPUBPackage.resolve("../b%20c.xhtml#x", from: "OEBPS/text/a.xhtml") == "OEBPS/b c.xhtml")
        #expect(EPUBPackage.resolve("/x.xhtml", from: "OEBPS/a") == "x.xhtml")
        #expect(EPUBPackage.resolve("../../x", from: "OEBPS/a") == nil)
        #expect(EPUBPackage.resolve("http://example.org/a", from: "a") == nil)
        #expect(EPUBPackage.resolve("%zz%", from: "a") == "%zz%")
    }

    @Test("chapters that are missing are named, encrypted ones refused")
    func damaged() throws {
        var book = EPUBSamples.book(version: 3)
        book.entries.removeAll { $0.name == Array("OEBPS/text/zwei.xhtml".utf8) }
        let imported = try read(book)
        #expect(imported.documents.count == 2)
        #expect(imported.errors.map(\.message) == ["the chapter OEBPS/text/zwei.xhtml is missing"])
        book.entries.append(
            SampleArchive.Entry(
                "META-INF/encryption.xml",
                "<encryption><CipherReference URI=\"OEBPS/text/zwei.xhtml\"/></encryption>"))
        let error = #expect(throws: FormatError.self) { _ = try read(book) }
        #expect(error?.message.contains("encrypted (DRM)") ?? false)
        let empty = #expect(throws: FormatError.self) { _ = try read(SampleArchive(["a": "b"])) }
        #expect(empty?.message.contains("container.xml is missing") ?? false)
    }

    @Test("the pages that the guide of EPUB 2 calls cover and contents are no chapters")
    func guide() throws {
        var book = EPUBSamples.book(version: 2)
        let index = try #require(book.entries.firstIndex { $0.name == Array("OEBPS/b.opf".utf8) })
        let guide = "<guide><reference type=\"toc\" href=\"text/zwei.xhtml#a\"/></guide></package>"
        let package = String(decoding: book.entries[index].bytes, as: UTF8.self)
        book.entries[index].bytes = Array(package.replacing("</package>", with: guide).utf8)
        #expect(try read(book).documents.map(\.article.title) == ["Die Überfahrt", "Nachwort"])
    }

    @Test("a title page is no chapter, a page with more than that is one")
    func titlePage() throws {
        for (rest, count) in [("", 2), ("<p>Vorwort</p>", 3)] {
            var book = EPUBSamples.book(version: 3)
            let index = try #require(
                book.entries.firstIndex { $0.name == Array("OEBPS/text/zwei.xhtml".utf8) })
            let page =
                "<html xmlns:epub=\"http://www.idpf.org/2007/ops\"><body>"
                + "<section epub:type=\"titlepage\"><h1>Das Buch</h1></section>\(rest)</body></html>"
            book.entries[index].bytes = Array(page.utf8)
            #expect(try read(book).documents.count == count)
        }
    }

    @Test("1,000 damaged books are read or refused")
    func hostile() {
        var random = SplitMix(seed: 16)
        let books = [EPUBSamples.book(version: 2), EPUBSamples.book(version: 3)]
        for round in 0..<1000 {
            var book = books[round % 2]
            let entry = random.below(book.entries.count)
            for _ in 0..<random.below(4) + 1 where round % 4 < 3 {
                book.entries[entry].bytes[random.below(book.entries[entry].bytes.count)] = UInt8(
                    random.below(256))
            }
            var bytes = book.zip
            if round % 4 == 3 { bytes[random.below(bytes.count)] = UInt8(random.below(256)) }
            if round % 20 == 19 { bytes.removeLast(random.below(bytes.count)) }
            do throws(FormatError) {
                let imported = try Format.epub.read(Input(name: "a", bytes: bytes))
                #expect(imported.errors.allSatisfy { $0.file != nil }, "\(round)")
            } catch {
                #expect(error.file != nil, "\(round)")
            }
        }
    }

    @Test("a chapter that the spine names very often comes once")
    func repeated() throws {
        let book = EPUBSamples.book(
            version: 3, spine: String(repeating: "<itemref idref=\"c1\"/>", count: 10_000))
        #expect(try read(book).documents.map(\.article.title) == ["Fährbuch"])
    }
}

enum EPUBSamples {
    static func book(version: Int, spine: String? = nil) -> SampleArchive {
        let spine =
            spine
            ?? "<itemref idref=\"cover\"/><itemref idref=\"nav\"/><itemref idref=\"c1\"/><itemref idref=\"c2\"/>"
            + "<itemref idref=\"c3\" linear=\"no\"/><itemref idref=\"c1\"/>"
        let contents =
            version == 3
            ? "<item id=\"nav\" href=\"nav.xhtml\" media-type=\"application/xhtml+xml\" properties=\"nav\"/>"
            : "<item id=\"ncx\" href=\"toc.ncx\" media-type=\"application/x-dtbncx+xml\"/>"
        return SampleArchive([
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": """
            <container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/b.opf" \
            media-type="application/oebps-package+xml"/></rootfiles></container>
            """,
            "OEBPS/b.opf": """
            <package xmlns="http://www.idpf.org/2007/opf" version="\(version).0"><metadata \
            xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Fährbuch</dc:title><dc:creator>Ada Lindqvist</dc:creator>\
            <dc:creator>Bo Rohde</dc:creator><dc:language>de-AT</dc:language><dc:date>2024-05-02T00:00:00Z</dc:date></metadata>\
            <manifest>\(contents)<item id="cover" href="cover.xhtml" media-type="application/xhtml+xml"/><item id="c1" \
            href="text/eins%201.xhtml" media-type="application/xhtml+xml"/><item id="c2" href="text/zwei.xhtml" \
            media-type="application/xhtml+xml"/><item id="c3" href="text/drei.xhtml" media-type="application/xhtml+xml"/>\
            <item id="img" href="x.png" media-type="image/png"/></manifest><spine\(version == 2 ? " toc=\"ncx\"" : "")>\(spine)\
            </spine></package>
            """,
            "OEBPS/nav.xhtml": page(
                "<nav epub:type=\"landmarks\"><a href=\"text/eins%201.xhtml\">Anfang</a></nav><nav epub:type=\"toc\"><ol><li>"
                    + "<a href=\"text/eins%201.xhtml\">Die Überfahrt</a><ol><li><a href=\"text/eins%201.xhtml#b\">Teil</a></li></ol>"
                    + "</li><li><a href=\"text/zwei.xhtml\">Der Nebel &amp; das Horn</a></li></ol></nav>"),
            "OEBPS/toc.ncx": """
            <ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap><navPoint><navLabel><text>Die Überfahrt</text></navLabel>\
            <content src="text/eins%201.xhtml"/><navPoint><navLabel><text>Teil</text></navLabel><content \
            src="text/eins%201.xhtml#b"/></navPoint></navPoint><navPoint><navLabel><text>Der Nebel &amp; das Horn</text>\
            </navLabel><content src="text/zwei.xhtml"/></navPoint></navMap></ncx>
            """,
            "OEBPS/cover.xhtml": page("<img src=\"x.png\"/>"),
            "OEBPS/text/eins 1.xhtml": page(
                "<h1>Erstes Kapitel</h1><p>Das Schiff f&auml;hrt&nbsp;ab.</p><ul><li>eins</li><li>zwei</li></ul>"
            ),
            "OEBPS/text/zwei.xhtml": page("<h2>Zweites</h2><p>Es kam Nebel.</p>"),
            "OEBPS/text/drei.xhtml": page("<h2>Nachwort</h2><p>Ende.</p>"),
        ])
    }

    private static func page(_ body: String) -> String {
        """
        <?xml version="1.0" encoding="UTF-8"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" \
        "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd"><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>\
        \(body)</body></html>
        """
    }
}
