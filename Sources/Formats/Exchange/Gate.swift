import Articles

/// GATE BDOC JSON: a text with annotations of any type and features of any name.
///
/// A mention is an annotation whose type is the label; link (`kb`), value, attributes, status and origin are features. A
/// relation is an annotation of the type `Relation` with the features `head`, `tail` and `type`, a chain a list of
/// `MatchesAnnots` as GATE's coreference tools write it. Offsets count code points (`p`); Java's (`j`) are read too. Source:
/// the format of GATE's Format_Bdoc plugin and of gatenlp.
extension Format {
    static let gate = Format(
        name: "gate", title: "GATE BDOC, JSON", extensions: ["bdocjs", "bdoc"], offsets: [.codePoints],
        carries: [
            .mentions, .nested, .overlapping, .blank, .attributes, .values, .links, .relations, .chains,
            .labels,
            .metadata, .returns, .controls, .margins, .spelling, .spacing,
        ],
        adapt: Gate.adapted,
        read: Reader(recognises: { JSONPeek.kind(of: $0) == .gate }, Gate.read),
        write: Writer(.oneDocument, Gate.write))
}

private enum Gate {
    private static let fields = ArticleFields(reserved: ["MatchesAnnots", "labels"])
    private static let features = ArticleFields(reserved: [
        "kb", "value", "status", "origin", "confidence", "head", "tail", "type", "id",
    ])

    /// `Relation` is what relations are called.
    @Sendable static func adapted(_ document: Document) -> Document {
        document.respelled { mention in
            if mention.label == "Relation" { mention.label = "Relation_" }
        }
    }

    @Sendable static func write(_ document: Document, _ options: ExportOptions, _ output: inout Output) {
        let annotations = document.annotations
        let offsets = OffsetUnits(document.text, .codePoints)
        var numbers: [ID: Int] = [:]
        for mention in annotations.mentions { numbers[mention.id] = numbers.count }
        var json = JSONWriter()
        func annotation(
            _ type: String, _ span: Span, _ number: Int, _ json: inout JSONWriter,
            _ content: (inout JSONWriter) -> Void
        ) {
            json.object { json in
                json.field("type", type)
                json.field("start", offsets.count(before: span.start))
                json.field("end", offsets.count(before: span.end))
                json.field("id", number)
                json.object("features", content)
            }
        }
        json.object { json in
            json.object("annotation_sets") { json in
                json.object("") { json in
                    json.field("name", "detached-from:")
                    json.array("annotations") { json in
                        for (number, mention) in annotations.mentions.enumerated() {
                            annotation(mention.label.name, mention.bounds, number, &json) { json in
                                if let link = mention.link { json.field("kb", link) }
                                if let value = mention.value { json.field("value", value) }
                                for (name, value) in mention.attributes.sorted(by: { $0.key < $1.key }) {
                                    json.field(named: features.name(name), value)
                                }
                                json.credit(mention.origin, mention.status)
                            }
                        }
                        var number = numbers.count
                        for relation in annotations.relations {
                            guard let head = numbers[relation.from], let tail = numbers[relation.to],
                                let place = annotations.mentions[relation.from]?.bounds
                            else { continue }
                            annotation("Relation", place, number, &json) { json in
                                json.field("head", head)
                                json.field("tail", tail)
                                json.field("type", relation.kind)
                                json.credit(relation.origin, relation.status)
                            }
                            number += 1
                        }
                    }
                    json.field("next_annid", numbers.count + annotations.relations.count)
                }
            }
            json.key("text")
            json.string(document.text, document.text.bounds)
            json.object("features") { json in
                for (key, value) in fields.fields(of: document.article) { json.field(named: key, value) }
                if !annotations.chains.isEmpty {
                    json.object("MatchesAnnots") { json in
                        json.array("") { json in
                            for chain in annotations.chains {
                                json.array { json in
                                    for id in chain.mentions {
                                        if let number = numbers[id] { json.int(number) }
                                    }
                                }
                            }
                        }
                    }
                }
                if !annotations.labels.isEmpty {
                    json.array("labels") { json in
                        for label in annotations.labels {
                            json.object { json in
                                json.field("name", label.name)
                                if let value = label.value { json.field("value", value) }
                            }
                        }
                    }
                }
            }
            json.field("offset_type", "p")
            json.field("name", document.article.name)
        }
        json.lineBreak()
        output.bytes.append(contentsOf: json.bytes)
    }

    // MARK: Reading

    @Sendable static func read(_ input: Input) throws(FormatError) -> Imported {
        let json = try JSON(input)
        guard let body = try json.member("text"), body.kind == .string else {
            throw json.error("the document has no \"text\"")
        }
        let unit: OffsetUnit
        switch try json.member("offset_type")?.string ?? "p" {
        case "p": unit = .codePoints
        case "j": unit = .utf16
        case let other: throw json.error("the offset type \"\(other)\" is neither p nor j")
        }
        var standoff = Standoff(Text(bytes: try body.bytes), unit, file: input.name)
        var article = Article(name: input.stem, text: standoff.text)
        if let sets = try json.member("annotation_sets") {
            for (name, set) in try sets.members {
                guard let list = try set.member("annotations") else { continue }
                for element in try list.elements {
                    standoff.attempt { (standoff) throws(FormatError) in
                        try Self.annotation(element, in: name, &standoff)
                    }
                }
            }
        }
        for (key, value) in try json.members {
            standoff.attempt { (standoff) throws(FormatError) in
                switch key {
                case "text", "offset_type", "annotation_sets": break
                case "name": article.name = try value.string.isEmpty ? input.stem : value.string
                case "features":
                    for (key, value) in try value.members {
                        try Self.feature(key, value, &article, &standoff)
                    }
                default:
                    standoff.findings.warn(value.error("the key \"\(key)\" is not known here and left out"))
                }
            }
        }
        let document = standoff.document(article)
        return standoff.findings.imported([document])
    }

    private static func annotation(
        _ json: JSON, in set: String, _ standoff: inout Standoff
    ) throws(FormatError) {
        guard let type = try json.member("type")?.string, let number = try json.member("id") else {
            throw json.error("an annotation needs \"type\", \"start\", \"end\" and \"id\"")
        }
        let name = "\(set)/\(try number.int)"
        let known =
            try json.member("features")?.list ?? []
        if type == "Relation", let head = known.first(where: { $0.key == "head" })?.value,
            let tail = known.first(where: { $0.key == "tail" })?.value,
            let kind = known.first(where: { $0.key == "type" })?.value
        {
            var credit = JSONLine.Credit()
            for (key, value) in known { _ = try credit.take(key, value) }
            standoff.relate(
                try kind.string, from: "\(set)/\(try head.int)", to: "\(set)/\(try tail.int)", credit: credit,
                at: json.error)
            return
        }
        var draft = Standoff.Draft(
            spans: try standoff.spans(json.member("start"), json.member("end"), of: json), label: type)
        for (key, value) in known {
            switch key {
            case "kb": draft.link = try value.string
            case "value": draft.value = try value.name
            default:
                if ["status", "origin", "confidence"].contains(key),
                    (try? draft.credit.take(key, value)) == true
                {
                    continue
                }
                guard value.kind == .string || value.kind == .number else {
                    standoff.findings.add(value.error("the feature \"\(key)\" is no text and left out"))
                    continue
                }
                draft.attributes[features.original(key)] = try value.name
            }
        }
        standoff.add(draft, as: name, at: json.error)
    }

    private static func feature(
        _ key: String, _ value: JSON, _ article: inout Article, _ standoff: inout Standoff
    ) throws(FormatError) {
        switch key {
        case "MatchesAnnots":
            for (set, chains) in try value.members {
                for chain in try chains.elements {
                    var names: [String] = []
                    for number in try chain.elements {
                        names.append("\(set == "null" ? "" : set)/\(try number.int)")
                    }
                    standoff.chain(names, at: chain.error)
                }
            }
        case "labels" where value.kind == .array:
            for element in try value.elements {
                guard let name = try element.member("name") else {
                    throw element.error("a label needs a \"name\"")
                }
                standoff.label(try name.string, value: try element.member("value")?.stringOrNull)
            }
        default:
            guard value.kind == .string || value.kind == .number else {
                standoff.findings.add(value.error("the feature \"\(key)\" is no text and left out"))
                return
            }
            fields.take(key, try value.name, into: &article)
        }
    }
}
