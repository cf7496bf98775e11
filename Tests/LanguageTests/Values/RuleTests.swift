import Articles
import Testing

@testable import Language

@Suite struct RuleTests {
    @Test("every line of every table is a rule", arguments: RuleBook.germanTables + RuleBook.englishTables)
    func tables(table: String) {
        for line in Rule.lines(table) {
            #expect(Rule(line) != nil, "\(line)")
        }
    }

    @Test("every meaning has a rule that uses it")
    func meanings() {
        let used = Set((RuleBook.germanTables + RuleBook.englishTables).flatMap(Rule.table).map(\.meaning))
        #expect(Meaning.all.filter { !used.contains($0) } == [])
    }

    @Test(
        "what is no rule is told",
        arguments: ["", "day", "FOO day", "YEAR foo", "(vor) day", "YEAR? day", "(vor day", "~ day"])
    func badLines(line: String) { #expect(Rule(line) == nil) }

    @Test("Easter is where the church has it")
    func easter() {
        let days = [2000, 2008, 2011, 2019, 2024, 2038].map { Holiday.easter(0).day(in: $0)?.description }
        #expect(days == ["2000-04-23", "2008-03-23", "2011-04-24", "2019-04-21", "2024-03-31", "2038-04-25"])
    }

    @Test("random words of values never trap, and what is found lies in the text")
    func randomWords() throws {
        let words = """
            17. 17.10. 2024 99 0 99999999999 der die ersten Hälfte Quartal Oktober Mai vor in seit bis zwischen und , . / – \
            Montag Freitagabend Uhr 14.30 25:61 rund über Jahre Jahr Tagen ein letzten nächste jeden alle zweimal im \
            Dollar $ € Prozent Kronen Menschen km May last next every the of year weeks ago p.m. century Anfang Ende \
            Ostern täglich Zukunft er s
            """.split(whereSeparator: { $0 == " " || $0 == "\n" })
        var state: UInt64 = 17
        for round in 0..<300 {
            let text = (0..<40).map { _ -> Substring in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return words[Int(state >> 33) % words.count]
            }.joined(separator: round % 3 == 0 ? "" : " ")
            for (date, language) in [
                (nil, "de"), ("2024-02-29", "en"), ("0001-01-01", "de"), ("9999-12-31", "en"),
            ] {
                let article = Article(name: "random", date: date, language: language, text: Text(text))
                let found = try Pipeline.values.suggestions(
                    for: article, paragraphs: 0..<article.text.paragraphCount)
                #expect(
                    found.mentions.allSatisfy {
                        article.text.bounds.contains($0.bounds) && !$0.bounds.isEmpty
                    })
                #expect(
                    zip(found.mentions, found.mentions.dropFirst()).allSatisfy {
                        $0.bounds.end <= $1.bounds.start
                    })
            }
        }
    }

    @Test("twice the text takes no more than some three times as long")
    func linearTime() throws {
        let words = String(
            repeating: "Am 3., 4. und 5. Oktober vor rund zwei Jahren bis zu 300 Euro je Tag, ", count: 300)
        let clock = ContinuousClock()
        let measure = { (text: String) throws -> Duration in
            let article = Article(name: "long", date: "2024-10-15", language: "de", text: Text(text))
            return try (0..<3).map { _ in
                try clock.measure { _ = try Pipeline.values.suggestions(for: article, paragraphs: 0..<1) }
            }.min() ?? .zero
        }
        _ = try measure(words)
        let (short, long) = (try measure(words), try measure(words + words))
        #expect(long < short * 4 + .milliseconds(20))
    }
}
