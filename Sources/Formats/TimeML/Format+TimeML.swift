import Articles

/// TimeML 1.2.1 in the layout of TempEval-3: the text in `<TEXT>`, times as `<TIMEX3>`, events as `<EVENT>`, and the article's
/// date as `<DCT>`.
///
/// Mentions of other labels, nested and crossing ones have no place in it. A relation between events and times is a link
/// when its kind is one of TimeML's (`BEFORE`, `INITIATES`, …). Source: timeml.org, "TimeML 1.2.1" and its DTD.
extension Format {
    public static let timeML = Format(
        name: "timeml", title: "TimeML 1.2.1, times and events", extensions: ["tml"],
        carries: [
            .mentions, .blank, .attributes, .values, .relations, .metadata, .returns, .margins, .spelling,
            .spacing,
        ],
        labels: Set(TimeMLName.times + ["EVENT", "SIGNAL"]), adapt: TimeMLName.adapted,
        read: Reader(recognises: { XML.begins($0, with: "TimeML") }, TimeMLReader.read),
        write: Writer(.oneDocument, TimeMLWriter.write))
}

/// What TimeML knows, and what a document becomes to fit in.
enum TimeMLName {
    static let times: [Label] = ["DATE", "TIME", "DURATION", "SET"]
    /// The value of a time without one, which the DTD does not allow.
    static let unset = "unset"
    static let temporal: Set<String> = [
        "BEFORE", "AFTER", "INCLUDES", "IS_INCLUDED", "DURING", "DURING_INV", "SIMULTANEOUS", "IAFTER",
        "IBEFORE",
        "IDENTITY", "BEGINS", "ENDS", "BEGUN_BY", "ENDED_BY",
    ]
    static let aspectual: Set<String> = ["CONTINUES", "CULMINATES", "INITIATES", "REINITIATES", "TERMINATES"]
    static let subordinate: Set<String> = [
        "CONDITIONAL", "COUNTER_FACTIVE", "EVIDENTIAL", "FACTIVE", "MODAL", "NEG_EVIDENTIAL",
    ]

    /// What an attribute may say; an empty list stands for any string.
    static let ofTimes: [String: Set<String>] = [
        "mod": [
            "BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS",
            "EQUAL_OR_MORE", "START", "MID", "END", "APPROX",
        ],
        "temporalFunction": ["false", "true"], "quant": [], "freq": [], "comment": [],
    ]
    static let ofEvents: [String: Set<String>] = [
        "class": [
            "ASPECTUAL", "I_ACTION", "I_STATE", "OCCURRENCE", "PERCEPTION", "REPORTING", "STATE",
        ],
        "stem": [], "comment": [],
    ]
    /// What stands in the instance of an event and not in the text.
    static let ofInstances: [String: Set<String>] = [
        "pos": ["ADJECTIVE", "NOUN", "VERB", "PREPOSITION"],
        "tense": ["FUTURE", "INFINITIVE", "PAST", "PASTPART", "PRESENT", "PRESPART"],
        "aspect": ["PERFECTIVE", "PERFECTIVE_PROGRESSIVE", "PROGRESSIVE"], "polarity": ["NEG"],
        "cardinality": [], "modality": [],
    ]
    static let ofSignals: [String: Set<String>] = ["comment": []]

    static func attributes(of label: Label) -> [String: Set<String>] {
        switch label.name {
        case "EVENT": ofEvents.merging(ofInstances) { first, _ in first }
        case "SIGNAL": ofSignals
        default: ofTimes
        }
    }

    @Sendable static func adapted(_ document: Document) -> Document {
        let document = XMLText.adapted(document)
        let article = document.article
        let known = Article(
            name: article.name, title: article.ownTitle, date: article.date, text: document.text)
        let mentions = document.annotations.mentions.map { mention in
            var mention = mention
            let allowed = attributes(of: mention.label)
            mention.attributes = mention.attributes.filter { name, value in
                allowed[name].map { $0.isEmpty || $0.contains(value) } ?? false
            }
            if let freq = mention.attributes["freq"] { mention.attributes["freq"] = token(freq) }
            if times.contains(mention.label) {
                mention.value = mention.value.map(token)
                if mention.value == unset { mention.value = nil }
            } else {
                mention.value = nil
            }
            if mention.label == "EVENT", mention.attributes["class"] == nil {
                mention.attributes["class"] = "OCCURRENCE"
            }
            return mention
        }
        let labels = Dictionary(mentions.map { ($0.id, $0.label) }, uniquingKeysWith: { first, _ in first })
        func isEvent(_ id: ID) -> Bool { labels[id] == "EVENT" }
        func isPlaced(_ id: ID) -> Bool { labels[id].map { $0 != "SIGNAL" } ?? false }
        let relations = document.annotations.relations.filter { relation in
            temporal.contains(relation.kind)
                ? isPlaced(relation.from) && isPlaced(relation.to)
                : (aspectual.contains(relation.kind) || subordinate.contains(relation.kind))
                    && isEvent(relation.from) && isEvent(relation.to)
        }
        let annotations = document.annotations
        return Document(
            article: known,
            annotations: Annotations(
                mentions: mentions, relations: relations, chains: annotations.chains,
                facts: annotations.facts, labels: annotations.labels, notes: annotations.notes))
    }

    /// A string as the DTD has it for values: without white space and signs such as `/`, and not empty.
    private static func token(_ string: String) -> String {
        string.isEmpty
            ? "_"
            : string.mapScalars { scalar in
                let isPlain =
                    scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
                    || "._:-".unicodeScalars.contains(scalar)
                return isPlain && scalar.isASCII ? scalar : "_"
            }
    }
}
