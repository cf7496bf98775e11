import Articles

/// Reads NITF 3.x: headline and abstract of the head, then the content.
struct NITFReader {
    private let xml: XML
    private let root: XML.Element

    @Sendable static func read(_ input: Input) throws(FormatError) -> Imported {
        let (xml, warning) = try XMLRepair.parse(input)
        guard xml.name(xml.root) == "nitf" else { throw xml.error(xml.root, "the first element is not nitf") }
        var draft = ArticleDraft(name: input.stem)
        NITFReader(xml: xml, root: xml.root).fill(&draft)
        draft.setSource(input.name)
        guard !draft.isEmpty else {
            throw xml.error(xml.root, "the article has neither a headline nor text")
        }
        return Imported(documents: [draft.document()], warnings: [warning].compactMap(\.self))
    }

    /// - Parameter root: a `nitf` element, also one inside NewsML.
    init(xml: XML, root: XML.Element) {
        self.xml = xml
        self.root = root
    }

    func fill(_ draft: inout ArticleDraft) {
        if let head = xml.child("head", of: root) { fill(head: head, &draft) }
        draft.setLanguage(xml.ownValue("lang", of: root))
        guard let body = xml.child("body", of: root) else { return }
        draft.setLanguage(xml.ownValue("lang", of: body))
        var prose = Prose()
        if let head = xml.child("body.head", of: body) { fill(bodyHead: head, &draft, &prose) }
        if let head = xml.child("head", of: root), let title = xml.child("title", of: head) {
            draft.setTitle(xml.text(title))
        }
        if let content = xml.child("body.content", of: body) {
            prose.addParagraphs(XMLProse.prose(of: content, in: xml))
        }
        draft.body = prose.bytes
    }

    /// What the file says about itself.
    private func fill(head: XML.Element, _ draft: inout ArticleDraft) {
        var subjects: [String] = []
        var keywords: [String] = []
        var dates: [String: String] = [:]
        for element in xml.descendants(head) {
            func value(_ name: String) -> String? { xml.value(name, of: element) }
            switch xml.name(element) {
            case "tobject.subject":
                let words = ["tobject.subject.type", "tobject.subject.matter", "tobject.subject.detail"]
                subjects.append(words.compactMap(value).last ?? value("tobject.subject.refnum") ?? "")
            case "tobject.property": draft.set("genre", value("tobject.property.type"))
            case "keyword": keywords.append(value("key") ?? xml.text(element))
            case "doc-id": draft.set("id", value("id-string"))
            case "urgency": draft.set("urgency", value("ed-urg"))
            case "doc.copyright": draft.set("rights", value("holder"))
            case "date.issue", "date.release": dates[xml.name(element)] = value("norm")
            case "pubdata":
                draft.set("publication", value("name"))
                draft.set("section", value("position.section"))
                dates["publication"] = value("date.publication")
            default: break
            }
        }
        for kind in ["publication", "date.issue", "date.release"] { draft.setDate(dates[kind]) }
        draft.set("subjects", subjects)
        draft.set("keywords", keywords)
    }

    /// The lines above the content.
    private func fill(bodyHead head: XML.Element, _ draft: inout ArticleDraft, _ prose: inout Prose) {
        for element in xml.descendants(head) {
            switch xml.name(element) {
            case "hl1": draft.setTitle(xml.text(element))
            case "hl2":
                prose.add(xml.text(element))
                prose.end(.paragraph)
            case "hedline" where xml.children(element).isEmpty: draft.setTitle(xml.text(element))
            case "byline":
                draft.set("byline", XMLProse.line(of: element, in: xml))
                let people = xml.descendants(element).filter { xml.name($0) == "person" }
                draft.set(
                    "author",
                    people.isEmpty
                        ? [Byline.author(XMLProse.line(of: element, in: xml))] : people.map(xml.text))
            case "dateline":
                draft.set("dateline", XMLProse.line(of: element, in: xml))
                let date = xml.child("story.date", of: element)
                draft.setDate(date.flatMap { xml.value("norm", of: $0) })
            case "distributor": draft.set("provider", xml.text(element))
            case "abstract":
                prose.addParagraphs(XMLProse.prose(of: element, in: xml))
            default: break
            }
        }
    }
}
