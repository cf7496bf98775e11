import Articles

/// Reads TEI: the text of the body, and the names, dates and references in it.
///
/// Where `xml:space` keeps white space the text comes in as it is; elsewhere runs of it are one blank, and paragraphs,
/// heads and verses begin new lines.
struct TEIReader {
    private static let labels: [String: String] = [
        "persName": "PER", "placeName": "LOC", "geogName": "LOC", "orgName": "ORG", "date": "DATE",
        "time": "TIME", "rs": "rs", "name": "name",
    ]
    /// Elements that stand in a paragraph of their own, and those that begin a line.
    private static let blocks: Set<String> = [
        "p", "head", "div", "ab", "lg", "list", "table", "sp", "opener", "closer", "figure", "body", "quote",
        "div1", "div2", "div3", "div4", "byline", "argument", "epigraph", "trailer",
    ]
    private static let lines: Set<String> = [
        "l", "lb", "row", "item", "dateline", "salute", "signed", "speaker",
    ]
    /// Elements that say nothing of their own about the words in them, or whose words are no text.
    private static let passed: Set<String> = [
        "hi", "seg", "s", "w", "pc", "c", "cell", "anchor", "pb", "milestone",
    ]
    private static let hidden: Set<String> = ["note", "figDesc", "fw"]

    private struct Found {
        let name: String
        let element: XML.Element
        let span: Span
        /// Whether white space is as it is in the file.
        let isKept: Bool
    }

    private let xml: XML
    private let input: Input
    private var bytes: [UInt8] = []
    private var isBlankPending = false
    private var lineBreaks = 0
    private var found: [Found] = []
    private var unknown: [String: Int] = [:]
    private var hiddenCount = 0

    @Sendable static func read(_ input: Input) throws(FormatError) -> Imported {
        let xml = try XML(input)
        var all = Imported()
        switch xml.name(xml.root) {
        case "TEI": all = try read(xml.root, xml, input)
        case "teiCorpus":
            for child in xml.children(xml.root) where xml.name(child) == "TEI" {
                all.append(try read(child, xml, input))
            }
        default: throw xml.error(xml.root, "the first element is neither TEI nor teiCorpus")
        }
        return all
    }

    private static func read(_ root: XML.Element, _ xml: XML, _ input: Input) throws(FormatError) -> Imported
    {
        var reader = TEIReader(xml: xml, input: input)
        return try reader.read(root)
    }

    private init(xml: XML, input: Input) {
        self.xml = xml
        self.input = input
    }

    private mutating func read(_ root: XML.Element) throws(FormatError) -> Imported {
        guard let text = xml.child("text", of: root) else { throw xml.error(root, "there is no <text>") }
        let body = xml.child("body", of: text) ?? text
        let isKept = [root, text].contains { xml.ownValue("space", of: $0) == "preserve" }
        walk(body, isKept: isKept)
        let whole = Text(bytes: bytes)
        var standoff = Standoff(whole, .utf8, file: input.name)
        var article = Article(name: input.stem, text: whole)
        if let header = xml.child("teiHeader", of: root) { read(header: header, &article, &standoff) }
        if article.language == nil { article.language = xml.ownValue("lang", of: root) }
        let structures = features(of: root)
        addMentions(structures, whole, &standoff)
        for element in xml.descendants(root) { relate(element, &standoff) }
        standoff.findings.warn(ofElements: unknown)
        if hiddenCount > 0 {
            standoff.findings.warn(FormatError("\(hiddenCount) notes and captions in the text are not kept"))
        }
        let document = standoff.document(article)
        return standoff.findings.imported([document])
    }

    // MARK: Text

    private mutating func walk(_ element: XML.Element, isKept: Bool) {
        let space = xml.ownValue("space", of: element)
        let isKept = space == "preserve" || (isKept && space != "default")
        let name = xml.name(element)
        if !isKept { breakLine(name) }
        let start = bytes.count
        for node in xml.nodes(element) {
            switch node {
            case .text(let text): if isKept { bytes += text } else { collapse(text) }
            case .element(let child):
                if Self.hidden.contains(xml.name(child)) {
                    hiddenCount += 1
                } else {
                    walk(child, isKept: isKept)
                }
            }
        }
        if Self.labels[name] != nil {
            found.append(Found(name: name, element: element, span: Span(start, bytes.count), isKept: isKept))
        } else if !Self.blocks.contains(name), !Self.lines.contains(name), !Self.passed.contains(name) {
            unknown[name, default: 0] += 1
        }
        if !isKept, name != "lb" { breakLine(name) }
    }

    private mutating func breakLine(_ name: String) {
        let count = Self.blocks.contains(name) ? 2 : Self.lines.contains(name) ? 1 : 0
        lineBreaks = max(lineBreaks, count)
    }

    private mutating func collapse(_ text: ArraySlice<UInt8>) {
        for byte in text {
            if byte.isSpace {
                isBlankPending = true
                continue
            }
            if !bytes.isEmpty {
                if lineBreaks > 0 {
                    bytes.append(contentsOf: repeatElement(10, count: lineBreaks))
                } else if isBlankPending {
                    bytes.append(32)
                }
            }
            (lineBreaks, isBlankPending) = (0, false)
            bytes.append(byte)
        }
    }

    // MARK: Mentions

    private mutating func addMentions(
        _ structures: [String: [(String, String)]], _ text: Text, _ standoff: inout Standoff
    ) {
        var byName: [String: Found] = [:]
        for mention in found {
            guard let id = xml.ownValue("id", of: mention.element), byName[id] == nil else { continue }
            byName[id] = mention
        }
        // A piece belongs to one mention.
        var names: Set<String> = []
        for mention in found.sorted(by: { $0.span < $1.span }) {
            let element = mention.element
            guard xml.value("prev", of: element) == nil else { continue }
            var spans: [Span] = []
            let name = xml.ownValue("id", of: element)
            var piece: Found? = mention
            while let current = piece {
                // Where white space is collapsed, a blank before an element's first word was put into it.
                spans.append(current.isKept ? current.span : text.trimmed(current.span))
                let id = xml.ownValue("id", of: current.element)
                if let id { names.insert(id) }
                let next = xml.value("next", of: current.element).flatMap { Self.name(in: $0) }
                piece = next.flatMap { names.contains($0) ? nil : byName[$0] }
            }
            guard let places = SpanSet(spans) else {
                standoff.findings.warn(
                    xml.error(element, "the <\(mention.name)> holds no words and is left out"))
                continue
            }
            let label = Self.labels[mention.name] ?? mention.name
            let isFree = mention.name == "rs" || mention.name == "name"
            var draft = Standoff.Draft(
                spans: places, label: isFree ? xml.value("type", of: element) ?? label : label,
                id: name)
            draft.link = (xml.value("ref", of: element) ?? xml.value("key", of: element)).map(
                WebAnnotation.link)
            draft.value = xml.value("when", of: element)
            for reference in (xml.value("ana", of: element) ?? "").split(separator: " ") {
                for (name, value) in structures[Self.name(in: String(reference)) ?? ""] ?? [] {
                    if name == "value" {
                        draft.value = value
                    } else {
                        draft.attributes[TEI.features.original(name)] = value
                    }
                }
            }
            standoff.add(draft, as: name, at: { [xml] in xml.error(element, $0) })
        }
    }

    /// `#m1` points to `m1` in the same file.
    private static func name(in reference: String) -> String? {
        reference.hasPrefix("#") ? String(reference.dropFirst()) : nil
    }

    private func features(of root: XML.Element) -> [String: [(String, String)]] {
        var structures: [String: [(String, String)]] = [:]
        for element in xml.descendants(root) where xml.name(element) == "fs" {
            guard let id = xml.ownValue("id", of: element) else { continue }
            structures[id] = xml.children(element).compactMap { feature in
                guard xml.name(feature) == "f", let name = xml.value("name", of: feature) else { return nil }
                let child = xml.children(feature).first
                return (name, child.flatMap { xml.value("value", of: $0) } ?? xml.text(feature))
            }
        }
        return structures
    }

    private func relate(_ element: XML.Element, _ standoff: inout Standoff) {
        func names(_ attribute: String) -> [String] {
            (xml.value(attribute, of: element) ?? "").split(separator: " ").compactMap {
                Self.name(in: String($0))
            }
        }
        let place: Standoff.Place = { [xml] in xml.error(element, $0) }
        switch xml.name(element) {
        case "relation":
            let kind = xml.value("name", of: element) ?? xml.value("type", of: element) ?? "related-to"
            if xml.value("mutual", of: element) != nil {
                standoff.findings.warn(place("the mutual relation \(kind) is not kept"))
            }
            for from in names("active") {
                for to in names("passive") { standoff.relate(kind, from: from, to: to, at: place) }
            }
        case "link" where xml.value("type", of: element) == "coref":
            standoff.chain(names("target"), at: place)
        default: break
        }
    }

    // MARK: Header

    private func read(header: XML.Element, _ article: inout Article, _ standoff: inout Standoff) {
        var properties: [(String, String)] = []
        for element in xml.descendants(header) {
            switch xml.name(element) {
            case "note":
                guard let name = xml.value("n", of: element) else { continue }
                switch xml.value("type", of: element) {
                case "property": properties.append((name, xml.text(element)))
                case "label": standoff.label(name, value: xml.text(element))
                case "flag": standoff.label(name, value: nil)
                default: break
                }
            case "language": article.language = article.language ?? xml.value("ident", of: element)
            default: break
            }
        }
        if properties.contains(where: { $0.0 == "name" }) {
            // The article as it was, not as the header tells it to others.
            article.language = nil
            for (name, value) in properties {
                if name == "name" {
                    article.name = value
                } else {
                    TEI.fields.take(name, value, into: &article)
                }
            }
            return
        }
        let statement = xml.child("fileDesc", of: header)
        if let titles = statement.flatMap({ xml.child("titleStmt", of: $0) }) {
            if let title = xml.child("title", of: titles) { article.title = plain(title) }
            if let author = xml.child("author", of: titles) { article.metadata["author"] = plain(author) }
        }
        let dates = xml.descendants(header).filter { xml.name($0) == "date" }
        article.date = dates.compactMap { xml.value("when", of: $0) }.first
        for (name, value) in properties { TEI.fields.take(name, value, into: &article) }
    }

    private func plain(_ element: XML.Element) -> String {
        xml.text(element).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
