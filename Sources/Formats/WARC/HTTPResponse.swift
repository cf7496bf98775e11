/// An answer of a web server as a web archive keeps it: status, header, and the body as it was sent.
struct HTTPResponse {
    let status: Int
    let fields: [String: String]
    private let sent: ArraySlice<UInt8>

    /// Nil for what is no answer of HTTP.
    init?(_ bytes: ArraySlice<UInt8>) {
        guard bytes.starts(with: "HTTP/".utf8), let end = HTTPHeader.end(in: bytes) else { return nil }
        let first = bytes.prefix { $0 != 10 && $0 != 13 }.split(separator: 32)
        guard first.count > 1, let status = Int(String(decoding: first[1], as: UTF8.self)) else { return nil }
        self.status = status
        fields = HTTPHeader.fields(bytes[bytes.startIndex..<end])
        sent = bytes[end...]
    }

    /// The body without what was done to it on its way.
    ///
    /// - Throws: for an encoding that is not known, or damaged.
    func body(_ name: String, _ allowance: Allowance) throws(FormatError) -> [UInt8] {
        var body = Array(sent)
        if fields["transfer-encoding"]?.lowercased().contains("chunked") ?? false {
            // Many archives keep the header and join the pieces.
            body = Self.joined(sent) ?? body
        }
        let encoding = fields["content-encoding"]?.lowercased() ?? "identity"
        let input = Input(name: name, bytes: body)
        if CompressedReader.recognises(body[...]) {
            return try CompressedReader.content(of: input, allowance).whole()
        }
        guard ["identity", "", "gzip", "x-gzip", "zstd", "none", "utf-8"].contains(encoding) || isText(body)
        else {
            throw FormatError(file: name, "is encoded as \(encoding.prefix(40)), which is not read")
        }
        return body
    }

    /// Whether the body looks like markup, whatever its header says of an encoding that was undone already.
    private func isText(_ body: [UInt8]) -> Bool { body.first { !$0.isSpace } == UInt8(ascii: "<") }

    /// Pieces with their lengths in hexadecimal before them; nil when the bytes are not in pieces.
    private static func joined(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
        var rest = bytes
        var joined: [UInt8] = []
        while !rest.isEmpty {
            guard let line = rest.firstIndex(of: 10), line - rest.startIndex < 1024 else { break }
            let digits = rest[..<line].prefix { $0 != UInt8(ascii: ";") && $0 != 13 && $0 != 32 }
            guard let length = Int(String(decoding: digits, as: UTF8.self), radix: 16), length >= 0 else {
                break
            }
            if length == 0 { return joined }
            rest = rest[(line + 1)...]
            joined += rest.prefix(length)
            rest = rest.dropFirst(length)
            if rest.starts(with: [13, 10]) {
                rest = rest.dropFirst(2)
            } else if rest.first == 10 {
                rest = rest.dropFirst()
            }
        }
        return joined.isEmpty ? nil : joined
    }
}
