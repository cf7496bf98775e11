import Articles
import Foundation
import Language
import Testing

/// Direct quotes of Wikinews with their speakers. Rules were tried on the 700 articles; of the 150 others nothing was
/// read but the score.
@Suite(.enabled(if: SharedData.exists), .serialized) struct QuoteMeasurementTests {
    @Test("direct quotes of Wikinews, with the right speaker")
    func wikinews() throws {
        print("Wikinews, direct quotes  quote F1, speaker named: precision recall F1, right of named")
        _ = try measure("700 tried on", "train")
        let held = try measure("150 held out", "dev")
        #expect(held.f1 > 0.45)
    }

    private func measure(_ title: String, _ part: String) throws -> QuoteScore {
        let lines = SharedData.read("\(SharedData.folder)/quotes/de-wikinews-\(part).jsonl").split(
            separator: "\n")
        var score = QuoteScore()
        for line in lines {
            let gold = try JSONDecoder().decode(QuotedArticle.self, from: Data(line.utf8))
            let text = Text(gold.text)
            let article = Article(name: gold.id, date: gold.date, language: "de", text: text)
            let found = try Pipeline.news.suggestions(for: article, paragraphs: 0..<text.paragraphCount)
            score.add(gold, found.facts.filter { $0.kind == "quote" }, text)
        }
        print(row(title, [score.quotes, score.precision, score.recall, score.f1, score.attribution]))
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

/// How many direct quotes were found, and how many of them with a speaker that shares a word with the right one.
private struct QuoteScore {
    private var gold = 0
    private var goldNamed = 0
    private var found = 0
    private var foundNamed = 0
    private var matched = 0
    private var matchedNamed = 0
    private var right = 0

    mutating func add(_ article: QuotedArticle, _ facts: [Fact], _ text: Text) {
        func spans(_ ranges: [[Int]]) -> [Span] {
            ranges.compactMap { range in
                guard let start = text.offset(ofCodePoint: range[0]),
                    let end = text.offset(ofCodePoint: range[1])
                else { return nil }
                return Span(start, end)
            }
        }
        let direct = article.quotations.filter { $0.type == "Direct" }
        gold += direct.count
        goldNamed += direct.filter { !$0.speaker.isEmpty }.count
        found += facts.count
        var taken: Set<Int> = []
        for fact in facts {
            let speaker = fact.slots.first { $0.name == "speaker" }?.spans?.bounds
            if speaker != nil { foundNamed += 1 }
            guard let content = fact.slots.first(where: { $0.name == "content" })?.spans?.bounds,
                let index = direct.indices.first(where: { index in
                    !taken.contains(index)
                        && spans(direct[index].quote).contains { Self.isSame($0, content) }
                })
            else { continue }
            taken.insert(index)
            matched += 1
            guard let speaker, !direct[index].speaker.isEmpty else { continue }
            matchedNamed += 1
            if spans(direct[index].speaker).contains(where: {
                $0.start < speaker.end && speaker.start < $0.end
            }) {
                right += 1
            }
        }
    }

    /// Whether more than half of what both cover is in both.
    private static func isSame(_ one: Span, _ other: Span) -> Bool {
        let shared = min(one.end, other.end) - max(one.start, other.start)
        return shared * 2 > max(one.end, other.end) - min(one.start, other.start)
    }

    private static func f1(_ right: Int, _ found: Int, _ gold: Int) -> Double {
        2 * Double(right) / Double(max(1, found + gold))
    }

    var quotes: Double { Self.f1(matched, found, gold) }
    var precision: Double { Double(right) / Double(max(1, foundNamed)) }
    var recall: Double { Double(right) / Double(max(1, goldNamed)) }
    var f1: Double { Self.f1(right, foundNamed, goldNamed) }
    /// Of the quotes that were found with a speaker, those whose speaker is right.
    var attribution: Double { Double(right) / Double(max(1, matchedNamed)) }
}
