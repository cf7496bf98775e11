extension Schema {
    /// What articles say: who says what, who holds which office, what happens, who gives how much to whom.
    ///
    /// The slot `modality` tells that something is denied, expected, told by others or only possible; it is empty where
    /// it is said plainly.
    static let newsFacts: [FactKind] = [
        FactKind(
            "dateline", title: "Dateline",
            slots: [
                SlotKind("place", title: "Place", labels: ["LOC"], isRequired: true),
                SlotKind("agency", title: "Agency", labels: ["ORG"]),
                SlotKind("date", title: "Date", labels: ["DATE"]),
                SlotKind("author", title: "Author", labels: ["PER"]),
            ]),
        FactKind(
            "quote", title: "Statement",
            slots: [
                SlotKind("speaker", title: "Speaker", labels: ["PER", "ORG", "ROLE", "LOC"]),
                SlotKind("cue", title: "Cue"),
                SlotKind("content", title: "Content", isRequired: true),
                SlotKind("addressee", title: "To", labels: ["PER", "ORG", "ROLE", "LOC"]),
                // direct, indirect or reported
                SlotKind("form", title: "Form"),
            ]),
        FactKind(
            "office", title: "Office",
            slots: [
                SlotKind("person", title: "Person", labels: ["PER"], isRequired: true),
                SlotKind("title", title: "Office", isRequired: true),
                SlotKind("organisation", title: "Organisation", labels: ["ORG", "LOC"]),
                // former, designated, acting or deputy
                SlotKind("status", title: "Status"),
            ]),
        FactKind(
            "event", title: "Event",
            slots: [
                SlotKind("type", title: "Type"),
                SlotKind("what", title: "What", isRequired: true),
                SlotKind("who", title: "Who", labels: ["PER", "ORG", "LOC", "ROLE"]),
                SlotKind("whom", title: "Whom or what"),
                SlotKind("where", title: "Where", labels: ["LOC", "ORG"]),
                SlotKind("when", title: "When", labels: ["DATE", "TIME", "DURATION"]),
                SlotKind("duration", title: "How long", labels: ["DURATION"]),
                SlotKind("count", title: "How many", labels: ["QUANTITY", "PERCENT"]),
                SlotKind("modality", title: "Modality"),
            ]),
        FactKind(
            "commitment", title: "Commitment",
            slots: [
                SlotKind("giver", title: "Giver", labels: ["PER", "ORG", "LOC", "ROLE"]),
                SlotKind("recipient", title: "Recipient", labels: ["PER", "ORG", "LOC", "ROLE"]),
                SlotKind(
                    "amount", title: "Amount", labels: ["MONEY", "PERCENT", "QUANTITY"], isRequired: true),
                SlotKind("purpose", title: "Purpose"),
                SlotKind("period", title: "Period", labels: ["DATE", "DURATION"]),
                SlotKind("modality", title: "Modality"),
            ]),
        FactKind(
            "change", title: "Change",
            slots: [
                SlotKind("what", title: "What", isRequired: true),
                SlotKind("from", title: "From", labels: ["MONEY", "PERCENT", "QUANTITY"]),
                SlotKind("to", title: "To", labels: ["MONEY", "PERCENT", "QUANTITY"]),
                SlotKind("by", title: "By", labels: ["MONEY", "PERCENT", "QUANTITY"]),
                SlotKind("direction", title: "Direction"),
                SlotKind("modality", title: "Modality"),
            ]),
        FactKind(
            "affiliation", title: "Affiliation",
            slots: [
                SlotKind("person", title: "Person", labels: ["PER"], isRequired: true),
                SlotKind("organisation", title: "Organisation", labels: ["ORG"], isRequired: true),
            ]),
        FactKind(
            "family", title: "Family",
            slots: [
                SlotKind("person", title: "Person", labels: ["PER"], isRequired: true),
                SlotKind("relation", title: "Relation", isRequired: true),
                SlotKind("relative", title: "Relative", labels: ["PER"], isRequired: true),
            ]),
        FactKind(
            "origin", title: "Origin",
            slots: [
                SlotKind("person", title: "Person", labels: ["PER"], isRequired: true),
                SlotKind("place", title: "Place", labels: ["LOC"], isRequired: true),
            ]),
        FactKind(
            "age", title: "Age",
            slots: [
                SlotKind("person", title: "Person", labels: ["PER"], isRequired: true),
                SlotKind("age", title: "Age", isRequired: true),
            ]),
        FactKind(
            "relation", title: "Relation",
            slots: [
                SlotKind("subject", title: "Subject", labels: ["PER", "ORG", "LOC"], isRequired: true),
                SlotKind("predicate", title: "Predicate", isRequired: true),
                SlotKind("object", title: "Object", labels: ["PER", "ORG", "LOC"], isRequired: true),
                SlotKind("modality", title: "Modality"),
            ]),
        FactKind(
            "date", title: "Date",
            slots: [
                SlotKind("when", title: "When", labels: ["DATE", "TIME", "DURATION"], isRequired: true),
                SlotKind("what", title: "What", isRequired: true),
            ]),
        FactKind(
            "sum", title: "Sum",
            slots: [
                SlotKind(
                    "amount", title: "Amount", labels: ["MONEY", "PERCENT", "QUANTITY"], isRequired: true),
                SlotKind("what", title: "What for"),
            ]),
    ]
}
