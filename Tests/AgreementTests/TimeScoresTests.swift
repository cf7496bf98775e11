import Agreement
import Articles
import Testing

@Suite struct TimeScoresTests {
    @Test("a wrong value counts as missed and as spurious, a wrong boundary in the strict score only")
    func scores() {
        let mention = { (start: Int, end: Int, label: Label, value: String) in
            Mention(
                id: .found(Span(start, end), as: label.name), spans: SpanSet(start, end), label: label,
                value: value)
        }
        var scores = TimeScores()
        scores.add(
            gold: [
                mention(0, 5, "DATE", "2024"), mention(8, 12, "SET", "P1D"),
                mention(20, 22, "TIME", "T12:00"),
            ],
            other: [mention(0, 5, "DATE", "2023"), mention(8, 10, "DATE", "P1D"), mention(30, 32, "PER", "")])
        #expect(scores.strict == Score(matched: 1, missed: 2, spurious: 1))
        #expect(scores.relaxed == Score(matched: 2, missed: 1, spurious: 0))
        #expect(scores.value == Score(matched: 1, missed: 2, spurious: 1))
        #expect(scores.scores(of: "SET").relaxed == Score(matched: 0, missed: 1, spurious: 0))
        #expect(scores.scores(of: "DATE").value == Score(matched: 0, missed: 1, spurious: 2))
    }
}
