import Foundation
import Glibc

/// A web server on this machine for one test: each path has its answer, byte by byte.
public final class LoopbackServer: Sendable {
    public let port: UInt16
    private let socket: Int32

    /// - Parameter answer: what is sent for a request, of which it gets all lines; nil leaves the client waiting.
    public init(answer: @escaping @Sendable (_ path: String, _ request: String) -> [UInt8]?) throws {
        let listener = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                bind(listener, generic, length) == 0 && listen(listener, 16) == 0
                    && getsockname(listener, generic, &length) == 0
            }
        }
        guard isBound else { throw POSIXError(.EADDRNOTAVAIL) }
        socket = listener
        port = UInt16(bigEndian: address.sin_port)
        Thread.detachNewThread {
            while true {
                let client = accept(listener, nil, nil)
                guard client >= 0 else { return }
                Thread.detachNewThread {
                    Self.serve(client, answer)
                    close(client)
                }
            }
        }
    }

    deinit {
        shutdown(socket, Int32(SHUT_RDWR))
        close(socket)
    }

    public func address(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }

    private static func serve(_ client: Int32, _ answer: (String, String) -> [UInt8]?) {
        var request: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while request.suffix(4) != [13, 10, 13, 10] {
            let count = recv(client, &buffer, buffer.count, 0)
            guard count > 0 else { return }
            request += buffer.prefix(count)
        }
        let text = String(decoding: request, as: UTF8.self)
        let path = text.split(separator: " ").dropFirst().first.map(String.init) ?? "/"
        guard let bytes = answer(path, text) else {
            // Until the client goes away.
            _ = recv(client, &buffer, buffer.count, 0)
            return
        }
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { part in
                send(
                    client, part.baseAddress.map { $0 + sent }, bytes.count - sent,
                    Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return }
            sent += count
        }
    }

    /// An answer with a body.
    public static func answer(_ status: String, _ fields: [String] = [], _ body: [UInt8] = []) -> [UInt8] {
        let header = ["HTTP/1.1 \(status)", "Content-Length: \(body.count)", "Connection: close"] + fields
        return Array((header.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body
    }
}
