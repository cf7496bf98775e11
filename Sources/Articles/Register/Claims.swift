/// What two or more articles say differently about the same: one has 40 injured, another 43.
public struct Difference: Hashable, Sendable {
    /// One of the values, and where it is said.
    public struct Side: Hashable, Sendable {
        /// As the text says it.
        public let words: String
        /// A place in each article that says so, by their order among the register's sources.
        public let places: [Place]

        public var sources: [Int] { places.map(\.source) }
    }

    public struct Place: Hashable, Sendable {
        /// The article's place among the register's sources.
        public let source: Int
        /// The evidence of the fact.
        public let bounds: Span
    }

    public let kind: String
    /// The slot whose values differ.
    public let slot: String
    /// What the fact is about, in words.
    public let about: String
    /// By the dates of their articles.
    public let sides: [Side]
}

/// The values that facts give to slots that have only one at a time.
struct Claims: Sendable {
    /// Which facts are about the same, and what they then say of it.
    private struct Rule {
        let kind: String
        /// The slots that must agree.
        let about: [String]
        let value: String
        /// Articles further apart than this many days speak of different times.
        let days: Int
    }

    /// Days, more than a life has.
    private static let everyTime = 36_500

    private static let rules = [
        Rule(kind: "office", about: ["organisation", "title"], value: "person", days: 365),
        Rule(kind: "age", about: ["person"], value: "age", days: 180),
        Rule(kind: "origin", about: ["person"], value: "place", days: everyTime),
        Rule(kind: "family", about: ["person", "relative"], value: "relation", days: everyTime),
        Rule(kind: "event", about: ["type", "where"], value: "count", days: 14),
        Rule(kind: "commitment", about: ["giver", "recipient"], value: "amount", days: 31),
        Rule(kind: "change", about: ["what"], value: "to", days: 31),
    ]

    private struct Subject: Hashable {
        let rule: Int
        let parts: [String]
    }

    private struct Claim {
        let place: Difference.Place
        /// The normal form.
        let value: String
        let words: String

        var source: Int { place.source }
    }

    private var claims: [Subject: [Claim]] = [:]
    /// How a subject is told.
    private var words: [Subject: String] = [:]
    private var keys: [String: RegisterKey] = [:]

    mutating func add(_ fact: Fact, of document: Document, source: Int, keys known: [ID: RegisterKey]) {
        for (index, rule) in Self.rules.enumerated() where rule.kind == fact.kind {
            var parts: [String] = []
            for name in rule.about {
                guard let slot = fact.slots(named: name).first else { break }
                parts.append(part(of: slot, known) ?? Self.words(of: slot, in: document).lowercased())
            }
            guard parts.count == rule.about.count, let slot = fact.slots(named: rule.value).first else {
                continue
            }
            let said = Self.words(of: slot, in: document)
            let normal = document.annotations.value(of: slot)
            let value = normal ?? part(of: slot, known) ?? said.lowercased()
            let subject = Subject(rule: index, parts: parts)
            let place = Difference.Place(source: source, bounds: fact.bounds)
            claims[subject, default: []].append(Claim(place: place, value: value, words: said))
            guard words[subject] == nil else { continue }
            words[subject] = rule.about.compactMap { fact.slots(named: $0).first }
                .map { Self.words(of: $0, in: document) }.joined(separator: ", ")
        }
    }

    /// The entry in a slot, in a word that can be told from others.
    private mutating func part(of slot: Slot, _ known: [ID: RegisterKey]) -> String? {
        guard let key = slot.mention.flatMap({ known[$0] }) else { return nil }
        let part = "\(key.label.name) \(key.text)"
        keys[part] = key
        return part
    }

    private static func words(of slot: Slot, in document: Document) -> String {
        let text = slot.spans.map { document.text.string(in: $0.bounds) }
        let name = slot.mention.flatMap { document.name(behind: $0) }
        return (name ?? text ?? slot.value ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// - Parameter owner: the entry that a key belongs to.
    func differences(
        sources: [Register.Source], owner: (RegisterKey) -> RegisterKey
    ) -> [Difference] {
        var grouped: [Subject: (claims: [Claim], words: String)] = [:]
        for (subject, found) in claims {
            let told = words[subject] ?? ""
            func whole(_ part: String) -> String {
                keys[part].map { "\($0.label.name) \(owner($0).text)" } ?? part
            }
            let found = found.map { Claim(place: $0.place, value: whole($0.value), words: $0.words) }
            let subject = Subject(rule: subject.rule, parts: subject.parts.map(whole))
            let known = grouped[subject]
            grouped[subject] = (
                (known?.claims ?? []) + found, [known?.words ?? "", told].max { $0.count < $1.count } ?? ""
            )
        }
        return grouped.compactMap { difference($0, $1.claims, $1.words, sources) }
            .sorted { ($0.kind, $0.about) < ($1.kind, $1.about) }
    }

    private func difference(
        _ subject: Subject, _ claims: [Claim], _ words: String, _ sources: [Register.Source]
    ) -> Difference? {
        let rule = Self.rules[subject.rule]
        let claims = claims.sorted { ($0.source, $0.value, $0.words) < ($1.source, $1.value, $1.words) }
        // What one article alone says is no difference between articles.
        guard Set(claims.map(\.source)).count > 1 else { return nil }
        let differing = claims.filter { claim in
            claims.contains { other in
                other.source != claim.source && other.value != claim.value
                    && isNear(sources[claim.source].date, sources[other.source].date, rule.days)
            }
        }
        let values = Dictionary(grouping: differing, by: \.value)
        guard values.count > 1 else { return nil }
        let sides = values.values.map { same -> Difference.Side in
            let places = Dictionary(
                same.map { ($0.source, $0.place) }, uniquingKeysWith: { first, _ in first })
            return Difference.Side(
                words: same[0].words, places: places.values.sorted { $0.source < $1.source })
        }.sorted { left, right in
            func first(_ side: Difference.Side) -> String {
                side.sources.compactMap { sources[$0].date }.min() ?? ""
            }
            return (first(left), left.sources[0]) < (first(right), right.sources[0])
        }
        return Difference(kind: rule.kind, slot: rule.value, about: words, sides: sides)
    }

    /// Whether two days are near each other. Where one is not known, only what never changes can differ; where neither is,
    /// both may be of one time.
    private func isNear(_ first: String?, _ second: String?, _ days: Int) -> Bool {
        let (first, second) = (first.flatMap(CalendarDay.number), second.flatMap(CalendarDay.number))
        guard let first, let second else { return first == second || days >= Self.everyTime }
        return abs(first - second) <= days
    }
}
