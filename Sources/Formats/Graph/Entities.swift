import Articles

/// A thing that an article speaks of, with all mentions of it.
struct Entity {
    let label: Label
    /// The longest of its names.
    var name: String
    /// Its entry in a knowledge base, if a mention has one.
    var link: String?
    var mentions: [ID]
    /// Its other names, in the order in which they occur.
    var otherNames: [String] = []

    /// What tells it apart where several articles meet: its entry, or its label and name.
    var key: String { link ?? "\(label):\(name)" }
}

/// The things that a document speaks of: mentions in a chain are one, and so are mentions with the same link, or with the
/// same label and words.
struct Entities {
    /// Labels of what is a value rather than a thing.
    static let values: Set<Label> = ["DATE", "TIME", "DURATION", "SET", "MONEY", "PERCENT", "QUANTITY"]

    private(set) var all: [Entity] = []
    private var indices: [ID: Int] = [:]

    init(_ document: Document) {
        let text = document.text
        var groups: [ID: String] = [:]
        for chain in document.annotations.chains where chain.status != .rejected {
            for id in chain.mentions where groups[id] == nil { groups[id] = "chain \(chain.id)" }
        }
        // A link joins chains too.
        var chainOfLink: [String: String] = [:]
        for mention in document.annotations.mentions {
            if let link = mention.link, let chain = groups[mention.id], chainOfLink[link] == nil {
                chainOfLink[link] = chain
            }
        }
        var byKey: [String: Int] = [:]
        for mention in document.annotations.mentions where !Self.values.contains(mention.label) {
            let words = Self.words(text.string(in: mention.spans, joinedBy: " "))
            let chain = mention.link.flatMap { chainOfLink[$0] } ?? groups[mention.id]
            let key = chain ?? mention.link.map { "link \($0)" } ?? "\(mention.label) \(words)"
            if let index = byKey[key] {
                add(mention, words, to: index)
            } else {
                byKey[key] = all.count
                indices[mention.id] = all.count
                all.append(
                    Entity(label: mention.label, name: words, link: mention.link, mentions: [mention.id]))
            }
        }
    }

    /// The thing that a mention names; nil for a value.
    subscript(mention: ID) -> Int? { indices[mention] }

    private mutating func add(_ mention: Mention, _ words: String, to index: Int) {
        indices[mention.id] = index
        all[index].mentions.append(mention.id)
        if all[index].link == nil { all[index].link = mention.link }
        let name = all[index].name
        guard !mention.isAnaphor, words != name else { return }
        let isLonger = words.count > name.count
        var others = all[index].otherNames
        if isLonger {
            all[index].name = words
            others.removeAll { $0 == words }
        }
        let other = isLonger ? name : words
        if !others.contains(other), others.count < 100 { others.append(other) }
        all[index].otherNames = others
    }

    /// Words on one line.
    static func words(_ string: String) -> String {
        let words = string.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.isEmpty ? "_" : words
    }
}
