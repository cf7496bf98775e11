import Articles

/// Puts mentions together from the brackets that `Entity=` opens and closes along a CoNLL-U file.
struct CoNLLUEntityReader {
    /// Names of attributes among the pairs of the field `other`.
    static let names = ArticleFields(reserved: ["label", "value", "link"])

    private struct Open {
        /// `e1-person-1-label:PER`
        let statement: ArraySlice<UInt8>
        let start: Int
        let line: Int

        /// `e1`, or `e1[1/2]` for a part of a discontinuous mention.
        var name: ArraySlice<UInt8> { statement.prefix { $0 != UInt8(ascii: "-") } }
        /// `e1`
        var entity: ArraySlice<UInt8> { name.prefix { $0 != UInt8(ascii: "[") } }
    }

    private var fieldNames = ["eid", "etype", "head", "other"]
    private var open: [Open] = []
    /// The parts of discontinuous mentions that wait for the rest.
    private var parts: [ArraySlice<UInt8>: [Span]] = [:]
    private var found: [(spans: SpanSet, bracket: Open)] = []

    /// Takes the names of the fields of a statement, `eid-etype-head-other`.
    mutating func name(fields: String) { fieldNames = fields.split(separator: "-").map(String.init) }

    /// An error for each bracket that is still open.
    var unclosed: [FormatError] {
        open.map { bracket in
            FormatError(
                line: bracket.line,
                "\(String(decoding: bracket.name, as: UTF8.self)) is opened here and never closed")
        }
    }

    // MARK: Brackets

    /// Takes `e1)(e2-person-1-(e3-place-1-)`, one bracket after the other.
    mutating func read(_ statement: ArraySlice<UInt8>, _ span: Span, _ line: Int) throws(FormatError) {
        var rest = statement
        while let first = rest.first {
            if first == UInt8(ascii: "(") {
                let body = rest.dropFirst()
                let end =
                    body.firstIndex { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ")") } ?? body.endIndex
                let bracket = Open(statement: body[..<end], start: span.start, line: line)
                open.append(bracket)
                if end < body.endIndex, body[end] == UInt8(ascii: ")") {
                    try close(bracket.name, span)
                    rest = body[(end + 1)...]
                } else {
                    rest = body[end...]
                }
            } else {
                guard let end = rest.firstIndex(of: UInt8(ascii: ")")) else {
                    let statement = String(decoding: statement, as: UTF8.self)
                    throw FormatError("\"Entity=\(statement)\" has a bracket that nothing closes")
                }
                try close(rest[..<end], span)
                rest = rest[(end + 1)...]
            }
        }
    }

    private mutating func close(_ name: ArraySlice<UInt8>, _ span: Span) throws(FormatError) {
        guard let index = open.lastIndex(where: { $0.name == name }) else {
            throw FormatError("\(String(decoding: name, as: UTF8.self)) is closed here and was not opened")
        }
        let bracket = open.remove(at: index)
        let place = Span(bracket.start, max(bracket.start, span.end))
        let (name, entity) = (bracket.name, bracket.entity)
        guard name.count > entity.count else {
            found.append((SpanSet(place), bracket))
            return
        }
        parts[entity, default: []].append(place)
        let counts = name[entity.endIndex...].dropFirst().prefix { $0 != UInt8(ascii: "]") }.split(
            separator: UInt8(ascii: "/"))
        guard counts.count == 2, counts[0] == counts[1] else { return }
        if let all = parts[entity].flatMap({ SpanSet($0) }) { found.append((all, bracket)) }
        parts[entity] = nil
    }

    // MARK: Annotations

    /// The mentions, with the labels of names on the same words, and chains of those that are one entity.
    func annotations(named names: TagDecoder) -> Annotations {
        var labels: [Span: Label] = [:]
        for (span, label) in names.mentions { labels[span] = names.labels[label] }
        var mentions: [Mention] = []
        mentions.reserveCapacity(found.count)
        var members: [ArraySlice<UInt8>: [Int]] = [:]
        var seen: Set<Span> = []
        let fields = Fields(fieldNames)
        for (spans, bracket) in found {
            members[bracket.entity, default: []].append(mentions.count)
            let name = spans.isContiguous ? labels[spans.bounds] : nil
            if name != nil { seen.insert(spans.bounds) }
            mentions.append(
                mention("m\(mentions.count + 1)", spans, bracket.statement.fields, fields, name))
        }
        for (span, label) in labels.sorted(by: { $0.key < $1.key }) where !seen.contains(span) {
            mentions.append(
                Mention(id: ID("m\(mentions.count + 1)"), spans: SpanSet(span), label: label))
        }
        let chains = members.values.filter { $0.count > 1 }.map { indices in
            indices.sorted { mentions[$0].spans < mentions[$1].spans }
        }.sorted { $0[0] < $1[0] }
        return Annotations(
            mentions: mentions,
            chains: chains.enumerated().map { index, members in
                Chain(id: ID("c\(index + 1)"), mentions: members.map { mentions[$0].id })
            })
    }

    /// Which of the fields of a statement say what is read.
    private struct Fields {
        let type, identity, other: Int?

        init(_ names: [String]) {
            type = names.firstIndex(of: "etype")
            identity = names.firstIndex(of: "identity")
            other = names.firstIndex(of: "other")
        }
    }

    private func mention(
        _ id: String, _ spans: SpanSet, _ content: [ArraySlice<UInt8>], _ fields: Fields, _ name: Label?
    ) -> Mention {
        func field(_ index: Int?) -> ArraySlice<UInt8> {
            index.map { $0 < content.count ? content[$0] : [] } ?? []
        }
        let type = String(decoding: field(fields.type), as: UTF8.self)
        var label = name ?? Label(CoNLLUEntities.label(of: type.isEmpty ? "_" : type))
        let identity = field(fields.identity)
        var link = identity.isEmpty ? nil : Percent.decoded(identity)
        var value: String?
        var attributes: [String: String] = [:]
        for pair in field(fields.other).split(separator: UInt8(ascii: ",")) {
            guard let colon = pair.firstIndex(of: UInt8(ascii: ":")) else { continue }
            let content = Percent.decoded(pair[(colon + 1)...])
            switch Percent.decoded(pair[..<colon]) {
            case "label": label = Label(content)
            case "value": value = content
            case "link": link = content
            case let name: attributes[Self.names.original(name)] = content
            }
        }
        return Mention(
            id: ID(id), spans: spans, label: label, value: value, link: link, attributes: attributes)
    }
}

extension ArraySlice<UInt8> {
    fileprivate var fields: [ArraySlice<UInt8>] {
        split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    }
}
