extension Schema {
    /// Reads a schema from a TOML file such as `toml` writes.
    ///
    ///     [[label]]
    ///     name = "PER"
    ///     title = "Person"
    ///     key = "p"
    ///
    /// - Parameters:
    ///   - file: The file's name, for messages; a schema without a name is called after it.
    ///   - reservedKeys: Keys that no label can have, each with the command that it gives.
    /// - Throws: All mistakes at once. What does not fit together is told only where everything is TOML: else a
    ///   statement that is not there would be told as a second mistake.
    public init(
        toml: String, file: String, reservedKeys: [Character: String] = [:]
    ) throws(SchemaError) {
        let source = TOMLFile(name: file, text: toml)
        let (schema, readingProblems) = source.read { Schema(&$0, file: file) }
        var problems = source.syntaxProblems + readingProblems
        if source.syntaxProblems.isEmpty {
            // A value of the wrong type counts as missing now: one problem a line is enough.
            let told = Set(problems.map(\.line))
            problems += schema.violations(reservedKeys: reservedKeys)
                .map { TOMLProblem(file: file, line: source.line(of: $0.path), $0.message) }
                .filter { !told.contains($0.line) }
        }
        guard problems.isEmpty else {
            throw SchemaError(problems: problems.sorted { $0.line < $1.line })
        }
        self = schema
    }

    private init(_ root: inout TOMLSection, file: String) {
        let stem = file.split(separator: "/").last?.split(separator: ".").first.map(String.init)
        self.init(
            name: root.string("name") ?? stem ?? "schema",
            labels: root.tables("label", named: "a label") { LabelKind(&$0) },
            attributes: root.tables("attribute", named: "an attribute") { AttributeKind(&$0) },
            relations: root.tables("relation", named: "a relation") { RelationKind(&$0) },
            facts: root.tables("fact", named: "a fact") { FactKind(&$0) },
            articleLabels: root.strings("article-labels") ?? [])
    }
}

// A name that is missing is read as empty, so that every kind keeps its place in the list; the rules tell it.

extension LabelKind {
    fileprivate init(_ section: inout TOMLSection) {
        let name = section.string("name") ?? ""
        self.init(
            Label(name), title: section.string("title") ?? name, key: section.character("key"),
            role: section.string("role") ?? "entity", mark: section.string("mark"),
            nestsIn: section.labels("nests-in"))
    }
}

extension AttributeKind {
    fileprivate init(_ section: inout TOMLSection) {
        let name = section.string("name") ?? ""
        self.init(
            name, title: section.string("title") ?? name, values: section.strings("values") ?? [],
            labels: section.labels("labels") ?? [])
    }
}

extension RelationKind {
    fileprivate init(_ section: inout TOMLSection) {
        let name = section.string("name") ?? ""
        self.init(
            name, title: section.string("title") ?? name, from: section.labels("from") ?? [],
            to: section.labels("to") ?? [])
    }
}

extension FactKind {
    fileprivate init(_ section: inout TOMLSection) {
        let name = section.string("name") ?? ""
        self.init(
            name, title: section.string("title") ?? name,
            slots: section.tables("slot", named: "a slot") { SlotKind(&$0) })
    }
}

extension SlotKind {
    fileprivate init(_ section: inout TOMLSection) {
        let name = section.string("name") ?? ""
        self.init(
            name, title: section.string("title") ?? name, labels: section.labels("labels") ?? [],
            isRequired: section.boolean("required") ?? false)
    }
}

extension TOMLSection {
    fileprivate mutating func labels(_ key: String) -> Set<Label>? {
        strings(key).map { names in Set(names.map { Label($0) }) }
    }
}
