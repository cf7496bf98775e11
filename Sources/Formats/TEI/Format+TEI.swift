import Articles

/// TEI P5: names as elements in the text, `<persName>`, `<placeName>`, `<orgName>`, `<date>`, and `<rs type="…">` for all else.
///
/// A mention that crosses another or is discontinuous is written in pieces that name each other with `next` and `prev`.
/// A link is `ref`; values and attributes are a feature structure that `ana` points to. Relations and chains (`<link
/// type="coref">`) lie in `<back>`, properties of the article are notes of the header. Source: tei-c.org, "P5: Guidelines".
extension Format {
    static let tei = Format(
        name: "tei", title: "TEI P5", extensions: ["xml", "tei"],
        carries: [
            .mentions, .nested, .overlapping, .discontinuous, .blank, .attributes, .values, .links,
            .relations,
            .chains, .labels, .metadata, .returns, .margins, .spelling, .spacing,
        ],
        adapt: TEI.adapted,
        read: Reader(
            recognises: { XML.begins($0, with: "TEI") || XML.begins($0, with: "teiCorpus") }, TEIReader.read),
        write: Writer(.oneDocument, TEIWriter.write))
}

/// The names that both directions agree on.
enum TEI {
    static let space = "http://www.tei-c.org/ns/1.0"
    static let elements: [Label: String] = [
        "PER": "persName", "LOC": "placeName", "ORG": "orgName", "DATE": "date",
    ]
    static let fields = ArticleFields(reserved: ["name"])
    static let features = ArticleFields(reserved: ["value"])

    /// Labels and kinds are words without white space, names of attributes names of XML.
    @Sendable static func adapted(_ document: Document) -> Document {
        XMLText.adapted(document).respelled(relations: word) { mention in
            mention.label = Label(word(mention.label.name))
            guard mention.attributes.keys.contains(where: { XMLText.name($0) != $0 }) else { return }
            mention.attributes = Dictionary(
                mention.attributes.sorted { $0.key < $1.key }.map { (XMLText.name($0.key), $0.value) },
                uniquingKeysWith: { first, _ in first })
        }
    }

    private static func word(_ name: String) -> String {
        name.isEmpty
            ? "_"
            : name.mapScalars { scalar in
                switch scalar.properties.generalCategory {
                case .control, .format, .surrogate, .privateUse, .unassigned, .spaceSeparator, .lineSeparator,
                    .paragraphSeparator:
                    "_"
                default: scalar
                }
            }
    }
}
