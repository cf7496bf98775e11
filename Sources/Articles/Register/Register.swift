/// What several articles say of people, organisations and places: each with its facts in the order of time, and where
/// articles differ.
///
/// Names are the same by their link, or by their words, whatever the endings of adjectives in them (`Europäischen Union`); a
/// surname alone belongs to the only full name that ends with it, a genitive (`Europas`) to the name without its `s`.
public struct Register: Sendable {
    /// An article that was taken in.
    public struct Source: Hashable, Sendable {
        public let name: String
        public let title: String
        /// As `2024-10-17`.
        public let date: String?
    }

    /// A fact that an entry has a part in.
    public struct Telling: Hashable, Sendable {
        /// The place of its article among `sources`.
        public let source: Int
        public let kind: String
        /// The entry's part in it: `speaker`.
        public let slot: String
        /// The fact in a line that reads as a sentence.
        public let line: String
        public let bounds: Span
    }

    /// A person, an organisation or a place.
    public struct Entry: Hashable, Sendable {
        public fileprivate(set) var name: String
        public let label: Label
        public fileprivate(set) var mentionCount = 0
        /// The places among `sources` of the articles that name it.
        public fileprivate(set) var sources: Set<Int> = []
        /// By their articles' dates, in each in reading order.
        public fileprivate(set) var tellings: [Telling] = []

        /// The same with facts of these kinds only.
        public func only(kinds: Set<String>) -> Entry {
            var entry = self
            entry.tellings.removeAll { !kinds.contains($0.kind) }
            return entry
        }
    }

    public private(set) var sources: [Source] = []
    private var collected: [RegisterKey: Entry] = [:]
    private var claims = Claims()
    private let labels: Set<Label>

    /// What entries are made of when nobody says otherwise: people, organisations and places.
    public static let usualLabels: Set<Label> = ["PER", "ORG", "LOC"]

    public init(labels: Set<Label> = Register.usualLabels) { self.labels = labels }

    /// Takes an article in with all that has not been rejected.
    public mutating func add(_ document: Document) {
        let article = document.article
        let source = sources.count
        sources.append(Source(name: article.name, title: article.title, date: article.date))
        let names = RegisterNames(document)
        var keys: [ID: RegisterKey] = [:]
        for mention in document.annotations.mentions where mention.status != .rejected {
            guard labels.contains(mention.label), let (key, name) = names.entry(of: mention) else { continue }
            keys[mention.id] = key
            guard !mention.isAnaphor else { continue }
            var entry = collected[key] ?? Entry(name: name, label: mention.label)
            // Of `Europäischen Union` and `Europäische Union` the one without an ending of a case.
            if name.count < entry.name.count { entry.name = name }
            entry.mentionCount += 1
            entry.sources.insert(source)
            collected[key] = entry
        }
        for fact in document.annotations.facts where fact.status != .rejected {
            var told: Set<RegisterKey> = []
            for slot in fact.slots {
                guard let key = slot.mention.flatMap({ keys[$0] }), collected[key] != nil,
                    told.insert(key).inserted
                else { continue }
                collected[key]?.tellings.append(
                    Telling(
                        source: source, kind: fact.kind, slot: slot.name, line: document.line(of: fact),
                        bounds: fact.bounds))
            }
            claims.add(fact, of: document, source: source, keys: keys)
        }
    }

    /// The entries, those that most articles name first.
    public var entries: [Entry] {
        joined().values.map { entry in
            var entry = entry
            entry.tellings.sort { isBefore($0, $1) }
            return entry
        }.sorted {
            ($1.sources.count, $1.mentionCount, $0.name) < ($0.sources.count, $0.mentionCount, $1.name)
        }
    }

    /// What articles say differently of the same.
    public var differences: [Difference] {
        let owners = owners()
        return claims.differences(sources: sources) { Self.owner(of: $0, owners) }
    }

    /// By the article's date; what has none comes last.
    private func isBefore(_ left: Telling, _ right: Telling) -> Bool {
        let (first, second) = (sources[left.source].date, sources[right.source].date)
        return (first == nil ? 1 : 0, first ?? "", left.source, left.bounds)
            < (second == nil ? 1 : 0, second ?? "", right.source, right.bounds)
    }

    /// The entries, with surnames and genitives among the names that they belong to.
    private func joined() -> [RegisterKey: Entry] {
        var joined = collected
        let owners = owners()
        for key in owners.keys {
            guard let entry = joined.removeValue(forKey: key) else { continue }
            let owner = Self.owner(of: key, owners)
            joined[owner]?.mentionCount += entry.mentionCount
            joined[owner]?.sources.formUnion(entry.sources)
            joined[owner]?.tellings += entry.tellings
        }
        return joined
    }

    /// The last name that a key leads to. A surname leads to more words and a genitive to fewer letters, so it ends.
    private static func owner(of key: RegisterKey, _ owners: [RegisterKey: RegisterKey]) -> RegisterKey {
        var owner = key
        while let next = owners[owner] { owner = next }
        return owner
    }

    /// For each key that is but a form of another one, that one.
    private func owners() -> [RegisterKey: RegisterKey] {
        var owners: [RegisterKey: RegisterKey] = [:]
        var fullNames: [RegisterKey: [RegisterKey]] = [:]
        for key in collected.keys {
            if let name = key.nominative, collected[name] != nil {
                owners[key] = name
            } else if key.label == "PER", let surname = key.surname {
                fullNames[surname, default: []].append(key)
            }
        }
        for (surname, names) in fullNames where collected[surname] != nil && owners[surname] == nil {
            if names.count == 1 { owners[surname] = names[0] }
        }
        return owners
    }
}
