import Articles

/// All mentions of one thing: those of a chain, or, without one, those of a name under one label.
public struct EntityGroup: Hashable, Sendable {
    /// Of a chain, its longest name.
    public let name: String
    public let label: Label
    /// How often it is named.
    public let count: Int
    /// How many pronouns and descriptions are suggested beside the names.
    public let quiet: Int
    public let open: Int
    public let first: Span
    /// The chain whose mentions these are.
    public let chain: ID?

    /// The groups of an article, the most frequent first. Takes time on a long article: for the background there.
    public static func groups(of annotations: Annotations, in text: Text) -> [EntityGroup] {
        let chains = annotations.chainOfMention
        var found: [Key: Tally] = [:]
        for mention in annotations.mentions where mention.status != .rejected {
            let chain = chains[mention.id]
            if mention.isQuiet, chain == nil { continue }
            let name = mention.isQuiet ? "" : text.line(in: mention.bounds)
            let key = chain.map(Key.chain) ?? .name(name, mention.label)
            found[key, default: Tally(mention)].add(mention, name)
        }
        return found.compactMap { key, tally in
            guard tally.count > 0 else { return nil }
            var chain: ID?
            if case .chain(let id) = key { chain = id }
            return EntityGroup(
                name: tally.name, label: tally.label, count: tally.count, quiet: tally.quiet,
                open: tally.open,
                first: tally.first, chain: chain)
        }
        .sorted { ($1.count, $0.first) < ($0.count, $1.first) }
    }

    /// What is counted here, of the annotations as they are now.
    func mentions(in annotations: Annotations, _ text: Text) -> [Mention] {
        if let chain, case .chain(let members) = annotations[chain] {
            return members.mentions.compactMap { annotations.mentions[$0] }
        }
        let chained = annotations.chainOfMention
        return annotations.mentions.filter { mention in
            mention.label == label && mention.status != .rejected && chained[mention.id] == nil
                && text.line(in: mention.bounds) == name
        }
    }

    private enum Key: Hashable {
        case chain(ID)
        case name(String, Label)
    }

    private struct Tally {
        var name = ""
        private var isNamed = false
        var label: Label
        var first: Span
        var count = 0
        var quiet = 0
        var open = 0

        init(_ mention: Mention) {
            label = mention.label
            first = mention.bounds
        }

        mutating func add(_ mention: Mention, _ name: String) {
            if mention.isQuiet {
                quiet += 1
                return
            }
            if count == 0 { (label, first) = (mention.label, mention.bounds) }
            count += 1
            if mention.isOpen { open += 1 }
            if mention.isAnaphor {
                if !isNamed { self.name = name }
            } else if !isNamed || name.count > self.name.count {
                self.name = name
                isNamed = true
            }
        }
    }
}

extension Annotations {
    /// For each mention of a chain the chain's id; of several a person's goes first, as `chain(of:)` has it.
    var chainOfMention: [ID: ID] {
        let valid = chains.filter { $0.status != .rejected && $0.mentions.count > 1 }
        var found: [ID: ID] = [:]
        for chain in valid.filter({ Annotation.chain($0).isDecided }) + valid {
            for mention in chain.mentions where found[mention] == nil { found[mention] = chain.id }
        }
        return found
    }
}

extension Text {
    /// The words of a span on one line.
    fileprivate func line(in span: Span) -> String {
        string(in: span).split(whereSeparator: \.isWhitespace).joined(separator: " ")
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
