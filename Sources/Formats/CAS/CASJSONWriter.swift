import Articles

/// Writes a document as CAS JSON: the types it uses, its feature structures, and the one view that holds them.
struct CASJSONWriter {
    private let document: Document
    private let offsets: OffsetUnits
    private var json = JSONWriter()
    private var last = 1
    private var members: [Int] = []
    private var numbers: [ID: Int] = [:]

    @Sendable static func write(_ document: Document, _ options: ExportOptions, _ output: inout Output) {
        var writer = CASJSONWriter(document)
        writer.writeAll()
        output.bytes.append(contentsOf: writer.json.bytes)
    }

    private init(_ document: Document) {
        self.document = document
        offsets = OffsetUnits(document.text, .utf16)
    }

    private mutating func writeAll() {
        let text = document.text
        json.open(.object)
        json.object("%HEADER") { json in
            json.field("%VERSION", "0.4.0")
            json.field("%OFFSET_ENCODING", "UTF-16")
        }
        writeTypes()
        json.key("%FEATURE_STRUCTURES")
        json.open(.array)
        json.object { json in
            json.field("%ID", 1)
            json.field("%TYPE", CAS.sofa)
            json.field("sofaNum", 1)
            json.field("sofaID", "_InitialView")
            json.field("mimeType", "text")
            json.key("sofaString")
            json.string(text, text.bounds)
        }
        writeArticle()
        writeTokens()
        for mention in document.annotations.mentions { write(mention) }
        for relation in document.annotations.relations { write(relation) }
        for chain in document.annotations.chains { write(chain) }
        json.close(.array)
        let members = members
        json.object("%VIEWS") { json in
            json.object("_InitialView") { json in
                json.field("%SOFA", 1)
                json.array("%MEMBERS") { json in for member in members { json.int(member) } }
            }
        }
        json.close(.object)
        json.lineBreak()
    }

    // MARK: Types

    private mutating func writeTypes() {
        let attributes = Set(document.annotations.mentions.flatMap(\.attributes.keys)).sorted()
        let entity = ["value", "identifier", "normalValue"] + attributes.map(CAS.features.name)
        json.object("%TYPES") { json in
            func type(_ name: String, _ parent: String, _ features: [(String, String)]) {
                json.key(named: name)
                json.object { json in
                    json.field("%NAME", name)
                    json.field("%SUPER_TYPE", parent)
                    for (feature, range) in features {
                        json.key(named: feature)
                        json.object { json in
                            json.field("%NAME", feature)
                            json.field("%RANGE", range)
                        }
                    }
                }
            }
            type(CAS.token, CAS.annotation, [])
            type(CAS.sentence, CAS.annotation, [])
            type(CAS.entity, CAS.annotation, entity.map { ($0, CAS.string) })
            type(
                CAS.relation, CAS.annotation,
                [("Governor", CAS.entity), ("Dependent", CAS.entity), ("label", CAS.string)])
            type(
                CAS.chainLink, CAS.annotation,
                [("next", CAS.chainLink), ("referenceType", CAS.string), ("referenceRelation", CAS.string)])
            type(CAS.chain, CAS.base, [("first", CAS.chainLink)])
            type(
                CAS.metadata, "uima.tcas.DocumentAnnotation",
                ["documentTitle", "documentId", "documentUri", "collectionId", "documentBaseUri"].map {
                    ($0, CAS.string)
                })
            type(CAS.property, CAS.annotation, [("key", CAS.string), ("value", CAS.string)])
            type(CAS.label, CAS.base, [("name", CAS.string), ("value", CAS.string)])
        }
    }

    // MARK: Feature structures

    /// Writes a feature structure that belongs to the view.
    @discardableResult
    private mutating func structure(
        _ type: String, _ span: Span?, _ features: (inout JSONWriter) -> Void = { _ in }
    ) -> Int {
        last += 1
        members.append(last)
        json.open(.object)
        json.field("%ID", last)
        json.field("%TYPE", type)
        json.field("@sofa", 1)
        if let span {
            json.field("begin", offsets.count(before: span.start))
            json.field("end", offsets.count(before: span.end))
        }
        features(&json)
        json.close(.object)
        return last
    }

    private mutating func writeArticle() {
        let article = document.article
        structure(CAS.metadata, document.text.bounds) { json in
            json.field("language", article.language ?? "x-unspecified")
            if let title = article.ownTitle { json.field("documentTitle", title) }
            json.field("documentId", article.name)
            if let source = article.source { json.field("documentUri", source) }
        }
        for (key, value) in CAS.fields.fields(of: article)
        where !["title", "source", "language"].contains(key) {
            structure(CAS.property, Span(0, 0)) { json in
                json.field("key", key)
                json.field("value", value)
            }
        }
        for label in document.annotations.labels {
            structure(CAS.label, nil) { json in
                json.field("name", label.name)
                if let value = label.value { json.field("value", value) }
            }
        }
    }

    private mutating func writeTokens() {
        var sentence: Span?
        for word in Words(document.text, cutBy: document.annotations.mentions, blanks: .leftOut).words {
            let span = Span(word.start, word.end)
            if word.beginsSentence {
                if let sentence { structure(CAS.sentence, sentence) }
                sentence = span
            }
            sentence = sentence?.union(span)
            structure(CAS.token, span)
        }
        if let sentence { structure(CAS.sentence, sentence) }
    }

    private mutating func write(_ mention: Mention) {
        numbers[mention.id] = structure(CAS.entity, mention.bounds) { json in
            json.field("value", mention.label.name)
            if let link = mention.link { json.field("identifier", link) }
            if let value = mention.value { json.field("normalValue", value) }
            for (name, value) in mention.attributes.sorted(by: { $0.key < $1.key }) {
                json.field(named: CAS.features.name(name), value)
            }
        }
    }

    private mutating func write(_ relation: Relation) {
        guard let governor = numbers[relation.from], let dependent = numbers[relation.to],
            let place = document.annotations.mentions[relation.to]?.bounds
        else { return }
        structure(CAS.relation, place) { json in
            json.field("@Governor", governor)
            json.field("@Dependent", dependent)
            json.field("label", relation.kind)
        }
    }

    private mutating func write(_ chain: Chain) {
        let mentions = chain.mentions.compactMap { document.annotations.mentions[$0] }
        guard !mentions.isEmpty else { return }
        let first = last + 1
        for (index, mention) in mentions.enumerated() {
            let isLast = index == mentions.count - 1
            let next = last + 2
            structure(CAS.chainLink, mention.bounds) { json in
                json.field("referenceType", mention.label.name)
                if !isLast { json.field("@next", next) }
            }
        }
        structure(CAS.chain, nil) { json in json.field("@first", first) }
    }
}
