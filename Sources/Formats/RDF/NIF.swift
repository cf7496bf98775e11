import Articles

/// NIF 2.0 as Turtle: the text as a context, a mention as a phrase of it with its class and, when it has a link, its identity.
///
/// A resource is named by its place, as RFC 5147 has it (`#char=6,30`), so of mentions with the same place the first is
/// written. Offsets count code points. Source: persistence.uni-leipzig.org/nlp2rdf, "NIF 2.0 Core Specification".
extension Format {
    static let nif = Format(
        name: "nif", title: "NIF 2.0, Turtle", extensions: ["ttl"], offsets: [.codePoints],
        carries: [
            .mentions, .nested, .overlapping, .blank, .links, .returns, .controls, .margins, .spelling,
            .spacing,
        ],
        adapt: NIF.adapted,
        read: Reader(recognises: NIF.isLikely, NIF.read),
        write: Writer(.anyNumber(opening: NIF.prefixes), NIF.write))
}

private enum NIF {
    static let prefixes = """
        @prefix nif: <\(RDFSpace.nif)> .
        @prefix itsrdf: <\(RDFSpace.itsrdf)> .
        @prefix xsd: <\(RDFSpace.xsd)> .

        """
    private static let articles = RDFSpace.glosse + "article:"
    private static let labels = RDFSpace.glosse + "label:"

    static func isLikely(_ start: ArraySlice<UInt8>) -> Bool {
        String(decoding: start.prefix(4096), as: UTF8.self).contains("nlp2rdf/ontologies/nif-core#")
    }

    /// Of mentions in the same place the first.
    @Sendable static func adapted(_ document: Document) -> Document {
        var places: Set<Span> = []
        let all = document.annotations.mentions
        let kept = all.keeping { places.insert($0.bounds).inserted }
        guard kept.count < all.count else { return document }
        return Document(article: document.article, annotations: document.annotations.keeping(kept))
    }

    @Sendable static func write(_ document: Document, _ options: ExportOptions, _ output: inout Output) {
        let offsets = OffsetUnits(document.text, .codePoints)
        let number = options.number > 1 ? ":\(options.number)" : ""
        let base = articles + Percent.encoded(document.article.name) + number
        let end = offsets.count(before: document.text.byteCount)
        let context = "<\(base)#char=0,\(end)>"
        func place(_ start: Int, _ end: Int) -> String {
            "nif:beginIndex \"\(start)\"^^xsd:nonNegativeInteger ; nif:endIndex \"\(end)\"^^xsd:nonNegativeInteger"
        }
        let text = RDFText.literal(document.text.string(in: document.text.bounds))
        output.write(
            "\(context) a nif:RFC5147String, nif:String, nif:Context ;\n  \(place(0, end)) ;\n"
                + "  nif:isString \(text)^^xsd:string .\n")
        for mention in document.annotations.mentions {
            let span = mention.bounds
            let (start, end) = (offsets.count(before: span.start), offsets.count(before: span.end))
            let words = RDFText.literal(document.text.string(in: span))
            output.write(
                "<\(base)#char=\(start),\(end)> a nif:RFC5147String, nif:String, nif:Phrase ;\n"
                    + "  nif:referenceContext \(context) ; \(place(start, end)) ;\n  nif:anchorOf \(words)^^xsd:string ;\n"
                    + "  itsrdf:taClassRef <\(labels)\(Percent.encoded(mention.label.name))>")
            if let link = mention.link {
                output.write(" ;\n  itsrdf:taIdentRef \(RDFText.iri(WebAnnotation.iri(of: link)))")
            }
            output.write(" .\n")
        }
    }

    // MARK: Reading

    @Sendable static func read(_ input: Input) throws(FormatError) -> Imported {
        var resources: [RDFTerm: [String: [RDFTerm]]] = [:]
        var order: [RDFTerm] = []
        for triple in try TurtleParser.triples(input) {
            if resources[triple.subject] == nil { order.append(triple.subject) }
            resources[triple.subject, default: [:]][triple.predicate, default: []].append(triple.object)
        }
        func value(_ name: String, of resource: RDFTerm) -> RDFTerm? {
            resources[resource]?[RDFSpace.nif + name]?.first
        }
        var phrases: [RDFTerm: [RDFTerm]] = [:]
        for resource in order {
            if let context = value("referenceContext", of: resource) {
                phrases[context, default: []].append(resource)
            }
        }
        var all = Imported()
        for context in order {
            guard let text = value("isString", of: context)?.text else { continue }
            var standoff = Standoff(Text(text), .codePoints, file: input.name)
            for phrase in phrases[context] ?? [] {
                standoff.attempt { (standoff) throws(FormatError) in
                    try add(phrase, resources[phrase] ?? [:], &standoff)
                }
            }
            var article = Article(name: name(of: context) ?? input.stem, text: standoff.text)
            if let source = value("sourceUrl", of: context)?.iri { article.source = source }
            let document = standoff.document(article)
            all.append(standoff.findings.imported([document]))
        }
        guard !all.documents.isEmpty else {
            throw FormatError(file: input.name, "there is no context with a text (nif:isString)")
        }
        return all
    }

    private static func name(of context: RDFTerm) -> String? {
        guard let iri = context.iri, iri.hasPrefix(articles) else { return nil }
        return Percent.decoded(String(iri.dropFirst(articles.count).prefix { $0 != "#" && $0 != ":" }))
    }

    private static func add(
        _ phrase: RDFTerm, _ properties: [String: [RDFTerm]], _ standoff: inout Standoff
    ) throws(FormatError) {
        let classes = (properties[RDFSpace.itsrdf + "taClassRef"] ?? []).compactMap(\.iri)
        let identity = properties[RDFSpace.itsrdf + "taIdentRef"]?.first?.iri
        // Sentences and words are resources too.
        guard !classes.isEmpty || identity != nil else { return }
        let name = phrase.iri ?? "a phrase"
        func error(_ message: String) -> FormatError { FormatError("\(name): \(message)") }
        func index(_ key: String) -> Int? { properties[RDFSpace.nif + key]?.first?.text.flatMap { Int($0) } }
        guard let start = index("beginIndex"), let end = index("endIndex") else {
            throw error("nif:beginIndex or nif:endIndex is missing")
        }
        let span = try standoff.span(start, end, at: error)
        if let words = properties[RDFSpace.nif + "anchorOf"]?.first?.text,
            words != standoff.text.string(in: span)
        {
            standoff.findings.warn(
                error("the text there is \"\(standoff.text.string(in: span))\"; the offsets count"))
        }
        let label = classes.first.map(Self.label) ?? "entity"
        var draft = Standoff.Draft(spans: SpanSet(span), label: label)
        draft.link = identity.map(WebAnnotation.link)
        standoff.add(draft, as: nil, at: error)
        for other in classes.dropFirst() {
            standoff.findings.warn(error("a second class, \(Self.label(other)), is not kept"))
        }
    }

    /// `PER` of `urn:glosse:label:PER`, `Place` of `http://dbpedia.org/ontology/Place`.
    private static func label(_ iri: String) -> String {
        let last = iri.split { $0 == "/" || $0 == "#" || $0 == ":" }.last.map(String.init) ?? iri
        return Percent.decoded(last)
    }
}
