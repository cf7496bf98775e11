/// What a statement of RDF has as subject, predicate or object.
enum RDFTerm: Hashable {
    case iri(String)
    case blank(String)
    /// - Parameters:
    ///   - type: the IRI of the datatype; nil for a plain string.
    ///   - language: a code such as `de`; nil without one.
    case literal(String, type: String? = nil, language: String? = nil)

    /// What a literal says.
    var text: String? {
        if case .literal(let text, _, _) = self { text } else { nil }
    }

    var iri: String? {
        if case .iri(let iri) = self { iri } else { nil }
    }
}

struct RDFTriple: Hashable {
    let subject: RDFTerm
    let predicate: String
    let object: RDFTerm
}

/// The addresses of vocabularies, by their usual prefixes.
enum RDFSpace {
    static let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    static let xsd = "http://www.w3.org/2001/XMLSchema#"
    static let prov = "http://www.w3.org/ns/prov#"
    static let schema = "https://schema.org/"
    static let oa = "http://www.w3.org/ns/oa#"
    static let nif = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
    static let itsrdf = "http://www.w3.org/2005/11/its/rdf#"
    /// What only Glosse says: kinds of facts and relations, statuses, properties without a name elsewhere.
    static let glosse = "urn:glosse:"

    static let type = rdf + "type"
}

/// Terms as Turtle and N-Triples write them.
enum RDFText {
    /// The string between quotes, escaped: line ends, tabs and control characters too.
    static func literal(_ string: String) -> String {
        var result = "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            default:
                if scalar.value < 32 || (0x7F..<0xA0).contains(scalar.value)
                    || scalar.value & 0xFFFE == 0xFFFE
                {
                    let digits = String(scalar.value, radix: 16, uppercase: true)
                    let isLong = scalar.value > 0xFFFF
                    result +=
                        (isLong ? "\\U" : "\\u")
                        + String(repeating: "0", count: (isLong ? 8 : 4) - digits.count) + digits
                } else {
                    result.unicodeScalars.append(scalar)
                }
            }
        }
        return result + "\""
    }

    /// An IRI between brackets; every string is one here already, so signs that none may have are escaped for safety.
    static func iri(_ iri: String) -> String { "<" + Percent.encodedForIRI(iri) + ">" }

    static func term(_ term: RDFTerm, _ iri: (String) -> String = RDFText.iri) -> String {
        switch term {
        case .iri(let address): return iri(address)
        case .blank(let name): return "_:" + name
        case .literal(let text, let type, let language):
            if let language { return literal(text) + "@" + language }
            return literal(text) + (type.map { "^^" + iri($0) } ?? "")
        }
    }
}

extension Percent {
    /// The string with signs encoded that no IRI may have; letters of every script stay.
    static func encodedForIRI(_ string: String) -> String {
        let isPlain = string.unicodeScalars.allSatisfy { !isForbidden($0) }
        guard !isPlain else { return string }
        return string.unicodeScalars.map { isForbidden($0) ? encoded(String($0)) : String($0) }.joined()
    }

    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value <= 32 || (0x7F...0xA0).contains(scalar.value)
            || "<>\"{}|\\^`".unicodeScalars.contains(scalar)
            || scalar.properties.isWhitespace || scalar.properties.generalCategory == .format
            || scalar.properties.generalCategory == .privateUse
            || scalar.properties.generalCategory == .unassigned
    }
}
