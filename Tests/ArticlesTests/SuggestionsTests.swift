import TestSupport
import Testing

@testable import Articles

@Suite("Suggestions")
struct SuggestionsTests {
    @Test("a second run replaces the first in its span and leaves the rest")
    func replacesInSpan() {
        var document = document(suggested(0, 4, "PER"), suggested(20, 24, "LOC"))
        document.suggest(Suggestions(mentions: [suggested(5, 9, "ORG")]), in: Span(0, 10))
        #expect(document.annotations.mentions.map(\.label) == ["ORG", "LOC"])
        #expect(document.revision == 1)
    }

    @Test("nothing is suggested over a person's mention, nor again what was rejected")
    func personsWorkStays() {
        let mine = Mention(id: "m1", spans: SpanSet(0, 9), label: "PER")
        var rejected = suggested(20, 24, "LOC")
        rejected.status = .rejected
        var document = document(mine, rejected)
        let again = [suggested(5, 9, "ORG"), suggested(20, 24, "LOC"), suggested(20, 24, "ORG")]
        document.suggest(Suggestions(mentions: again), in: document.text.bounds)
        #expect(document.annotations.mentions.map(\.id) == ["m1", "e20-24-LOC", "e20-24-ORG"])
        #expect(document.annotations.mentions["e20-24-LOC"]?.status == .rejected)
    }

    @Test("a name and the one inside it are decided one by one, and a second run keeps to that")
    func nestedNames() {
        let (outer, inner) = (suggested(0, 16, "ORG"), suggested(12, 16, "LOC"))
        func statuses(deciding id: ID, _ status: Status) -> [Status?] {
            let decided = [outer, inner].map { mention in
                var mention = mention
                if mention.id == id { mention.status = status }
                return mention
            }
            var document = document(decided[0], decided[1])
            document.suggest(Suggestions(mentions: [outer, inner]), in: document.text.bounds)
            return [outer.id, inner.id].map { document.annotations.mentions[$0]?.status }
        }
        #expect(statuses(deciding: outer.id, .accepted) == [.accepted, .suggested])
        #expect(statuses(deciding: inner.id, .accepted) == [.suggested, .accepted])
        #expect(statuses(deciding: inner.id, .rejected) == [.suggested, .rejected])
        #expect(statuses(deciding: outer.id, .rejected) == [.rejected, .suggested])
    }

    @Test("a suggestion that a person's relation names stays, though the engine no longer makes it")
    func neededStays() {
        var document = document(suggested(0, 4, "PER"), suggested(5, 9, "ORG"), suggested(20, 24, "LOC"))
        let relation = Relation(id: "r1", kind: "employer", from: "e0-4-PER", to: "e5-9-ORG")
        _ = document.perform(Edit("relate", [.add(.relation(relation))]))
        document.suggest(Suggestions(), in: document.text.bounds)
        #expect(document.annotations.mentions.map(\.id) == ["e0-4-PER", "e5-9-ORG"])
    }

    @Test("suggested chains and facts lose what is no longer suggested")
    func noDanglingSuggestions() {
        let mentions = [suggested(0, 4, "PER"), suggested(20, 24, "PER"), suggested(30, 34, "PER")]
        let pair = Chain(
            id: "e-pair", mentions: ["e0-4-PER", "e20-24-PER"], status: .suggested, origin: engine)
        let three = Chain(
            id: "e-three", mentions: ["e0-4-PER", "e20-24-PER", "e30-34-PER"], status: .suggested,
            origin: engine)
        let fact = Fact(
            id: "e-fact", kind: "quote", evidence: SpanSet(18, 40),
            slots: [Slot("speaker", mention: "e0-4-PER")],
            origin: engine)
        var document = Document(article: article)
        let bounds = document.text.bounds
        document.suggest(Suggestions(mentions: mentions, chains: [pair, three], facts: [fact]), in: bounds)
        #expect(document.annotations.chains.count == 2)
        document.suggest(Suggestions(), in: Span(0, 10))
        #expect(document.annotations.chains.map(\.mentions) == [["e20-24-PER", "e30-34-PER"]])
        #expect(document.annotations.facts["e-fact"]?.slots == [Slot("speaker")])
    }

    @Test("mentions that a person joined or took apart are not suggested as another chain, whatever its name")
    func decidedChainsStay() {
        let places = [0, 10, 20, 30, 40].map { suggested($0, $0 + 4, "PER") }
        func chain(_ id: ID, _ members: Int..., status: Status = .suggested) -> Chain {
            Chain(
                id: id, mentions: members.map { places[$0].id }, status: status,
                origin: status == .suggested ? engine : .person("anna"))
        }
        func chains(after decided: Chain..., suggesting found: Chain) -> [[ID]] {
            var document = Document(
                article: article, annotations: Annotations(mentions: places, chains: decided))
            document.suggest(Suggestions(mentions: places, chains: [found]), in: document.text.bounds)
            return document.annotations.chains.filter { $0.status == .suggested }.map(\.mentions)
        }
        let all = chain("e-all", 0, 1, 2, 3, 4)
        #expect(chains(suggesting: all) == [places.map(\.id)])
        #expect(
            chains(after: chain("c1", 0, 1, status: .accepted), suggesting: all) == [places[2...].map(\.id)])
        #expect(chains(after: chain("e-all", 0, 1, 2, 3, 4, status: .rejected), suggesting: all).isEmpty)
        #expect(chains(after: chain("e-x", 0, 1, status: .rejected), suggesting: chain("e-y", 0, 1)).isEmpty)
        #expect(
            chains(after: chain("e-x", 0, 1, status: .rejected), suggesting: chain("e-y", 1, 2, 3))
                == [[1, 2, 3].map { places[$0].id }])
        #expect(
            chains(
                after: chain("e-all", 0, 1, 2, status: .rejected), chain("c1", 0, 1, status: .accepted),
                suggesting: chain("e-other", 0, 1, 2, 3)
            ).isEmpty)
    }

    @Test("a rejected chain is nobody's chain")
    func rejectedChain() {
        let pair = [suggested(0, 4, "PER"), suggested(10, 14, "PER")]
        let chain = Chain(id: "e1", mentions: pair.map(\.id), status: .rejected, origin: engine)
        let annotations = Annotations(mentions: pair, chains: [chain])
        #expect(annotations.chain(of: pair[0].id) == nil)
        #expect(annotations.chains(of: pair[0].id) == [chain])
    }

    @Test("suggesting a piece at a time ends where suggesting everything at once does", arguments: 1...8)
    func piecesEqualWhole(seed: Int) {
        var numbers = SplitMix(seed: UInt64(seed))
        let all = (0..<300).map {
            suggested($0 * 20, $0 * 20 + Int.random(in: 1...20, using: &numbers), "PER")
        }
        let mine = (0..<20).map { number in
            Mention(id: ID("m\(number)"), spans: SpanSet(numbers.span(within: 6_000)), label: "ORG")
        }
        let start = Document(article: article, annotations: Annotations(mentions: mine))
        var whole = start
        whole.suggest(Suggestions(mentions: all), in: Span(0, 6_000))
        var pieces = start
        for number in (0..<30).shuffled(using: &numbers) {
            let span = Span(number * 200, number * 200 + 200)
            pieces.suggest(Suggestions(mentions: all.filter { span.contains($0.bounds) }), in: span)
        }
        #expect(pieces.annotations == whole.annotations)
    }

    private let engine = Origin.engine("rules", confidence: 0.8)

    private func suggested(_ start: Int, _ end: Int, _ label: Label) -> Mention {
        Mention(
            id: .found(Span(start, end), as: label.name), spans: SpanSet(start, end), label: label,
            status: .suggested, origin: engine)
    }

    private func document(_ mentions: Mention...) -> Document {
        Document(article: article, annotations: Annotations(mentions: mentions))
    }

    private var article: Article {
        Article(
            name: "test", text: Text("Anna Berg traf gestern Karl in Wien und fuhr dann weiter nach Linz."))
    }
}
