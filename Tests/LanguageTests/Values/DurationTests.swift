import Articles
import Testing

@testable import Language

/// Times of day, durations and what repeats: what is marked, and its value of TIMEX3.
@Suite struct DurationTests {
    @Test(
        "German times of day",
        arguments: [
            "Es beginnt um [14.30 Uhr](TIME=T14:30) im Rathaus.",
            "Es beginnt um [8 Uhr](TIME=T08:00) im Rathaus.",
            "Es beginnt um [14:30](TIME=T14:30) im Rathaus.",
            "Es dauert von [14](TIME=T14:00)–[16 Uhr](TIME=T16:00) im Rathaus.",
            "Es beginnt am [17. Oktober 2024](DATE=2024-10-17) um [20.30 Uhr](TIME=2024-10-17T20:30) im Rathaus.",
            "Es beginnt jeweils um [20 Uhr](TIME=T20:00) im Rathaus.",
        ])
    func germanTimes(marked: String) throws {
        try expect(marked, language: "de", labels: valueLabels)
    }

    @Test(
        "German parts of days",
        arguments: [
            "Er kam [Freitagabend](TIME=2024-10-11TEV) an.", "Er kam [gestern Abend](TIME=2024-10-14TEV) an.",
            "Er kam [heute früh](TIME=2024-10-15TMO) an.",
            "Es begann um [9 Uhr](TIME=2024-10-15T09:00) im Rathaus.",
        ])
    func germanPartsOfDays(marked: String) throws {
        try expect(marked, date: "2024-10-15", language: "de", labels: valueLabels)
    }

    @Test(
        "English times of day",
        arguments: [
            "It begins at [3 p.m.](TIME=T15:00) in town.",
            "It begins at [11:45 am](TIME=T11:45) in town.",
            "It begins at [12 a.m.](TIME=T00:00) in town.",
            "It begins at [noon](TIME=T12:00) in town.",
        ])
    func englishTimes(marked: String) throws {
        try expect(marked, language: "en", labels: valueLabels)
    }

    @Test(
        "German durations",
        arguments: [
            "Das [zweitägige](DURATION=P2D) Treffen.",
            "Das [10-tägige](DURATION=P10D) Treffen.",
            "Die [jahrelange](DURATION=PXY) Arbeit.",
            "Es währte [drei Wochen](DURATION=P3W) lang.",
            "Es währte [eineinhalb Stunden](DURATION=PT1.5H) lang.",
            "Es währte [ein halbes Jahr](DURATION=P6M) lang.",
            "Es währte [mehrere Monate](DURATION=PXM) lang.",
            "Es währte [rund 200 Stunden](DURATION=PT200H) lang.",
            "[Die letzten zwei Jahre](DURATION=P2Y) zählen.",
            "Es währte [zwei](DURATION=P2Y) bis [drei Jahre](DURATION=P3Y) lang.",
            "Er kam vor [drei Jahren](DURATION=P3Y) an.",
            "Er ist seit [vier Jahren](DURATION=P4Y) hier.",
            "Er kommt in [zwei Wochen](DURATION=P2W) an.",
        ])
    func germanDurations(marked: String) throws {
        try expect(marked, language: "de", labels: valueLabels)
    }

    @Test("a duration behind vor and in tells the day, week, month or year that it leads to")
    func ends() throws {
        let found = try suggestions(
            "Er kam vor drei Wochen und geht in zwei Jahren.", date: "2024-10-15", language: "de"
        ).mentions
        #expect(found.map(\.value) == ["P3W", "P2Y"])
        #expect(found.map { $0.attributes["begin"] } == ["2024-W39", nil])
        #expect(found.map { $0.attributes["end"] } == [nil, "2026"])
    }

    @Test("the last years begin somewhere, and the next ones end")
    func lastUnits() throws {
        let found = try suggestions(
            "Das war in den letzten fünf Jahren so und bleibt in den kommenden drei Wochen so.",
            date: "2024-10-15",
            language: "de"
        ).mentions
        #expect(found.map(\.value) == ["P5Y", "P3W"])
        #expect(found.map { $0.attributes["begin"] } == ["2019", nil])
        #expect(found.map { $0.attributes["end"] } == [nil, "2024-W45"])
    }

    @Test("the ends of a range tell each other")
    func ranges() throws {
        let found = try suggestions("Das war zwischen 1914 und 1918 so.", language: "de").mentions
        #expect(found.map { $0.attributes["end"] } == ["1918", nil])
        #expect(found.map { $0.attributes["begin"] } == [nil, "1914"])
    }

    @Test(
        "English durations",
        arguments: [
            "It took [two years](DURATION=P2Y) to build.", "It was a [three-day](DURATION=P3D) trip.",
            "It took [half an hour](DURATION=PT30M) to build.",
            "It took [a decade](DURATION=P10Y) to build.",
            "It took [several months](DURATION=PXM) to build.",
        ])
    func englishDurations(marked: String) throws {
        try expect(marked, language: "en", labels: valueLabels)
    }

    @Test(
        "German sets",
        arguments: [
            "Sie trainieren [täglich](SET=P1D) im Bad.",
            "Sie trainieren [jeden Montag](SET=XXXX-WXX-1) im Bad.",
            "Sie trainieren [alle zwei Wochen](SET=P2W) im Bad.",
            "Sie trainieren [einmal im Monat](SET=P1M) im Bad.",
            "Sie trainieren [montags](SET=XXXX-WXX-1) im Bad.",
            "Sie trainieren [jedes Jahr](SET=P1Y) im Bad.",
        ])
    func germanSets(marked: String) throws {
        try expect(marked, language: "de", labels: valueLabels)
    }

    @Test(
        "English sets",
        arguments: [
            "They train [every day](SET=P1D) in town.", "They train [every Monday](SET=XXXX-WXX-1) in town.",
            "They train [twice a week](SET=P1W) in town.", "They train [every two weeks](SET=P2W) in town.",
        ])
    func englishSets(marked: String) throws {
        try expect(marked, language: "en", labels: valueLabels)
    }

    @Test(
        "parts of periods and bounds are kept as TIMEX3's mod",
        arguments: [
            ("Er kam Ende März an.", "END"), ("Er kam Anfang 2023 an.", "START"),
            ("Er kam Mitte Mai an.", "MID"),
            ("Es währte rund drei Wochen.", "APPROX"), ("Es währte mindestens drei Wochen.", "EQUAL_OR_MORE"),
            ("Er kam im Mai an.", nil),
        ] as [(String, String?)])
    func modifiers(text: String, modifier: String?) throws {
        let found = try suggestions(text, date: "2024-10-15", language: "de").mentions
        #expect(found.map { $0.attributes["mod"] } == [modifier])
    }
}
