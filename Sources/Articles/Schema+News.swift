extension Schema {
    /// The schema for news articles that is used when nobody names another.
    public static let news = Schema(
        name: "news",
        labels: [
            LabelKind("PER", title: "Person", key: "p", role: "entity.person"),
            LabelKind("LOC", title: "Place", key: "l", role: "entity.place"),
            LabelKind("ORG", title: "Organisation", key: "o", role: "entity.organisation"),
            LabelKind("MISC", title: "Other name", key: "m", role: "entity.misc", mark: "ᴹ"),
            LabelKind("DATE", title: "Date", key: "d", role: "entity.date"),
            LabelKind("TIME", title: "Time of day", key: "t", role: "entity.time"),
            LabelKind("DURATION", title: "Duration", key: "D", role: "entity.duration"),
            LabelKind("SET", title: "Repeated time", key: "T", role: "entity.duration"),
            LabelKind("MONEY", title: "Sum of money", key: "$", role: "entity.money"),
            LabelKind("PERCENT", title: "Percentage", key: "%", role: "entity.percent", mark: "%"),
            LabelKind("QUANTITY", title: "Quantity", key: "#", role: "entity.quantity", mark: "ᴺ"),
            LabelKind("EVENT", title: "Event", key: "E", role: "entity.event"),
            LabelKind("ROLE", title: "Office or role", key: "r", role: "entity.role"),
            LabelKind("WORK", title: "Work", key: "W", role: "entity.work"),
            LabelKind("LAW", title: "Law or treaty", key: "L", role: "entity.law"),
        ],
        attributes: [
            AttributeKind(
                "form", title: "Form", values: ["name", "derived", "part", "description", "pronoun"]),
            AttributeKind("certainty", title: "Certainty", values: ["sure", "unsure"]),
            AttributeKind(
                "metonymy", title: "Stands for", values: ["PER", "LOC", "ORG"], labels: ["LOC", "ORG"]),
            // How exactly a value is meant, by the names of TIMEX3.
            AttributeKind(
                "mod", title: "Modifier",
                values: [
                    "START", "MID", "END", "APPROX", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS",
                    "EQUAL_OR_MORE", "BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER",
                ],
                labels: ["DATE", "TIME", "DURATION", "SET", "MONEY", "PERCENT", "QUANTITY"]),
            AttributeKind("begin", title: "From", labels: ["DATE", "TIME", "DURATION"]),
            AttributeKind("end", title: "To", labels: ["DATE", "TIME", "DURATION"]),
            AttributeKind("quant", title: "How often", values: ["EVERY", "EACH"], labels: ["SET"]),
            AttributeKind("freq", title: "Times", labels: ["SET"]),
            AttributeKind(
                "inferred", title: "From an inferred day", values: ["true"],
                labels: ["DATE", "TIME", "DURATION"]),
        ],
        relations: [
            RelationKind("member-of", title: "member of", from: ["PER", "ORG"], to: ["ORG"]),
            RelationKind("holds-office", title: "holds the office", from: ["PER"], to: ["ROLE"]),
            RelationKind("located-in", title: "located in", from: ["ORG", "LOC", "EVENT"], to: ["LOC"]),
            RelationKind(
                "takes-part-in", title: "takes part in", from: ["PER", "ORG", "LOC"], to: ["EVENT"]),
            RelationKind("related-to", title: "related to"),
        ],
        facts: newsFacts,
        articleLabels: ["politics", "economy", "culture", "sport", "science", "local"])
}
