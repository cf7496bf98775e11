import Testing

@testable import Formats

@Suite("files that a web server sends")
struct FetchedTests {
    @Test(
        "the format is told by the first bytes, by what the server says, by the address",
        arguments: [
            ("text/html", "https://example.org/a", "<p>x", "html"),
            ("", "https://example.org/", "<!DOCTYPE html><html>", "html"),
            ("text/html", "https://example.org/a.pdf", "%PDF-1.4", "pdf"),
            ("application/octet-stream", "https://example.org/a.zip", "PK\u{3}\u{4}", "zip"),
            ("text/plain", "https://example.org/a.txt?b=c.pdf", "Text", "text"),
            ("text/plain", "https://example.org/a.md", "Text", "markdown"),
            ("text/markdown", "https://example.org/a", "Text", "markdown"),
            ("application/pdf", "https://example.org/a", "x", "pdf"),
            ("image/png", "https://example.org/a", "\u{89}PNG", nil),
        ] as [(String, String, String, String?)])
    func matching(type: String, address: String, start: String, name: String?) {
        #expect(Format.matching(contentType: type, address: address, bytes: Array(start.utf8))?.name == name)
    }

    @Test("the source of what is read is its address")
    func source() throws {
        let page =
            "<html><head><title>Die Fähre bleibt</title><link rel='canonical' href='https://example.com/x'></head><body><article><h1>Die Fähre bleibt</h1><p>"
            + String(repeating: "Die Fähre über die Warne fährt am Freitag wieder nach Plan. ", count: 10)
            + "</p></article></body></html>"
        let imported = try Format.read(
            fetched: Array(page.utf8), from: "https://example.org/faehre",
            contentType: "text/html; charset=utf-8")
        #expect(imported.documents.map(\.article.source) == ["https://example.org/faehre"])
        let text = try Format.read(
            fetched: Array("Text".utf8), from: "https://example.org/a.txt", contentType: "text/plain")
        #expect(text.documents.first?.article.source == "https://example.org/a.txt")
        #expect(text.documents.first?.article.name == "a")
        let error = #expect(throws: FormatError.self) {
            _ = try Format.read(fetched: [1], from: "https://example.org/a", contentType: "video/mp4")
        }
        #expect(error?.message.contains("video/mp4") ?? false)
    }
}
