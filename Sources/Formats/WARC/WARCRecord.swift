/// One record of a web archive: its own header, and the bytes that it keeps.
struct WARCRecord {
    /// The fields by their names in small letters; the first of each counts.
    let fields: [String: String]
    let content: ArraySlice<UInt8>

    var kind: String { fields["warc-type"]?.lowercased() ?? "" }

    /// The address, which some programs put in angle brackets.
    var address: String? {
        fields["warc-target-uri"].map { address in
            address.hasPrefix("<") && address.hasSuffix(">")
                ? String(address.dropFirst().dropLast()) : address
        }
    }
}

/// Cuts a web archive into its records.
struct WARCRecords {
    private let bytes: [UInt8]
    private let file: String
    private(set) var position = 0
    private(set) var count = 0

    /// A header that is longer is none.
    private static let longestHeader = 1 << 16

    init(_ bytes: [UInt8], file: String) {
        self.bytes = bytes
        self.file = file
    }

    /// - Throws: for a place that is no record; the next call goes on at the next one.
    mutating func next() throws(FormatError) -> WARCRecord? {
        position = bytes[position...].firstIndex { $0 != 13 && $0 != 10 } ?? bytes.count
        guard position < bytes.count else { return nil }
        count += 1
        let start = position
        guard bytes[start...].starts(with: "WARC/".utf8),
            let end = HTTPHeader.end(in: bytes[start...].prefix(Self.longestHeader))
        else {
            skip(from: start + 1)
            throw error("is not the beginning of a record", at: start)
        }
        let fields = HTTPHeader.fields(bytes[start..<end])
        guard let length = fields["content-length"].flatMap({ Int($0) }), length >= 0 else {
            skip(from: end)
            throw error("has no Content-Length", at: start)
        }
        guard length <= bytes.count - end else {
            skip(from: end)
            throw error("should have \(length) bytes, but the file ends before", at: start)
        }
        position = end + length
        return WARCRecord(fields: fields, content: bytes[end..<position])
    }

    /// Goes to the next place that looks like a record.
    private mutating func skip(from start: Int) {
        var index = start
        while let line = bytes.firstIndex(of: 10, from: index) {
            index = line + 1
            if bytes[index...].starts(with: "WARC/1.".utf8) {
                position = index
                return
            }
        }
        position = bytes.count
    }

    private func error(_ message: String, at place: Int) -> FormatError {
        FormatError(file: file, "record \(count) (byte \(place)) \(message)")
    }
}

/// Lines such as `Content-Type: text/html`, as HTTP, WARC and mail have them.
enum HTTPHeader {
    private static let mostFields = 1000

    /// Where the body begins, behind the first empty line.
    static func end(in bytes: ArraySlice<UInt8>) -> Int? {
        bytes.withUnsafeBufferPointer { buffer -> Int? in
            var index = ByteScan.next(10, in: buffer, from: 0)
            while index < buffer.count {
                let next = index + 1
                if next < buffer.count, buffer[next] == 10 { return next + 1 }
                if next + 1 < buffer.count, buffer[next] == 13, buffer[next + 1] == 10 { return next + 2 }
                index = ByteScan.next(10, in: buffer, from: next)
            }
            return nil
        }.map { bytes.startIndex + $0 }
    }

    /// The fields of a header by their names in small letters, the first line left out.
    static func fields(_ header: ArraySlice<UInt8>) -> [String: String] {
        var fields: [String: String] = [:]
        var last: String?
        for line in header.split(separator: 10).dropFirst().prefix(mostFields) {
            let text = String(decoding: line, as: UTF8.self)
            if text.first == " " || text.first == "\t", let name = last {
                fields[name, default: ""] += " " + BlockText.oneLine(text)
                continue
            }
            guard let colon = text.firstIndex(of: ":") else { continue }
            let name = text[..<colon].lowercased()
            last = fields[name] == nil ? name : nil
            fields[name] = fields[name] ?? BlockText.oneLine(String(text[text.index(after: colon)...]))
        }
        return fields
    }

    /// `text/html; charset="utf-8"` as the type and the charset.
    static func contentType(_ value: String) -> (type: String, charset: String?) {
        let parts = value.split(separator: ";").map { BlockText.oneLine(String($0)) }
        let charset = parts.dropFirst().lazy.compactMap { part -> String? in
            guard part.lowercased().hasPrefix("charset=") else { return nil }
            let name = part.dropFirst(8).filter { $0 != "\"" && $0 != "'" }
            return name.isEmpty ? nil : String(name)
        }.first
        return (parts.first?.lowercased() ?? "", charset)
    }
}
