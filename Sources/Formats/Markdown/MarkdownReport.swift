import Articles

/// Markdown for people: a heading, the properties, the entities as a table of GitHub's kind, facts and notes as lists.
///
/// Every sign that Markdown gives a meaning to is escaped, so that words come out as they stand in the article.
struct MarkdownReport {
    private let document: Document
    private var output = Output()

    static func write(_ document: Document, _ options: ExportOptions, into output: inout Output) {
        var report = MarkdownReport(document)
        report.writeAll(options)
        output.bytes += report.output.bytes
    }

    private init(_ document: Document) { self.document = document }

    private mutating func writeAll(_ options: ExportOptions) {
        let article = document.article
        output.write("# \(Self.line(article.title))\n\n")
        let known = [("Date", article.date), ("Source", article.source), ("Language", article.language)]
        var properties = known.compactMap { name, value in value.map { (name, $0) } }
        properties += article.metadata.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        properties += document.annotations.labels.map {
            ("Label", [$0.name, $0.value].compactMap(\.self).joined(separator: ": "))
        }
        for (name, value) in properties { output.write("- \(Self.line(name)): \(Self.line(value))\n") }
        if !properties.isEmpty { output.write("\n") }
        writeEntities(options.offsets ?? .codePoints)
        writeFacts()
        writeNotes()
    }

    private mutating func writeEntities(_ unit: OffsetUnit) {
        let offsets = OffsetUnits(document.text, unit)
        output.write("## Entities\n\n| start | end | label | text | value | link | attributes |\n")
        output.write("| --- | --- | --- | --- | --- | --- | --- |\n")
        for mention in document.annotations.mentions {
            let attributes = mention.attributes.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
            let cells = [
                "\(offsets.count(before: mention.bounds.start))",
                "\(offsets.count(before: mention.bounds.end))",
                Self.cell(mention.label.name), Self.cell(document.text.string(in: mention.bounds)),
                Self.cell(mention.value ?? ""), Self.cell(mention.link ?? ""),
                Self.cell(attributes.joined(separator: "; ")),
            ]
            output.write("| " + cells.joined(separator: " | ") + " |\n")
        }
        output.write("\n")
    }

    private mutating func writeFacts() {
        guard !document.annotations.facts.isEmpty else { return }
        output.write("## Facts\n\n")
        for fact in document.annotations.facts {
            output.write("- \(Self.line(fact.kind)): \(Self.line(words(fact.evidence)))\n")
            for slot in fact.slots {
                let spans = slot.spans ?? slot.mention.flatMap { document.annotations.mentions[$0]?.spans }
                let filler = [spans.map(words), slot.value.map { "= \($0)" }].compactMap(\.self)
                output.write("    - \(Self.line(slot.name)): \(Self.line(filler.joined(separator: " ")))\n")
            }
        }
        output.write("\n")
    }

    private mutating func writeNotes() {
        guard !document.annotations.notes.isEmpty else { return }
        output.write("## Notes\n\n")
        for note in document.annotations.notes {
            let subject: String
            switch note.target {
            case .article: subject = "Article"
            case .span(let span): subject = document.text.string(in: span)
            case .annotation(let id):
                switch document.annotations[id] {
                case .mention(let mention): subject = words(mention.spans)
                case .fact(let fact): subject = words(fact.evidence)
                case .relation(let relation): subject = relation.kind
                case .label(let label): subject = label.name
                case .chain, .note, nil: subject = id.text
                }
            }
            output.write("- \(Self.line(subject)): \(Self.line(note.text))\n")
        }
        output.write("\n")
    }

    private func words(_ spans: SpanSet) -> String { document.text.string(in: spans, joinedBy: " … ") }

    /// Text on one line.
    private static func line(_ text: String) -> String { escaped(Entities.words(text)) }

    /// Text in a cell, its line ends as breaks.
    private static func cell(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { escaped(String($0)) }
            .joined(separator: "<br>")
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            if "\\`*_{}[]<>()#+-.!|~&\"'=:$%^@/;,?".unicodeScalars.contains(scalar) { result += "\\" }
            // A tab at an edge, or several of them, would be taken for an indent.
            result.unicodeScalars.append(scalar == "\t" ? " " : scalar)
        }
        return result
    }
}
