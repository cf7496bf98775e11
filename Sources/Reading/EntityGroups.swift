import Articles

/// All mentions of one name under one label.
public struct EntityGroup: Hashable, Sendable {
    public let name: String
    public let label: Label
    public let count: Int
    public let open: Int
    public let first: Span

    /// The groups of an article, the most frequent first. Takes time on a long article: for the background there.
    public static func groups(of annotations: Annotations, in text: Text) -> [EntityGroup] {
        struct Key: Hashable {
            let name: String
            let label: Label
        }
        var found: [Key: (count: Int, open: Int, first: Span)] = [:]
        for mention in annotations.mentions where mention.status != .rejected {
            let name = text.string(in: mention.bounds).split(whereSeparator: \.isWhitespace).joined(
                separator: " ")
            let open = mention.status == .suggested ? 1 : 0
            found[Key(name: name, label: mention.label), default: (0, 0, mention.bounds)].count += 1
            found[Key(name: name, label: mention.label), default: (0, 0, mention.bounds)].open += open
        }
        return found.map {
            EntityGroup(
                name: $0.key.name, label: $0.key.label, count: $0.value.count, open: $0.value.open,
                first: $0.value.first)
        }
        .sorted { ($1.count, $0.first) < ($0.count, $1.first) }
    }
}

/// The groups as they were at a revision of the document.
struct EntityGroups: Sendable {
    let revision: Int
    let groups: [EntityGroup]
}

extension OpenArticle {
    /// Counts at once what is few, and asks for the rest to be counted in the background.
    mutating func takeCountRequest() -> Effect? {
        guard pane.tab == .entities || pane.tab == .details, entityGroups?.revision != document.revision
        else {
            return nil
        }
        if annotations.mentions.count <= 2_000 {
            entityGroups = EntityGroups(
                revision: document.revision, groups: EntityGroup.groups(of: annotations, in: text))
            return nil
        }
        guard countRequest == nil else { return nil }
        countRequest = document.revision
        return .count(key, revision: document.revision, text, annotations)
    }
}
