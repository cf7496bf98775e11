import Articles
import Testing

@testable import Formats

@Suite("e-mail")
struct MailTests: ArticleSuite {
    static let file = "m.eml"

    private func read(_ text: String) throws -> Imported { try read(.mail, text) }

    @Test("the plain text of a message in parts, with its header in readable words")
    func parts() throws {
        for message in [ArticleSamples.mail, ArticleSamples.mail.replacing("\n", with: "\r\n")] {
            let back = try read(message)
            let document = try #require(back.documents.first)
            #expect(
                text(document)
                    == "Grüße aus Köln und Bonn\n\nDie Größe zählt, sagt Müller. Der Satz geht weiter.\n\n> Was soll das?\n\nEnde."
            )
            #expect(document.article.title == "Grüße aus Köln und Bonn")
            #expect(document.article.date == "2024-10-17")
            #expect(document.article.metadata["author"] == "Jörg Müller")
            #expect(
                back.warnings.map(\.message) == [
                    "not read, because attached: Plan für Köln.pdf (application/pdf)"
                ])
        }
    }

    @Test("HTML where there is no plain text, or none to speak of")
    func html() throws {
        let html = "<p>" + String(repeating: "Ein Satz. ", count: 20) + "</p>"
        let message = """
            Subject: a
            Content-Type: multipart/alternative; boundary=b

            --b
            Content-Type: text/plain

            See HTML.
            --b
            Content-Type: text/html

            \(html)
            --b--
            """
        #expect(text(try read(message).documents.first).hasPrefix("a\n\nEin Satz. Ein Satz."))
        let alone = "Subject: a\nContent-Type: text/html; charset=utf-8\n\n<p>Grün<br>und <b>gut</b></p>"
        #expect(text(try read(alone).documents.first) == "a\n\nGrün\nund gut")
    }

    @Test(
        "charsets by their names",
        arguments: [
            ("iso-8859-1", [0x47, 0x72, 0xFC, 0xDF, 0x65]), ("windows-1252", [0x80, 0x20, 0x35]),
            ("utf-8", [0xC3, 0xBC]), ("koi8-r", [0xC4, 0xC1]), ("iso-8859-15", [0xA4]),
            ("UTF-16LE", [0x41, 0, 0xFC, 0]),
            ("gb2312", [0xD6, 0xD0]), ("us-ascii", [0xFC, 0x62]),
        ] as [(String, [UInt8])])
    func charsets(_ label: String, _ bytes: [UInt8]) {
        let expected = [
            "iso-8859-1": "Grüße", "windows-1252": "€ 5", "utf-8": "ü", "koi8-r": "да", "iso-8859-15": "€",
            "UTF-16LE": "Aü", "gb2312": "中", "us-ascii": "üb",
        ]
        #expect(
            String(decoding: MailCharset.utf8(bytes, label: label).bytes, as: UTF8.self) == expected[label])
    }

    @Test("a charset that nobody knows is named, and broken bytes become one sign each")
    func unknownCharset() {
        #expect(
            MailCharset.utf8([0x61], label: "x-klingon").assumption?.contains("“x-klingon” is not known")
                ?? false
        )
        #expect(MailCharset.utf8([0xFF, 0x41], label: "euc-jp").bytes == [0xEF, 0xBF, 0xBD, 0x41])
        #expect(MailCharset.utf8(Array(repeating: 0xD6, count: 100_001), label: "gbk").bytes.count > 100_000)
    }

    @Test("lines that a program broke at a width are joined, lists and verses stay")
    func wrapped() throws {
        let body = """
            Der Turm von Marl bleibt, wie die Stadt am Montag mitgeteilt hat, noch
            mindestens hundert Jahre stehen. Das kostet viel Geld.

            - Dach
            - Treppe

            Kurz
            und gut.
            """
        let back = try read("Subject: a\n\n" + body)
        #expect(
            text(back.documents.first)
                == "a\n\nDer Turm von Marl bleibt, wie die Stadt am Montag mitgeteilt hat, noch mindestens hundert Jahre stehen. Das kostet viel Geld.\n\n- Dach\n- Treppe\n\nKurz\nund gut."
        )
        #expect(back.warnings.map(\.message) == ["lines that a mail program broke are joined"])
    }

    @Test("a line break in an encoded word makes no header")
    func injection() throws {
        let article = try #require(read("Subject: =?utf-8?Q?a=0D=0ADate:_x=0A=0Ab?=\n\nText").documents.first)
            .article
        #expect(article.title == "a Date: x b" && article.date == nil)
    }

    @Test("parts that nest without end are left out, encrypted messages refused")
    func nested() throws {
        var message = "Subject: a\n"
        for depth in 0..<100 {
            message += "Content-Type: multipart/mixed; boundary=b\(depth)\n\n--b\(depth)\n"
        }
        let back = try read(message + "\nText")
        #expect(back.documents.count == 1 && back.warnings.count == 1)
        #expect(throws: FormatError.self) {
            _ = try read("Subject: a\nContent-Type: multipart/encrypted; boundary=b\n\n--b\n\nx\n--b--")
        }
    }

    @Test("a mailbox: a document a message, with From of the text given back")
    func mailbox() throws {
        let back = try Format.mailbox.read(Input(name: "a.mbox", bytes: Array(ArticleSamples.mbox.utf8)))
        #expect(back.errors.isEmpty)
        #expect(
            back.documents.map { text($0) } == [
                "Erste\n\nDer erste Text.\nFrom here on it goes on.\n\nFrom now on nothing parts.",
                "Zweite\n\nDer zweite Text.",
            ])
        #expect(back.documents.map(\.article.name) == ["a:1", "a:12"])
        #expect(back.documents[1].article.metadata["author"] == "Berg, Anna")
    }

    @Test("a mailbox in pieces of any size is the same as the whole")
    func pieces() throws {
        let bytes = Array(ArticleSamples.mbox.utf8)
        let whole = SectionFraming.all(bytes, .mailbox, piece: bytes.count)
        #expect(whole.count == 2)
        for piece in [1, 7, 64] { #expect(SectionFraming.all(bytes, .mailbox, piece: piece) == whole) }
    }

    @Test("several senders, with commas in names and in encoded words")
    func senders() throws {
        let message = """
            From: =?utf-8?Q?M=C3=BCller=2C_J?= =?utf-8?Q?=C3=B6rg?= <j@example.org>,
              "Berg, Anna" <anna@example.org>, lin@example.org (Lin Marsh), <x@example.org>
            Subject: a

            Text
            """
        let article = try #require(read(message).documents.first).article
        #expect(article.metadata["author"] == "Müller, Jörg, Berg, Anna, Lin Marsh, x@example.org")
    }

    @Test(
        "a name of a file in pieces, in two ways at once, and with a character over two pieces",
        arguments: [
            ("filename=\"a.pdf\"; filename*=UTF-8''Gr%C3%B6%C3%9Fe.pdf", "Größe.pdf"),
            ("filename*1=\"b.pdf\"; filename*0=\"a \"", "a b.pdf"),
            ("filename*0*=utf-8''Gr%C3; filename*1*=%B6%C3%9Fe; filename*2=.pdf", "Größe.pdf"),
            ("filename*=iso-8859-1'de'Gr%F6%DFe.pdf", "Größe.pdf"),
        ])
    func fileNames(_ field: String, _ name: String) throws {
        #expect(MailParameters(Array("attachment; \(field)".utf8))["filename"] == name)
    }

    @Test("a mail of HTML alone in the charset that only the page names")
    func htmlCharset() throws {
        var message = Array("Subject: a\nContent-Type: text/html\n\n<meta charset=koi8-r><p>".utf8)
        message += [0xC4, 0xC1] + Array("</p>".utf8)
        let back = try Format.mail.read(Input(name: "m.eml", bytes: message))
        #expect(texts(back) == ["a\n\nда"])
    }

    @Test("an address longer than all lines does not keep them from being joined")
    func longAddress() throws {
        let body = """
            Der Turm von Marl bleibt, wie die Stadt am Montag mitgeteilt hat, noch
            mindestens hundert Jahre stehen.

            https://marl.example/\(String(repeating: "turm/", count: 30))
            """
        #expect(text(try read("Subject: a\n\n" + body).documents.first).contains("noch mindestens"))
    }

    @Test("flowed lines go on within a quotation of one depth, and signatures stay apart")
    func flowed() throws {
        let message =
            "Subject: a\nContent-Type: text/plain; format=flowed; delsp=yes\n\n"
            + ">> Wer hat  \n>> das gesagt?\n> Ich war  \n> es.\n\nEin lan \nges Wort.\n-- \nAnna\n"
        #expect(
            texts(try read(message)) == [
                "a\n\n>> Wer hat das gesagt?\n\n> Ich war es.\n\nEin langes Wort.\n--\nAnna"
            ])
    }
}
