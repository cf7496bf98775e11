extension Schema {
    /// The schema as a TOML file, from which a user can start an own one. `Schema(toml:file:)` reads it back equal.
    public var toml: String {
        var text = """
            # What can be tagged, and by which key. A label without nests-in may lie inside any other; an empty list
            # of labels or values allows all.


            """
        text.write("name", name)
        text.write("article-labels", articleLabels)
        for label in labels {
            text.writeHeader("label")
            text.write("name", label.label.name)
            text.write("title", label.title)
            if let key = label.key { text.write("key", String(key)) }
            text.write("role", label.role)
            if let mark = label.mark { text.write("mark", mark) }
            if let nestsIn = label.nestsIn { text.write("nests-in", nestsIn) }
        }
        for attribute in attributes {
            text.writeHeader("attribute")
            text.write("name", attribute.name)
            text.write("title", attribute.title)
            text.write("values", attribute.values)
            text.write("labels", attribute.labels)
        }
        for relation in relations {
            text.writeHeader("relation")
            text.write("name", relation.name)
            text.write("title", relation.title)
            text.write("from", relation.from)
            text.write("to", relation.to)
        }
        for fact in facts {
            text.writeHeader("fact")
            text.write("name", fact.name)
            text.write("title", fact.title)
            for slot in fact.slots {
                text.writeHeader("fact.slot")
                text.write("name", slot.name)
                text.write("title", slot.title)
                text.write("labels", slot.labels)
                text.write("required", slot.isRequired)
            }
        }
        return text
    }
}

// By hand and not through TOMLKit, which sorts the keys of a table by the alphabet.
extension String {
    fileprivate mutating func writeHeader(_ name: String) { self += "\n[[\(name)]]\n" }

    fileprivate mutating func write(_ key: String, _ value: String) { self += "\(key) = \(value.quoted)\n" }

    fileprivate mutating func write(_ key: String, _ value: Bool) { self += "\(key) = \(value)\n" }

    fileprivate mutating func write(_ key: String, _ values: [String]) {
        self += "\(key) = [\(values.map(\.quoted).joined(separator: ", "))]\n"
    }

    fileprivate mutating func write(_ key: String, _ labels: Set<Label>) {
        write(key, labels.sorted().map(\.name))
    }

    /// A basic string of TOML: in quotes, on one line.
    fileprivate var quoted: String {
        var quoted = "\""
        for scalar in unicodeScalars {
            switch scalar {
            case "\"", "\\":
                quoted += "\\\(scalar)"
            case "\0"..."\u{1F}", "\u{7F}":
                let hex = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default:
                quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
