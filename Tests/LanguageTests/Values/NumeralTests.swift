import Testing

@testable import Language

@Suite struct NumeralTests {
    @Test(
        "digits are read as each language groups them",
        arguments: [
            ("1.000", Tongue.german, "1000"), ("1.000", .english, "1"), ("1,000", .english, "1000"),
            ("1,5", .german, "1.5"),
            ("1.000,50", .german, "1000.5"), ("1,000.50", .english, "1000.5"), ("20,9", .german, "20.9"),
            ("1'000'000", .german, "1000000"), ("0,5", .german, "0.5"), ("0.500", .german, "0.5"),
            ("007", .german, "7"),
            ("1.234.567", .german, "1234567"), ("3.14", .german, "3.14"),
        ])
    func digits(text: String, tongue: Tongue, value: String) {
        #expect(Numeral(digits: text.utf8, in: tongue)?.description == value)
    }

    @Test(
        "what is no number is none",
        arguments: [
            "14:30", "1.2.3", "17.10.2024", "2024-10-17", "1,23,4.5,6", "12345678901234567890", "", ".",
        ])
    func noNumbers(text: String) {
        #expect(Numeral(digits: text.utf8, in: .german) == nil)
    }

    @Test("a number too large to be meant has no product")
    func overflow() {
        #expect(Numeral(.max).times(2) == nil)
        #expect(Numeral(9, exponent: 18).whole == 9_000_000_000_000_000_000)
        #expect(Numeral(10, exponent: 18).whole == nil)
    }
}

@Suite struct CalendarDateTests {
    @Test("every day from 1899 to 2101 has its number, and its neighbours the next")
    func dayNumbers() throws {
        var date = try #require(CalendarDate(year: 1899, month: 12, day: 31))
        while date.year < 2101 {
            let next = try #require(date.adding(days: 1))
            #expect(next.dayNumber == date.dayNumber + 1)
            #expect(next > date)
            #expect(next.weekday == date.weekday % 7 + 1)
            date = next
        }
    }

    @Test(
        "weeks belong to the year of their Thursday",
        arguments: [
            ("2024-10-17", 2024, 42), ("2024-12-30", 2025, 1), ("2021-01-03", 2020, 53),
            ("2014-02-18", 2014, 8),
        ])
    func weeks(text: String, year: Int, number: Int) throws {
        let date = try #require(CalendarDate(iso: text))
        #expect(date.week == (year, number))
    }

    @Test(
        "days that the calendar lacks are none",
        arguments: ["2023-02-29", "2024-13-01", "2024-1-1", "", "gestern", "0000-01-01"])
    func invalid(text: String) {
        #expect(CalendarDate(iso: text) == nil)
    }

    @Test("the last day of a month stays the last")
    func months() throws {
        #expect(try #require(CalendarDate(iso: "2024-01-31")).adding(months: 1)?.description == "2024-02-29")
        #expect(try #require(CalendarDate(iso: "2024-01-31")).adding(months: -1)?.description == "2023-12-31")
    }

    @Test("nothing overflows")
    func limits() throws {
        let date = try #require(CalendarDate(iso: "2024-01-31"))
        #expect(date.adding(days: .max) == nil)
        #expect(date.adding(months: .min + 1) == nil)
        #expect(CalendarDate(dayNumber: .min) == nil)
    }
}

@Suite struct UnitSymbolTests {
    @Test("a symbol keeps its name", arguments: ["EUR", "km/h", "m²", "Mbit/s", "", "°C"])
    func keeps(name: String) {
        #expect(UnitSymbol(name).description == name)
    }
}
