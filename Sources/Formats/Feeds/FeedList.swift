import Articles

/// OPML: names feeds and holds no articles of its own. Source: opml.org/spec2.opml.
public enum FeedList {
    /// A feed that a list names.
    public struct Feed: Hashable, Sendable {
        public let title: String
        public let address: String
    }

    /// How many addresses the message names.
    private static let shown = 20

    /// The feeds that an OPML file names, each once, in its order.
    public static func feeds(_ input: Input) throws(FormatError) -> [Feed] {
        let xml = try XMLRepair.parse(input).xml
        guard xml.name(xml.root) == "opml" else {
            throw xml.error(xml.root, "the first element is not opml")
        }
        var seen: Set<String> = []
        return xml.descendants(xml.root).compactMap { element in
            guard xml.name(element) == "outline" else { return nil }
            let values = Dictionary(
                xml.attributes(element).map { ($0.name.lowercased(), Prose.line($0.value)) },
                uniquingKeysWith: { first, _ in first })
            guard let address = values["xmlurl"], !address.isEmpty, seen.insert(address).inserted else {
                return nil
            }
            return Feed(title: values["title"] ?? values["text"] ?? address, address: address)
        }
    }

    /// No document: says which feeds there are and how to get them.
    @Sendable static func read(_ input: Input) throws(FormatError) -> Imported {
        let feeds = try feeds(input)
        guard !feeds.isEmpty else {
            return Imported(errors: [FormatError(file: input.name, "is a list of feeds that names none")])
        }
        let lines = feeds.prefix(shown).map { "  \($0.address)  \($0.title)" }
        let more = feeds.count > shown ? ["  and \(feeds.count - shown) more"] : []
        let what = feeds.count == 1 ? "1 feed" : "\(feeds.count) feeds"
        return Imported(errors: [
            FormatError(
                file: input.name,
                (["is a list of \(what), not of articles; get one with --fetch and its address:"] + lines
                    + more)
                    .joined(separator: "\n"))
        ])
    }
}
