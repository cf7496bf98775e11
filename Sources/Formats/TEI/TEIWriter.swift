import Articles

/// Writes a document as TEI.
struct TEIWriter {
    private let document: Document
    private let text: Text
    private var xml = XMLWriter()
    /// The names of elements, by mention; each piece of a mention has its own.
    private var names: [ID: [String]] = [:]
    private var taken: Set<String> = []
    /// Which mentions have a value or attributes, and what their feature structure is called.
    private var structures: [ID: String] = [:]

    @Sendable static func write(_ document: Document, _ options: ExportOptions, _ output: inout Output) {
        var writer = TEIWriter(document)
        writer.writeAll()
        output.bytes.append(contentsOf: writer.xml.bytes)
    }

    private init(_ document: Document) {
        self.document = document
        text = document.text
    }

    private mutating func writeAll() {
        let events = InlineElement.events(document.annotations.mentions, in: text)
        nameElements(events)
        xml.raw("<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">\n")
        writeHeader()
        xml.raw("<text>\n<body xml:space=\"preserve\">")
        writeBody(events)
        xml.raw("</body>\n")
        writeBack()
        xml.raw("</text>\n</TEI>\n")
    }

    private mutating func writeHeader() {
        let article = document.article
        xml.raw("<teiHeader>\n<fileDesc>\n<titleStmt>\n")
        xml.element("title", text: article.ownTitle ?? article.name)
        xml.raw("</titleStmt>\n<publicationStmt>\n<p>")
        if let date = article.date, UTCTime.isDay(date) {
            xml.raw("<date when=\"\(date)\">\(date)</date>")
        }
        xml.raw("</p>\n</publicationStmt>\n<notesStmt>\n")
        for (key, value) in [("name", article.name)] + TEI.fields.fields(of: article) {
            xml.element("note", [("type", "property"), ("n", key)], text: value)
        }
        for label in document.annotations.labels {
            xml.element(
                "note", [("type", label.value == nil ? "flag" : "label"), ("n", label.name)],
                text: label.value ?? "")
        }
        xml.raw("</notesStmt>\n<sourceDesc>\n")
        xml.element("p", text: article.source ?? "")
        xml.raw("</sourceDesc>\n</fileDesc>\n</teiHeader>\n")
    }

    // MARK: Text

    private mutating func nameElements(_ events: [InlineElement.Event]) {
        for case .begin(let element) in events {
            let id = element.mention.id
            let isPlain = XMLText.name(id.text) == id.text && element.part == nil
            names[id, default: []].append(
                unused(isPlain ? id.text : XMLText.name(id.text) + (element.part.map { ".\($0)" } ?? "")))
        }
        for mention in document.annotations.mentions where mention.hasFeatures {
            structures[mention.id] = unused("fs\(structures.count + 1)")
        }
    }

    private mutating func unused(_ wanted: String) -> String {
        var (name, number) = (wanted, 1)
        while !taken.insert(name).inserted {
            number += 1
            name = "\(wanted)_\(number)"
        }
        return name
    }

    /// Paragraphs are divided by empty lines, where no mention goes over them.
    private mutating func writeBody(_ events: [InlineElement.Event]) {
        let breaks = paragraphBreaks()
        var next = 0
        var isOpen = false
        var hasParagraph = false
        func open(_ xml: inout XMLWriter) {
            if !isOpen { xml.raw("<p>") }
            (isOpen, hasParagraph) = (true, true)
        }
        for event in events {
            switch event {
            case .begin(let element):
                open(&xml)
                begin(element)
            case .end(let element): xml.raw("</\(TEI.elements[element.mention.label] ?? "rs")>")
            case .text(let range):
                var start = range.lowerBound
                while next < breaks.count, breaks[next].start < range.upperBound {
                    let divide = breaks[next]
                    next += 1
                    if divide.start > start {
                        open(&xml)
                        xml.text(text, start..<divide.start)
                    }
                    if isOpen { xml.raw("</p>") }
                    isOpen = false
                    xml.text(text, divide.range)
                    start = divide.end
                }
                if start < range.upperBound {
                    open(&xml)
                    xml.text(text, start..<range.upperBound)
                }
            }
        }
        if isOpen { xml.raw("</p>") }
        if !hasParagraph { xml.raw("<p/>") }
    }

    private func paragraphBreaks() -> [Span] {
        var breaks: [Span] = []
        text.withBytes { bytes in
            var index = 0
            while let start = bytes[index...].firstIndex(of: 10) {
                let end = bytes[start...].firstIndex { $0 != 10 } ?? bytes.count
                if end - start > 1 { breaks.append(Span(start, end)) }
                index = end
            }
        }
        guard !breaks.isEmpty else { return [] }
        // Breaks and mentions are both in order; what one mention covers, the later ones need not.
        var covered: [Span] = []
        for mention in document.annotations.mentions {
            if let last = covered.last, mention.bounds.start < last.end {
                covered[covered.count - 1] = last.union(mention.bounds)
            } else {
                covered.append(mention.bounds)
            }
        }
        var next = 0
        return breaks.filter { divide in
            while next < covered.count, covered[next].end <= divide.start { next += 1 }
            return next == covered.count || !covered[next].overlaps(divide)
        }
    }

    private mutating func begin(_ element: InlineElement) {
        let mention = element.mention
        let ids = names[mention.id] ?? []
        let name = TEI.elements[mention.label]
        xml.raw("<\(name ?? "rs")")
        if name == nil { xml.attribute("type", mention.label.name) }
        let index = (element.part ?? 1) - 1
        if index < ids.count { xml.attribute("xml:id", ids[index]) }
        if index > 0, index - 1 < ids.count { xml.attribute("prev", "#" + ids[index - 1]) }
        if index + 1 < ids.count { xml.attribute("next", "#" + ids[index + 1]) }
        if index == 0 {
            if let link = mention.link { xml.attribute("ref", WebAnnotation.iri(of: link)) }
            if name == "date", let value = mention.value, UTCTime.isDay(value) {
                xml.attribute("when", value)
            }
            if let structure = structures[mention.id] { xml.attribute("ana", "#" + structure) }
        }
        xml.raw(">")
    }

    // MARK: Behind the text

    private mutating func writeBack() {
        let annotations = document.annotations
        guard !(annotations.relations.isEmpty && annotations.chains.isEmpty && structures.isEmpty) else {
            return
        }
        xml.raw("<back>\n")
        if !annotations.relations.isEmpty {
            xml.raw("<listRelation>\n")
            for relation in annotations.relations {
                guard let from = names[relation.from]?.first, let to = names[relation.to]?.first else {
                    continue
                }
                xml.element(
                    "relation", [("name", relation.kind), ("active", "#" + from), ("passive", "#" + to)])
            }
            xml.raw("</listRelation>\n")
        }
        if !annotations.chains.isEmpty || !structures.isEmpty {
            xml.raw("<div>\n<p/>\n")
            writeChains(annotations.chains)
            writeFeatures(annotations.mentions)
            xml.raw("</div>\n")
        }
        xml.raw("</back>\n")
    }

    private mutating func writeChains(_ chains: [Chain]) {
        guard !chains.isEmpty else { return }
        xml.raw("<linkGrp type=\"coref\">\n")
        for chain in chains {
            let members = chain.mentions.compactMap { names[$0]?.first }.map { "#" + $0 }
            xml.element("link", [("type", "coref"), ("target", members.joined(separator: " "))])
        }
        xml.raw("</linkGrp>\n")
    }

    private mutating func writeFeatures(_ mentions: some Sequence<Mention>) {
        guard !structures.isEmpty else { return }
        xml.raw("<fvLib>\n")
        for mention in mentions {
            guard let name = structures[mention.id] else { continue }
            xml.raw("<fs xml:id=\"\(name)\">\n")
            if let value = mention.value { feature("value", value) }
            for (name, value) in mention.attributes.sorted(by: { $0.key < $1.key }) {
                feature(TEI.features.name(name), value)
            }
            xml.raw("</fs>\n")
        }
        xml.raw("</fvLib>\n")
    }

    private mutating func feature(_ name: String, _ value: String) {
        xml.raw("<f name=\"\(name)\"><string>")
        xml.text(value)
        xml.raw("</string></f>\n")
    }
}

extension Mention {
    fileprivate var hasFeatures: Bool { value != nil || !attributes.isEmpty }
}
