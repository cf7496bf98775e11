import Articles
import Foundation
import Language
import Testing

/// Events and offices of SmartData, by kind: trigger and main arguments. Trigger words were collected from the articles
/// with an even number; of the others nothing was read but the score.
@Suite(.enabled(if: SharedData.exists), .serialized) struct EventMeasurementTests {
    @Test("trigger and main arguments of the relations of SmartData")
    func smartData() throws {
        let lines = SharedData.read("\(SharedData.folder)/ner/de/smartdata-train.jsonl").split(
            separator: "\n")
        var halves = [RelationScore(), RelationScore()]
        for (index, line) in lines.enumerated() {
            let gold = try JSONDecoder().decode(RelatedArticle.self, from: Data(line.utf8))
            let text = Text(gold.text)
            let article = Article(
                name: gold.id, date: String(gold.date.prefix(10)), language: "de", text: text)
            let found = try Pipeline.news.suggestions(for: article, paragraphs: 0..<text.paragraphCount)
            halves[index % 2].add(gold, found.facts, text)
        }
        for (title, score) in zip(["half tried on", "half held out"], halves) {
            print("SmartData, \(title): precision, recall, F1 of triggers and main arguments")
            for kind in RelationScore.kinds {
                let share = score[kind.name]
                print(row(kind.name, [share.precision, share.recall, share.f1]))
            }
            print(row("average", [score.average]))
        }
        #expect(halves[1].average > 0.5)
    }
}

/// A line of the data: offsets count code points, arguments are indexes of mentions.
private struct RelatedArticle: Decodable {
    struct Place: Decodable {
        let start: Int
        let end: Int
    }

    struct Argument: Decodable {
        let role: String
        let mention: Int
    }

    struct Relation: Decodable {
        let name: String
        let args: [Argument]
    }

    let id: String
    let date: String
    let text: String
    let mentions: [Place]
    let relations: [Relation]
}

/// Counts triggers and main arguments: an item of ours is right where one of the same kind and role shares a character.
private struct RelationScore {
    struct Kind {
        let name: String
        let fact: String
        /// The value of the slot `type`; nil for offices.
        let type: String?
        /// The roles that count, and the slots that answer to each.
        let roles: [(role: String, slots: [String])]
    }

    struct Share {
        var right = 0
        var found = 0
        var gold = 0

        var precision: Double { Double(right) / Double(max(1, found)) }
        var recall: Double { Double(right) / Double(max(1, gold)) }
        var f1: Double { 2 * Double(right) / Double(max(1, found + gold)) }
    }

    static let kinds: [Kind] = [
        Kind(
            name: "OrganizationLeadership", fact: "office", type: nil,
            roles: [("person", ["person"]), ("position", ["title"]), ("organization", ["organisation"])]),
        event("Acquisition", "acquisition", [("buyer", ["who"]), ("acquired", ["whom"])]),
        event("Insolvency", "insolvency", [("company", ["who", "whom"])]),
        event("Strike", "strike", [("company", ["who", "whom"])]),
        event("Layoffs", "layoffs", [("company", ["who", "whom"])]),
        event("Merger", "merger", [("old", ["who", "whom"])]),
        Kind(
            name: "Disaster", fact: "event", type: "disaster",
            roles: [("type", ["what"]), ("location", ["where"])]),
        event("Accident", "accident", [("location", ["where"])]),
    ]

    private static func event(
        _ name: String, _ type: String, _ roles: [(role: String, slots: [String])]
    ) -> Kind {
        Kind(name: name, fact: "event", type: type, roles: [("trigger", ["what"])] + roles)
    }

    private var shares: [String: Share] = [:]

    subscript(kind: String) -> Share { shares[kind] ?? Share() }

    /// The mean of the kinds' F1.
    var average: Double { Self.kinds.map { self[$0.name].f1 }.reduce(0, +) / Double(Self.kinds.count) }

    mutating func add(_ article: RelatedArticle, _ facts: [Fact], _ text: Text) {
        for kind in Self.kinds {
            let ours = facts.filter { fact in
                fact.kind == kind.fact
                    && (kind.type == nil
                        // What nobody is the head of is no leadership.
                        ? !fact.slots(named: "organisation").isEmpty
                        : fact.slots(named: "type").first?.value == kind.type)
            }
            for (role, slots) in kind.roles {
                let gold = Set(
                    article.relations.filter { $0.name == kind.name }.flatMap(\.args).filter {
                        $0.role == role
                    }
                    .map(\.mention))
                let places = gold.compactMap { index -> Span? in
                    let place = article.mentions[index]
                    guard let start = text.offset(ofCodePoint: place.start),
                        let end = text.offset(ofCodePoint: place.end)
                    else { return nil }
                    return Span(start, end)
                }
                let found = Set(
                    ours.flatMap { fact in slots.flatMap { fact.slots(named: $0) } }.compactMap(
                        \.spans?.bounds))
                var share = self[kind.name]
                share.gold += places.count
                share.found += found.count
                share.right += places.filter { place in found.contains { $0.overlaps(place) } }.count
                shares[kind.name] = share
            }
        }
    }
}
