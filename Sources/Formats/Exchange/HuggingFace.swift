import Articles

/// Rows for Hugging Face `datasets`: text, tokens with IOB2 tags, and entities with offsets.
///
/// Every row has the same columns, so that `load_dataset` finds one schema. The tags say the longest of mentions that share
/// text, the entities all. Rows of nothing but `tokens` and `ner_tags` are read too, their text is put together. Offsets
/// count code points. Source: huggingface.co, documentation of `datasets`.
extension Format {
    static let huggingFace = Format(
        name: "huggingface", title: "Hugging Face datasets, rows with tokens and entities",
        extensions: ["jsonl"],
        offsets: [.codePoints],
        carries: [
            .mentions, .nested, .overlapping, .blank, .attributes, .values, .links, .relations, .chains,
            .labels,
            .metadata, .returns, .controls, .margins, .spelling, .spacing,
        ],
        adapt: nil,
        read: Reader(
            framing: .lines, recognises: { JSONPeek.kind(of: $0) == .huggingFace }, HuggingFace.read),
        write: Writer(.anyNumber(), HuggingFace.write))
}

private enum HuggingFace {
    private static let fields = ArticleFields(reserved: [])

    // MARK: Writing

    @Sendable static func write(_ document: Document, _ options: ExportOptions, _ output: inout Output) {
        let (article, annotations) = (document.article, document.annotations)
        let tokens = TokenizedJSON(document, blanks: .leftOut)
        let offsets = tokens.offsets
        var json = JSONWriter()
        json.object { json in
            json.field("id", article.name)
            json.key("text")
            json.string(document.text, document.text.bounds)
            json.array("tokens") { json in
                for word in tokens.words { json.string(document.text, Span(word.start, word.end)) }
            }
            json.array("ner_tags") { json in
                let whole = document.flatMentions.filter { document.text.trimmed($0.bounds) == $0.bounds }
                var column = TagColumn(whole, .iob2)
                var tag: [UInt8] = []
                for word in tokens.words {
                    tag.removeAll(keepingCapacity: true)
                    column.append(word, to: &tag)
                    tag.withUnsafeBufferPointer { json.string($0[...]) }
                }
            }
            json.array("token_start") { json in for start in tokens.starts { json.int(start) } }
            json.array("token_end") { json in for end in tokens.ends { json.int(end) } }
            json.array("entities") { json in
                for mention in annotations.mentions {
                    json.object { json in
                        json.field("start", offsets.count(before: mention.bounds.start))
                        json.field("end", offsets.count(before: mention.bounds.end))
                        json.field("label", mention.label.name)
                        json.key("text")
                        json.string(document.text, mention.bounds)
                        json.field("id", mention.id.text)
                        optional("value", mention.value, &json)
                        optional("link", mention.link, &json)
                        pairs("attributes", mention.attributes, &json)
                    }
                }
            }
            json.array("relations") { json in
                for relation in annotations.relations {
                    json.object { json in
                        json.field("head", relation.from.text)
                        json.field("tail", relation.to.text)
                        json.field("type", relation.kind)
                    }
                }
            }
            json.array("chains") { json in
                for chain in annotations.chains {
                    json.array { json in for id in chain.mentions { json.string(id.text) } }
                }
            }
            json.array("labels") { json in
                for label in annotations.labels {
                    json.object { json in
                        json.field("name", label.name)
                        optional("value", label.value, &json)
                    }
                }
            }
            pairs(
                "metadata",
                Dictionary(fields.fields(of: article).map { ($0.key, $0.value) }, uniquingKeysWith: { $1 }),
                &json)
        }
        json.lineBreak()
        output.bytes.append(contentsOf: json.bytes)
    }

    private static func optional(_ key: StaticString, _ value: String?, _ json: inout JSONWriter) {
        json.key(key)
        if let value { json.string(value) } else { json.literal("null") }
    }

    private static func pairs(_ key: StaticString, _ values: [String: String], _ json: inout JSONWriter) {
        json.array(key) { json in
            for (name, value) in values.sorted(by: { $0.key < $1.key }) {
                json.object { json in
                    json.field("name", name)
                    json.field("value", value)
                }
            }
        }
    }

    // MARK: Reading

    @Sendable static func read(_ input: Input) throws(FormatError) -> Imported {
        let json = try JSON(input)
        guard let body = try json.member("text") else { return try tokens(json, input) }
        var standoff = Standoff(Text(bytes: try body.bytes), .codePoints, file: input.name)
        var article = Article(name: "\(input.stem):\(input.firstLine)", text: standoff.text)
        for (key, value) in try json.members where value.kind != .null {
            standoff.attempt { (standoff) throws(FormatError) in
                switch key {
                case "text", "tokens", "ner_tags", "token_start", "token_end": break
                case "id": article.name = try value.name
                case "entities":
                    for element in try value.elements {
                        standoff.attempt { (standoff) throws(FormatError) in
                            try Self.entity(element, &standoff)
                        }
                    }
                case "relations":
                    for element in try value.elements {
                        standoff.attempt { (standoff) throws(FormatError) in
                            guard let head = try element.member("head"),
                                let tail = try element.member("tail"),
                                let kind = try element.member("type")
                            else { throw element.error("a relation needs \"head\", \"tail\" and \"type\"") }
                            standoff.relate(
                                try kind.string, from: try head.name, to: try tail.name, at: element.error)
                        }
                    }
                case "chains":
                    for element in try value.elements {
                        standoff.attempt { (standoff) throws(FormatError) in
                            var names: [String] = []
                            for name in try element.elements { names.append(try name.name) }
                            standoff.chain(names, at: element.error)
                        }
                    }
                case "labels":
                    for element in try value.elements {
                        guard let name = try element.member("name") else {
                            throw element.error("a label needs a \"name\"")
                        }
                        standoff.label(try name.string, value: try element.member("value")?.stringOrNull)
                    }
                case "metadata":
                    for (name, value) in try Self.pairs(value) { fields.take(name, value, into: &article) }
                default:
                    standoff.findings.warn(
                        value.error("the column \"\(key)\" is not known here and left out"))
                }
            }
        }
        let document = standoff.document(article)
        return standoff.findings.imported([document])
    }

    private static func pairs(_ json: JSON) throws(FormatError) -> [(String, String)] {
        var pairs: [(String, String)] = []
        for element in try json.elements {
            guard let name = try element.member("name"), let value = try element.member("value") else {
                throw element.error("a \"name\" and a \"value\" are needed here")
            }
            pairs.append((try name.string, try value.string))
        }
        return pairs
    }

    private static func entity(_ json: JSON, _ standoff: inout Standoff) throws(FormatError) {
        var (start, end, label, words): (JSON?, JSON?, String?, JSON?)
        var draft = Standoff.Draft(spans: SpanSet(0, 0), label: "")
        for (key, value) in try json.members where value.kind != .null {
            switch key {
            case "start": start = value
            case "end": end = value
            case "label": label = try value.string
            case "text": words = value
            case "id": draft.id = try value.name
            case "value": draft.value = try value.string
            case "link": draft.link = try value.string
            case "attributes": for (name, value) in try pairs(value) { draft.attributes[name] = value }
            default: standoff.findings.warn(value.error("the key \"\(key)\" is not known here and left out"))
            }
        }
        guard let label else { throw json.error("an entity needs a \"label\"") }
        draft.label = label
        draft.spans = try standoff.spans(start, end, of: json)
        if let words { standoff.compare(words, with: draft.spans) }
        standoff.add(draft, as: draft.id, at: json.error)
    }

    /// A row without a text: it is put together from the tokens, and the tags are all there is.
    private static func tokens(_ json: JSON, _ input: Input) throws(FormatError) -> Imported {
        guard let tokens = try json.member("tokens"), let tags = try json.member("ner_tags") else {
            throw json.error("the row has neither a \"text\" nor \"tokens\" and \"ner_tags\"")
        }
        var findings = Findings(input.name)
        var words = Detokenizer()
        var decoder = TagDecoder()
        var rest = try tags.elements
        for token in try tokens.elements {
            let bytes = try token.bytes
            guard let tag = rest.next() else { throw tokens.error("there are more tokens than tags") }
            guard !bytes.isEmpty else { continue }
            guard tag.kind == .string else {
                throw tag.error(
                    "the tags are numbers; write their names first (features[\"ner_tags\"].feature.names)")
            }
            let place = words.add(bytes[...], beginsSentence: words.bytes.isEmpty)
            if let doubt = decoder.add(try tag.bytes[...], place) { findings.warn(tag.error(doubt)) }
        }
        if let tag = rest.next() { throw tag.error("there are more tags than tokens") }
        decoder.close()
        let mentions = decoder.mentions.enumerated().map { number, mention in
            Mention(
                id: ID("m\(number + 1)"), spans: SpanSet(mention.span), label: decoder.labels[mention.label])
        }
        let name = try json.member("id")?.name ?? "\(input.stem):\(input.firstLine)"
        let article = Article(name: name, text: Text(bytes: words.bytes))
        return findings.imported([Document(article: article, annotations: Annotations(mentions: mentions))])
    }
}
