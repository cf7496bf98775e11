import Articles

/// A database to ask with SQL: articles, what is tagged in them, and what they state, any number of articles in one file.
///
/// Places count code points, as `substr(text, start + 1, end - start)` of SQLite does. `.schema` shows the tables with a
/// remark on each; the views `statement` and `name` answer the usual questions.
extension Format {
    static let sqlite = Format(
        name: "sqlite", title: "SQLite database of articles, entities and facts",
        extensions: ["sqlite", "db"],
        offsets: [.codePoints],
        carries: Set(Feature.allCases),
        write: Writer(together: { documents, _ in SQLiteTables.file(documents) }))
}

private struct SQLiteTables {
    private typealias Value = SQLiteFile.Value

    private static let judgement =
        "status TEXT NOT NULL, author TEXT NOT NULL, author_name TEXT, time TEXT, confidence REAL"

    /// The tables in the order of the file.
    private static let declarations: [(name: String, columns: String)] = [
        (
            "document",
            "-- an article\n id INTEGER PRIMARY KEY, name TEXT NOT NULL, title TEXT, source TEXT, date TEXT, language TEXT, text TEXT NOT NULL"
        ),
        (
            "property",
            "-- what else is known of an article\n document INTEGER NOT NULL REFERENCES document(id), name TEXT NOT NULL, value TEXT NOT NULL"
        ),
        (
            "label",
            "-- a label of a whole article\n document INTEGER NOT NULL REFERENCES document(id), name TEXT NOT NULL, value TEXT"
        ),
        (
            "entity",
            "-- a mention in the text; thing is the same for all mentions of one thing\n id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES document(id), name TEXT NOT NULL, label TEXT NOT NULL, text TEXT NOT NULL, thing INTEGER, value TEXT, link TEXT, \(judgement)"
        ),
        (
            "fragment",
            "-- a place of an entity, in characters from 0; several when it is interrupted\n entity INTEGER NOT NULL REFERENCES entity(id), start INTEGER NOT NULL, \"end\" INTEGER NOT NULL"
        ),
        (
            "attribute",
            "-- an attribute of an entity\n entity INTEGER NOT NULL REFERENCES entity(id), name TEXT NOT NULL, value TEXT NOT NULL"
        ),
        (
            "relation",
            "-- a directed link between entities\n id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES document(id), type TEXT NOT NULL, head INTEGER NOT NULL REFERENCES entity(id), tail INTEGER NOT NULL REFERENCES entity(id), \(judgement)"
        ),
        (
            "chain",
            "-- entities that mean the same thing\n id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES document(id), \(judgement)"
        ),
        (
            "member",
            "-- an entity of a chain\n chain INTEGER NOT NULL REFERENCES chain(id), entity INTEGER NOT NULL REFERENCES entity(id)"
        ),
        (
            "fact",
            "-- what the article states, with the words that say so\n id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES document(id), kind TEXT NOT NULL, text TEXT NOT NULL, start INTEGER NOT NULL, \"end\" INTEGER NOT NULL, \(judgement)"
        ),
        (
            "slot",
            "-- who or what takes part in a fact\n fact INTEGER NOT NULL REFERENCES fact(id), name TEXT NOT NULL, entity INTEGER REFERENCES entity(id), text TEXT, start INTEGER, \"end\" INTEGER, value TEXT"
        ),
        (
            "note",
            "-- a remark on the article, a place in it, or what is tagged\n document INTEGER NOT NULL REFERENCES document(id), target TEXT, start INTEGER, \"end\" INTEGER, text TEXT NOT NULL, author_name TEXT"
        ),
    ]

    private static let views: [(name: String, query: String)] = [
        (
            "statement",
            "SELECT fact.id AS fact, document.name AS document, kind, slot.name AS slot, coalesce(slot.text, slot.value) AS filler, fact.text AS evidence, fact.status FROM fact JOIN document ON document.id = fact.document LEFT JOIN slot ON slot.fact = fact.id"
        ),
        (
            "name",
            "SELECT label, text, count(*) AS mentions, count(DISTINCT document) AS documents FROM entity WHERE status <> 'rejected' GROUP BY label, text"
        ),
    ]

    private var rows: [String: [[Value]]] = [:]

    static func file(_ documents: [Document]) -> [UInt8] {
        var tables = SQLiteTables()
        for document in documents { tables.add(document) }
        let file = SQLiteFile()
        for (name, columns) in declarations {
            file.add(name, "CREATE TABLE \(name)(\(columns))", tables.rows[name] ?? [])
        }
        for (name, query) in views { file.addView("CREATE VIEW \(name) AS \(query)") }
        return file.bytes()
    }

    @discardableResult
    private mutating func add(_ table: String, _ row: [Value]) -> Int {
        rows[table, default: []].append(row)
        return rows[table]?.count ?? 0
    }

    private mutating func add(_ document: Document) {
        let article = document.article
        let text = document.text
        let offsets = OffsetUnits(text, .codePoints)
        let number = Value.int(
            add(
                "document",
                [
                    .null, .text(article.name), Self.text(article.ownTitle), Self.text(article.source),
                    Self.text(article.date), Self.text(article.language), .text(text.string(in: text.bounds)),
                ]))
        for (name, value) in article.metadata.sorted(by: { $0.key < $1.key }) {
            add("property", [number, .text(name), .text(value)])
        }
        for label in document.annotations.labels {
            add("label", [number, .text(label.name), Self.text(label.value)])
        }
        func place(_ spans: SpanSet) -> [Value] {
            [.int(offsets.count(before: spans.start)), .int(offsets.count(before: spans.end))]
        }
        func words(_ spans: SpanSet) -> Value { .text(text.string(in: spans, joinedBy: " … ")) }

        let entities = Entities(document)
        // Things are numbered through all articles.
        let firstThing = (rows["entity"]?.count ?? 0) + 1
        var ids: [ID: Int] = [:]
        for mention in document.annotations.mentions {
            let thing = entities[mention.id].map { Value.int(firstThing + $0) } ?? .null
            let id = add(
                "entity",
                [
                    .null, number, .text(mention.id.text), .text(mention.label.name), words(mention.spans),
                    thing,
                ]
                    + [Self.text(mention.value), Self.text(mention.link)]
                    + Self.judgement(mention.status, mention.origin))
            ids[mention.id] = id
            for span in mention.spans.fragments { add("fragment", [.int(id)] + place(SpanSet(span))) }
            for (name, value) in mention.attributes.sorted(by: { $0.key < $1.key }) {
                add("attribute", [.int(id), .text(name), .text(value)])
            }
        }
        for relation in document.annotations.relations {
            guard let head = ids[relation.from], let tail = ids[relation.to] else { continue }
            add(
                "relation",
                [.null, number, .text(relation.kind), .int(head), .int(tail)]
                    + Self.judgement(relation.status, relation.origin))
        }
        for chain in document.annotations.chains {
            let id = add("chain", [.null, number] + Self.judgement(chain.status, chain.origin))
            for member in chain.mentions.compactMap({ ids[$0] }) { add("member", [.int(id), .int(member)]) }
        }
        for fact in document.annotations.facts {
            let id = add(
                "fact",
                [.null, number, .text(fact.kind), words(fact.evidence)] + place(fact.evidence)
                    + Self.judgement(fact.status, fact.origin))
            for slot in fact.slots {
                let spans = slot.spans ?? slot.mention.flatMap { document.annotations.mentions[$0]?.spans }
                let entity = slot.mention.flatMap { ids[$0] }.map { Value.int($0) } ?? .null
                add(
                    "slot",
                    [.int(id), .text(slot.name), entity, spans.map(words) ?? .null]
                        + (spans.map(place) ?? [.null, .null]) + [Self.text(slot.value)])
            }
        }
        for note in document.annotations.notes {
            var target: [Value] = [.null, .null, .null]
            switch note.target {
            case .article: break
            case .span(let span): target = [.null] + place(SpanSet(span))
            case .annotation(let id): target[0] = .text(id.text)
            }
            add("note", [number] + target + [.text(note.text), Self.text(note.origin.name)])
        }
    }

    private static func text(_ string: String?) -> Value { string.map { .text($0) } ?? .null }

    private static func judgement(_ status: Status, _ origin: Origin) -> [Value] {
        [
            .text(status.rawValue), .text(origin.author.rawValue),
            origin.name.isEmpty ? .null : .text(origin.name), text(origin.time.flatMap(UTCTime.string)),
            origin.confidence.map { .real(Double($0)) } ?? .null,
        ]
    }
}
