import Articles

/// Feeds: an article an item, with its title as the first line and its full content as text.
///
/// Sources: rssboard.org (RSS 0.9x to 2.0), web.resource.org/rss/1.0, RFC 4287 (Atom), jsonfeed.org/version/1.1.
extension Format {
    static let rss = Format(
        name: "rss", title: "RSS feed, an article an item", extensions: ["rss", "rdf", "xml"],
        read: Reader(holding: .several, recognises: RSSReader.recognises, RSSReader.read))

    static let atom = Format(
        name: "atom", title: "Atom feed, an article an entry", extensions: ["atom", "xml"],
        read: Reader(
            holding: .several,
            recognises: {
                (XML.begins($0, with: "feed") || XML.begins($0, with: "entry"))
                    && FeedSpace.isNamed(["http://www.w3.org/2005/Atom", "http://purl.org/atom/"], in: $0)
            }, AtomReader.read))

    static let jsonFeed = Format(
        name: "jsonfeed", title: "JSON Feed, an article an item", extensions: ["json"],
        read: Reader(
            holding: .several, recognises: { JSONPeek.kind(of: $0) == .jsonFeed }, JSONFeedReader.read))

    static let opml = Format(
        name: "opml", title: "OPML: a list of feeds, whose addresses are named", extensions: ["opml", "xml"],
        read: Reader(recognises: { XML.begins($0, with: "opml") }, FeedList.read))
}

/// What an element of a feed belongs to, by the address of its namespace.
enum FeedSpace: Hashable {
    case feed, dublinCore, content, media, atom, itunes, other

    init(_ address: String) {
        switch address {
        case "", "http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/",
            "http://channel.netscape.com/rdf/simple/0.9/", "http://backend.userland.com/rss2":
            self = .feed
        case "http://purl.org/dc/elements/1.1/", "http://purl.org/dc/terms/": self = .dublinCore
        case "http://purl.org/rss/1.0/modules/content/": self = .content
        case "http://search.yahoo.com/mrss/", "http://search.yahoo.com/mrss": self = .media
        case "http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#": self = .atom
        case "http://www.itunes.com/dtds/podcast-1.0.dtd": self = .itunes
        default: self = .other
        }
    }

    /// Whether one of these addresses stands in the first tags of a file.
    static func isNamed(_ addresses: [String], in start: ArraySlice<UInt8>) -> Bool {
        let head = String(decoding: start.prefix(4096), as: UTF8.self)
        return addresses.contains { head.contains($0) }
    }
}
