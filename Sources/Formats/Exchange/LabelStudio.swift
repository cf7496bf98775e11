import Articles

/// Label Studio JSON: a list of tasks, with the labeling configuration beside it.
///
/// A mention is a region of `Labels`; its attributes, normal value (`value`) and link (`link`) are text areas of the
/// region, a chain is relations of the label `coreference`, article labels are choices. Offsets count code points. Tasks of
/// the full export and JSON_MIN are read. Source: labelstud.io, "Import pre-annotated data", "Export annotations".
extension Format {
    static let labelStudio = Format(
        name: "labelstudio", title: "Label Studio, tasks with their configuration", extensions: ["json"],
        companions: ["xml"], offsets: [.codePoints],
        carries: [
            .mentions, .nested, .overlapping, .blank, .attributes, .values, .links, .relations, .chains,
            .labels,
            .metadata, .controls, .margins, .spelling, .spacing,
        ],
        adapt: LabelStudio.adapted,
        read: Reader(recognises: { JSONPeek.kind(of: $0) == .labelStudio }, LabelStudioReader.read),
        write: Writer(
            .anyNumber(opening: "[", separator: ",", closing: "]\n"),
            configuration: .init(ending: "xml", bytes: LabelStudio.configuration), LabelStudio.write))
}

enum LabelStudio {
    static let fields = ArticleFields(reserved: ["text", "name"])
    /// Names of controls that are no attributes.
    static let controls = ArticleFields(reserved: ["label", "text", "article", "value", "link"])

    /// A choice needs a name; an empty one is none.
    @Sendable static func adapted(_ document: Document) -> Document {
        let document = ChainPairs.adapted(document)
        let changes = document.annotations.labels.filter { $0.value == "" }.map { label in
            var label = label
            label.value = nil
            return Annotations.Change.set(.label(label))
        }
        return changes.isEmpty
            ? document
            : Document(article: document.article, annotations: document.annotations.changed(changes))
    }

    @Sendable static func write(_ document: Document, _ options: ExportOptions, _ output: inout Output) {
        let annotations = document.annotations
        let offsets = OffsetUnits(document.text, .codePoints)
        var names: Set<ConfiguredName> = []
        var json = JSONWriter()
        json.object { json in
            json.field("id", options.number)
            json.object("data") { json in
                json.key("text")
                json.string(document.text, document.text.bounds)
                json.field("name", document.article.name)
                for (key, value) in fields.fields(of: document.article) { json.field(named: key, value) }
            }
            json.array("annotations") { json in
                json.object { json in
                    json.field("id", options.number)
                    json.array("result") { json in
                        for mention in annotations.mentions {
                            write(mention, document.text, offsets, &json, &names)
                        }
                        for one in annotations.relations {
                            names.insert(ConfiguredName(kind: .relation, name: one.kind))
                            relation(one.from, one.to, one.kind, "right", &json)
                        }
                        ChainPairs.forEach(annotations) {
                            names.insert(ConfiguredName(kind: .relation, name: ChainPairs.kind))
                            relation($0, $1, ChainPairs.kind, "bi", &json)
                        }
                        for label in annotations.labels { write(label, &json, &names) }
                    }
                }
            }
        }
        output.bytes.append(contentsOf: json.bytes)
        output.names = names
    }

    private static func write(
        _ mention: Mention, _ text: Text, _ offsets: OffsetUnits, _ json: inout JSONWriter,
        _ names: inout Set<ConfiguredName>
    ) {
        func region(_ type: StaticString, _ control: String, _ content: (inout JSONWriter) -> Void) {
            json.object { json in
                json.field("id", mention.id.text)
                json.field("from_name", control)
                json.field("to_name", "text")
                json.key("type")
                json.literal(type)
                json.object("value") { json in
                    json.field("start", offsets.count(before: mention.bounds.start))
                    json.field("end", offsets.count(before: mention.bounds.end))
                    content(&json)
                }
            }
        }
        names.insert(ConfiguredName(kind: .label, name: mention.label.name))
        region("\"labels\"", "label") { json in
            json.key("text")
            json.string(text, mention.bounds)
            json.array("labels") { $0.string(mention.label.name) }
        }
        var properties: [(String, String)] = []
        if let value = mention.value { properties.append(("value", value)) }
        if let link = mention.link { properties.append(("link", link)) }
        for (name, value) in mention.attributes.sorted(by: { $0.key < $1.key }) {
            properties.append((controls.name(name), value))
        }
        for (name, value) in properties {
            names.insert(ConfiguredName(kind: .attribute, name: name))
            region("\"textarea\"", name) { json in json.array("text") { $0.string(value) } }
        }
    }

    private static func relation(
        _ from: ID, _ to: ID, _ label: String, _ direction: String, _ json: inout JSONWriter
    ) {
        json.object { json in
            json.field("type", "relation")
            json.field("from_id", from.text)
            json.field("to_id", to.text)
            json.field("direction", direction)
            json.array("labels") { $0.string(label) }
        }
    }

    private static func write(
        _ label: ArticleLabel, _ json: inout JSONWriter, _ names: inout Set<ConfiguredName>
    ) {
        let control = label.value == nil ? "article" : "article " + label.name
        let choice = label.value ?? label.name
        names.insert(ConfiguredName(kind: .choice, name: control, value: choice))
        json.object { json in
            json.field("id", label.id.text)
            json.field("from_name", control)
            json.field("to_name", "text")
            json.field("type", "choices")
            json.object("value") { json in json.array("choices") { $0.string(choice) } }
        }
    }

    /// The labeling configuration for everything that the tasks use.
    @Sendable static func configuration(_ names: Set<ConfiguredName>) -> [UInt8] {
        func values(_ kind: ConfiguredName.Kind) -> [ConfiguredName] {
            names.filter { $0.kind == kind }.sorted()
        }
        var lines = ["<View>", "  <Labels name=\"label\" toName=\"text\">"]
        // Without a label the program refuses the configuration.
        let used = values(.label)
        let labels =
            used.isEmpty ? Schema.news.labels.map { ConfiguredName(kind: .label, name: $0.label.name) } : used
        lines += labels.map { "    <Label value=\"\(escaped($0.name))\"/>" } + ["  </Labels>"]
        let relations = values(.relation)
        if !relations.isEmpty {
            lines += ["  <Relations>"]
            lines += relations.map { "    <Relation value=\"\(escaped($0.name))\"/>" } + ["  </Relations>"]
        }
        lines.append("  <Text name=\"text\" value=\"$text\"/>")
        for attribute in values(.attribute) {
            lines.append(
                "  <TextArea name=\"\(escaped(attribute.name))\" toName=\"text\" perRegion=\"true\" editable=\"true\"/>"
            )
        }
        for (control, choices) in Dictionary(grouping: values(.choice), by: \.name).sorted(by: {
            $0.key < $1.key
        }) {
            lines.append("  <Choices name=\"\(escaped(control))\" toName=\"text\" choice=\"multiple\">")
            lines += choices.map { "    <Choice value=\"\(escaped($0.value))\"/>" } + ["  </Choices>"]
        }
        return Array((lines + ["</View>", ""]).joined(separator: "\n").utf8)
    }

    private static func escaped(_ name: String) -> String {
        name.unicodeScalars.reduce(into: "") { text, scalar in
            switch scalar {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "\"": text += "&quot;"
            case "\t", "\n", "\r": text += "&#\(scalar.value);"
            case _ where scalar.value < 32: text += "\u{FFFD}"
            default: text.unicodeScalars.append(scalar)
            }
        }
    }
}
