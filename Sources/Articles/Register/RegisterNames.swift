/// What makes an entry of a register the same in two articles.
struct RegisterKey: Hashable, Sendable {
    let label: Label
    /// The link to a knowledge base, or the name in lower case, without endings of adjectives.
    let text: String

    /// The name without the `s` of a genitive, which it may be.
    var nominative: RegisterKey? {
        guard text.last == "s", text.count > 4 else { return nil }
        let stem = text.dropLast()
        return RegisterKey(
            label: label, text: String(stem.last == "’" || stem.last == "'" ? stem.dropLast() : stem))
    }

    /// The last word of a name of several words, as a key of its own.
    var surname: RegisterKey? {
        let words = text.split(separator: " ")
        guard words.count > 1, let last = words.last else { return nil }
        return RegisterKey(label: label, text: String(last))
    }
}

/// The names that an article's mentions stand for.
struct RegisterNames {
    private let document: Document
    /// By the chain, so that it is looked through once.
    private var names: [ID: String] = [:]

    init(_ document: Document) {
        self.document = document
        for chain in document.annotations.chains where chain.status != .rejected {
            names[chain.id] = Self.name(of: chain, in: document)
        }
    }

    /// The entry that a mention belongs to; nil for a pronoun of which nobody knows whom it means, and for words that are
    /// only made from a name: `deutsch`, `NATO-Länder`.
    func entry(of mention: Mention) -> (key: RegisterKey, name: String)? {
        let form = mention.attributes["form"]
        guard form == nil || form == "name" || mention.isAnaphor else { return nil }
        let chain = document.annotations.chain(of: mention.id)
        let own = mention.isAnaphor ? nil : Self.line(mention, in: document)
        guard let name = chain.flatMap({ names[$0.id] }) ?? own, !name.isEmpty else { return nil }
        let text = mention.label == "PER" ? name.lowercased() : Self.stems(of: name)
        return (RegisterKey(label: mention.label, text: mention.link ?? text), name)
    }

    /// The name in small letters, without the endings of all words but the last: `europäisch union`.
    private static func stems(of name: String) -> String {
        var words = name.lowercased().split(separator: " ")
        for index in words.indices.dropLast() where words[index].count > 5 {
            guard let ending = ["en", "er", "es", "em", "e"].first(where: { words[index].hasSuffix($0) })
            else {
                continue
            }
            words[index].removeLast(ending.count)
        }
        return words.joined(separator: " ")
    }

    /// Of a chain's names that with the most words, of these the most frequent, of these the shortest, which is no
    /// genitive.
    private static func name(of chain: Chain, in document: Document) -> String? {
        var counts: [String: Int] = [:]
        // In a long chain the names come again and again.
        for id in chain.mentions.prefix(200) {
            guard let mention = document.annotations.mentions[id], !mention.isAnaphor else { continue }
            counts[line(mention, in: document), default: 0] += 1
        }
        func rank(_ name: String) -> (Int, Int, Int, String) {
            (-name.split(separator: " ").count, -(counts[name] ?? 0), name.count, name)
        }
        return counts.keys.min { rank($0) < rank($1) }
    }

    private static func line(_ mention: Mention, in document: Document) -> String {
        document.text.string(in: mention.bounds).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
