import Articles

/// Reads ninjs, in which version 2 made lists of what version 1 had once, and version 3 wrote names with capitals inside.
///
/// A file holds an item, a list of items, or items inside others that they belong to.
struct NinjsReader {
    private static let depthLimit = 16

    private let file: String
    private let stem: String
    private var findings: Findings
    private var documents: [Document] = []
    private var textlessCount = 0

    @Sendable static func read(_ input: Input) throws(FormatError) -> Imported {
        let json = try JSON(input)
        var reader = NinjsReader(file: input.name, stem: input.stem, findings: Findings(input.name))
        switch json.kind {
        case .object: try reader.add(json, isOnly: true, depth: 0)
        case .array:
            for item in try json.elements {
                guard item.kind == .object else {
                    reader.findings.add(item.error("an item is an object; this one is left out"))
                    continue
                }
                try reader.add(item, isOnly: false, depth: 0)
            }
        case .null, .true, .false, .number, .string:
            throw json.error("a ninjs file is an object or a list of them")
        }
        return try reader.imported(json)
    }

    private func imported(_ json: JSON) throws(FormatError) -> Imported {
        var findings = findings
        if documents.isEmpty, findings.errors.isEmpty { throw json.error("no item has any text") }
        if textlessCount > 0 {
            findings.warn(FormatError("left out: \(textlessCount.of("item")) without text"))
        }
        return findings.imported(documents)
    }

    private mutating func add(_ json: JSON, isOnly: Bool, depth: Int) throws(FormatError) {
        guard depth < Self.depthLimit else { throw json.error("items are nested more than 16 deep") }
        var draft = ArticleDraft(name: isOnly ? stem : "\(stem):\(documents.count + 1)")
        draft.setTitle(Self.chosen(json, "headlines", role: "main") ?? json.text("headline"))
        draft.setTitle(json.text("title") ?? json.text("name"))
        do throws(FormatError) {
            draft.body = try Self.body(json)
        } catch {
            findings.add(json.error(error.message))
        }
        if draft.body.isEmpty {
            textlessCount += 1
        } else {
            fill(json, &draft)
            documents.append(draft.document())
        }
        for item in associations(json) { try add(item, isOnly: false, depth: depth + 1) }
    }

    private func fill(_ json: JSON, _ draft: inout ArticleDraft) {
        let dates = [
            "firstcreated", "firstCreated", "contentcreated", "contentCreated", "versioncreated",
            "versionCreated",
        ]
        for key in dates { draft.setDate(json.text(key)) }
        draft.setLanguage(json.text("language"))
        draft.set("id", json.text("uri"))
        let byline = json.text("byline") ?? json.text("by")
        draft.set("byline", byline)
        draft.set(
            "author", byline.map { [Byline.author($0)] } ?? Self.names(json, "contributors", "creators"))
        draft.set("dateline", json.text("dateline") ?? json.text("located"))
        draft.set("slugline", json.text("slugline"))
        draft.set("subjects", Self.names(json, "subject", "subjects"))
        draft.set("keywords", json.texts("keywords"))
        draft.set("places", Self.names(json, "place", "places"))
        draft.set("people", Self.names(json, "person", "people"))
        draft.set("organisations", Self.names(json, "organisation", "organisations"))
        draft.set("genre", Self.names(json, "genre", "genres"))
        draft.set("urgency", json.text("urgency"))
        draft.set("status", json.text("pubstatus") ?? json.text("pubStatus"))
        draft.set("rights", json.text("copyrightholder") ?? json.text("copyrightHolder"))
        let providers =
            Self.names(json, "infosource", "infosources") + Self.names(json, "infoSources", "infoSource")
        draft.set("provider", providers + [json.text("provider")].compactMap(\.self))
        draft.setSource(Self.names(json, "altids", "altIds").first { $0.hasPrefix("http") })
        draft.setSource(draft.metadata["provider"] ?? file)
    }

    /// The text, in the kind of it that keeps paragraphs best.
    private static func body(_ json: JSON) throws(FormatError) -> [UInt8] {
        for key in ["body_xhtml", "body_html", "body"] {
            guard let html = json.text(key), !html.isEmpty else { continue }
            if HTMLFragment.isLikely(html) { return try HTMLFragment.prose(html) }
            return paragraphs(html)
        }
        if let text = json.text("body_text"), !text.isEmpty { return paragraphs(text) }
        let bodies = json.objects("bodies")
        let main = bodies.first { $0.text("role") == "main" } ?? bodies.first
        guard let main, let value = main.text("value") else { return [] }
        let type = main.text("contenttype") ?? main.text("contentType") ?? "text/plain"
        return type.contains("html") || HTMLFragment.isLikely(value) && type != "text/plain"
            ? try HTMLFragment.prose(value) : paragraphs(value)
    }

    private static func paragraphs(_ text: String) -> [UInt8] {
        var prose = Prose()
        prose.addParagraphs(Array(text.utf8))
        return prose.bytes
    }

    /// The value of the list's part with a role, or of its first.
    private static func chosen(_ json: JSON, _ key: String, role: String) -> String? {
        let parts = json.objects(key)
        return (parts.first { $0.text("role") == role } ?? parts.first)?.text("value")
    }

    /// The names of the concepts in a list, their codes where they have none.
    private static func names(_ json: JSON, _ keys: String...) -> [String] {
        keys.flatMap { key in
            json.texts(key)
                + json.objects(key).compactMap {
                    $0.text("name") ?? $0.text("literal") ?? $0.text("value") ?? $0.text("code")
                }
        }
    }

    /// A list in version 2 and 3; in version 1 an object whose keys say what each item is to this one.
    private func associations(_ json: JSON) -> [JSON] {
        guard let value = json.value("associations") else { return [] }
        if value.kind == .array { return json.objects("associations") }
        return ((try? value.members).map { Array($0) } ?? []).map(\.value).filter { $0.kind == .object }
    }
}
