import Articles

/// Reads JSON Feed 1.0 and 1.1.
enum JSONFeedReader {
    @Sendable static func read(_ input: Input) throws(FormatError) -> Imported {
        let json = try JSON(input)
        guard let items = try json.member("items") else {
            throw json.error("the feed has no \"items\"; a JSON Feed needs them")
        }
        var harvest = FeedHarvest(input.name)
        let feed = Feed(
            title: json.text("title"), base: json.text("home_page_url") ?? json.text("feed_url"),
            language: json.text("language"), authors: names(json))
        for (index, element) in try items.elements.enumerated() {
            harvest.add { () throws(FormatError) in
                guard element.kind == .object else {
                    throw element.error("an item is an object; this one is left out")
                }
                do throws(FormatError) {
                    return try item(element, "\(input.stem):\(index + 1)", feed)
                } catch {
                    throw element.error(error.message)
                }
            }
        }
        return harvest.imported()
    }

    /// What the feed says of all its items.
    private struct Feed {
        let title: String?
        let base: String?
        let language: String?
        let authors: [String]
    }

    private static func item(
        _ json: JSON, _ name: String, _ feed: Feed
    ) throws(FormatError) -> FeedItem {
        var item = FeedItem(name: name)
        item.draft.setTitle(json.text("title"))
        for key in ["url", "external_url"] {
            item.draft.setSource(json.text(key).map { WebAddress.complete($0, at: feed.base) })
        }
        item.draft.setDate(json.text("date_published"))
        item.draft.setDate(json.text("date_modified"))
        item.draft.setLanguage(json.text("language") ?? feed.language)
        let authors = names(json)
        item.draft.set("author", authors.isEmpty ? feed.authors : authors)
        item.draft.set("categories", json.texts("tags"))
        item.draft.set("id", json.text("id"))
        item.draft.set("feed", feed.title)
        if let html = json.text("content_html") { item.content = try HTMLFragment.prose(html) }
        if item.content.isEmpty, let text = json.text("content_text") {
            var prose = Prose()
            prose.addParagraphs(Array(text.utf8))
            item.content = prose.bytes
        }
        item.teaser = Array(Prose.line(json.text("summary") ?? "").utf8)
        return item
    }

    /// `authors` of version 1.1, `author` of 1.0.
    private static func names(_ json: JSON) -> [String] {
        let many = json.objects("authors").compactMap { $0.text("name") }
        if !many.isEmpty { return many }
        return json.value("author").flatMap { $0.text("name") }.map { [$0] } ?? []
    }
}

/// Reading that takes what is there in the form that is expected, and passes by what is not.
extension JSON {
    /// The value of a key; nil when there is none or this is no object.
    func value(_ key: String) -> JSON? { (try? member(key)) ?? nil }

    /// A string or number under a key.
    func text(_ key: String) -> String? { value(key)?.text }

    var text: String? {
        switch kind {
        case .string: try? string
        case .number: literal
        case .null, .true, .false, .array, .object: nil
        }
    }

    /// The strings of a list, or the one string that stands in its place.
    func texts(_ key: String) -> [String] {
        guard let value = value(key) else { return [] }
        guard let elements = try? value.elements else { return value.text.map { [$0] } ?? [] }
        return elements.compactMap(\.text)
    }

    /// The objects of a list, or the one object that stands in its place.
    func objects(_ key: String) -> [JSON] {
        guard let value = value(key) else { return [] }
        if value.kind == .object { return [value] }
        return ((try? value.elements).map { Array($0) } ?? []).filter { $0.kind == .object }
    }
}
