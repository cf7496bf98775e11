import Articles

/// Prodigy JSONL: a task a line with tokens, spans and relations.
///
/// Tokens are cut where spans begin and end, `token_end` is the last token itself. What Prodigy has no key for (values,
/// attributes, who said so) stands in keys that it passes through; a chain is relations with the label `COREF`, as in its
/// recipe for coreference. Article labels are `accept`, those with a value `name=value`. Offsets count code points.
/// Source: Prodigy's documentation of its task formats.
extension Format {
    static let prodigy = Format(
        name: "prodigy", title: "Prodigy, spans and relations", extensions: ["jsonl"], offsets: [.codePoints],
        carries: [
            .mentions, .nested, .overlapping, .blank, .attributes, .values, .links, .relations, .chains,
            .labels,
            .metadata, .returns, .controls, .margins, .spelling, .spacing,
        ],
        adapt: Prodigy.adapted,
        read: Reader(framing: .lines, recognises: { JSONPeek.kind(of: $0) == .prodigy }, Prodigy.read),
        write: Writer(.anyNumber(), Prodigy.write))
}

private enum Prodigy {
    private static let fields = ArticleFields(reserved: ["name"])
    private static let chain = "COREF"

    @Sendable static func adapted(_ document: Document) -> Document {
        ChainPairs.adapted(document).respelled(relations: { $0 == chain ? chain + "_" : $0 }, { _ in })
    }

    // MARK: Writing

    @Sendable static func write(_ document: Document, _ options: ExportOptions, _ output: inout Output) {
        let tokens = TokenizedJSON(document, blanks: .words)
        let annotations = document.annotations
        var json = JSONWriter()
        json.object { json in
            json.key("text")
            json.string(document.text, document.text.bounds)
            json.object("meta") { json in
                json.field("name", document.article.name)
                for (key, value) in fields.fields(of: document.article) { json.field(named: key, value) }
            }
            json.array("tokens") { json in
                for (index, word) in tokens.words.enumerated() {
                    json.object { json in
                        json.key("text")
                        json.string(document.text, Span(word.start, word.end))
                        json.field("start", tokens.starts[index])
                        json.field("end", tokens.ends[index])
                        json.field("id", index)
                        json.key("ws")
                        json.literal(word.hasBlank ? "true" : "false")
                    }
                }
            }
            json.array("spans") { json in
                for mention in annotations.mentions { write(mention, tokens, &json) }
            }
            json.array("relations") { json in
                func relation(_ from: ID, _ to: ID, _ label: String) {
                    guard let head = annotations.mentions[from], let child = annotations.mentions[to] else {
                        return
                    }
                    json.object { json in
                        json.field("head", tokens.words(in: head.bounds).last)
                        json.field("child", tokens.words(in: child.bounds).last)
                        json.object("head_span") { place(head, tokens, &$0) }
                        json.object("child_span") { place(child, tokens, &$0) }
                        json.field("label", label)
                    }
                }
                for one in annotations.relations { relation(one.from, one.to, one.kind) }
                ChainPairs.forEach(annotations) { relation($0, $1, chain) }
            }
            if !annotations.labels.isEmpty {
                json.array("accept") { json in
                    for label in annotations.labels {
                        json.string(label.name + (label.value.map { "=" + $0 } ?? ""))
                    }
                }
            }
            json.field("answer", "accept")
        }
        json.lineBreak()
        output.bytes.append(contentsOf: json.bytes)
    }

    /// Where a mention lies and what it is called: all that an end of a relation says of it.
    private static func place(_ mention: Mention, _ tokens: TokenizedJSON, _ json: inout JSONWriter) {
        let words = tokens.words(in: mention.bounds)
        let place = tokens.offsets.range(of: mention.bounds)
        json.field("start", place.lowerBound)
        json.field("end", place.upperBound)
        json.field("token_start", words.first)
        json.field("token_end", words.last)
        json.field("label", mention.label.name)
        json.field("id", mention.id.text)
    }

    private static func write(_ mention: Mention, _ tokens: TokenizedJSON, _ json: inout JSONWriter) {
        json.object { json in
            place(mention, tokens, &json)
            if let value = mention.value { json.field("value", value) }
            if let link = mention.link { json.field("kb_id", link) }
            if !mention.attributes.isEmpty {
                json.object("attributes") { json in
                    for (name, value) in mention.attributes.sorted(by: { $0.key < $1.key }) {
                        json.field(named: name, value)
                    }
                }
            }
        }
    }

    // MARK: Reading

    private static let ignored: Set<String> = [
        "text", "_input_hash", "_task_hash", "_view_id", "_session_id", "_annotator_id", "_timestamp",
        "_is_binary",
        "tokens", "options", "config", "versions",
    ]

    @Sendable static func read(_ input: Input) throws(FormatError) -> Imported {
        let json = try JSON(input)
        guard let body = try json.member("text") else { throw json.error("the task has no \"text\"") }
        var standoff = Standoff(Text(bytes: try body.bytes), .codePoints, file: input.name)
        var article = Article(name: "\(input.stem):\(input.firstLine)", text: standoff.text)
        var isRejected = false
        for (key, value) in try json.members where !ignored.contains(key) {
            standoff.attempt { (standoff) throws(FormatError) in
                switch key {
                case "meta":
                    for (key, value) in try value.members {
                        if key == "name" {
                            article.name = try value.name
                        } else if value.kind == .string || value.kind == .number {
                            fields.take(key, try value.name, into: &article)
                        } else {
                            standoff.findings.add(
                                value.error("\"\(key)\" of \"meta\" is not text and left out"))
                        }
                    }
                case "spans":
                    for element in try value.elements {
                        standoff.attempt { (standoff) throws(FormatError) in try Self.span(element, &standoff)
                        }
                    }
                case "relations":
                    for element in try value.elements {
                        standoff.attempt { (standoff) throws(FormatError) in
                            try Self.relation(element, &standoff)
                        }
                    }
                case "accept":
                    for element in try value.elements {
                        let parts = try element.string[...].parts(
                            between: "=", maxSplits: 1, omittingEmpty: false)
                        standoff.label(
                            String(parts.first ?? ""), value: parts.count > 1 ? String(parts[1]) : nil)
                    }
                case "answer": isRejected = try value.string != "accept"
                case "label": standoff.label(try value.string, value: nil)
                default:
                    standoff.findings.warn(value.error("the key \"\(key)\" is not known here and left out"))
                }
            }
        }
        if isRejected {
            standoff.findings.warn(json.error("the task was not accepted; its spans come in all the same"))
        }
        let document = standoff.document(article)
        return standoff.findings.imported([document])
    }

    private static func span(_ json: JSON, _ standoff: inout Standoff) throws(FormatError) {
        var (start, end, label, words): (JSON?, JSON?, String?, JSON?)
        var draft = Standoff.Draft(spans: SpanSet(0, 0), label: "")
        for (key, value) in try json.members {
            switch key {
            case "start": start = value
            case "end": end = value
            case "token_start", "token_end", "type", "source", "color", "input_hash": break
            case "label": label = try value.string
            case "text": words = value
            case "id": draft.id = try value.name
            case "value": draft.value = try value.string
            case "kb_id": draft.link = try value.string
            case "attributes": draft.attributes = try value.strings
            default: standoff.findings.warn(value.error("the key \"\(key)\" is not known here and left out"))
            }
        }
        guard let label else { throw json.error("a span needs a \"label\"") }
        draft.label = label
        draft.spans = try standoff.spans(start, end, of: json)
        if let words { standoff.compare(words, with: draft.spans) }
        standoff.add(draft, as: draft.id ?? key(draft.spans, label), at: json.error)
    }

    private static func relation(_ json: JSON, _ standoff: inout Standoff) throws(FormatError) {
        var (head, child, kind): (JSON?, JSON?, String?)
        for (key, value) in try json.members {
            switch key {
            case "head", "child", "color": break
            case "head_span": head = value
            case "child_span": child = value
            case "label": kind = try value.string
            default: standoff.findings.warn(value.error("the key \"\(key)\" is not known here and left out"))
            }
        }
        guard let head, let child, let kind else {
            throw json.error("a relation needs \"head_span\", \"child_span\" and \"label\"")
        }
        let (from, to) = (try end(head, &standoff), try end(child, &standoff))
        if kind == chain {
            standoff.join(from, to, at: json.error)
        } else {
            standoff.relate(kind, from: from, to: to, at: json.error)
        }
    }

    /// The name of the span that a relation ends at; one that is not among the spans becomes a mention.
    private static func end(_ json: JSON, _ standoff: inout Standoff) throws(FormatError) -> String {
        if let id = try json.member("id"), standoff.id(named: try id.name) != nil { return try id.name }
        let label = try json.member("label")?.stringOrNull ?? "_"
        let spans = try standoff.spans(json.member("start"), json.member("end"), of: json)
        let name = key(spans, label)
        if standoff.id(named: name) == nil {
            standoff.add(Standoff.Draft(spans: spans, label: label), as: name, at: json.error)
        }
        return name
    }

    private static func key(_ spans: SpanSet, _ label: String) -> String {
        "\(spans.start)-\(spans.end)-\(label)"
    }
}

extension JSON {
    /// A string, or nil for null.
    var stringOrNull: String? {
        get throws(FormatError) { try kind == .null ? nil : string }
    }
}
