import Articles

/// PubAnnotation JSON: a text with denotations, relations and attributes.
///
/// A discontinuous mention has a list of spans. Values, links and attributes are attributes (`value`, `link` and their
/// own names), a chain is relations of the kind `coreference`. Offsets count code points. Source: pubannotation.org,
/// "Annotation format".
extension Format {
    static let pubAnnotation = Format(
        name: "pubannotation", title: "PubAnnotation", extensions: ["json"], offsets: [.codePoints],
        carries: [
            .mentions, .nested, .overlapping, .discontinuous, .blank, .attributes, .values, .links,
            .relations,
            .chains, .returns, .controls, .margins, .spelling, .spacing,
        ],
        adapt: PubAnnotation.adapted,
        read: Reader(recognises: { JSONPeek.kind(of: $0) == .pubAnnotation }, PubAnnotation.read),
        write: Writer(.oneDocument, PubAnnotation.write))
}

private enum PubAnnotation {
    private static let names = ArticleFields(reserved: ["value", "link"])

    /// An attribute must say something: an empty one is a flag.
    @Sendable static func adapted(_ document: Document) -> Document {
        ChainPairs.adapted(document).respelled { mention in
            if mention.value == "" { mention.value = nil }
            if mention.link == "" { mention.link = nil }
            for (name, value) in mention.attributes where value.isEmpty { mention.attributes[name] = "true" }
        }
    }

    @Sendable static func write(_ document: Document, _ options: ExportOptions, _ output: inout Output) {
        let annotations = document.annotations
        let offsets = OffsetUnits(document.text, .codePoints)
        var json = JSONWriter()
        func span(_ span: Span, _ json: inout JSONWriter) {
            json.object { json in
                json.field("begin", offsets.count(before: span.start))
                json.field("end", offsets.count(before: span.end))
            }
        }
        json.object { json in
            json.key("text")
            json.string(document.text, document.text.bounds)
            json.field("sourcedb", document.article.source ?? "glosse")
            json.field("sourceid", document.article.name)
            json.array("denotations") { json in
                for mention in annotations.mentions {
                    json.object { json in
                        json.field("id", mention.id.text)
                        json.key("span")
                        if mention.spans.isContiguous {
                            span(mention.bounds, &json)
                        } else {
                            json.array { json in
                                for fragment in mention.spans.fragments { span(fragment, &json) }
                            }
                        }
                        json.field("obj", mention.label.name)
                    }
                }
            }
            var count = 0
            json.array("relations") { json in
                func relation(_ from: ID, _ to: ID, _ kind: String) {
                    count += 1
                    json.object { json in
                        json.field("id", "R\(count)")
                        json.field("subj", from.text)
                        json.field("pred", kind)
                        json.field("obj", to.text)
                    }
                }
                for one in annotations.relations { relation(one.from, one.to, one.kind) }
                ChainPairs.forEach(annotations) { relation($0, $1, ChainPairs.kind) }
            }
            json.array("attributes") { json in
                for mention in annotations.mentions { attributes(mention, &count, &json) }
            }
        }
        json.lineBreak()
        output.bytes.append(contentsOf: json.bytes)
    }

    private static func attributes(_ mention: Mention, _ count: inout Int, _ json: inout JSONWriter) {
        var all: [(String, String)] = []
        if let value = mention.value { all.append(("value", value)) }
        if let link = mention.link { all.append(("link", link)) }
        all += mention.attributes.sorted { $0.key < $1.key }.map { (names.name($0.key), $0.value) }
        for (name, value) in all {
            count += 1
            json.object { json in
                json.field("id", "A\(count)")
                json.field("subj", mention.id.text)
                json.field("pred", name)
                json.field("obj", value)
            }
        }
    }

    // MARK: Reading

    @Sendable static func read(_ input: Input) throws(FormatError) -> Imported {
        let json = try JSON(input)
        guard json.kind == .array else { return try document(json, input) }
        var all = Imported()
        for element in try json.elements {
            do throws(FormatError) { all.append(try document(element, input)) } catch {
                all.errors.append(error)
            }
        }
        return all
    }

    private static func document(_ json: JSON, _ input: Input) throws(FormatError) -> Imported {
        guard let body = try json.member("text") else { throw json.error("the document has no \"text\"") }
        var standoff = Standoff(Text(bytes: try body.bytes), .codePoints, file: input.name)
        var article = Article(name: input.stem, text: standoff.text)
        var later: [(key: String, value: JSON)] = []
        for (key, value) in try json.members {
            standoff.attempt { (standoff) throws(FormatError) in
                switch key {
                case "text", "target", "tracks", "project", "divid", "namespaces": break
                case "sourcedb": article.source = try value.string == "glosse" ? nil : value.string
                case "sourceid": article.name = try value.name
                case "denotations", "relations", "attributes": later.append((key, value))
                default:
                    standoff.findings.warn(value.error("the key \"\(key)\" is not known here and left out"))
                }
            }
        }
        // Denotations first: the others refer to them.
        for wanted in ["denotations", "relations", "attributes"] {
            for (_, list) in later.filter({ $0.key == wanted }) {
                for element in try list.elements {
                    standoff.attempt { (standoff) throws(FormatError) in
                        try Self.read(element, wanted, &standoff)
                    }
                }
            }
        }
        let document = standoff.document(article)
        return standoff.findings.imported([document])
    }

    private static func read(_ json: JSON, _ list: String, _ standoff: inout Standoff) throws(FormatError) {
        let id = try json.member("id")?.name
        if list == "denotations" {
            guard let span = try json.member("span"), let label = try json.member("obj")?.string else {
                throw json.error("a denotation needs \"span\" and \"obj\"")
            }
            var parts: [Span] = []
            for part in span.kind == .array ? Array(try span.elements) : [span] {
                parts.append(try standoff.spans(part.member("begin"), part.member("end"), of: part).bounds)
            }
            guard let spans = SpanSet(parts) else { throw span.error("the list of spans is empty") }
            standoff.add(Standoff.Draft(spans: spans, label: label, id: id), as: id, at: json.error)
            return
        }
        guard let subject = try json.member("subj")?.name, let kind = try json.member("pred")?.string,
            let object = try json.member("obj")
        else { throw json.error("\"subj\", \"pred\" and \"obj\" are needed here") }
        guard list == "attributes" else {
            if kind == ChainPairs.kind {
                standoff.join(subject, try object.name, at: json.error)
            } else {
                standoff.relate(kind, from: subject, to: try object.name, id: id, at: json.error)
            }
            return
        }
        let value = try object.kind == .string ? object.string : object.literal
        let isThere = standoff.change(subject) { mention in
            switch kind {
            case "value": mention.value = value
            case "link": mention.link = value
            default: mention.attributes[names.original(kind)] = value
            }
        }
        guard isThere else {
            throw json.error("\(subject) does not exist; the attribute \(kind) is left out")
        }
    }
}
