import Articles

/// Facts, relations and things as RDF, for triple stores and SPARQL: Turtle, N-Triples and JSON-LD of the same graph.
///
/// Sources: w3.org, "RDF 1.1 Turtle", "RDF 1.1 N-Triples", "JSON-LD 1.1", "PROV-O"; schema.org.
extension Format {
    static let turtle = rdf(
        "turtle", "Facts and relations, RDF Turtle with provenance", "ttl",
        .anyNumber(opening: RDFWriter.prefixes), RDFWriter.turtle)
    static let nTriples = rdf(
        "ntriples", "Facts and relations, RDF N-Triples", "nt", .anyNumber(), RDFWriter.nTriples)
    static let jsonLD = rdf(
        "jsonld", "Facts and relations, JSON-LD", "jsonld",
        .anyNumber(opening: RDFWriter.context, separator: ",\n", closing: "\n]}\n"), RDFWriter.jsonLD)

    private static func rdf(
        _ name: String, _ title: String, _ ending: String, _ grouping: Writer.Grouping,
        _ body: @escaping @Sendable (RDFGraph) -> [UInt8]
    ) -> Format {
        Format(
            name: name, title: title, extensions: [ending], offsets: [.codePoints],
            carries: [
                .relations, .chains, .facts, .links, .labels, .status, .origin, .metadata, .returns,
                .controls, .margins,
                .spelling, .spacing,
            ],
            write: Writer(report: grouping) { document, options, output in
                output.bytes += body(RDFGraph(document, number: options.number))
            })
    }
}

enum RDFWriter {
    private static let spaces: [(prefix: String, space: String)] = [
        ("rdf", RDFSpace.rdf), ("xsd", RDFSpace.xsd), ("prov", RDFSpace.prov), ("schema", RDFSpace.schema),
        ("oa", RDFSpace.oa), ("glosse", RDFSpace.glosse),
    ]

    static let prefixes = spaces.map { "@prefix \($0.prefix): <\($0.space)> .\n" }.joined()

    static let context =
        "{\"@context\":{" + spaces.map { "\"\($0.prefix)\":\"\($0.space)\"" }.joined(separator: ",")
        + "},\"@graph\":[\n"

    /// `schema:name` where that needs no escapes, else the whole address.
    private static func short(_ iri: String) -> String {
        for (prefix, space) in spaces where iri.hasPrefix(space) {
            let local = iri.dropFirst(space.count).unicodeScalars
            let isPlain =
                !local.isEmpty
                && local.allSatisfy {
                    $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil)
                }
            if isPlain { return "\(prefix):\(String(local))" }
        }
        return RDFText.iri(iri)
    }

    static func turtle(_ graph: RDFGraph) -> [UInt8] {
        var text = ""
        for (subject, statements) in graph.bySubject {
            text += RDFText.term(subject, short)
            for (index, statement) in statements.enumerated() {
                let predicate = statement.predicate == RDFSpace.type ? "a" : short(statement.predicate)
                text +=
                    (index == 0 ? " " : " ;\n    ") + predicate + " " + RDFText.term(statement.object, short)
            }
            text += " .\n"
        }
        return Array(text.utf8)
    }

    static func nTriples(_ graph: RDFGraph) -> [UInt8] {
        var text = ""
        for (subject, statements) in graph.bySubject {
            for (predicate, object) in statements {
                text += "\(RDFText.term(subject)) \(RDFText.iri(predicate)) \(RDFText.term(object)) .\n"
            }
        }
        return Array(text.utf8)
    }

    /// The nodes of one document; the file's opening has the context.
    static func jsonLD(_ graph: RDFGraph) -> [UInt8] {
        var bytes: [UInt8] = []
        for (index, (subject, statements)) in graph.bySubject.enumerated() {
            if index > 0 { bytes += Array(",\n".utf8) }
            var json = JSONWriter()
            var values: [String: [RDFTerm]] = [:]
            for (predicate, object) in statements { values[predicate, default: []].append(object) }
            json.object { json in
                json.field("@id", Percent.encodedForIRI(subject.iri ?? "_:b"))
                for (predicate, objects) in values.sorted(by: { $0.key < $1.key }) {
                    if predicate == RDFSpace.type {
                        json.array("@type") { json in
                            for object in objects { json.string(Percent.encodedForIRI(object.iri ?? "")) }
                        }
                        continue
                    }
                    json.key(named: Percent.encodedForIRI(predicate))
                    json.array { json in for object in objects { write(object, &json) } }
                }
            }
            bytes += json.bytes
        }
        return bytes
    }

    private static func write(_ term: RDFTerm, _ json: inout JSONWriter) {
        json.object { json in
            switch term {
            case .iri(let iri): json.field("@id", Percent.encodedForIRI(iri))
            case .blank(let name): json.field("@id", "_:" + name)
            case .literal(let text, let type, let language):
                json.field("@value", text)
                if let language {
                    json.field("@language", language)
                } else if let type {
                    json.field("@type", type)
                }
            }
        }
    }
}
