import Articles
import Testing

@testable import Language

@Suite("the deep engine beside the fast one")
struct SecondOpinionTests {
    private static let names = NameTagger.embedded

    @Test("scores are logarithms that sum to one, and nothing is said of an unknown word")
    func logarithms() throws {
        let opinion = SecondOpinion(
            logits: [3, 1, -2, .nan, 5, 0], width: 3, places: [0, 1, 2], isUnknown: [false, true])
        let shares = opinion.scores[..<3].map { Exponential.of(Double($0)) }
        #expect(abs(shares.reduce(0, +) - 1) < 1e-5)
        #expect(shares[0] > shares[1] && shares[1] > shares[2])
        #expect(opinion.scores[3...] == [0, 0, 0])
    }

    @Test("a label that the deep engine does not have is the least likely one")
    func missing() throws {
        let opinion = SecondOpinion(logits: [0, -50], width: 2, places: [0, nil, 1], isUnknown: [false])
        #expect(opinion.scores[1] == opinion.scores.min())
        #expect(!opinion.scores.contains { !$0.isFinite })
    }

    @Test("a strong opinion decides, a weak one leaves it to the fast engine")
    func deciding() throws {
        let names = try #require(Self.names)
        var run = TaggingRun(names, language: "de")
        let words = ["Gestern", "sprach", "Angela", "Merkel", "in", "Brüssel", "."]
        let plain = run.labels(of: words)
        #expect(plain == ["O", "O", "B-PER", "I-PER", "O", "B-LOC", "O"])
        let places: [Int?] = names.labels.indices.map { $0 }
        func opinion(_ logits: [[Float]]) -> SecondOpinion {
            SecondOpinion(
                logits: logits.flatMap { $0 }, width: names.labels.count, places: places,
                isUnknown: words.map { _ in false })
        }
        let nothing = names.labels.map { _ in Float(0) }
        #expect(run.labels(of: words, with: opinion(words.map { _ in nothing })) == plain)
        let organisation = try #require(names.labels.firstIndex(of: "B-ORG"))
        var strong = words.map { _ in nothing }
        strong[5][organisation] = 40
        #expect(run.labels(of: words, with: opinion(strong))[5] == "B-ORG")
    }

    @Test("a paragraph is read once; where reading is not wanted only what is known counts")
    func keeping() throws {
        let names = try #require(Self.names)
        let tagger = try DeepTagger(bytes: TinyModel().bytes())
        let second = SecondReading(with: names) { tagger }
        var known = second.view(.known)
        var all = second.view(.all)
        let sentences = [["Angela", "bekam"], ["中国"]]
        let unread = try known.opinions(3) { sentences }
        #expect(unread == nil)
        let read = try #require(try all.opinions(3) { sentences })
        #expect(read.map(\.scores.count) == [2 * names.labels.count, names.labels.count])
        #expect(read[1].scores.allSatisfy { $0 == 0 })
        let kept = try known.opinions(3) { [] }
        #expect(kept?.map(\.scores) == read.map(\.scores))
    }

    @Test("what both engines say together bears the deep one's name")
    func origin() throws {
        let names = try #require(Self.names)
        let tagger = try DeepTagger(bytes: TinyModel().bytes())
        let article = Article(name: "a", text: Text("Gestern sprach Angela Merkel 中国 in Brüssel."))
        let second = SecondReading(with: names) { tagger }
        let found = try Pipeline.news(names, personal: nil, deep: (second, .all)).suggestions(
            for: article, paragraphs: 0..<1)
        let engines = Set(found.mentions.filter { $0.label == .person }.compactMap(\.origin.name))
        #expect(engines.isSubset(of: ["deep", "rules"]))
        let fast = try Pipeline.news(names, personal: nil).suggestions(for: article, paragraphs: 0..<1)
        #expect(fast.mentions.contains { $0.origin.name == "model" })
    }
}
