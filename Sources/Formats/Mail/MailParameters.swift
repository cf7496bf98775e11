/// A value with parameters: `text/plain; charset="utf-8"; format=flowed`.
struct MailParameters {
    /// The value before the parameters, in lower case.
    let value: String
    private var parameters: [String: String] = [:]
    /// Those in pieces or with a charset, until all pieces are there.
    private var pieces: [String: [Piece]] = [:]

    private struct Piece {
        let number: Int
        let value: [UInt8]
        let isEncoded: Bool
    }

    init(_ bytes: [UInt8]) {
        var parts: [[UInt8]] = [[]]
        var isQuoted = false
        var isEscaped = false
        for byte in bytes.prefix(8192) {
            if isEscaped {
                parts[parts.count - 1].append(byte)
                isEscaped = false
            } else if isQuoted, byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if byte == UInt8(ascii: "\"") {
                isQuoted.toggle()
            } else if byte == UInt8(ascii: ";"), !isQuoted {
                parts.append([])
            } else {
                parts[parts.count - 1].append(byte)
            }
        }
        value = Prose.line(String(decoding: parts[0], as: UTF8.self)).lowercased()
        for part in parts.dropFirst() {
            guard let equals = part.firstIndex(of: UInt8(ascii: "=")) else { continue }
            let name = Prose.line(String(decoding: part[..<equals], as: UTF8.self)).lowercased()
            take(name, Array(part[(equals + 1)...]))
        }
        // What is written both ways for old programs is better in the new one.
        for (name, pieces) in pieces { parameters[name] = Prose.line(Self.joined(pieces)) }
        pieces = [:]
    }

    subscript(_ name: String) -> String? { parameters[name] }

    /// Keeps a parameter; one in pieces (`name*0=…; name*1=…`) or with a charset (`name*=utf-8''…`) as RFC 2231 has it.
    private mutating func take(_ name: String, _ value: [UInt8]) {
        let parts = name.split(separator: "*", omittingEmptySubsequences: false)
        guard parts.count > 1 else {
            parameters[name] = parameters[name] ?? Prose.line(EncodedWords.decoded(value))
            return
        }
        let value = Array(value.drop(while: \.isSpace))
        pieces[String(parts[0]), default: []].append(
            Piece(number: Int(parts[1]) ?? 0, value: value, isEncoded: name.hasSuffix("*")))
    }

    /// The pieces in the order of their numbers; a character may be divided between two of them.
    private static func joined(_ pieces: [Piece]) -> String {
        var label: String?
        var bytes: [UInt8] = []
        for (index, piece) in pieces.sorted(by: { $0.number < $1.number }).enumerated() {
            guard piece.isEncoded else {
                bytes += piece.value
                continue
            }
            var value = piece.value[...]
            let parts = value.split(separator: 0x27, maxSplits: 2, omittingEmptySubsequences: false)
            if index == 0, parts.count == 3 {
                label = String(decoding: parts[0], as: UTF8.self)
                value = parts[2]
            }
            bytes += Percent.bytes(value)
        }
        return String(decoding: MailCharset.utf8(bytes, label: label).bytes, as: UTF8.self)
    }
}
