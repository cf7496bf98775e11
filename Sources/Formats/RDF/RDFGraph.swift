import Articles

/// What a document states, as triples: the article, the things it speaks of, relations between them, and facts.
///
/// Each relation and each filler of a fact is a statement (`rdf:Statement`) with its provenance: the article that it was
/// quoted from, the words, who said so and when. Names: schema.org for things and articles, PROV-O for provenance, Web
/// Annotation for places; what these do not have begins with `urn:glosse:`.
struct RDFGraph {
    private(set) var triples: [RDFTriple] = []
    private let document: Document
    private let entities: Entities
    private let offsets: OffsetUnits
    private let article: String
    private var agents: Set<String> = []

    private static let types: [Label: String] = [
        "PER": "Person", "ORG": "Organization", "LOC": "Place", "EVENT": "Event", "WORK": "CreativeWork",
        "LAW": "Legislation", "ROLE": "Role",
    ]

    /// - Parameter number: which document of its file it is, so that articles of one name stay apart.
    init(_ document: Document, number: Int) {
        self.document = document
        entities = Entities(document)
        offsets = OffsetUnits(document.text, .codePoints)
        article =
            RDFSpace.glosse + "article:" + Percent.encoded(document.article.name)
            + (number > 1 ? ":\(number)" : "")
        addArticle()
        for index in entities.all.indices { addEntity(index) }
        for relation in document.annotations.relations { add(relation) }
        for fact in document.annotations.facts { add(fact) }
    }

    // MARK: Article and things

    private mutating func addArticle() {
        let known = document.article
        let subject = RDFTerm.iri(article)
        add(subject, RDFSpace.type, .iri(RDFSpace.schema + "NewsArticle"))
        add(subject, RDFSpace.schema + "identifier", .literal(known.name))
        if let title = known.ownTitle { add(subject, RDFSpace.schema + "headline", .literal(title)) }
        if let date = known.date {
            add(
                subject, RDFSpace.schema + "datePublished",
                .literal(date, type: UTCTime.isDay(date) ? RDFSpace.xsd + "date" : nil))
        }
        if let source = known.source { add(subject, RDFSpace.schema + "isBasedOn", .literal(source)) }
        if let language = known.language { add(subject, RDFSpace.schema + "inLanguage", .literal(language)) }
        for (key, value) in known.metadata.sorted(by: { $0.key < $1.key }) {
            add(subject, RDFSpace.glosse + "property:" + Percent.encoded(key), .literal(value))
        }
        for label in document.annotations.labels {
            add(
                subject, RDFSpace.glosse + "label:" + Percent.encoded(label.name),
                .literal(label.value ?? "true"))
        }
    }

    private func iri(_ index: Int) -> String {
        entities.all[index].link.map(WebAnnotation.iri) ?? "\(article)#entity-\(index + 1)"
    }

    private mutating func addEntity(_ index: Int) {
        let entity = entities.all[index]
        let subject = RDFTerm.iri(iri(index))
        add(subject, RDFSpace.type, .iri(RDFSpace.schema + (Self.types[entity.label] ?? "Thing")))
        add(subject, RDFSpace.glosse + "label", .literal(entity.label.name))
        let language = document.article.language.flatMap { Self.isLanguage($0) ? $0 : nil }
        add(subject, RDFSpace.schema + "name", .literal(entity.name, language: language))
        for name in entity.otherNames {
            add(subject, RDFSpace.schema + "alternateName", .literal(name, language: language))
        }
        add(.iri(article), RDFSpace.schema + "mentions", subject)
    }

    /// Whether a code is one that a literal may have: `de`, `de-AT`.
    static func isLanguage(_ code: String) -> Bool {
        let parts = code.split(separator: "-", omittingEmptySubsequences: false)
        return parts.first.map { (2...3).contains($0.count) && $0.allSatisfy { $0.isASCII && $0.isLetter } }
            ?? false
            && parts.dropFirst().allSatisfy {
                (2...8).contains($0.count) && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
            }
    }

    // MARK: Statements

    private mutating func add(_ relation: Relation) {
        guard let from = term(relation.from), let to = term(relation.to),
            let first = document.annotations.mentions[relation.from]?.bounds,
            let second = document.annotations.mentions[relation.to]?.bounds
        else { return }
        let predicate = RDFSpace.glosse + "relation:" + Percent.encoded(relation.kind)
        if relation.status != .rejected { add(from, predicate, to) }
        state(
            "relation-" + relation.id.text, from, predicate, to, SpanSet(first.union(second)),
            relation.status,
            relation.origin)
    }

    /// A fact is a thing of its own; each filler of a slot is stated of it.
    private mutating func add(_ fact: Fact) {
        let name = "fact-" + fact.id.text
        let subject = RDFTerm.iri("\(article)#\(Percent.encoded(name))")
        add(subject, RDFSpace.type, .iri(RDFSpace.glosse + "fact:" + Percent.encoded(fact.kind)))
        add(subject, RDFSpace.glosse + "evidence", .literal(words(fact.evidence)))
        provenance(subject, fact.evidence, fact.status, fact.origin)
        for (number, slot) in fact.slots.enumerated() {
            guard let object = filler(slot) else { continue }
            let predicate = RDFSpace.glosse + "slot:" + Percent.encoded(slot.name)
            if fact.status != .rejected { add(subject, predicate, object) }
            state(
                "\(name)-\(number + 1)", subject, predicate, object, slot.spans ?? fact.evidence, fact.status,
                fact.origin)
        }
    }

    private func filler(_ slot: Slot) -> RDFTerm? {
        if let mention = slot.mention, let term = term(mention) { return term }
        if let value = slot.value { return Self.value(value) }
        return slot.spans.map { .literal(words($0)) }
    }

    /// The thing that a mention names, or the value that it states.
    private func term(_ id: ID) -> RDFTerm? {
        if let index = entities[id] { return .iri(iri(index)) }
        guard let mention = document.annotations.mentions[id] else { return nil }
        return mention.value.map(Self.value) ?? .literal(words(mention.spans))
    }

    private static func value(_ value: String) -> RDFTerm {
        .literal(value, type: UTCTime.isDay(value) ? RDFSpace.xsd + "date" : nil)
    }

    private func words(_ spans: SpanSet) -> String { document.text.string(in: spans, joinedBy: " … ") }

    private mutating func state(
        _ name: String, _ subject: RDFTerm, _ predicate: String, _ object: RDFTerm, _ spans: SpanSet,
        _ status: Status, _ origin: Origin
    ) {
        let statement = RDFTerm.iri("\(article)#\(Percent.encoded("statement-" + name))")
        add(statement, RDFSpace.type, .iri(RDFSpace.rdf + "Statement"))
        add(statement, RDFSpace.type, .iri(RDFSpace.prov + "Entity"))
        add(statement, RDFSpace.rdf + "subject", subject)
        add(statement, RDFSpace.rdf + "predicate", .iri(predicate))
        add(statement, RDFSpace.rdf + "object", object)
        provenance(statement, spans, status, origin)
    }

    private mutating func provenance(_ subject: RDFTerm, _ spans: SpanSet, _ status: Status, _ origin: Origin)
    {
        add(subject, RDFSpace.prov + "wasQuotedFrom", .iri(article))
        add(subject, RDFSpace.prov + "value", .literal(words(spans)))
        let integer = RDFSpace.xsd + "integer"
        add(subject, RDFSpace.oa + "start", .literal("\(offsets.count(before: spans.start))", type: integer))
        add(subject, RDFSpace.oa + "end", .literal("\(offsets.count(before: spans.end))", type: integer))
        let agent = RDFSpace.glosse + "\(origin.author.rawValue):" + Percent.encoded(origin.name)
        add(subject, RDFSpace.prov + "wasAttributedTo", .iri(agent))
        if agents.insert(agent).inserted {
            let type = origin.author == .person ? "Person" : "SoftwareAgent"
            add(.iri(agent), RDFSpace.type, .iri(RDFSpace.prov + type))
        }
        if let time = origin.time.flatMap(UTCTime.string) {
            add(subject, RDFSpace.prov + "generatedAtTime", .literal(time, type: RDFSpace.xsd + "dateTime"))
        }
        if let confidence = origin.confidence {
            add(
                subject, RDFSpace.glosse + "confidence",
                .literal("\(Double(confidence))", type: RDFSpace.xsd + "double"))
        }
        add(subject, RDFSpace.glosse + "status", .literal(status.rawValue))
    }

    private mutating func add(_ subject: RDFTerm, _ predicate: String, _ object: RDFTerm) {
        triples.append(RDFTriple(subject: subject, predicate: predicate, object: object))
    }

    /// The triples by subject, each once, in the order in which subjects and statements occur.
    var bySubject: [(subject: RDFTerm, statements: [(predicate: String, object: RDFTerm)])] {
        var order: [RDFTerm] = []
        var statements: [RDFTerm: [(String, RDFTerm)]] = [:]
        var seen: Set<RDFTriple> = []
        for triple in triples where seen.insert(triple).inserted {
            if statements[triple.subject] == nil { order.append(triple.subject) }
            statements[triple.subject, default: []].append((triple.predicate, triple.object))
        }
        return order.map { ($0, statements[$0] ?? []) }
    }
}
