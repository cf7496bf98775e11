import Agreement
import Articles
import Testing

@Suite struct TimeMLTests {
    private let file = """
        <?xml version="1.0"?>
        <TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2024-10-15">2024-10-15</TIMEX3></DCT>
        <TEXT>Er kam <TIMEX3 tid="t1" type="DATE" value="2024-10-14">gestern</TIMEX3> &amp; blieb
        <TIMEX3 tid="t2" type="DURATION" value="P2D">zwei Tage</TIMEX3><TIMEX3 tid="t3" type="DATE" value="x"/>.</TEXT>
        </TimeML>
        """

    @Test("a file gives its text, its day and its time expressions with their values")
    func reading() {
        let read = TimeML(file)
        #expect(read.plain == "Er kam gestern & blieb\nzwei Tage.")
        #expect(read.date == "2024-10-15")
        let text = Text(read.plain)
        #expect(read.mentions.map { text.string(in: $0.bounds) } == ["gestern", "zwei Tage"])
        #expect(read.mentions.map(\.label) == ["DATE", "DURATION"])
        #expect(read.mentions.map(\.value) == ["2024-10-14", "P2D"])
    }

    @Test("what is no TimeML is text", arguments: ["", "<", "&", "a < b", "&bad;", "</TIMEX3>x", "<TIMEX3 "])
    func broken(text: String) { #expect(TimeML(text).mentions == []) }

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
