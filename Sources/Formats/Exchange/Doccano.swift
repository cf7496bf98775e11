import Articles

/// doccano JSONL: a text a line with its spans and, for projects with relations, entities and relations by number.
///
/// Both lists are written, since a project of either type takes only its own. A chain is relations of the type
/// `coreference`. Properties of the article are columns, which doccano keeps as the example's metadata. Offsets count code
/// points. Source: the import and export of doccano 1.8.
extension Format {
    static let doccano = Format(
        name: "doccano", title: "doccano, spans and relations", extensions: ["jsonl"], offsets: [.codePoints],
        carries: [
            .mentions, .nested, .overlapping, .blank, .relations, .chains, .metadata, .returns, .controls,
            .margins,
            .spelling, .spacing,
        ],
        adapt: ChainPairs.adapted,
        read: Reader(framing: .lines, recognises: { JSONPeek.kind(of: $0) == .doccano }, Doccano.read),
        write: Writer(.anyNumber(), Doccano.write))
}

private enum Doccano {
    @Sendable static func write(_ document: Document, _ options: ExportOptions, _ output: inout Output) {
        let annotations = document.annotations
        let offsets = OffsetUnits(document.text, .codePoints)
        var json = JSONWriter()
        json.object { json in
            json.key("text")
            json.string(document.text, document.text.bounds)
            write(document.article, &json)
            json.array("label") { json in
                for mention in annotations.mentions {
                    json.array { json in
                        json.int(offsets.count(before: mention.bounds.start))
                        json.int(offsets.count(before: mention.bounds.end))
                        json.string(mention.label.name)
                    }
                }
            }
            var numbers: [ID: Int] = [:]
            json.array("entities") { json in
                for (number, mention) in annotations.mentions.enumerated() {
                    numbers[mention.id] = number
                    json.object { json in
                        json.field("id", number)
                        json.field("label", mention.label.name)
                        json.field("start_offset", offsets.count(before: mention.bounds.start))
                        json.field("end_offset", offsets.count(before: mention.bounds.end))
                    }
                }
            }
            json.array("relations") { json in
                var count = 0
                func relation(_ from: ID, _ to: ID, _ kind: String) {
                    guard let from = numbers[from], let to = numbers[to] else { return }
                    json.object { json in
                        json.field("id", count)
                        json.field("from_id", from)
                        json.field("to_id", to)
                        json.field("type", kind)
                    }
                    count += 1
                }
                for one in annotations.relations { relation(one.from, one.to, one.kind) }
                ChainPairs.forEach(annotations) { relation($0, $1, ChainPairs.kind) }
            }
            json.array("Comments") { _ in }
        }
        json.lineBreak()
        output.bytes.append(contentsOf: json.bytes)
    }

    /// The same columns in every row: doccano's table has holes otherwise, which its database refuses.
    private static func write(_ article: Article, _ json: inout JSONWriter) {
        json.field("name", article.name)
        let rest = [
            ("title", article.ownTitle), ("source", article.source), ("date", article.date),
            ("language", article.language),
        ]
        for (key, value) in rest {
            json.key(named: key)
            if let value { json.string(value) } else { json.literal("null") }
        }
        json.object("metadata") { json in
            for (key, value) in article.metadata.sorted(by: { $0.key < $1.key }) {
                json.field(named: key, value)
            }
        }
    }

    @Sendable static func read(_ input: Input) throws(FormatError) -> Imported {
        let json = try JSON(input)
        guard let body = try json.member("text", or: "data") else {
            throw json.error("the example has no \"text\"")
        }
        var standoff = Standoff(Text(bytes: try body.bytes), .codePoints, file: input.name)
        var article = Article(name: "\(input.stem):\(input.firstLine)", text: standoff.text)
        var number: String?
        let hasEntities = try json.member("entities")?.isList(of: .object) ?? false
        for (key, value) in try json.members where value.kind != .null {
            standoff.attempt { (standoff) throws(FormatError) in
                switch key {
                case "text", "data": break
                case "id": number = try value.name
                case "name": article.name = try value.string
                case "title": article.title = try value.string
                case "source": article.source = try value.string
                case "date": article.date = try value.string
                case "language": article.language = try value.string
                case "metadata": article.metadata = try value.strings
                case "label", "labels", "entities":
                    // Entities say the same as the labels, and more.
                    if key != "entities", hasEntities { break }
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
                case "cats":
                    for element in try value.elements { standoff.label(try element.string, value: nil) }
                case "Comments", "comments":
                    for element in try value.elements { standoff.note(try element.string, on: .article) }
                default:
                    guard value.kind == .string || value.kind == .number else {
                        throw value.error("the column \"\(key)\" is not text and left out")
                    }
                    article.metadata[key] = try value.name
                }
            }
        }
        if let number, try json.member("name") == nil { article.name = "\(input.stem):\(number)" }
        let document = standoff.document(article)
        return standoff.findings.imported([document])
    }

    private static func span(_ json: JSON, _ standoff: inout Standoff) throws(FormatError) {
        if json.kind == .array {
            let parts = Array(try json.elements)
            guard parts.count == 3 else { throw json.error("a span is [start, end, label]") }
            let draft = Standoff.Draft(
                spans: try standoff.spans(parts[0], parts[1], of: json), label: try parts[2].string)
            standoff.add(draft, as: nil, at: json.error)
            return
        }
        var (start, end, label, name): (JSON?, JSON?, String?, String?)
        for (key, value) in try json.members {
            switch key {
            case "id": name = try value.name
            case "label": label = try value.string
            case "start_offset": start = value
            case "end_offset": end = value
            default: standoff.findings.warn(value.error("the key \"\(key)\" is not known here and left out"))
            }
        }
        guard let label else { throw json.error("an entity needs a \"label\"") }
        let draft = Standoff.Draft(spans: try standoff.spans(start, end, of: json), label: label)
        standoff.add(draft, as: name, at: json.error)
    }

    private static func relation(_ json: JSON, _ standoff: inout Standoff) throws(FormatError) {
        var (from, to, kind): (String?, String?, String?)
        for (key, value) in try json.members {
            switch key {
            case "id": break
            case "from_id": from = try value.name
            case "to_id": to = try value.name
            case "type": kind = try value.string
            default: standoff.findings.warn(value.error("the key \"\(key)\" is not known here and left out"))
            }
        }
        guard let from, let to, let kind else {
            throw json.error("a relation needs \"from_id\", \"to_id\" and \"type\"")
        }
        if kind == ChainPairs.kind {
            standoff.join(from, to, at: json.error)
        } else {
            standoff.relate(kind, from: from, to: to, at: json.error)
        }
    }
}

extension JSON {
    /// Whether it is a list whose first element, if there is one, is of the kind.
    func isList(of kind: Kind) throws(FormatError) -> Bool {
        var elements = try elements
        return elements.next().map { $0.kind == kind } ?? false
    }
}

extension Standoff {
    /// Runs a step whose failure costs only what it reads.
    mutating func attempt(_ body: (inout Standoff) throws(FormatError) -> Void) {
        do throws(FormatError) { try body(&self) } catch { findings.add(error) }
    }
}
