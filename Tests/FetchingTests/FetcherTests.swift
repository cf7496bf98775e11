import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Fetching

@Suite("what is fetched from the web", .serialized)
struct FetcherTests {
    private static let html = Array("<p>Die Fähre.</p>".utf8)

    private func server() throws -> LoopbackServer {
        try LoopbackServer { path, _ in
            switch path {
            case "/page":
                LoopbackServer.answer("200 OK", ["Content-Type: text/html; charset=utf-8"], Self.html)
            case "/gzip":
                LoopbackServer.answer(
                    "200 OK", ["Content-Encoding: gzip"],
                    Array(
                        Data(base64Encoded: "H4sIAAAAAAAAA3PJTFVwO7wkoyhVIQ1ElehxAQBwGV7wEwAAAA==") ?? Data())
                )
            case "/large": LoopbackServer.answer("200 OK", [], [UInt8](repeating: 65, count: 200_000))
            case "/lie":
                Array("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\nConnection: close\r\n\r\nkurz".utf8)
            case "/endless": Array("HTTP/1.1 200 OK\r\n\r\n".utf8) + [UInt8](repeating: 65, count: 4 << 20)
            case "/missing": LoopbackServer.answer("404 Not Found", [], Self.html)
            case "/empty": LoopbackServer.answer("200 OK")
            case "/away": LoopbackServer.answer("302 Found", ["Location: /page"])
            case "/round": LoopbackServer.answer("302 Found", ["Location: /round"])
            case "/file": LoopbackServer.answer("302 Found", ["Location: file:///etc/passwd"])
            case "/gopher": LoopbackServer.answer("302 Found", ["Location: gopher://127.0.0.1/"])
            case "/private": LoopbackServer.answer("302 Found", ["Location: http://10.0.0.1/"])
            case "/metadata": LoopbackServer.answer("302 Found", ["Location: http://169.254.169.254/latest"])
            case "/rubbish": Array("Guten Tag\r\n\r\n".utf8)
            case let path where path.hasPrefix("/step"):
                LoopbackServer.answer(
                    "302 Found",
                    ["Location: \(path == "/step5" ? "/page" : "/step\((Int(path.dropFirst(5)) ?? 0) + 1)")"])
            default: nil
            }
        }
    }

    private func fetcher(_ change: (inout Fetcher.Limits) -> Void = { _ in }) -> Fetcher {
        var limits = Fetcher.Limits()
        limits.seconds = 5
        change(&limits)
        return Fetcher(agent: "glosse/test", reach: .loopback, limits: limits)
    }

    private func failure(_ fetcher: Fetcher, _ address: String) -> String {
        do throws(FetchError) {
            _ = try fetcher.fetch(address)
            return ""
        } catch {
            #expect(error.address == address)
            return error.message
        }
    }

    @Test("a page comes with its type and where it was found; packed ones unpacked")
    func page() throws {
        let server = try server()
        let file = try fetcher().fetch(server.address("/page#part"))
        #expect(file.bytes == Self.html && file.contentType == "text/html; charset=utf-8")
        let moved = try fetcher().fetch(server.address("/away"))
        #expect(moved.bytes == Self.html && moved.address == server.address("/page"))
        #expect(try fetcher().fetch(server.address("/gzip")).bytes == Array("Die Fähre fährt.\n".utf8))
        #expect(try fetcher().fetch(server.address("/step1")).bytes == Self.html)
    }

    @Test("the program says who it is, and nothing else of the machine")
    func request() throws {
        let seen = Mutex("")
        let server = try LoopbackServer { _, request in
            seen.withLock { $0 = request }
            return LoopbackServer.answer("200 OK", [], Self.html)
        }
        _ = try fetcher().fetch(server.address("/"))
        let lines = seen.withLock { $0 }.split(separator: "\r\n").map(String.init)
        #expect(lines.contains("User-Agent: glosse/test"))
        let names = Set(lines.dropFirst().map { $0.prefix { $0 != ":" } })
        #expect(names == ["Host", "User-Agent", "Accept", "Accept-Encoding"])
    }

    @Test(
        "what is too large, too slow, missing or moved too often says so",
        arguments: [
            ("/large", "larger than 0 MB"), ("/lie", "cannot be fetched"), ("/endless", "larger than"),
            ("/missing", "status 404"), ("/empty", "sends nothing"),
            ("/round", "redirects more than 5 times"),
            ("/step0", "redirects more than 5 times"), ("/silent", "did not answer in time"),
            ("/file", "cannot be fetched"),
            ("/gopher", "cannot be fetched"), ("/rubbish", "cannot be fetched"),
        ])
    func refused(path: String, part: String) throws {
        let server = try server()
        let fetcher = fetcher {
            $0.seconds = 1
            $0.bytes = 100_000
        }
        let message = failure(fetcher, server.address(path))
        #expect(message.contains(part), "\(message)")
    }

    @Test("local addresses are refused, also those that a redirect or a name leads to")
    func local() throws {
        let server = try server()
        let outside = Fetcher(agent: "glosse/test")
        for host in [
            "127.0.0.1", "localhost", "[::1]", "0.0.0.0", "127.1", "2130706433", "[::ffff:127.0.0.1]",
        ] {
            let message = failure(outside, "http://\(host):\(server.port)/page")
            #expect(message.contains("not on the public internet"), "\(host): \(message)")
        }
        for path in ["/private", "/metadata"] {
            let message = failure(fetcher(), server.address(path))
            #expect(
                message.contains("not on the public internet") && message.contains("redirected to"),
                "\(message)")
        }
    }

    @Test(
        "what is no address of the web is not tried",
        arguments: [
            "file:///etc/passwd", "ftp://example.org/", "http://a b/", "https://a\r\nHost: b/", "x.html", "",
        ])
    func addresses(address: String) {
        #expect(failure(fetcher(), address).contains("no address of the web"))
    }

    @Test("names and passwords in an address are not sent")
    func credentials() throws {
        let server = try server()
        #expect(failure(fetcher(), "http://a:b@127.0.0.1:\(server.port)/page").contains("cannot be fetched"))
    }
}

@Suite("addresses of the internet protocol")
struct NetworkAddressTests {
    private func address(_ text: String) -> NetworkAddress {
        var bytes = [UInt8](repeating: 0, count: 16)
        if inet_pton(AF_INET, text, &bytes) == 1 { return NetworkAddress(bytes: Array(bytes.prefix(4))) }
        #expect(inet_pton(AF_INET6, text, &bytes) == 1)
        return NetworkAddress(bytes: bytes)
    }

    @Test(
        "those of this machine, its network and what is reserved are not public",
        arguments: [
            "0.0.0.0", "10.1.2.3", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.255.0.1",
            "169.254.169.254",
            "172.16.0.1", "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.88.99.1", "192.168.1.1",
            "198.18.0.1",
            "198.19.255.255", "198.51.100.7", "203.0.113.9", "224.0.0.1", "239.1.1.1", "240.0.0.1",
            "255.255.255.255",
            "::", "::1", "fc00::1", "fd12:3456::1", "fe80::1", "fec0::1", "ff02::1", "::ffff:10.0.0.1",
            "::ffff:127.0.0.1",
            "::127.0.0.1", "64:ff9b::10.0.0.1", "64:ff9b:1::1", "100::1", "2001::1", "2001:db8::1",
            "2002:7f00:1::",
            "3fff::1", "5f00::1",
        ])
    func local(text: String) { #expect(!address(text).isPublic) }

    @Test(
        "others are",
        arguments: [
            "1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "172.15.255.255",
            "172.32.0.0",
            "192.167.255.255", "198.17.255.255", "198.20.0.0", "223.255.255.255", "2a00:1450::1",
            "2606:4700::1",
            "2001:4860::8888", "::ffff:1.1.1.1", "64:ff9b::1.1.1.1",
        ])
    func global(text: String) { #expect(address(text).isPublic) }

    @Test("bytes of any other number are no address")
    func others() {
        #expect(!NetworkAddress(bytes: []).isPublic && !NetworkAddress(bytes: [1, 1, 1]).isPublic)
        #expect(
            address("127.9.9.9").isLoopback && address("::1").isLoopback && !address("128.0.0.1").isLoopback)
    }
}
