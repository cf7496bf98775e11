import Articles

/// Reads CoNLL-U: the text from forms and white space, mentions from `Entity=` and from names in MISC.
struct CoNLLUReader {
    /// Names of attributes among the pairs of the field `other`.
    static let names = ArticleFields(reserved: ["label", "value", "link"])
    private static let nameKeys = ["name", "NE", "NER", "ner", "ne"]

    private struct Open {
        let entity: String
        let part: String
        let fields: [String]
        let start: Int
        let line: Int
    }

    private let input: Input
    private var findings: Findings
    private var bytes: [UInt8] = []
    private var pending: [UInt8] = []
    /// Whether the pending blank is only what absence means; none follows the last token.
    private var isImplied = false
    private var article: Article
    private var hasTitle = false
    private var fieldNames = ["eid", "etype", "head", "other"]
    private var open: [Open] = []
    /// The parts of discontinuous mentions that wait for the rest.
    private var parts: [String: [Span]] = [:]
    private var found: [(entity: String, spans: SpanSet, fields: [String])] = []
    private var tags = TagDecoder()
    /// Up to which word the surface of a multiword token covers its words.
    private var covered: (last: Int, span: Span)?

    @Sendable static func read(_ input: Input) throws(FormatError) -> Imported {
        var reader = CoNLLUReader(input)
        return try reader.read()
    }

    private init(_ input: Input) {
        self.input = input
        findings = Findings(input.name)
        article = Article(
            name: input.firstLine == 1 ? input.stem : "\(input.stem):\(input.firstLine)", title: "",
            text: Text(""))
    }

    private mutating func read() throws(FormatError) -> Imported {
        if let broken = IllFormedUTF8.first(in: input.bytes) {
            throw FormatError(
                file: input.name, line: input.firstLine + input.bytes[..<broken].count { $0 == 10 },
                "is not UTF-8")
        }
        var (start, number) = (0, input.firstLine)
        while start < input.bytes.count {
            let end = input.bytes.firstIndex(of: 10, from: start) ?? input.bytes.count
            let line = input.bytes[start..<(end > start && input.bytes[end - 1] == 13 ? end - 1 : end)]
            do throws(FormatError) { try read(line, number) } catch {
                findings.add(FormatError(line: number, error.message))
            }
            start = end + 1
            number += 1
        }
        return finish()
    }

    private mutating func read(_ line: ArraySlice<UInt8>, _ number: Int) throws(FormatError) {
        guard let first = line.first else {
            tags.close()
            covered = nil
            return
        }
        if first == UInt8(ascii: "#") {
            comment(String(decoding: line.dropFirst(), as: UTF8.self)[...].trimmed)
            return
        }
        let fields = line.split(separator: 9, omittingEmptySubsequences: false)
        guard fields.count == 10 else { throw FormatError("a line has 10 columns, this one \(fields.count)") }
        try word(fields[0], fields[1], String(decoding: fields[9], as: UTF8.self), number)
    }

    private mutating func comment(_ line: Substring) {
        guard let equals = line.firstIndex(of: "=") else { return }
        let (key, value) = (line[..<equals].trimmed, line[line.index(after: equals)...].trimmed)
        switch key {
        case "newdoc id": article.name = Percent.decoded(String(value))
        case "global.Entity": fieldNames = value.split(separator: "-").map(String.init)
        case _ where key.hasPrefix("meta::"):
            hasTitle = hasTitle || key == "meta::title"
            ArticleFields().take(
                Percent.decoded(String(key.dropFirst("meta::".count))), Percent.decoded(String(value)),
                into: &article)
        default: break
        }
    }

    private mutating func word(
        _ id: ArraySlice<UInt8>, _ form: ArraySlice<UInt8>, _ misc: String, _ number: Int
    ) throws(FormatError) {
        guard !form.isEmpty else { throw FormatError("a token has no form") }
        // An empty node is in no text; of a multiword token only the surface is.
        if id.contains(UInt8(ascii: ".")) { return }
        var properties: [Substring: Substring] = [:]
        for part in misc[...].parts(between: "|") where part != "_" {
            let pair = part.parts(between: "=", maxSplits: 1, omittingEmpty: false)
            properties[pair[0]] = pair.count > 1 ? pair[1] : ""
        }
        let span: Span
        if let hyphen = id.firstIndex(of: UInt8(ascii: "-")) {
            let surface = append(form, properties)
            covered = Int(String(decoding: id[(hyphen + 1)...], as: UTF8.self)).map { ($0, surface) }
            return
        }
        guard let word = Int(String(decoding: id, as: UTF8.self)) else {
            throw FormatError("\"\(String(decoding: id, as: UTF8.self))\" is no number of a token")
        }
        if let covered, word <= covered.last { span = covered.span } else { span = append(form, properties) }
        if let name = Self.nameKeys.lazy.compactMap({ properties[Substring($0)] }).first {
            let tag = Array(Percent.decoded(String(name)).utf8)
            if let doubt = tags.add(tag[...], span.range) { findings.warn(FormatError(line: number, doubt)) }
        } else {
            tags.close()
        }
        if let entity = properties["Entity"] { try entities(entity, span, number) }
    }

    /// Appends a token with the white space that MISC says is around it.
    private mutating func append(_ form: ArraySlice<UInt8>, _ properties: [Substring: Substring]) -> Span {
        if let before = properties["SpacesBefore"] { pending += Self.unescaped(before) }
        bytes += pending
        let start = bytes.count
        bytes += form
        if let after = properties["SpacesAfter"] {
            pending = Self.unescaped(after)
            isImplied = false
        } else {
            isImplied = true
            pending = properties["SpaceAfter"] == "No" ? [] : [32]
        }
        return Span(start, bytes.count)
    }

    private static func unescaped(_ space: Substring) -> [UInt8] {
        var result: [UInt8] = []
        var isEscaped = false
        for byte in space.utf8 {
            guard isEscaped else {
                if byte == UInt8(ascii: "\\") { isEscaped = true } else { result.append(byte) }
                continue
            }
            isEscaped = false
            switch byte {
            case UInt8(ascii: "s"): result.append(32)
            case UInt8(ascii: "t"): result.append(9)
            case UInt8(ascii: "n"): result.append(10)
            case UInt8(ascii: "r"): result.append(13)
            case UInt8(ascii: "p"): result.append(UInt8(ascii: "|"))
            default: result.append(byte)
            }
        }
        return result
    }

    // MARK: Entities

    /// Takes `e1)(e2-person-1-(e3-place-1-)`, one bracket after the other.
    private mutating func entities(_ statement: Substring, _ span: Span, _ line: Int) throws(FormatError) {
        var rest = statement
        while let first = rest.first {
            if first == "(" {
                let body = rest.dropFirst()
                let end = body.firstIndex { $0 == "(" || $0 == ")" } ?? body.endIndex
                opening(body[..<end], span, line)
                if end < body.endIndex, body[end] == ")" {
                    let name = body[..<end].prefix { $0 != "-" }
                    try closing(name, span)
                    rest = body[body.index(after: end)...]
                } else {
                    rest = body[end...]
                }
            } else {
                guard let end = rest.firstIndex(of: ")") else {
                    throw FormatError("\"Entity=\(statement)\" has a bracket that nothing closes")
                }
                try closing(rest[..<end], span)
                rest = rest[rest.index(after: end)...]
            }
        }
    }

    private mutating func opening(_ body: Substring, _ span: Span, _ line: Int) {
        let fields = body.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        let name = fields.first ?? ""
        open.append(
            Open(entity: Self.entity(of: name), part: name, fields: fields, start: span.start, line: line))
    }

    private mutating func closing(_ name: Substring, _ span: Span) throws(FormatError) {
        guard let index = open.lastIndex(where: { $0.part == name }) else {
            throw FormatError("\(name) is closed here and was not opened")
        }
        let mention = open.remove(at: index)
        let place = Span(mention.start, max(mention.start, span.end))
        guard mention.part != mention.entity else {
            found.append((mention.entity, SpanSet(place), mention.fields))
            return
        }
        let counts = mention.part.drop { $0 != "[" }.dropFirst().prefix { $0 != "]" }.split(separator: "/")
        parts[mention.entity, default: []].append(place)
        guard counts.count == 2, counts[0] == counts[1] else { return }
        if let all = parts[mention.entity].flatMap({ SpanSet($0) }) {
            found.append((mention.entity, all, mention.fields))
        }
        parts[mention.entity] = nil
    }

    /// `e1` of `e1[1/2]`.
    private static func entity(of name: String) -> String { String(name.prefix { $0 != "[" }) }

    private mutating func finish() -> Imported {
        tags.close()
        if !isImplied { bytes += pending }
        for bracket in open {
            findings.add(FormatError(line: bracket.line, "\(bracket.part) is opened here and never closed"))
        }
        guard !bytes.isEmpty else { return findings.imported([]) }
        var mentions: [Mention] = []
        var members: [String: [ID]] = [:]
        var labels: [SpanSet: String] = [:]
        for (span, label) in tags.mentions {
            labels[SpanSet(span)] = String(decoding: label, as: UTF8.self)
        }
        var seen: Set<SpanSet> = []
        for (entity, spans, fields) in found {
            let mention = self.mention("m\(mentions.count + 1)", spans, fields, labels[spans])
            members[entity, default: []].append(mention.id)
            seen.insert(spans)
            mentions.append(mention)
        }
        for (spans, label) in labels.sorted(by: { $0.key < $1.key }) where !seen.contains(spans) {
            mentions.append(Mention(id: ID("m\(mentions.count + 1)"), spans: spans, label: Label(label)))
        }
        let places = Dictionary(mentions.map { ($0.id, $0.spans) }, uniquingKeysWith: { first, _ in first })
        let chains = members.values.filter { $0.count > 1 }.map { ids in
            ids.sorted { (places[$0] ?? SpanSet(0, 0)) < (places[$1] ?? SpanSet(0, 0)) }
        }.sorted { ($0[0].text.count, $0[0]) < ($1[0].text.count, $1[0]) }
        let text = Text(bytes: bytes)
        let full = Article(
            name: article.name, title: hasTitle ? article.title : nil, source: article.source,
            date: article.date, language: article.language, text: text, metadata: article.metadata)
        let annotations = Annotations(
            mentions: mentions,
            chains: chains.enumerated().map { Chain(id: ID("c\($0.offset + 1)"), mentions: $0.element) })
        return findings.imported([Document(article: full, annotations: annotations)])
    }

    private func mention(_ id: String, _ spans: SpanSet, _ fields: [String], _ name: String?) -> Mention {
        func field(_ name: String) -> String? {
            fieldNames.firstIndex(of: name).flatMap { $0 < fields.count ? fields[$0] : nil }
        }
        var mention = Mention(
            id: ID(id), spans: spans,
            label: Label(
                name ?? CoNLLUEntities.label(of: field("etype").flatMap { $0.isEmpty ? nil : $0 } ?? "_")))
        if let identity = field("identity"), !identity.isEmpty { mention.link = Percent.decoded(identity) }
        for pair in (field("other") ?? "").split(separator: ",") {
            let parts = pair.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map {
                Percent.decoded(String($0))
            }
            guard parts.count == 2 else { continue }
            switch parts[0] {
            case "label": mention.label = Label(parts[1])
            case "value": mention.value = parts[1]
            case "link": mention.link = parts[1]
            default: mention.attributes[Self.names.original(parts[0])] = parts[1]
            }
        }
        return mention
    }
}
