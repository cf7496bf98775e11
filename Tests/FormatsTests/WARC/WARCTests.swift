import Articles
import TestSupport
import Testing

@testable import Formats

@Suite("web archives")
struct WARCTests {
    private func read(_ bytes: [UInt8], _ name: String = "a.warc") throws -> Imported {
        let format = try #require(Format.matching(fileName: name, bytes: bytes))
        #expect(format.name == "warc")
        return try format.read(Input(name: name, bytes: bytes))
    }

    private func text(_ document: Document) -> String {
        document.text.withBytes { String(decoding: $0, as: UTF8.self) }
    }

    @Test(
        "pages are articles with the address and the day of their record; the rest is counted",
        arguments: [false, true])
    func pages(isCompressed: Bool) throws {
        let bytes =
            isCompressed
            ? WARCSamples.records.flatMap(SampleArchive.gzip) : Array(WARCSamples.records.joined())
        let imported = try read(bytes, isCompressed ? "a.warc.gz" : "-")
        #expect(imported.errors.isEmpty, "\(imported.errors)")
        #expect(
            imported.documents.map(\.article.source) == [
                "https://example.org/faehre", "https://example.org/stuecke", "https://example.org/gepackt",
            ])
        #expect(imported.documents.allSatisfy { text($0).contains("Die Fähre fährt wieder") })
        #expect(imported.documents.allSatisfy { $0.article.date == "2025-03-14" })
        #expect(imported.documents.first?.article.metadata["retrieved"] == "2025-03-14T08:00:00Z")
        let warning = try #require(imported.warnings.last?.message)
        for part in ["1 × image/png", "1 × status 404", "1 × warcinfo", "1 × request"] {
            #expect(warning.contains(part), "\(warning)")
        }
    }

    @Test("damaged records are named by their place, and the next ones are read")
    func damaged() throws {
        var bytes = Array("WARC/1.0\r\nWARC-Type: response\r\n\r\n\r\n\r\n".utf8)
        bytes += WARCSamples.record("response", [:], "kurz", length: "99999999999999999999")
        bytes += WARCSamples.record("response", [:], "kurz", length: "9223372036854775807")
        bytes += WARCSamples.page(
            "https://example.org/a", "Content-Type: text/html", Array("<p>Die Fähre.</p>".utf8))
        let imported = try read(bytes)
        #expect(imported.documents.count == 1)
        #expect(imported.errors.count == 3)
        #expect(imported.errors.allSatisfy { $0.message.hasPrefix("record ") && $0.file == "a.warc" })
    }

    @Test("bodies that unpack without end are refused one by one")
    func bomb() throws {
        let bytes =
            WARCSamples.page(
                "https://example.org/b", "Content-Type: text/html\r\nContent-Encoding: gzip",
                SampleArchive.bomb)
            + WARCSamples.page(
                "https://example.org/a", "Content-Type: text/html", Array("<p>Die Fähre.</p>".utf8))
        let imported = try read(bytes)
        #expect(imported.documents.map(\.article.source).last == "https://example.org/a")
        #expect(imported.documents.allSatisfy { $0.text.byteCount < 32 << 20 })
    }

    @Test("1,000 damaged files, and every truncation, are read or refused")
    func hostile() {
        let whole = Array(WARCSamples.records.joined())
        var random = SplitMix(seed: 3)
        var samples = stride(from: 0, to: whole.count, by: 100).map { Array(whole.prefix($0)) }
        for _ in 0..<1000 {
            var bytes = whole
            for _ in 0..<random.below(6) + 1 { bytes[random.below(bytes.count)] = UInt8(random.below(256)) }
            samples.append(bytes)
        }
        samples.append(Array(String(repeating: "WARC/1.0\n", count: 20_000).utf8))
        for sample in samples {
            do throws(FormatError) {
                let imported = try Format.warc.read(Input(name: "a", bytes: sample))
                #expect(imported.errors.allSatisfy { $0.file != nil })
            } catch {
                #expect(error.file != nil)
            }
        }
    }

    @Test("lines that go on, and fields that come twice, are read as one")
    func fields() {
        let fields = HTTPHeader.fields(
            Array("HTTP/1.1 200 OK\r\nA: 1\r\n  2\r\na: 3\r\n  4\r\nB:5\r\n".utf8)[...])
        #expect(fields == ["a": "1 2", "b": "5"])
        #expect(HTTPHeader.contentType("Text/HTML; Charset=\"iso-8859-1\"") == ("text/html", "iso-8859-1"))
    }
}

enum WARCSamples {
    static func record(
        _ kind: String, _ fields: [String: String], _ content: some Sequence<UInt8>, length: String? = nil
    ) -> [UInt8] {
        let content = Array(content)
        var header = "WARC/1.1\r\nWARC-Type: \(kind)\r\nWARC-Date: 2025-03-14T08:00:00Z\r\n"
        for (name, value) in fields.sorted(by: { $0.key < $1.key }) { header += "\(name): \(value)\r\n" }
        header += "Content-Length: \(length ?? String(content.count))\r\n\r\n"
        return Array(header.utf8) + content + Array("\r\n\r\n".utf8)
    }

    static func record(
        _ kind: String, _ fields: [String: String], _ text: String, length: String? = nil
    ) -> [UInt8] {
        record(kind, fields, text.utf8, length: length)
    }

    static func page(
        _ address: String, _ header: String, _ body: [UInt8], status: String = "200 OK"
    ) -> [UInt8] {
        record(
            "response", ["WARC-Target-URI": address, "Content-Type": "application/http; msgtype=response"],
            Array("HTTP/1.1 \(status)\r\n\(header)\r\n\r\n".utf8) + body)
    }

    private static let html = """
        <html><head><title>Fähre</title></head><body><h1>Die Fähre fährt wieder</h1><p>Nach drei Wochen Pause nimmt die Fähre \
        über die Warne am Freitag den Betrieb auf. Das teilte die Hafenverwaltung am Donnerstag mit.</p></body></html>
        """
    private static var chunked: [UInt8] {
        let bytes = Array(html.utf8)
        func chunk(_ part: ArraySlice<UInt8>) -> [UInt8] {
            Array("\(String(part.count, radix: 16));x=y\r\n".utf8) + part + [13, 10]
        }
        return chunk(bytes[..<100]) + chunk(bytes[100...]) + Array("0\r\n\r\n".utf8)
    }

    static var records: [[UInt8]] {
        [
            record("warcinfo", ["Content-Type": "application/warc-fields"], "software: test\r\n"),
            record("request", ["WARC-Target-URI": "https://example.org/faehre"], "GET / HTTP/1.1\r\n\r\n"),
            page("https://example.org/faehre", "Content-Type: text/html; charset=utf-8", Array(html.utf8)),
            page(
                "https://example.org/stuecke", "Content-Type: text/html\r\nTransfer-Encoding: chunked",
                chunked),
            page(
                "https://example.org/gepackt", "Content-Type: text/html\r\nContent-Encoding: gzip",
                SampleArchive.gzip(Array(html.utf8))),
            page("https://example.org/x.png", "Content-Type: image/png", [0x89, 0x50]),
            page(
                "https://example.org/weg", "Content-Type: text/html", Array("<p>weg".utf8),
                status: "404 Not Found"),
        ]
    }
}
