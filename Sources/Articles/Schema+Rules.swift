/// What in a schema does not fit together, and where in its file form.
struct SchemaViolation: Hashable, Sendable {
    let path: TOMLPath
    let message: String
}

extension Schema {
    /// What does not fit together: names given twice or not at all, keys, labels that do not exist.
    /// - Parameter reservedKeys: Keys that no label can have, each with the command that it gives.
    func violations(reservedKeys: [Character: String] = [:]) -> [SchemaViolation] {
        var check = SchemaCheck(schema: self)
        check.labels(reservedKeys: reservedKeys)
        check.attributes()
        check.relations()
        check.facts()
        check.unique(articleLabels, "article label") { ["article-labels", .index($0)] }
        return check.violations
    }
}

private struct SchemaCheck {
    let schema: Schema
    var violations: [SchemaViolation] = []

    mutating func labels(reservedKeys: [Character: String]) {
        if schema.labels.isEmpty {
            violate([], "the schema has no label; add one with [[label]] and name = \"PER\"")
        }
        names(schema.labels.map(\.label.name), "label") { ["label", .index($0), "name"] }
        keys(reservedKeys: reservedKeys)
        for (index, label) in schema.labels.enumerated() {
            references(label.nestsIn ?? [], at: ["label", .index(index), "nests-in"])
            if let mark = label.mark, !(1...3).contains(mark.count) {
                violate(
                    ["label", .index(index), "mark"], "the mark \"\(mark)\" must have one to three characters"
                )
            }
            if label.role.wholeMatch(of: /[a-z0-9.-]+/) == nil {
                violate(
                    ["label", .index(index), "role"],
                    "\"\(label.role)\" is no role of a theme; write one such as \"entity.person\"")
            }
        }
    }

    mutating func attributes() {
        names(schema.attributes.map(\.name), "attribute") { ["attribute", .index($0), "name"] }
        for (index, attribute) in schema.attributes.enumerated() {
            references(attribute.labels, at: ["attribute", .index(index), "labels"])
            unique(attribute.values, "value") { ["attribute", .index(index), "values", .index($0)] }
        }
    }

    mutating func relations() {
        names(schema.relations.map(\.name), "relation") { ["relation", .index($0), "name"] }
        for (index, relation) in schema.relations.enumerated() {
            references(relation.from, at: ["relation", .index(index), "from"])
            references(relation.to, at: ["relation", .index(index), "to"])
        }
    }

    mutating func facts() {
        names(schema.facts.map(\.name), "fact") { ["fact", .index($0), "name"] }
        for (index, fact) in schema.facts.enumerated() {
            let slots: TOMLPath = ["fact", .index(index), "slot"]
            if fact.slots.isEmpty {
                violate(
                    ["fact", .index(index)],
                    "the fact \"\(fact.name)\" has no slot; add one with [[fact.slot]] below it")
            }
            names(fact.slots.map(\.name), "slot") { slots + [.index($0), "name"] }
            for (slotIndex, slot) in fact.slots.enumerated() {
                references(slot.labels, at: slots + [.index(slotIndex), "labels"])
            }
        }
    }

    private mutating func keys(reservedKeys: [Character: String]) {
        let taken = Set(schema.labels.compactMap(\.key)).union(reservedKeys.keys)
        let free = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".first { !taken.contains($0) }
        let remedy = free.map { "; \"\($0)\" is free" } ?? "; choose another"
        var owners: [Character: Label] = [:]
        for (index, label) in schema.labels.enumerated() {
            guard let key = label.key else { continue }
            let path: TOMLPath = ["label", .index(index), "key"]
            if let command = reservedKeys[key] {
                violate(path, "the key \"\(key)\" is taken by the command \(command)" + remedy)
            } else if let owner = owners[key] {
                violate(path, "the key \"\(key)\" is already that of \(owner)" + remedy)
            } else if key.isWhitespace || key.isControl {
                violate(path, "a blank or control character cannot be a key" + remedy)
            }
            owners[key] = owners[key] ?? label.label
        }
    }

    /// Names go into files of other tools, where blanks and punctuation separate.
    private mutating func names(_ names: [String], _ kind: String, at path: (Int) -> TOMLPath) {
        for (index, name) in names.enumerated() {
            if name.isEmpty {
                violate(path(index), "this \(kind) has no name; add name = \"…\"")
            } else if !name.allSatisfy({ $0.isLetter || $0.isNumber || "-_".contains($0) }) {
                violate(
                    path(index), "the \(kind) \"\(name)\" may only have letters, digits, - and _ in its name")
            }
        }
        unique(names, kind, at: path)
    }

    mutating func unique(_ names: [String], _ kind: String, at path: (Int) -> TOMLPath) {
        var seen: Set<String> = [""]
        for (index, name) in names.enumerated() where !seen.insert(name).inserted && !name.isEmpty {
            violate(path(index), "the \(kind) \"\(name)\" is there twice; rename or remove one")
        }
    }

    private mutating func references(_ labels: Set<Label>, at path: TOMLPath) {
        for label in labels.sorted() where schema.label(label) == nil {
            let remedy = schema.labels.map(\.label.name).filter { !$0.isEmpty }.remedy(for: label.name)
            violate(path, "there is no label \"\(label)\"" + remedy)
        }
    }

    private mutating func violate(_ path: TOMLPath, _ message: String) {
        violations.append(SchemaViolation(path: path, message: message))
    }
}

extension Character {
    fileprivate var isControl: Bool {
        unicodeScalars.contains { $0.properties.generalCategory == .control }
    }
}
