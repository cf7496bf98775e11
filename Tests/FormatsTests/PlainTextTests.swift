import Articles
import TestSupport
import Testing

@testable import Formats

@Suite struct PlainTextTests {
    private func read(
        _ bytes: [UInt8], _ format: Format = .text
    ) throws -> (document: Document, warnings: [String]) {
        let back = try format.read(Input(name: "dir/Ein Text.txt", bytes: bytes))
        return (try #require(back.documents.first), back.warnings.map(\.message))
    }

    @Test("text stays as it is, byte for byte")
    func exact() throws {
        let bytes = Array(" Größe\r\n\r\nzählt \u{1B}[31m".utf8)
        let (document, warnings) = try read(bytes)
        #expect(document.text.withBytes { Array($0) } == bytes)
        #expect(document.article.name == "Ein Text")
        #expect(warnings.isEmpty)
    }

    @Test("a line with the title and a line with a day give title and date", arguments: ["\n", "\r\n"])
    func header(_ lineBreak: String) throws {
        let article = try read(Array("Rat tagt \(lineBreak)2024-10-17\(lineBreak)Am Montag …".utf8)).document
            .article
        #expect(article.title == "Rat tagt")
        #expect(article.date == "2024-10-17")
        #expect(article.text.string(in: Span(0, 8)) == "Rat tagt")
    }

    @Test(
        "a second line that is no day gives no date",
        arguments: ["2024-13-01", "17.10.2024", "2024-10-17 Bonn"])
    func noHeader(_ line: String) throws {
        #expect(try read(Array("Titel\n\(line)\n".utf8)).document.article.date == nil)
    }

    @Test("a byte order mark tells the encoding, and the text has none")
    func marks() throws {
        let string = "Köln 🙂"
        let little: [UInt8] = [0xFF, 0xFE] + string.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
        let big: [UInt8] = [0xFE, 0xFF] + string.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
        for bytes in [[0xEF, 0xBB, 0xBF] + Array(string.utf8), little, big] {
            let (document, warnings) = try read(bytes)
            #expect(document.text.string(in: document.text.bounds) == string)
            #expect(warnings.count == 1)
        }
    }

    @Test("half a character of UTF-16 is left out and named")
    func oddUTF16() throws {
        let (document, warnings) = try read([0xFF, 0xFE, 0x41, 0x00, 0x42])
        #expect(document.text.byteCount == 1)
        #expect(warnings.first?.contains("half a character") ?? false)
    }

    @Test("Windows-1252 is converted")
    func windows() throws {
        let (document, warnings) = try read(Array("Gr".utf8) + [0xF6, 0xDF] + Array("e zu 5 ".utf8) + [0x80])
        #expect(document.text.string(in: document.text.bounds) == "Größe zu 5 €")
        #expect(warnings.first?.contains("Windows-1252") ?? false)
    }

    @Test("damaged UTF-8 keeps its bytes and says where")
    func damaged() throws {
        let bytes = Array("Köln\nMünchen und Jülich und Düren ".utf8) + [0xC3] + Array("x".utf8)
        let (document, warnings) = try read(bytes)
        #expect(document.text.withBytes { Array($0) } == bytes)
        #expect(warnings == ["1 place is not UTF-8 and shown as U+FFFD"])
    }

    @Test("what is no text is refused")
    func binary() {
        #expect(throws: FormatError.self) { _ = try read(Array("a\nb\0c".utf8)) }
        #expect(throws: FormatError(file: "dir/Ein Text.txt", "is a PDF, not text; save it as text first")) {
            _ = try read(Array("%PDF-1.7 …".utf8))
        }
    }

    @Test("any bytes end in a document or an error")
    func random() {
        var random = SplitMix(seed: 5)
        for _ in 0..<2000 {
            let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            for format in [Format.text, .markdown] {
                let back = try? format.read(Input(name: "f", bytes: bytes))
                #expect(back == nil || back?.documents.count == 1)
            }
        }
    }
}
