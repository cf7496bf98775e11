import Articles
import Foundation
import Language
import Testing

/// What is said in Wikinews, with who says it, by type. Rules were tried on the 700 articles; the 150 others were only
/// measured.
@Suite(.enabled(if: SharedData.exists), .serialized) struct QuoteMeasurementTests {
    @Test("what Wikinews quotes, with the right speaker")
    func wikinews() throws {
        _ = try measure("700 tried on", "train")
        let held = try measure("150 held out", "dev")
        #expect(held.all.f1 > 0.634)
        #expect(held.direct.f1 > 0.705)
    }

    private func measure(_ title: String, _ part: String) throws -> StatementScore {
        let lines = SharedData.read("\(SharedData.folder)/quotes/de-wikinews-\(part).jsonl").split(
            separator: "\n")
        var score = StatementScore()
        for line in lines {
            let gold = try JSONDecoder().decode(QuotedArticle.self, from: Data(line.utf8))
            let text = Text(gold.text)
            let article = Article(name: gold.id, date: gold.date, language: "de", text: text)
            let found = try Pipeline.news.suggestions(for: article, paragraphs: 0..<text.paragraphCount)
            score.add(gold, found, text)
        }
        print("Wikinews, \(title): statements found, and with the right speaker; precision, recall, F1")
        print(row("all, found", [score.found.precision, score.found.recall, score.found.f1]))
        print(row("all, right speaker", [score.all.precision, score.all.recall, score.all.f1]))
        print(row("all, the very mention", [score.local.precision, score.local.recall, score.local.f1]))
        print(row("direct, right speaker", [score.direct.precision, score.direct.recall, score.direct.f1]))
        for (type, recall) in score.recalls { print(row("recall of " + type, [recall])) }
        return score
    }
}

/// A line of the data: offsets count code points.
private struct QuotedArticle: Decodable {
    struct Quotation: Decodable {
        let type: String
        let quote: [[Int]]
        let speaker: [[Int]]
    }

    let id: String
    let date: String
    let text: String
    let quotations: [Quotation]
}

/// How many of those found are right, and how many of the right ones are found.
private struct Share {
    var right = 0
    var found = 0
    var gold = 0

    var precision: Double { Double(right) / Double(max(1, found)) }
    var recall: Double { Double(right) / Double(max(1, gold)) }
    var f1: Double { 2 * Double(right) / Double(max(1, found + gold)) }
}

/// A statement counts as found when what it and the right one share is at least half of what both cover; its speaker is
/// right when it, or another mention of its chain, shares a character with the right one, or when neither has one.
private struct StatementScore {
    private(set) var found = Share()
    private(set) var all = Share()
    /// With the very mention that the data name.
    private(set) var local = Share()
    private(set) var direct = Share()
    private var counts: [String: Int] = [:]
    private var right: [String: Int] = [:]

    /// By type, the share of statements that are found with the right speaker.
    var recalls: [(type: String, recall: Double)] {
        counts.keys.sorted().map { ($0, Double(right[$0] ?? 0) / Double(max(1, counts[$0] ?? 0))) }
    }

    private struct Pair {
        let overlap: Double
        let gold: Int
        let found: Int
    }

    mutating func add(_ article: QuotedArticle, _ suggestions: Suggestions, _ text: Text) {
        let facts = suggestions.facts.filter { $0.kind == "quote" }
        let places = Dictionary(
            suggestions.mentions.map { ($0.id, $0.bounds) }, uniquingKeysWith: { first, _ in first })
        /// The places of a speaker: where the slot points, and the other mentions of the same thing.
        func speakers(_ fact: Fact) -> (near: [Span], all: [Span]) {
            let slots = fact.slots(named: "speaker")
            let ids = Set(slots.compactMap(\.mention))
            let chained = suggestions.chains.filter { !ids.isDisjoint(with: $0.mentions) }.flatMap(\.mentions)
            let near = slots.flatMap { $0.spans?.fragments ?? [] }
            return (near, near + chained.compactMap { places[$0] })
        }
        func spans(_ ranges: [[Int]]) -> [Span] {
            ranges.compactMap { range in
                guard let start = text.offset(ofCodePoint: range[0]),
                    let end = text.offset(ofCodePoint: range[1])
                else { return nil }
                return Span(start, end)
            }
        }
        func fillers(_ fact: Fact, _ name: String) -> [Span] {
            fact.slots(named: name).flatMap { $0.spans?.fragments ?? [] }
        }
        let isDirect = facts.map { fact in fact.slots(named: "form").first?.value == "direct" }
        found.found += facts.count
        found.gold += article.quotations.count
        all.found += facts.count
        all.gold += article.quotations.count
        local.found += facts.count
        local.gold += article.quotations.count
        direct.found += isDirect.filter(\.self).count
        direct.gold += article.quotations.filter { $0.type == "Direct" }.count
        var pairs: [Pair] = []
        for (index, quotation) in article.quotations.enumerated() {
            counts[quotation.type, default: 0] += 1
            let place = spans(quotation.quote)
            for (other, fact) in facts.enumerated() {
                let overlap = Self.overlap(place, fillers(fact, "content"))
                if overlap >= 0.5 { pairs.append(Pair(overlap: overlap, gold: index, found: other)) }
            }
        }
        var taken: (gold: Set<Int>, found: Set<Int>) = ([], [])
        for pair in pairs.sorted(by: { ($1.overlap, $0.gold, $0.found) < ($0.overlap, $1.gold, $1.found) })
        where !taken.gold.contains(pair.gold) && !taken.found.contains(pair.found) {
            taken.gold.insert(pair.gold)
            taken.found.insert(pair.found)
            found.right += 1
            let quotation = article.quotations[pair.gold]
            let gold = spans(quotation.speaker)
            let ours = speakers(facts[pair.found])
            func isRight(_ ours: [Span]) -> Bool {
                gold.isEmpty ? ours.isEmpty : gold.contains { one in ours.contains { one.overlaps($0) } }
            }
            if isRight(ours.near) { local.right += 1 }
            guard isRight(ours.all) else { continue }
            all.right += 1
            right[quotation.type, default: 0] += 1
            if quotation.type == "Direct" { direct.right += 1 }
        }
    }

    private static func overlap(_ one: [Span], _ other: [Span]) -> Double {
        func length(_ spans: [Span]) -> Int { spans.reduce(0) { $0 + $1.end - $1.start } }
        let shared = length(one.flatMap { span in other.compactMap(span.intersection) })
        return Double(shared) / Double(max(1, length(one) + length(other) - shared))
    }
}
