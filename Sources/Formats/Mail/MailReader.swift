import Articles

/// Reads a message: its text, its sender and subject; what is attached is named and left out.
struct MailReader {
    /// Parts within parts; real messages have four or five levels.
    private static let depthLimit = 20

    private let input: Input
    private var findings: Findings
    private var attachments: [String] = []
    private var assumptions: Set<String> = []

    /// - Parameter name: the article's.
    static func read(_ input: Input, name: String) throws(FormatError) -> Imported {
        var reader = MailReader(input: input, findings: Findings(input.name))
        return try reader.read(name)
    }

    private mutating func read(_ name: String) throws(FormatError) -> Imported {
        var rest = input.bytes[...]
        let header = MailHeader(&rest)
        var draft = ArticleDraft(name: name)
        draft.setTitle(header.text("subject"))
        draft.setDate(header.text("date"))
        draft.setLanguage(header.text("content-language"))
        draft.setSource(Self.address(header.text("archived-at")))
        draft.setSource(input.name)
        if let senders = header.bytes("from") { draft.set("author", MailNames.names(senders)) }
        draft.set("list", header.text("list-id"))
        draft.set("id", header.text("message-id"))
        draft.body = try text(header, rest, depth: 0)
        guard !draft.isEmpty else { throw error("the message has neither a subject nor text") }
        for assumption in assumptions.sorted() { warn(assumption) }
        if !attachments.isEmpty {
            draft.set("attachments", attachments)
            warn("not read, because attached: \(attachments.joined(separator: ", "))")
        }
        return findings.imported([draft.document()])
    }

    private func error(_ message: String) -> FormatError {
        FormatError(file: input.name, line: input.firstLine, message)
    }

    private mutating func warn(_ message: String) { findings.warn(error(message)) }

    /// The text of a message or part; empty for an attachment, which is remembered.
    private mutating func text(
        _ header: MailHeader, _ body: ArraySlice<UInt8>, depth: Int
    ) throws(FormatError) -> [UInt8] {
        let type = header.parameters("content-type")
        let disposition = header.parameters("content-disposition")
        let kind = type?.value ?? "text/plain"
        if kind.hasPrefix("multipart/"), let boundary = type?["boundary"], !boundary.isEmpty {
            guard kind != "multipart/encrypted" else {
                throw error("the message is encrypted; save it decrypted")
            }
            guard depth < Self.depthLimit else {
                warn("parts are nested more than \(Self.depthLimit) deep; the inner ones are left out")
                return []
            }
            let parts = MailParts.split(body, at: boundary)
            return try text(of: parts, kind, depth: depth + 1)
        }
        let isText = kind.hasPrefix("text/") && !["text/calendar", "text/vcard", "text/css"].contains(kind)
        guard isText, disposition?.value != "attachment" else {
            let name = disposition?["filename"] ?? type?["name"] ?? "a part without a name"
            attachments.append("\(Prose.line(name.prefix(200))) (\(Prose.line(kind.prefix(80))))")
            return []
        }
        let encoding = header.bytes("content-transfer-encoding").map { String(decoding: $0, as: UTF8.self) }
        let sent = TransferEncoding.decoded(body, encoding)
        // A page says itself in which charset it is, where the mail forgets to.
        let (bytes, assumption) = MailCharset.utf8(
            sent, label: type?["charset"] ?? (kind == "text/html" ? PageCharset.declared(in: sent[...]) : nil)
        )
        if let assumption { assumptions.insert(assumption) }
        if kind == "text/html" {
            do throws(FormatError) {
                return try HTMLFragment.prose(String(decoding: bytes, as: UTF8.self))
            } catch {
                throw self.error(error.message)
            }
        }
        let flowed = FlowedText(bytes, type)
        if flowed.hasJoinedLines { assumptions.insert("lines that a mail program broke are joined") }
        return flowed.prose.bytes
    }

    private mutating func text(
        of parts: [ArraySlice<UInt8>], _ kind: String, depth: Int
    ) throws(FormatError) -> [UInt8] {
        var texts: [(isPlain: Bool, bytes: [UInt8])] = []
        for part in parts {
            var rest = part
            let header = MailHeader(&rest)
            let bytes = try text(header, rest, depth: depth)
            let isPlain = (header.parameters("content-type")?.value ?? "text/plain") == "text/plain"
            if !bytes.isEmpty { texts.append((isPlain, bytes)) }
        }
        switch kind {
        case "multipart/alternative":
            let plain = texts.first { $0.isPlain }
            let rich = texts.last { !$0.isPlain }
            // Some senders write no more into the plain version than that there is another.
            guard let plain, let rich, plain.bytes.count * 10 < rich.bytes.count else {
                return (plain ?? rich)?.bytes ?? []
            }
            return rich.bytes
        case "multipart/related": return texts.first?.bytes ?? []
        default: return Array(texts.map(\.bytes).joined(separator: [10, 10]))
        }
    }

    private static func address(_ value: String?) -> String? {
        guard let value else { return nil }
        let address = value.drop { $0 == "<" }.prefix { $0 != ">" && $0 != " " }
        return address.hasPrefix("http") ? String(address) : nil
    }
}

/// The parts of a message between its boundary lines.
enum MailParts {
    static func split(_ body: ArraySlice<UInt8>, at boundary: String) -> [ArraySlice<UInt8>] {
        let mark = Array("--\(boundary)".utf8)
        var parts: [ArraySlice<UInt8>] = []
        var start: Int?
        var rest = body
        while !rest.isEmpty {
            let line = rest.prefix { $0 != 10 }
            if line.starts(with: mark) {
                let end = line.dropFirst(mark.count)
                let isLast = end.starts(with: "--".utf8)
                if isLast || end.allSatisfy(\.isSpace) {
                    if let start { parts.append(content(body[start..<line.startIndex])) }
                    start = isLast ? nil : min(line.endIndex + 1, body.endIndex)
                    if isLast { break }
                }
            }
            rest = rest[line.endIndex...].dropFirst()
        }
        // A message that was cut off has no last boundary.
        if let start, start < body.endIndex { parts.append(body[start...]) }
        return parts
    }

    /// Without the line break before the boundary, which belongs to that.
    private static func content(_ part: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var part = part
        if part.last == 10 { part = part.dropLast() }
        if part.last == 13 { part = part.dropLast() }
        return part
    }
}
