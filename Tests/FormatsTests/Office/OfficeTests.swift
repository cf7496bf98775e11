import Articles
import Testing

@testable import Formats

@Suite("documents of word processors")
struct OfficeTests {
    private func read(_ archive: SampleArchive, _ name: String) throws -> Document {
        let format = try #require(Format.matching(fileName: name, bytes: archive.zip))
        #expect(format.name == (name == "-" ? format.name : name.split(separator: ".").last.map(String.init)))
        let imported = try format.read(Input(name: name, bytes: archive.zip))
        #expect(imported.errors.isEmpty && imported.warnings.isEmpty)
        return try #require(imported.documents.first)
    }

    private func text(_ document: Document) -> String {
        document.text.withBytes { String(decoding: $0, as: UTF8.self) }
    }

    @Test(
        "a Word document: insertions without deletions, lists with their numbers, tables, boxes, fields, notes"
    )
    func word() throws {
        let document = try read(OfficeSamples.docx, "a.docx")
        #expect(
            text(document) == """
                Die Fähre bleibt

                Was beschlossen ist

                Der Rat einstimmig beschloss[1] es.

                – eins
                – zwei
                1. erstens
                1.a) darunter
                2. zweitens
                1. neu

                Posten | Euro
                Stahl bau | 14,1

                Seite 7

                Im Kasten

                Ein Satz, der weitergeht.

                Ein Verweis\u{2011}
                Ende⛴

                [1] Stand: März.
                """)
        #expect(document.article.title == "Die Fähre bleibt" && document.article.date == "2025-03-14")
        #expect(document.article.language == "de")
        #expect(document.article.metadata == ["author": "Ada Lindqvist", "keywords": "Fähre, Hafen"])
    }

    @Test("an OpenDocument text: the same, with white space as the standard has it")
    func openDocument() throws {
        let document = try read(OfficeSamples.odt, "a.odt")
        #expect(
            text(document) == """
                Die Fähre bleibt

                Was beschlossen ist

                Der Rat beschloss[1]  es.

                – eins
                – zwei
                1. erstens
                i) darunter
                2. zweitens

                Posten | Euro
                Stahl bau | 14,1

                Vor\tdem Rahmen
                Ende

                Im Kasten

                [1] Stand: März.
                """)
        #expect(document.article.title == "Die Fähre bleibt" && document.article.date == "2025-03-14")
        #expect(document.article.metadata == ["author": "Ada Lindqvist"])
    }

    @Test("without a telling name they are known by their first bytes")
    func recognised() {
        #expect(Format.matching(fileName: "-", bytes: OfficeSamples.docx.zip)?.name == "docx")
        #expect(Format.matching(fileName: "-", bytes: OfficeSamples.odt.zip)?.name == "odt")
        #expect(Format.matching(fileName: "-", bytes: SampleArchive(["a": "b"]).zip)?.name == "zip")
    }

    @Test("a document in an archive is read there")
    func inArchive() throws {
        let outer = SampleArchive([SampleArchive.Entry("x/a.docx", OfficeSamples.docx.zip)])
        let imported = try Format.zip.read(Input(name: "o.zip", bytes: outer.zip))
        #expect(imported.documents.map(\.article.title) == ["Die Fähre bleibt"])
    }

    @Test(
        "what is no such document, is encrypted or empty, says so",
        arguments: [
            ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], "old or encrypted"),
            (Array("Text".utf8), "no ZIP archive"),
            (SampleArchive(["word/x.xml": "<a/>"]).zip, "word/document.xml is missing"),
            (OfficeSamples.docx(body: "<w:p/>").zip, "no text in the document"),
        ] as [([UInt8], String)])
    func refused(bytes: [UInt8], part: String) {
        let error = #expect(throws: FormatError.self) {
            _ = try Format.docx.read(Input(name: "a.docx", bytes: bytes))
        }
        #expect(error?.message.contains(part) ?? false, "\(error?.message ?? "")")
    }

    @Test("an encrypted OpenDocument text says so")
    func encrypted() {
        let archive = OfficeSamples.odt(
            text: "", manifest: "<manifest><file-entry><encryption-data/></file-entry></manifest>")
        let error = #expect(throws: FormatError.self) {
            _ = try Format.odt.read(Input(name: "a.odt", bytes: archive.zip))
        }
        #expect(error?.message.contains("is encrypted") ?? false)
    }

    // MARK: What wants to do harm

    @Test("entities, deep nesting and endless repetition in the XML are refused or stay small")
    func hostile() throws {
        let bomb = "<!DOCTYPE a [<!ENTITY b \"bbbbbbbb\"><!ENTITY c \"&b;&b;&b;\">]><a>&c;</a>"
        var archive = OfficeSamples.docx
        archive.entries[2].bytes = Array(bomb.utf8)
        let error = #expect(throws: FormatError.self) {
            _ = try Format.docx.read(Input(name: "a.docx", bytes: archive.zip))
        }
        #expect(error?.description.hasPrefix("a.docx/word/document.xml:1") ?? false)
        #expect(error?.message.contains("declares entities") ?? false)
        let deep = String(repeating: "<w:sdt><w:sdtContent>", count: 500)
        #expect(throws: FormatError.self) {
            _ = try Format.docx.read(Input(name: "a", bytes: OfficeSamples.docx(body: deep).zip))
        }
        let tables =
            String(repeating: "<w:tbl><w:tr><w:tc>", count: 60) + OfficeSamples.p("x")
            + String(repeating: "</w:tc></w:tr></w:tbl>", count: 60)
        #expect(text(try read(OfficeSamples.docx(body: tables), "a.docx")) == "x")
    }

    @Test("a note that is referred to very often is told once")
    func repeatedNotes() throws {
        let long = String(repeating: "lang ", count: 20_000)
        let notes =
            "<w:footnotes \(OfficeSamples.spaces)><w:footnote w:id=\"1\">\(OfficeSamples.p(long))</w:footnote></w:footnotes>"
        let marks = String(repeating: "<w:r><w:footnoteReference w:id=\"1\"/></w:r>", count: 20_000)
        let document = try read(OfficeSamples.docx(body: "<w:p>\(marks)</w:p>", notes: notes), "a.docx")
        #expect(document.text.byteCount < 300_000)
    }

    @Test("absurd numbers in lists and spaces are kept in bounds")
    func absurdNumbers() throws {
        let far = "9223372036854775807"
        let list =
            "<text:list text:style-name=\"L2\"><text:list-item text:start-value=\"\(far)\"><text:p>a</text:p></text:list-item>"
            + "<text:list-item><text:p>b<text:s text:c=\"\(far)\"/>c</text:p></text:list-item></text:list>"
        #expect(try read(OfficeSamples.odt(text: list), "a.odt").text.byteCount < 300)
        let body =
            OfficeSamples.p("a", list: "2", level: 99) + OfficeSamples.p("b", list: "-7")
            + OfficeSamples.p("c", list: far)
        #expect(text(try read(OfficeSamples.docx(body: body), "a.docx")).contains("a"))
    }

    @Test("a table of contents, invitations to fill in and hints for hyphens are no text")
    func noText() throws {
        let invitation =
            "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>\(OfficeSamples.p("Name eingeben"))</w:sdtContent></w:sdt>"
        var archive = OfficeSamples.docx(
            body: OfficeSamples.p("Turm\t3", style: "Verzeichnis1") + invitation
                + OfficeSamples.p("Turm\u{AD}bau"))
        let index = try #require(archive.entries.firstIndex { $0.name == Array("word/styles.xml".utf8) })
        archive.entries[index].bytes = Array(
            "<w:styles \(OfficeSamples.spaces)><w:style w:styleId=\"Verzeichnis1\"><w:name w:val=\"toc 1\"/></w:style></w:styles>"
                .utf8)
        #expect(text(try read(archive, "a.docx")) == "Turmbau")
    }

    @Test("a field without an end hides a few paragraphs and not the rest of the document")
    func endlessField() throws {
        let field = "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r></w:p>"
        let paragraphs = (1...20).map { OfficeSamples.p("Absatz \($0)") }.joined()
        let document = try read(
            OfficeSamples.docx(body: OfficeSamples.p("Anfang") + field + paragraphs), "a.docx")
        #expect(text(document).hasPrefix("Anfang\n\n") && text(document).hasSuffix("Absatz 19\n\nAbsatz 20"))
    }

    @Test("a numbered list of OpenDocument goes on behind a paragraph where it says so")
    func continued() throws {
        func list(_ attributes: String, _ word: String) -> String {
            "<text:list text:style-name=\"L2\" \(attributes)><text:list-item><text:p>\(word)</text:p></text:list-item></text:list>"
        }
        let archive = OfficeSamples.odt(
            text: list("", "a") + "<text:p>b</text:p>" + list("text:continue-numbering=\"true\"", "c")
                + list("", "d"))
        #expect(text(try read(archive, "a.odt")) == "1. a\n\nb\n\n2. c\n1. d")
    }
}
