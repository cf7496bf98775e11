import Articles

/// Reads NewsML-G2: the articles among the items of a message, or a single one; pictures and lists hold no text.
struct NewsMLReader {
    private let xml: XML
    private let file: String
    private let stem: String
    private var findings: Findings
    private var documents: [Document] = []
    private var textless: [String: Int] = [:]

    @Sendable static func read(_ input: Input) throws(FormatError) -> Imported {
        let xml = try XML(input)
        var reader = NewsMLReader(
            xml: xml, file: input.name, stem: input.stem, findings: Findings(input.name))
        return try reader.read()
    }

    private mutating func read() throws(FormatError) -> Imported {
        let root = xml.root
        switch xml.name(root) {
        case "newsMessage":
            for set in xml.children(root) where xml.name(set) == "itemSet" {
                for item in xml.children(set) { add(item) }
            }
        case "newsItem", "packageItem": add(root)
        default: throw xml.error(root, "the first element is no newsItem, packageItem or newsMessage")
        }
        let counted = textless.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
        if documents.isEmpty, findings.errors.isEmpty {
            let what = counted.isEmpty ? "no items" : counted.joined(separator: ", ") + " and no text"
            throw xml.error(root, "holds \(what); the items that a package names are files of their own")
        }
        if !counted.isEmpty {
            findings.warn(FormatError("left out, without text: \(counted.joined(separator: ", "))"))
        }
        return findings.imported(documents)
    }

    private mutating func add(_ item: XML.Element) {
        guard xml.name(item) == "newsItem" else {
            textless[xml.name(item), default: 0] += 1
            return
        }
        let isOnly = xml.name(xml.root) == "newsItem"
        var draft = ArticleDraft(name: isOnly ? stem : "\(stem):\(documents.count + 1)")
        var parts: [String: XML.Element] = [:]
        for part in xml.children(item) where parts[xml.name(part)] == nil { parts[xml.name(part)] = part }
        if let meta = parts["contentMeta"] { fill(contentMeta: meta, &draft) }
        if let meta = parts["itemMeta"] { fill(itemMeta: meta, &draft) }
        draft.set("id", xml.value("guid", of: item))
        draft.setLanguage(xml.ownValue("lang", of: item))
        do throws(FormatError) {
            if let content = parts["contentSet"] { try fill(content: content, &draft) }
        } catch {
            findings.add(xml.error(item, error.message))
            return
        }
        guard !draft.body.isEmpty else {
            textless["newsItem", default: 0] += 1
            return
        }
        draft.setSource(draft.metadata["provider"] ?? file)
        documents.append(draft.document())
    }

    private func fill(contentMeta meta: XML.Element, _ draft: inout ArticleDraft) {
        var subjects: [String] = []
        var keywords: [String] = []
        var creators: [String] = []
        for element in xml.children(meta) {
            switch xml.name(element) {
            case "headline": draft.setTitle(xml.text(element))
            case "by":
                draft.set("byline", xml.text(element))
                draft.set("author", Byline.author(xml.text(element)))
            case "dateline": draft.set("dateline", xml.text(element))
            case "language": draft.setLanguage(xml.value("tag", of: element))
            case "contentCreated": draft.set("created", xml.text(element))
            case "slugline": draft.set("slugline", xml.text(element))
            case "keyword": keywords.append(xml.text(element))
            case "subject": subjects.append(named(element))
            case "creator", "contributor": creators.append(named(element))
            case "genre": draft.set("genre", named(element))
            case "located": draft.set("located", named(element))
            case "urgency": draft.set("urgency", xml.text(element))
            case "creditline": draft.set("credit", xml.text(element))
            default: break
            }
        }
        draft.set("author", creators)
        draft.set("subjects", subjects)
        draft.set("keywords", keywords)
    }

    private func fill(itemMeta meta: XML.Element, _ draft: inout ArticleDraft) {
        var created: String?
        for element in xml.children(meta) {
            switch xml.name(element) {
            case "provider": draft.set("provider", named(element))
            case "firstCreated": draft.setDate(xml.text(element))
            case "versionCreated": created = xml.text(element)
            case "embargoed": draft.set("embargoed", xml.text(element))
            case "pubStatus": draft.set("status", code(element))
            case "title": draft.setTitle(xml.text(element))
            case "edNote": draft.set("note", xml.text(element))
            default: break
            }
        }
        draft.setDate(created)
        draft.setDate(draft.metadata["created"])
    }

    /// What a concept is called, in words if the file has them.
    private func named(_ element: XML.Element) -> String {
        if let name = xml.child("name", of: element) { return xml.text(name) }
        return xml.value("literal", of: element) ?? code(element) ?? xml.text(element)
    }

    /// `stat:usable` is `usable`.
    private func code(_ element: XML.Element) -> String? {
        guard let code = xml.value("qcode", of: element) ?? xml.value("uri", of: element) else { return nil }
        guard let colon = code.firstIndex(of: ":"), !code.contains("/") else { return code }
        return String(code[code.index(after: colon)...])
    }

    private func fill(content: XML.Element, _ draft: inout ArticleDraft) throws(FormatError) {
        for part in xml.children(content) where draft.body.isEmpty {
            switch xml.name(part) {
            case "inlineXML":
                for inner in xml.children(part) where draft.body.isEmpty {
                    if xml.name(inner) == "nitf" {
                        NITFReader(xml: xml, root: inner).fill(&draft)
                    } else {
                        fillXHTML(inner, &draft)
                    }
                }
            case "inlineData":
                let type = xml.value("contenttype", of: part) ?? "text/plain"
                // Pictures come in base64.
                guard type.hasPrefix("text/"), xml.value("encoding", of: part) == nil else { continue }
                if type.hasPrefix("text/html") {
                    draft.body = try HTMLFragment.prose(xml.text(part))
                } else {
                    var prose = Prose()
                    prose.addParagraphs(Array(xml.text(part).utf8))
                    draft.body = prose.bytes
                }
            default: break
            }
        }
    }

    private func fillXHTML(_ page: XML.Element, _ draft: inout ArticleDraft) {
        draft.setLanguage(xml.ownValue("lang", of: page))
        if let head = xml.child("head", of: page), let title = xml.child("title", of: head) {
            draft.setTitle(xml.text(title))
        }
        draft.body = XMLProse.prose(of: xml.child("body", of: page) ?? page, in: xml)
    }
}
