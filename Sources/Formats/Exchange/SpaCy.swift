import Articles

/// spaCy's own JSON, a `Doc` a line, as `Doc.to_json` writes and `Doc.from_json` reads it.
///
/// Tokens are cut where mentions begin and end, so that `from_json` takes every span; white space that is no single blank
/// is a token, as in spaCy. `ents` are the longest of mentions that share text, `spans` of the key `sc` are all. A line is
/// made into a `DocBin` with one line of Python, which the README gives. Training examples `[text, {"entities": …}]` and
/// `{"text": …, "entities": …}` are read too. Offsets count code points. Source: spacy.io, API of `Doc`.
extension Format {
    static let spaCy = Format(
        name: "spacy", title: "spaCy, a Doc a line for DocBin", extensions: ["jsonl"], offsets: [.codePoints],
        carries: [
            .mentions, .nested, .overlapping, .links, .labels, .returns, .controls, .spelling, .spacing,
        ],
        adapt: SpaCy.adapted,
        read: Reader(framing: .lines, recognises: { JSONPeek.kind(of: $0) == .spaCy }, SpaCy.read),
        write: Writer(.anyNumber(), SpaCy.write))
}

private enum SpaCy {
    /// spaCy's categories have names and scores, no values.
    @Sendable static func adapted(_ document: Document) -> Document {
        var changes: [Annotations.Change] = []
        var names: Set<String> = []
        for label in document.annotations.labels {
            let name = label.name + (label.value.map { "=" + $0 } ?? "")
            if !names.insert(name).inserted { changes.append(.remove(label.id)) }
        }
        for mention in document.annotations.mentions where mention.link == "" {
            var mention = mention
            mention.link = nil
            changes.append(.set(.mention(mention)))
        }
        guard !changes.isEmpty else { return document }
        return Document(article: document.article, annotations: document.annotations.changed(changes))
    }

    @Sendable static func write(_ document: Document, _ options: ExportOptions, _ output: inout Output) {
        let tokens = TokenizedJSON(document, blanks: .words)
        let annotations = document.annotations
        var json = JSONWriter()
        func span(_ mention: Mention, _ json: inout JSONWriter) {
            json.object { json in
                let place = tokens.offsets.range(of: mention.bounds)
                json.field("start", place.lowerBound)
                json.field("end", place.upperBound)
                json.field("label", mention.label.name)
                json.field("kb_id", mention.link ?? "")
            }
        }
        json.object { json in
            json.key("text")
            json.string(document.text, document.text.bounds)
            json.array("ents") { json in
                for mention in document.flatMentions { span(mention, &json) }
            }
            json.object("cats") { json in
                for label in annotations.labels {
                    json.key(named: label.name + (label.value.map { "=" + $0 } ?? ""))
                    json.float(1)
                }
            }
            json.array("tokens") { json in
                for index in tokens.words.indices {
                    json.object { json in
                        json.field("id", index)
                        json.field("start", tokens.starts[index])
                        json.field("end", tokens.ends[index])
                    }
                }
            }
            json.object("spans") { json in
                json.key("sc")
                json.array { json in
                    for mention in annotations.mentions { span(mention, &json) }
                }
            }
        }
        json.lineBreak()
        output.bytes.append(contentsOf: json.bytes)
    }

    // MARK: Reading

    @Sendable static func read(_ input: Input) throws(FormatError) -> Imported {
        let json = try JSON(input)
        var (body, parts): (JSON?, [(key: String, value: JSON)]) = (nil, [])
        if json.kind == .array {
            let pair = Array(try json.elements)
            guard pair.count == 2 else { throw json.error("an example is [text, {\"entities\": …}]") }
            body = pair[0]
            parts = Array(try pair[1].members)
        } else {
            body = try json.member("text")
            parts = try json.members.filter { $0.key != "text" }
        }
        guard let body else { throw json.error("the document has no \"text\"") }
        var standoff = Standoff(Text(bytes: try body.bytes), .codePoints, file: input.name)
        var seen: Set<String> = []
        // The groups of spans may say more about the same places than the entities.
        for (key, value) in parts.sorted(by: { ($0.key == "spans" ? 0 : 1) < ($1.key == "spans" ? 0 : 1) }) {
            standoff.attempt { (standoff) throws(FormatError) in
                switch key {
                case "tokens", "sents": break
                case "ents", "entities", "label", "labels":
                    for element in try value.elements {
                        standoff.attempt { (standoff) throws(FormatError) in
                            try Self.span(element, &standoff, &seen)
                        }
                    }
                case "spans":
                    for (_, group) in try value.members {
                        for element in try group.elements {
                            standoff.attempt { (standoff) throws(FormatError) in
                                try Self.span(element, &standoff, &seen)
                            }
                        }
                        // What a group says twice, it means twice; what two groups say, once.
                        seen = Set(seen.map { $0.hasSuffix("*") ? $0 : $0 + "*" })
                    }
                case "cats":
                    for (name, score) in try value.members {
                        guard try score.float >= 0.5 else { continue }
                        let parts = name[...].parts(between: "=", maxSplits: 1, omittingEmpty: false)
                        standoff.label(
                            String(parts.first ?? ""), value: parts.count > 1 ? String(parts[1]) : nil)
                    }
                default:
                    standoff.findings.warn(value.error("the key \"\(key)\" is not known here and left out"))
                }
            }
        }
        let article = Article(name: "\(input.stem):\(input.firstLine)", text: standoff.text)
        let document = standoff.document(article)
        return standoff.findings.imported([document])
    }

    /// - Parameter seen: the places and labels that came in; with a star those of groups that are complete.
    private static func span(
        _ json: JSON, _ standoff: inout Standoff, _ seen: inout Set<String>
    ) throws(FormatError) {
        var (start, end, label, link): (JSON?, JSON?, String?, String?)
        if json.kind == .array {
            let parts = Array(try json.elements)
            guard parts.count >= 3 else { throw json.error("a span is [start, end, label]") }
            (start, end, label) = (parts[0], parts[1], try parts[2].string)
            if parts.count > 3 { link = try parts[3].name }
        } else {
            for (key, value) in try json.members {
                switch key {
                case "start": start = value
                case "end": end = value
                case "label": label = try value.string
                case "kb_id": link = try value.name
                case "id", "text", "token_start", "token_end": break
                default:
                    standoff.findings.warn(value.error("the key \"\(key)\" is not known here and left out"))
                }
            }
        }
        guard let label else { throw json.error("a span needs a \"label\"") }
        let draft = Standoff.Draft(
            spans: try standoff.spans(start, end, of: json), label: label, link: link == "" ? nil : link)
        let key = "\(draft.spans.start)-\(draft.spans.end)-\(label)"
        guard !seen.contains(key + "*") else { return }
        seen.insert(key)
        standoff.add(draft, as: nil, at: json.error)
    }
}
