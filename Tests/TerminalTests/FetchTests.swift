import Foundation
import TestSupport
import Testing

/// Addresses on the command line, against a server on this machine.
@Suite("articles from the web")
struct FetchTests {
    private static let sentence =
        "Die Fähre über die Warne fährt am Freitag wieder nach Plan, sagte Anna Berg. "

    private static func page(_ title: String) -> [UInt8] {
        let text = String(repeating: sentence, count: 6)
        return Array(
            """
            <!DOCTYPE html><html lang="de"><head><title>\(title)</title></head><body><article><h1>\(title)</h1><p>\(text)</p>\
            <p>\(text)</p></article></body></html>
            """.utf8)
    }

    private static func server() throws -> LoopbackServer {
        try LoopbackServer { path, request in
            let host = request.split(separator: "\r\n").first { $0.hasPrefix("Host: ") }?.dropFirst(6) ?? ""
            func answer(_ type: String, _ body: [UInt8]) -> [UInt8] {
                LoopbackServer.answer("200 OK", ["Content-Type: \(type)"], body)
            }
            let item = { (name: String) in
                "<item><title>\(name)</title><link>http://\(host)/\(name)</link><description>Ein Anriss.</description></item>"
            }
            return switch path {
            case "/feed":
                answer(
                    "application/rss+xml",
                    Array(
                        ("<rss version=\"2.0\"><channel><title>Hafen</title>" + item("eins") + item("zwei")
                            + item("weg")
                            + "</channel></rss>").utf8))
            case "/list":
                answer(
                    "text/x-opml",
                    Array(
                        "<opml version=\"2.0\"><body><outline text=\"a\" xmlUrl=\"http://\(host)/feed\"/></body></opml>"
                            .utf8))
            case "/eins", "/zwei": answer("text/html; charset=utf-8", page(String(path.dropFirst())))
            case "/text": answer("text/plain", Array(sentence.utf8))
            default: LoopbackServer.answer("404 Not Found")
            }
        }
    }

    private func run(_ arguments: [String], _ home: Home) throws -> Program.Ending {
        try Program.ending(
            of: Program.glosse, arguments,
            in: Program.Surroundings(
                environment: ["TERM=xterm-256color", "GLOSSE_FETCH_LOOPBACK=1"] + home.environment,
                folder: home.folder.path))
    }

    @Test("without --fetch an address is refused with what to do, and nothing is sent")
    func refused() throws {
        let server = try LoopbackServer { _, _ in
            Issue.record("something was sent")
            return nil
        }
        let home = try Home()
        for command in [["extract"], ["facts"], ["convert", "--to", "jsonl"], ["import"], ["screen"]] {
            let ending = try run(command + [server.address("/eins")], home)
            #expect(ending.status == 1)
            #expect(ending.errors.contains("add --fetch"), "\(command): \(ending.errors)")
        }
    }

    @Test("without the word of the tests this machine is not reached")
    func local() throws {
        let server = try Self.server()
        let home = try Home()
        let ending = try home.glosse("extract", "--fetch", server.address("/eins"))
        #expect(ending.status == 1)
        #expect(ending.errors.contains("not on the public internet"), "\(ending.errors)")
    }

    @Test("a page is an article whose source is its address")
    func page() throws {
        let server = try Self.server()
        let home = try Home()
        let ending = try run(["convert", "--to", "jsonl", "--fetch", server.address("/eins")], home)
        #expect(ending.status == 0, "\(ending.errors)")
        #expect(ending.text.contains(server.address("/eins")), "\(ending.text)")
        #expect(ending.text.contains("Anna Berg"))
        let facts = try run(["facts", "--fetch", server.address("/text")], home)
        #expect(facts.status == 0)
    }

    @Test("a feed and a list of feeds give their items, and on request their pages")
    func feed() throws {
        let server = try Self.server()
        let home = try Home()
        let feed = try run(["convert", "--to", "jsonl", "--fetch", server.address("/list")], home)
        #expect(feed.text.split(separator: "\n").count == 3, "\(feed.errors)")
        #expect(!feed.text.contains("Anna Berg"))
        let full = try run(
            ["convert", "--to", "jsonl", "--fetch", "--full", server.address("/feed")], home)
        let lines = full.text.split(separator: "\n")
        #expect(lines.count == 3 && lines.count { $0.contains("Anna Berg") } == 2)
        #expect(full.status == 1 && full.errors.contains("status 404"), "\(full.errors)")
        try home.write(
            "<opml version=\"2.0\"><body><outline xmlUrl=\"\(server.address("/feed"))\"/></body></opml>",
            to: "a.opml")
        let imported = try run(["import", "--fetch", "a.opml"], home)
        #expect(imported.errors.contains("3 articles"), "\(imported.errors)")
    }

    @Test("the reader shows a feed as a list")
    func list() throws {
        let server = try Self.server()
        let home = try Home()
        let screen = try run(["screen", "--size", "12x80", "--fetch", server.address("/feed")], home)
        #expect(
            screen.text.contains("eins") && screen.text.contains("zwei"), "\(screen.text)\(screen.errors)"
        )
    }
}
