import Articles

/// FollowTheMoney: an entity a line, as Aleph and OpenSanctions exchange them.
///
/// People, organisations, places, events, offices, works and laws become entities that the article's `Article` mentions; memberships and
/// offices are links of their own, other relations `UnknownLink`. Ids are made of the article's name and what is meant, so
/// that the same export gives the same ids. Source: followthemoney.tech, "Schema explorer".
extension Format {
    static let followTheMoney = Format(
        name: "ftm", title: "FollowTheMoney entities, Aleph and OpenSanctions", extensions: ["ftm.json"],
        carries: [.relations, .chains, .returns, .controls, .margins, .spelling, .spacing],
        adapt: FollowTheMoney.adapted,
        write: Writer(report: .anyNumber()) { document, options, output in
            var writer = FollowTheMoney(document, number: options.number)
            output.bytes += writer.lines()
        })
}

private struct FollowTheMoney {
    private static let schemata: [Label: String] = [
        "PER": "Person", "ORG": "Organization", "LOC": "Address", "EVENT": "Event", "ROLE": "Position",
        "WORK": "Document", "LAW": "Document",
    ]

    /// Languages have three letters here.
    private static let languages = ["de": "deu", "en": "eng"]

    /// Without relations of what has no schema: FollowTheMoney knows no things that are nothing else.
    @Sendable static func adapted(_ document: Document) -> Document {
        let mentions = document.annotations.mentions
        let unknown = document.annotations.relations.filter { relation in
            [relation.from, relation.to].contains { id in
                mentions[id].map { schemata[$0.label] == nil } ?? true
            }
        }
        guard !unknown.isEmpty else { return document }
        return Document(
            article: document.article,
            annotations: document.annotations.changed(unknown.map { .remove($0.id) }))
    }

    private let document: Document
    private let entities: Entities
    private let base: String
    private var bytes: [UInt8] = []

    init(_ document: Document, number: Int) {
        self.document = document
        entities = Entities(document)
        base = "\(document.article.name)#\(number)"
    }

    mutating func lines() -> [UInt8] {
        let article = document.article
        var properties: [(String, [String])] = [("title", [article.title]), ("fileName", [article.name])]
        if let date = article.date, UTCTime.isDay(date) { properties.append(("publishedAt", [date])) }
        if let language = article.language.flatMap({ Self.languages[$0] }) {
            properties.append(("language", [language]))
        }
        if let author = article.metadata["author"], !author.isEmpty {
            properties.append(("author", [author]))
        }
        properties += address
        write("article", "Article", properties)
        for index in entities.all.indices { write(index) }
        for relation in document.annotations.relations { write(relation) }
        return bytes
    }

    private mutating func write(_ index: Int) {
        let entity = entities.all[index]
        guard let schema = Self.schemata[entity.label] else { return }
        var properties = [("name", [entity.name])]
        if schema == "Address" { properties.append(("full", [entity.name])) }
        // A document is a file to FollowTheMoney, which has no other kind for works.
        if schema == "Document" { properties += [("title", [entity.name]), ("fileName", [entity.name])] }
        if !entity.otherNames.isEmpty { properties.append(("alias", entity.otherNames)) }
        if let link = entity.link, link.first == "Q", Int(link.dropFirst()) != nil {
            properties.append(("wikidataId", [link]))
        } else if let link = entity.link, link.hasPrefix("http://") || link.hasPrefix("https://") {
            properties.append(("sourceUrl", [link]))
        }
        properties.append(("proof", [id("article")]))
        write("entity-\(index + 1)", schema, properties)
    }

    private mutating func write(_ relation: Relation) {
        guard let from = entities[relation.from], let to = entities[relation.to],
            [from, to].allSatisfy({ Self.schemata[entities.all[$0].label] != nil })
        else { return }
        let ends = (id("entity-\(from + 1)"), id("entity-\(to + 1)"))
        let kinds = (entities.all[from].label.name, entities.all[to].label.name)
        let name = "relation-\(relation.id)"
        switch (relation.kind, kinds) {
        case ("member-of", ("PER", "ORG")), ("member-of", ("ORG", "ORG")):
            write(
                name, "Membership",
                [("member", [ends.0]), ("organization", [ends.1])] + address)
        case ("holds-office", ("PER", "ROLE")):
            write(name, "Occupancy", [("holder", [ends.0]), ("post", [ends.1])] + address)
        default:
            write(
                name, "UnknownLink",
                [("subject", [ends.0]), ("object", [ends.1]), ("role", [Entities.words(relation.kind)])]
                    + address)
        }
    }

    /// Where the article comes from, if on the web: the only thing that says so for links, which know no proof.
    private var address: [(String, [String])] {
        guard let source = document.article.source,
            source.hasPrefix("http://") || source.hasPrefix("https://")
        else { return [] }
        return [("sourceUrl", [source])]
    }

    /// A name for everything, which FollowTheMoney wants short and without signs: FNV-1a of what it is made of.
    private func id(_ part: String) -> String {
        let hash = "\(base)/\(part)".utf8.reduce(UInt64(14_695_981_039_346_656_037)) {
            ($0 ^ UInt64($1)) &* 1_099_511_628_211
        }
        let digits = String(hash, radix: 16)
        return "glosse-" + String(repeating: "0", count: 16 - digits.count) + digits
    }

    private mutating func write(_ name: String, _ schema: String, _ properties: [(String, [String])]) {
        var json = JSONWriter()
        json.object { json in
            json.field("id", id(name))
            json.field("schema", schema)
            json.object("properties") { json in
                for (key, values) in properties {
                    json.key(named: key)
                    json.array { json in for value in values { json.string(value) } }
                }
            }
        }
        json.lineBreak()
        bytes += json.bytes
    }
}
