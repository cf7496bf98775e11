/// The fields at the beginning of a message or of one of its parts.
struct MailHeader {
    /// More fields or longer ones are no header but an attack.
    private static let fieldLimit = 1000
    private static let lengthLimit = 1 << 16

    /// Names in lower case, values as they stand in the file without the line breaks in them.
    private var fields: [(name: String, value: [UInt8])] = []

    /// Takes the header from the bytes, which begin with the body afterwards.
    init(_ bytes: inout ArraySlice<UInt8>) {
        while let end = Self.lineEnd(bytes) {
            var line = bytes[..<end]
            if line.last == 13 { line = line.dropLast() }
            if line.isEmpty {
                bytes = bytes[min(end + 1, bytes.endIndex)...]
                return
            }
            let isContinued = line.first == 32 || line.first == 9
            guard isContinued && !fields.isEmpty || take(line) else { return }
            if isContinued, !fields.isEmpty { extend(line) }
            bytes = bytes[min(end + 1, bytes.endIndex)...]
        }
    }

    private static func lineEnd(_ bytes: ArraySlice<UInt8>) -> Int? {
        bytes.isEmpty ? nil : bytes.firstIndex(of: 10) ?? bytes.endIndex
    }

    /// Whether the line is a field; one that is not belongs to the body.
    private mutating func take(_ line: ArraySlice<UInt8>) -> Bool {
        guard let colon = line.prefix(100).firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
            line[..<colon].allSatisfy({ (33...126).contains($0) })
        else { return false }
        guard fields.count < Self.fieldLimit else { return true }
        let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
        fields.append((Prose.line(name), Array(line[(colon + 1)...].prefix(Self.lengthLimit))))
        return true
    }

    private mutating func extend(_ line: ArraySlice<UInt8>) {
        let room = Self.lengthLimit - fields[fields.count - 1].value.count
        fields[fields.count - 1].value += line.prefix(max(0, room))
    }

    /// The bytes of the first field with a name.
    func bytes(_ name: String) -> [UInt8]? { fields.first { $0.name == name }?.value }

    /// A field as people read it, on one line, with encoded words decoded.
    func text(_ name: String) -> String? {
        guard let bytes = bytes(name) else { return nil }
        let line = Prose.line(EncodedWords.decoded(bytes))
        return line.isEmpty ? nil : line
    }

    func parameters(_ name: String) -> MailParameters? { bytes(name).map { MailParameters($0) } }

    /// Whether a file without a telling name begins like a message: with fields that every message has.
    static func isLikely(_ start: ArraySlice<UInt8>) -> Bool {
        guard start.prefix(200).contains(UInt8(ascii: ":")) else { return false }
        var rest = start.prefix(1 << 15)
        let header = MailHeader(&rest)
        let names = Set(header.fields.map(\.name))
        let isSent = names.contains("from")
        return isSent && !names.isDisjoint(with: ["message-id", "received", "mime-version"])
            || isSent && names.isSuperset(of: ["date", "subject"])
    }
}
