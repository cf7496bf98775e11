import Agreement
import Articles
import Testing

@Suite struct ComparisonTests {
    private func mention(_ start: Int, _ end: Int, _ label: Label) -> Mention {
        Mention(id: .found(Span(start, end), as: label.name), spans: SpanSet(start, end), label: label)
    }

    @Test("the same mentions agree fully, strictly and partially")
    func same() {
        let mentions = [mention(0, 5, "PER"), mention(8, 12, "LOC")]
        let comparison = Comparison(gold: mentions, other: mentions)
        #expect(comparison.micro(.strict) == Score(matched: 2))
        #expect(comparison.macroF1(.partial) == 1)
        #expect(comparison.differences.isEmpty)
    }

    @Test("a wrong boundary counts in the partial score only")
    func boundary() {
        let gold = mention(0, 10, "PER")
        let other = mention(5, 10, "PER")
        let comparison = Comparison(gold: [gold], other: [other])
        #expect(comparison.score(of: "PER", .strict) == Score(matched: 0, missed: 1, spurious: 1))
        #expect(comparison.score(of: "PER", .partial) == Score(matched: 1))
        #expect(comparison.differences == [.boundary(gold: gold, other: other)])
    }

    @Test("a wrong label is a miss of one label and a mistake of the other, and one difference")
    func label() {
        let gold = mention(0, 4, "ORG")
        let other = mention(0, 4, "LOC")
        let comparison = Comparison(gold: [gold], other: [other])
        #expect(comparison.score(of: "ORG", .partial) == Score(missed: 1))
        #expect(comparison.score(of: "LOC", .partial) == Score(spurious: 1))
        #expect(comparison.differences == [.label(gold: gold, other: other)])
    }

    @Test("touching mentions do not overlap")
    func touching() {
        let comparison = Comparison(gold: [mention(0, 4, "PER")], other: [mention(4, 8, "PER")])
        #expect(comparison.micro(.partial) == Score(matched: 0, missed: 1, spurious: 1))
        #expect(comparison.differences.count == 2)
    }

    @Test("one long mention is matched with one of the short ones inside it")
    func oneToOne() {
        let comparison = Comparison(
            gold: [mention(0, 20, "ORG")],
            other: [mention(0, 5, "ORG"), mention(6, 9, "ORG"), mention(12, 20, "ORG")])
        #expect(comparison.micro(.partial) == Score(matched: 1, missed: 0, spurious: 2))
    }

    @Test("a discontinuous mention agrees only where it has a fragment")
    func fragments() throws {
        let spans = try #require(SpanSet([Span(0, 4), Span(10, 14)]))
        let gold = Mention(id: "g", spans: spans, label: "ORG")
        #expect(Comparison(gold: [gold], other: [mention(5, 9, "ORG")]).micro(.partial).matched == 0)
        #expect(Comparison(gold: [gold], other: [mention(12, 16, "ORG")]).micro(.partial).matched == 1)
    }

    @Test("micro counts mentions, macro counts labels")
    func averages() {
        let gold = (0..<9).map { mention($0 * 10, $0 * 10 + 5, "PER") } + [mention(200, 205, "LAW")]
        let comparison = Comparison(gold: gold, other: gold.dropLast())
        #expect(comparison.micro(.strict) == Score(matched: 9, missed: 1, spurious: 0))
        #expect(comparison.macroF1(.strict) == 0.5)
    }

    @Test("duplicates are matched once each")
    func duplicates() {
        let one = mention(0, 5, "PER")
        #expect(
            Comparison(gold: [one], other: [one, one]).micro(.strict)
                == Score(matched: 1, missed: 0, spurious: 1))
    }

    @Test("nothing against nothing is full agreement")
    func empty() {
        let comparison = Comparison(gold: [], other: [])
        #expect(comparison.micro(.strict).f1 == 1)
        #expect(comparison.macroF1(.partial) == 1)
    }

    @Test("every mention is counted exactly once on its side", arguments: [1, 7, 42, 1234])
    func counts(seed: Int) {
        var state = UInt64(seed)
        func random(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        func mentions() -> [Mention] {
            (0..<60).map { _ in
                let start = random(200)
                return mention(start, start + 1 + random(12), ["PER", "ORG", "LOC"][random(3)])
            }
        }
        let (gold, other) = (mentions(), mentions())
        let comparison = Comparison(gold: gold, other: other)
        for matching in Comparison.Matching.allCases {
            let score = comparison.micro(matching)
            #expect(score.matched + score.missed == gold.count)
            #expect(score.matched + score.spurious == other.count)
        }
        #expect(comparison.micro(.strict).matched <= comparison.micro(.partial).matched)
        #expect(comparison.pairs.allSatisfy { $0.gold.label == $0.other.label })
    }
}
