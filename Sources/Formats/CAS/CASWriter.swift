import Articles

/// How a CAS is written down: JSON or XMI.
protocol CASSink {
    mutating func begin(_ text: Text, _ types: [CASType])
    /// Begins a feature structure; `span` counts UTF-16.
    mutating func open(_ id: Int, _ type: String, _ span: Range<Int>?)
    mutating func field(_ name: StaticString, _ value: String)
    mutating func field(named name: String, _ value: String)
    /// A feature that is another structure.
    mutating func reference(_ name: StaticString, _ id: Int)
    mutating func close()
    mutating func end(_ text: Text, members: [Int])
}

/// A type of feature structures: its name, its parent, and what features it adds.
struct CASType {
    let name: String
    let parent: String
    var features: [(name: String, range: String)] = []
}

/// Writes a document as a CAS: the types it uses, its feature structures, and the one view that holds them.
struct CASWriter<Sink: CASSink> {
    private let document: Document
    private let offsets: OffsetUnits
    private var sink: Sink
    private var last = 1
    private var members: [Int] = []
    private var numbers: [ID: Int] = [:]

    /// - Returns: the sink with everything in it.
    static func write(_ document: Document, to sink: Sink) -> Sink {
        var writer = CASWriter(document, sink)
        writer.writeAll()
        return writer.sink
    }

    private init(_ document: Document, _ sink: Sink) {
        self.document = document
        self.sink = sink
        offsets = OffsetUnits(document.text, .utf16)
    }

    private mutating func writeAll() {
        sink.begin(document.text, CAS.types(of: document))
        writeArticle()
        writeTokens()
        for mention in document.annotations.mentions { write(mention) }
        for relation in document.annotations.relations { write(relation) }
        for chain in document.annotations.chains { write(chain) }
        sink.end(document.text, members: members)
    }

    // MARK: Feature structures

    /// Writes a feature structure that belongs to the view.
    @discardableResult
    private mutating func structure(
        _ type: String, _ span: Span?, _ features: (inout Sink) -> Void = { _ in }
    ) -> Int {
        last += 1
        members.append(last)
        sink.open(
            last, type, span.map { offsets.count(before: $0.start)..<offsets.count(before: $0.end) })
        features(&sink)
        sink.close()
        return last
    }

    private mutating func writeArticle() {
        let article = document.article
        structure(CAS.metadata, document.text.bounds) { sink in
            sink.field("language", article.language ?? "x-unspecified")
            if let title = article.ownTitle { sink.field("documentTitle", title) }
            sink.field("documentId", article.name)
            if let source = article.source { sink.field("documentUri", source) }
        }
        for (key, value) in CAS.fields.fields(of: article)
        where !["title", "source", "language"].contains(key) {
            structure(CAS.property, Span(0, 0)) { sink in
                sink.field("key", key)
                sink.field("value", value)
            }
        }
        for label in document.annotations.labels {
            structure(CAS.label, nil) { sink in
                sink.field("name", label.name)
                if let value = label.value { sink.field("value", value) }
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
        numbers[mention.id] = structure(CAS.entity, mention.bounds) { sink in
            sink.field("value", mention.label.name)
            if let link = mention.link { sink.field("identifier", link) }
            if let value = mention.value { sink.field("normalValue", value) }
            for (name, value) in mention.attributes.sorted(by: { $0.key < $1.key }) {
                sink.field(named: CAS.features.name(name), value)
            }
        }
    }

    private mutating func write(_ relation: Relation) {
        guard let governor = numbers[relation.from], let dependent = numbers[relation.to],
            let place = document.annotations.mentions[relation.to]?.bounds
        else { return }
        structure(CAS.relation, place) { sink in
            sink.reference("Governor", governor)
            sink.reference("Dependent", dependent)
            sink.field("label", relation.kind)
        }
    }

    private mutating func write(_ chain: Chain) {
        let mentions = chain.mentions.compactMap { document.annotations.mentions[$0] }
        guard !mentions.isEmpty else { return }
        let first = last + 1
        for (index, mention) in mentions.enumerated() {
            let isLast = index == mentions.count - 1
            let next = last + 2
            structure(CAS.chainLink, mention.bounds) { sink in
                sink.field("referenceType", mention.label.name)
                if !isLast { sink.reference("next", next) }
            }
        }
        structure(CAS.chain, nil) { sink in sink.reference("first", first) }
    }
}
