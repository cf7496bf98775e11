import Testing

@testable import Articles

/// What a register makes of several articles.
@Suite("A register of people, organisations and places")
struct RegisterTests {
    /// An article with mentions of the given words, in their order, and facts made from them.
    private struct Told {
        let document: Document

        init(
            _ name: String, _ date: String?, _ text: String, _ mentions: [(words: String, label: Label)],
            chains: [[Int]] = [],
            facts: (_ mention: (Int) -> Mention, _ span: (String) -> Span) -> [Fact] = { _, _ in [] }
        ) {
            let whole = Text(text)
            var from = text.startIndex
            let made = mentions.enumerated().map { index, mention in
                let range = text.range(of: mention.words, from: from)
                from = range.upperBound
                let start = text[..<range.lowerBound].utf8.count
                return Mention(
                    id: ID("m\(index)"), spans: SpanSet(start, start + mention.words.utf8.count),
                    label: mention.label)
            }
            func span(_ words: String) -> Span {
                let range = text.range(of: words, from: text.startIndex)
                let start = text[..<range.lowerBound].utf8.count
                return Span(start, start + words.utf8.count)
            }
            document = Document(
                article: Article(name: name, date: date, text: whole),
                annotations: Annotations(
                    mentions: made,
                    chains: chains.enumerated().map {
                        Chain(id: ID("c\($0)"), mentions: $1.map { made[$0].id })
                    },
                    facts: facts({ made[$0] }, span)))
        }
    }

    private func register(_ told: Told...) -> Register {
        var register = Register()
        for one in told { register.add(one.document) }
        return register
    }

    private func age(_ years: String, on date: String? = "2025-01-10") -> Told {
        Told(
            "\(years).txt", date, "Mara Lenz ist \(years) Jahre alt.", [("Mara Lenz", "PER")],
            facts: { mention, span in
                [
                    Fact(
                        id: "f", kind: "age", evidence: SpanSet(span("Mara Lenz")),
                        slots: [
                            Slot("person", spans: mention(0).spans, mention: "m0"),
                            Slot("age", spans: SpanSet(span(years)), value: years),
                        ])
                ]
            })
    }

    @Test("a person is one entry over articles, by the fullest name of each chain")
    func entries() throws {
        let made = register(
            Told(
                "a.txt", "2025-02-01", "Mara Lenz sprach. Lenz ging.",
                [("Mara Lenz", "PER"), ("Lenz", "PER")],
                chains: [[0, 1]]),
            Told("b.txt", "2025-01-01", "Mara Lenz kam nach Bonn.", [("Mara Lenz", "PER"), ("Bonn", "LOC")]))
        #expect(made.entries.map(\.name) == ["Mara Lenz", "Bonn"])
        #expect(made.entries.first?.mentionCount == 3)
        #expect(made.entries.first?.sources == [0, 1])
    }

    @Test("a surname alone belongs to the only full name that ends with it")
    func surnames() {
        let lenz = Told("a.txt", nil, "Mara Lenz sprach.", [("Mara Lenz", "PER")])
        let alone = Told("b.txt", nil, "Lenz widersprach.", [("Lenz", "PER")])
        let other = Told("c.txt", nil, "Otto Lenz schwieg.", [("Otto Lenz", "PER")])
        #expect(register(lenz, alone).entries.map(\.name) == ["Mara Lenz"])
        #expect(register(lenz, alone, other).entries.count == 3)
    }

    @Test("a genitive belongs to its name, also of a surname, and a name that ends in s to itself")
    func genitives() {
        let full = Told(
            "a.txt", nil, "Mara Lenz kam aus Paris nach Bonn.",
            [("Mara Lenz", "PER"), ("Paris", "LOC"), ("Bonn", "LOC")])
        let genitive = Told("b.txt", nil, "Lenz’ Rede und Bonns Rat.", [("Bonns", "LOC")])
        let surname = Told(
            "c.txt", nil, "Die Rede von Lenz war Lenzs Idee.", [("Lenz", "PER"), ("Lenzs", "PER")])
        let made = register(full, genitive, surname)
        #expect(made.entries.map(\.name) == ["Mara Lenz", "Bonn", "Paris"])
        #expect(made.entries.first { $0.name == "Mara Lenz" }?.mentionCount == 3)
    }

    @Test("names that differ in the endings of their adjectives are one, by the shortest")
    func adjectives() {
        let made = register(
            Told("a.txt", nil, "In der Europäischen Union.", [("Europäischen Union", "ORG")]),
            Told("b.txt", nil, "Die Europäische Union.", [("Europäische Union", "ORG")]))
        #expect(made.entries.map(\.name) == ["Europäische Union"])
    }

    @Test("an article without a date differs from one without, too, but not from one that has one")
    func unknownDates() {
        #expect(register(age("40", on: nil), age("43", on: nil)).differences.count == 1)
        #expect(register(age("40", on: nil), age("43")).differences.isEmpty)
    }

    @Test("facts stand by the dates of their articles, undated ones last")
    func order() {
        func said(_ name: String, _ date: String?) -> Told {
            Told(
                name, date, "Lenz sagt Ja.", [("Lenz", "PER")],
                facts: { mention, span in
                    [
                        Fact(
                            id: "f", kind: "quote", evidence: SpanSet(span("Lenz sagt Ja")),
                            slots: [
                                Slot("speaker", spans: mention(0).spans, mention: "m0"),
                                Slot("content", spans: SpanSet(span("Ja"))),
                            ])
                    ]
                })
        }
        let made = register(said("c", nil), said("b", "2025-03-01"), said("a", "2024-03-01"))
        #expect(made.entries.first?.tellings.map { made.sources[$0.source].name } == ["a", "b", "c"])
        #expect(made.entries.first?.tellings.first?.line == "Lenz: „Ja“")
        #expect(made.entries.first?.only(kinds: ["office"]).tellings.isEmpty == true)
    }

    @Test("different values for the same slot of the same thing stand side by side, equal ones do not")
    func differences() throws {
        let made = register(age("40"), age("43"), age("40"))
        let difference = try #require(made.differences.first)
        #expect(made.differences.count == 1)
        #expect(difference.about == "Mara Lenz" && difference.slot == "age")
        #expect(difference.sides.map(\.words) == ["40", "43"])
        #expect(difference.sides.map(\.sources) == [[0, 2], [1]])
        #expect(register(age("40"), age("40")).differences.isEmpty)
    }

    @Test("what was rejected is not there")
    func rejected() {
        let text = Text("Lenz")
        let mention = Mention(id: "m", spans: SpanSet(0, 4), label: "PER", status: .rejected)
        var made = Register()
        made.add(
            Document(article: Article(name: "a", text: text), annotations: Annotations(mentions: [mention])))
        #expect(made.entries.isEmpty && made.sources.count == 1)
    }

    @Test("days are numbered as the calendar has them, and numbers are days again")
    func days() {
        #expect(CalendarDay.number("1970-01-01") == 0)
        #expect(CalendarDay.number("2000-03-01") == 11_017)
        #expect(CalendarDay.number("2024-13-01") == nil && CalendarDay.number("gestern") == nil)
        for number in stride(from: -800_000, to: 800_000, by: 997) {
            let (year, month, day) = CalendarDay.date(number)
            #expect(CalendarDay.number(year: year, month: month, day: day) == number)
        }
    }
}

extension String {
    fileprivate func range(of words: String, from start: Index) -> Range<Index> {
        var place = start
        while place < endIndex {
            if self[place...].hasPrefix(words) { return place..<index(place, offsetBy: words.count) }
            place = index(after: place)
        }
        preconditionFailure("no “\(words)” in the text")
    }
}
