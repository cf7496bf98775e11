import Articles

/// Reads Atom 1.0 and 0.3: the entries of a feed, or a single one.
struct AtomReader {
    private let xml: XML
    private let input: Input

    @Sendable static func read(_ input: Input) throws(FormatError) -> Imported {
        try FeedHarvest.read(input, item: "entry", from: nil, title: { $0?.title }, add)
    }

    /// - Parameter feed: what an earlier piece says of all entries.
    private static func add(
        _ input: Input, to harvest: inout FeedHarvest, _ feed: inout Description?
    ) throws(FormatError) {
        let (xml, warning) = try XMLRepair.parse(input)
        let root = xml.name(xml.root)
        guard root == "feed" || root == "entry" else {
            throw xml.error(xml.root, "the first element is neither feed nor entry")
        }
        let reader = AtomReader(xml: xml, input: input)
        let known = if let feed { feed } else { try reader.description() }
        try reader.read(&harvest, known)
        harvest.mend(warning)
        feed = known
    }

    private func read(_ harvest: inout FeedHarvest, _ feed: Description) throws(FormatError) {
        let parts = xml.children(xml.root)
        let isFeed = xml.name(xml.root) == "feed"
        for entry in isFeed ? parts.filter({ xml.name($0) == "entry" }) : [xml.root] {
            harvest.add(entry, of: xml, in: input) { name throws(FormatError) in try item(entry, name, feed) }
        }
    }

    /// What the feed says of all its entries.
    private struct Description {
        var title: String?
        var authors: [String] = []
        var language: String?
        var base: String?
    }

    private func description() throws(FormatError) -> Description {
        var feed = Description()
        guard xml.name(xml.root) == "feed" else { return feed }
        feed.language = xml.ownValue("lang", of: xml.root)
        feed.base = xml.ownValue("base", of: xml.root)
        for part in xml.children(xml.root) {
            switch xml.name(part) {
            case "title": feed.title = try line(part)
            case "author": feed.authors += person(part)
            case "link" where isAlternate(part): feed.base = feed.base ?? xml.value("href", of: part)
            default: break
            }
        }
        return feed
    }

    private func item(
        _ entry: XML.Element, _ name: String, _ feed: Description
    ) throws(FormatError) -> FeedItem {
        var item = FeedItem(name: name)
        let base = xml.ownValue("base", of: entry).map { WebAddress.complete($0, at: feed.base) } ?? feed.base
        var authors: [String] = []
        var categories: [String] = []
        var sourceAuthors: [String] = []
        var dates: [String: String] = [:]
        for part in xml.children(entry) {
            let partBase = xml.ownValue("base", of: part).map { WebAddress.complete($0, at: base) } ?? base
            switch xml.name(part) {
            case "title" where FeedSpace(xml.space(part)) == .atom || xml.space(part).isEmpty:
                item.draft.setTitle(try line(part))
            case "link" where isAlternate(part):
                item.draft.setSource(
                    xml.value("href", of: part).map { WebAddress.complete($0, at: partBase) })
            case "link" where xml.value("rel", of: part) == "enclosure":
                item.draft.set("enclosure", xml.value("href", of: part))
            case "published", "issued", "created", "updated", "modified":
                dates[xml.name(part)] = xml.text(part)
            case "author", "creator": authors += person(part)
            case "source":
                for author in xml.children(part) where xml.name(author) == "author" {
                    sourceAuthors += person(author)
                }
            case "category":
                categories.append(xml.value("label", of: part) ?? xml.value("term", of: part) ?? "")
            case "summary": item.teaser = try prose(part)
            case "content":
                if item.content.isEmpty { item.content = try prose(part) }
                item.draft.setLanguage(xml.ownValue("lang", of: part))
            case "group" where FeedSpace(xml.space(part)) == .media:
                if let text = xml.child("description", of: part), item.teaser.isEmpty {
                    item.teaser = try HTMLFragment.prose(xml.text(text))
                }
            case "id": item.draft.set("id", xml.text(part))
            case "rights": item.draft.set("rights", xml.text(part))
            default: break
            }
        }
        for kind in ["published", "issued", "created", "updated", "modified"] {
            item.draft.setDate(dates[kind])
        }
        item.draft.setLanguage(xml.ownValue("lang", of: entry) ?? feed.language)
        item.draft.set(
            "author", authors.isEmpty ? sourceAuthors.isEmpty ? feed.authors : sourceAuthors : authors)
        item.draft.set("categories", categories)
        item.draft.set("feed", feed.title)
        return item
    }

    private func isAlternate(_ link: XML.Element) -> Bool {
        ["alternate", nil].contains(xml.value("rel", of: link))
    }

    private func person(_ element: XML.Element) -> [String] {
        let names = xml.children(element).filter { xml.name($0) == "name" }.map(xml.text)
        return names.isEmpty && xml.children(element).isEmpty ? [xml.text(element)] : names
    }

    /// A text construct, or the content, of any type that is text.
    private func prose(_ element: XML.Element) throws(FormatError) -> [UInt8] {
        switch xml.value("type", of: element) ?? "text" {
        case "xhtml", "application/xhtml+xml": return XMLProse.prose(of: element, in: xml)
        case "html", "text/html": return try HTMLFragment.prose(xml.text(element))
        case "text", "text/plain":
            // Atom 0.3 has elements in content of any type, and some feeds call their HTML text.
            if !xml.children(element).isEmpty { return XMLProse.prose(of: element, in: xml) }
            let text = xml.text(element)
            if HTMLFragment.isLikely(text), text.contains("</") { return try HTMLFragment.prose(text) }
            var prose = Prose()
            prose.addParagraphs(Array(text.utf8))
            return prose.bytes
        default: return []
        }
    }

    private func line(_ element: XML.Element) throws(FormatError) -> String {
        switch xml.value("type", of: element) ?? "text" {
        case "html", "text/html": try HTMLFragment.line(xml.text(element))
        default: Prose.line(xml.text(element))
        }
    }
}
