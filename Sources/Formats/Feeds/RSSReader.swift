import Articles

/// Reads RSS of every version: items lie in the channel, in RSS 0.90 and 1.0 beside it.
struct RSSReader {
    /// What the channel says of all its items.
    private struct Channel {
        var title: String?
        var base: String?
        var language: String?
    }

    private let xml: XML
    private let input: Input
    private var spaces: [Int: FeedSpace] = [:]
    private var channel: Channel

    @Sendable static func recognises(_ start: ArraySlice<UInt8>) -> Bool {
        XML.begins(start, with: "rss")
            || XML.begins(start, with: "RDF")
                && FeedSpace.isNamed(
                    ["http://purl.org/rss/1.0/", "netscape.com/rdf/simple/0.9/"], in: start)
    }

    @Sendable static func read(_ input: Input) throws(FormatError) -> Imported {
        try FeedHarvest.read(input, item: "item", from: Channel(), title: \.title, add)
    }

    private static func add(
        _ input: Input, to harvest: inout FeedHarvest, _ channel: inout Channel
    ) throws(FormatError) {
        let (xml, warning) = try XMLRepair.parse(input)
        guard ["rss", "rdf"].contains(xml.name(xml.root).lowercased()) else {
            throw xml.error(xml.root, "the first element is neither rss nor RDF")
        }
        var reader = RSSReader(xml: xml, input: input, channel: channel)
        try reader.read(&harvest)
        harvest.mend(warning)
        channel = reader.channel
    }

    private init(xml: XML, input: Input, channel: Channel) {
        self.xml = xml
        self.input = input
        self.channel = channel
    }

    private mutating func read(_ harvest: inout FeedHarvest) throws(FormatError) {
        let parts = xml.children(xml.root)
        let channels = parts.filter { xml.name($0) == "channel" }
        var items: [XML.Element] = []
        channel.base = channel.base ?? xml.ownValue("base", of: xml.root)
        for element in channels { try describe(element, items: &items) }
        items += parts.filter { xml.name($0) == "item" }
        for element in items {
            harvest.add(element, of: xml, in: input) { name throws(FormatError) in try item(element, name) }
        }
    }

    private mutating func describe(_ element: XML.Element, items: inout [XML.Element]) throws(FormatError) {
        channel.base = xml.ownValue("base", of: element) ?? channel.base
        for child in xml.children(element) {
            switch (space(child), xml.name(child)) {
            case (_, "item"): items.append(child)
            case (.feed, "title"): channel.title = try HTMLFragment.line(xml.text(child))
            case (.feed, "link"): channel.base = channel.base ?? xml.text(child)
            case (.feed, "language"), (.dublinCore, "language"):
                channel.language = channel.language ?? xml.text(child)
            default: break
            }
        }
    }

    private mutating func space(_ element: XML.Element) -> FeedSpace {
        let number = xml.spaceNumber(element)
        if let known = spaces[number] { return known }
        let space = FeedSpace(xml.space(element))
        spaces[number] = space
        return space
    }

    private mutating func item(_ element: XML.Element, _ name: String) throws(FormatError) -> FeedItem {
        var item = FeedItem(name: name)
        var categories: [String] = []
        var authors: [String] = []
        var permalink: String?
        var dates: [String] = []
        let base = xml.ownValue("base", of: element) ?? channel.base
        item.draft.setLanguage(xml.ownValue("lang", of: element))
        for child in xml.children(element) {
            switch (space(child), xml.name(child)) {
            case (.feed, "title"): item.draft.setTitle(try HTMLFragment.line(xml.text(child)))
            case (.feed, "link"): item.draft.setSource(WebAddress.complete(xml.text(child), at: base))
            case (.atom, "link") where ["alternate", nil].contains(xml.value("rel", of: child)):
                permalink = xml.value("href", of: child).map { WebAddress.complete($0, at: base) }
            case (.feed, "guid"):
                let guid = xml.text(child)
                if guid.hasPrefix("http"), xml.value("isPermaLink", of: child) != "false" { permalink = guid }
                item.draft.set("id", guid)
            case (.feed, "description"), (.atom, "summary"), (.itunes, "summary"):
                item.teaser = try longer(item.teaser, HTMLFragment.paragraphs(xml.text(child)))
            case (.content, "encoded"), (.feed, "fulltext"), (.feed, "body"), (.atom, "content"):
                item.content = try longer(item.content, HTMLFragment.paragraphs(xml.text(child)))
            case (.feed, "pubDate"), (.dublinCore, "date"), (.dublinCore, "issued"), (.dublinCore, "created"),
                (.atom, "published"), (.atom, "updated"):
                dates.append(xml.text(child))
            case (.feed, "author"), (.dublinCore, "creator"), (.itunes, "author"):
                authors.append(FeedAuthor.name(xml.text(child)))
            case (.feed, "category"), (.dublinCore, "subject"):
                categories.append(try HTMLFragment.line(xml.text(child)))
            case (.dublinCore, "language"): item.draft.setLanguage(xml.text(child))
            case (.dublinCore, "rights"): item.draft.set("rights", xml.text(child))
            case (.feed, "enclosure"): item.draft.set("enclosure", xml.value("url", of: child))
            case (.media, _): try media(child, &item, &authors)
            default: break
            }
        }
        item.draft.setSource(permalink)
        for date in dates { item.draft.setDate(date) }
        item.draft.setLanguage(channel.language)
        item.draft.set("author", authors)
        item.draft.set("categories", categories)
        item.draft.set("feed", channel.title)
        return item
    }

    /// What stands for the article where the item says nothing itself, as in feeds of videos.
    private func media(
        _ element: XML.Element, _ item: inout FeedItem, _ authors: inout [String]
    ) throws(FormatError) {
        for part in [element] + xml.descendants(element) {
            switch xml.name(part) {
            case "description" where item.teaser.isEmpty:
                item.teaser = try HTMLFragment.paragraphs(xml.text(part))
            case "text" where item.content.isEmpty: item.content = try HTMLFragment.paragraphs(xml.text(part))
            case "credit" where xml.value("role", of: part) == "author": authors.append(xml.text(part))
            case "content": item.draft.set("enclosure", xml.value("url", of: part))
            default: break
            }
        }
    }

    private func longer(_ first: [UInt8], _ second: [UInt8]) -> [UInt8] {
        second.count > first.count ? second : first
    }
}

/// Who wrote an item, as feeds have it.
enum FeedAuthor {
    /// `anna@example.org (Anna Berg)` is Anna Berg, and so is `Anna Berg <anna@example.org>`.
    static func name(_ string: String) -> String {
        let line = Prose.line(string)
        if line.hasSuffix(">"), let open = line.lastIndex(of: "<"), open > line.startIndex,
            line[open...].contains("@")
        {
            return Prose.line(line[..<open])
        }
        guard line.hasSuffix(")"), let open = line.firstIndex(of: "("), line[..<open].contains("@") else {
            return line
        }
        return String(line[line.index(after: open)...].dropLast())
    }
}
