import Articles

/// Reads TimeML: the text of `<TEXT>`, or of the whole file where there is none, with its times, events and links.
struct TimeMLReader {
    private static let names: Set<String> = ["TIMEX3", "EVENT", "SIGNAL"]
    private static let links: Set<String> = ["TLINK", "ALINK", "SLINK"]

    private let xml: XML
    private var bytes: [UInt8] = []
    private var found: [(element: XML.Element, span: Span)] = []
    private var unknown: [String: Int] = [:]
    private var emptyCount = 0

    @Sendable static func read(_ input: Input) throws(FormatError) -> Imported {
        let xml = try XML(input)
        guard xml.name(xml.root) == "TimeML" else {
            throw xml.error(xml.root, "the first element is not TimeML")
        }
        var reader = TimeMLReader(xml: xml)
        return reader.read(input)
    }

    private init(xml: XML) { self.xml = xml }

    private mutating func read(_ input: Input) -> Imported {
        let all = xml.descendants(xml.root)
        let body = all.first { xml.name($0) == "TEXT" } ?? xml.root
        walk(body, body)
        let text = Text(bytes: bytes)
        var standoff = Standoff(text, .utf8, file: input.name)
        var article = Article(name: input.stem, text: text)
        for element in all {
            switch xml.name(element) {
            case "DOCID": if !xml.text(element).isEmpty { article.name = xml.text(element) }
            case "TITLE": article.title = xml.text(element)
            case "DCT":
                let time = xml.child("TIMEX3", of: element)
                let words = time.map(xml.text) ?? ""
                let value = time.flatMap { xml.value("value", of: $0) }.flatMap {
                    $0 == TimeMLName.unset ? nil : $0
                }
                article.date = value ?? (words.isEmpty ? nil : words)
            default: break
            }
        }
        for (element, span) in found { add(element, span, &standoff) }
        relate(all, &standoff)
        standoff.findings.warn(ofElements: unknown)
        if emptyCount > 0 {
            standoff.findings.warn(FormatError("\(emptyCount) elements without words are left out"))
        }
        let document = standoff.document(article)
        return standoff.findings.imported([document])
    }

    private mutating func walk(_ element: XML.Element, _ body: XML.Element) {
        let name = xml.name(element)
        // Without <TEXT> what is said about the text lies among it.
        if ["DOCID", "DCT", "TITLE", "EXTRAINFO", "MAKEINSTANCE", "CONFIDENCE"].contains(name)
            || Self.links.contains(name)
        {
            return
        }
        let start = bytes.count
        for node in xml.nodes(element) {
            switch node {
            case .text(let text): bytes += text
            case .element(let child): walk(child, body)
            }
        }
        if Self.names.contains(name) {
            if bytes.count > start {
                found.append((element, Span(start, bytes.count)))
            } else {
                emptyCount += 1
            }
        } else if element != body {
            unknown[name, default: 0] += 1
        }
    }

    private func add(_ element: XML.Element, _ span: Span, _ standoff: inout Standoff) {
        let name = xml.name(element)
        let label = name == "TIMEX3" ? xml.value("type", of: element) ?? "DATE" : name
        var draft = Standoff.Draft(spans: SpanSet(span), label: label)
        for (name, space, value) in xml.attributes(element) where space.isEmpty {
            switch name {
            case "tid", "eid", "sid": draft.id = value
            case "type" where xml.name(element) == "TIMEX3": break
            case "value" where xml.name(element) == "TIMEX3":
                draft.value = value == TimeMLName.unset ? nil : value
            default: draft.attributes[name] = value
            }
        }
        standoff.add(draft, as: draft.id, at: { [xml] in xml.error(element, $0) })
    }

    private func relate(_ all: [XML.Element], _ standoff: inout Standoff) {
        var events: [String: String] = [:]
        for element in all where xml.name(element) == "MAKEINSTANCE" {
            guard let id = xml.value("eiid", of: element), let event = xml.value("eventID", of: element)
            else {
                continue
            }
            events[id] = event
            let known = xml.attributes(element).filter { name, _, value in
                TimeMLName.ofInstances[name] != nil && value != "NONE"
                    && !(name == "polarity" && value == "POS")
            }
            let isThere = standoff.change(event) { mention in
                for (name, _, value) in known { mention.attributes[name] = value }
            }
            if !isThere { standoff.findings.warn(xml.error(element, "the event \(event) does not exist")) }
        }
        var dayCount = 0
        for element in all where Self.links.contains(xml.name(element)) {
            func end(_ names: [String]) -> String? {
                names.lazy.compactMap { xml.value($0, of: element) }.first.map { events[$0] ?? $0 }
            }
            guard let from = end(["eventInstanceID", "timeID", "eventID"]),
                let to = end([
                    "relatedToEventInstance", "relatedToTime", "subordinatedEventInstance", "relatedToEvent",
                ])
            else {
                standoff.findings.add(xml.error(element, "the \(xml.name(element)) has not two ends"))
                continue
            }
            guard from != "t0", to != "t0" else {
                dayCount += 1
                continue
            }
            standoff.relate(
                xml.value("relType", of: element) ?? xml.name(element), from: from, to: to,
                at: { [xml] in xml.error(element, $0) })
        }
        if dayCount > 0 {
            standoff.findings.warn(FormatError("\(dayCount) links with the article's date are not kept"))
        }
    }
}
