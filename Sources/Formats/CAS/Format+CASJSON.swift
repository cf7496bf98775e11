import Articles

/// UIMA CAS JSON 0.4 with the types of DKPro and INCEpTION.
///
/// A mention is a `NamedEntity` (label in `value`, link in `identifier`); its normal value and attributes are further
/// features of that type. Relations are `webanno.custom.Relation` at the place of what they lead to, chains
/// `CoreferenceChain`; tokens and sentences come along, cut so that every mention is whole tokens. Other layers with a place
/// are read as mentions, those with a governor and a dependent as relations. Offsets count UTF-16. Source: "UIMA CAS JSON
/// 0.4.0", Apache; the type systems of DKPro Core 2 and INCEpTION.
extension Format {
    static let casJSON = Format(
        name: "casjson", title: "UIMA CAS JSON 0.4, INCEpTION and DKPro", extensions: ["json"],
        offsets: [.utf16],
        carries: [
            .mentions, .nested, .overlapping, .blank, .attributes, .values, .links, .relations, .chains,
            .labels,
            .metadata, .returns, .controls, .margins, .spelling, .spacing,
        ],
        adapt: CAS.adapted,
        read: Reader(recognises: { JSONPeek.kind(of: $0) == .casJSON }, CASReader.read),
        write: Writer(.oneDocument, CASJSONWriter.write))
}

/// The names that both directions agree on.
enum CAS {
    static let dkpro = "de.tudarmstadt.ukp.dkpro.core.api."
    static let entity = dkpro + "ner.type.NamedEntity"
    static let token = dkpro + "segmentation.type.Token"
    static let sentence = dkpro + "segmentation.type.Sentence"
    static let chain = dkpro + "coref.type.CoreferenceChain"
    static let chainLink = dkpro + "coref.type.CoreferenceLink"
    static let metadata = dkpro + "metadata.type.DocumentMetaData"
    static let property = dkpro + "metadata.type.MetaDataStringField"
    static let relation = "webanno.custom.Relation"
    static let label = "webanno.custom.ArticleLabel"
    static let annotation = "uima.tcas.Annotation"
    static let base = "uima.cas.AnnotationBase"
    static let sofa = "uima.cas.Sofa"
    static let string = "uima.cas.String"

    /// Names of features that attributes cannot have.
    static let features = ArticleFields(reserved: [
        "value", "identifier", "normalValue", "begin", "end", "sofa", "self", "type", "label", "category",
        "xmiID",
        "id", "elements", "order",
    ])
    static let fields = ArticleFields()

    /// Attributes are features, whose names are those of Java: letters, digits and underscores.
    @Sendable static func adapted(_ document: Document) -> Document {
        document.respelled { mention in
            guard mention.attributes.keys.contains(where: { featureName($0) != $0 }) else { return }
            mention.attributes = Dictionary(
                mention.attributes.sorted { $0.key < $1.key }.map { (featureName($0.key), $0.value) },
                uniquingKeysWith: { first, _ in first })
        }
    }

    private static func featureName(_ name: String) -> String {
        let clean = name.mapScalars { scalar in
            let isPlain =
                scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
            return isPlain ? scalar : "_"
        }
        return clean.first?.isNumber ?? true ? "_" + clean : clean
    }
}
