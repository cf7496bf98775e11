import Articles

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
    static let documentAnnotation = "uima.tcas.DocumentAnnotation"
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

    /// The types that a document needs.
    static func types(of document: Document) -> [CASType] {
        let attributes = Set(document.annotations.mentions.flatMap(\.attributes.keys)).sorted()
        let entity = ["value", "identifier", "normalValue"] + attributes.map(features.name)
        func strings(_ names: [String]) -> [(name: String, range: String)] { names.map { ($0, string) } }
        return [
            CASType(name: token, parent: annotation), CASType(name: sentence, parent: annotation),
            CASType(name: self.entity, parent: annotation, features: strings(entity)),
            CASType(
                name: relation, parent: annotation,
                features: [("Governor", self.entity), ("Dependent", self.entity), ("label", string)]),
            CASType(
                name: chainLink, parent: annotation,
                features: [
                    ("next", chainLink), ("referenceType", string), ("referenceRelation", string),
                ]),
            CASType(name: chain, parent: base, features: [("first", chainLink)]),
            CASType(
                name: metadata, parent: documentAnnotation,
                features: strings([
                    "documentTitle", "documentId", "documentUri", "collectionId", "documentBaseUri",
                ])),
            CASType(name: property, parent: annotation, features: strings(["key", "value"])),
            CASType(name: label, parent: base, features: strings(["name", "value"])),
        ]
    }

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
