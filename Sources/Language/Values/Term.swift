/// What a word means to the readers of values.
enum Term: Hashable, Sendable {
    /// A whole number in words: `drei`, `twenty-one`.
    case number(Int)
    /// `ein`, `eine`, `a`, `an`: one before a unit or a magnitude, else only an article.
    case one
    /// A number and a half, in tenths: `anderthalb` is 15.
    case tenths(Int)
    /// A power of ten: `Milliarden` is 9.
    case magnitude(Int)
    case dozen
    case ordinal(Int)
    case month(Int)
    /// 1 is Monday.
    case weekday(Int)
    /// `Freitagabend`.
    case weekdayPart(Int, DayPart)
    case dayPart(DayPart)
    case season(Season)
    case weekend
    case unit(TimeUnit)
    /// The same in the plural: `Jahre`.
    case units(TimeUnit)
    /// A span in one word: `zweitägig`, `dreijährigen`.
    case lasting(Int, TimeUnit)
    /// What stays of it when the number is written in digits: `tägigen` in `10-tägigen`.
    case lastingSuffix(TimeUnit)
    /// Days from today: `gestern` is -1.
    case day(Int)
    /// Years from this year in one word: `Vorjahr` is -1.
    case year(Int)
    /// `vergangen`, `letzt` -1; `dies`, `laufend` 0; `nächst`, `kommend` 1.
    case direction(Int)
    /// `Hälfte`, `Halbjahr`, `half`.
    case half
    case quarter
    /// `Anfang`, `Mitte`, `Ende`, `early`, `late`.
    case edge(Modifier)
    /// A decade by its name: `Achtzigerjahre` is 198.
    case decadeName(Int)
    /// A day that a calendar of feasts has.
    case holiday(Holiday)
    /// `jetzt` is `PRESENT_REF`.
    case reference(TimeReference)
    /// `täglich`
    case periodic(Int, TimeUnit)
    /// `montags`
    case habitual(Int)
    /// `zweimal` is 2.
    case times(Int)
    /// `mehrere`, `few`
    case several
    /// `rund`, `mindestens`: how exactly a number is meant.
    case about(Modifier)
    /// A verb that tells when its clause happens.
    case verb(Tense)
    /// `Menschen`, `Demonstranten`
    case people
    /// A currency by its ISO 4217 code.
    case currency(UnitSymbol)
    /// The hundredth of a currency: `Cent`.
    case hundredth(UnitSymbol)
    case percent
    case percentagePoint
    /// A unit of measure by its symbol: `km/h`.
    case measure(UnitSymbol)
    /// `Uhr`, `o'clock`.
    case clock
    case meridiem(Meridiem)
    /// A word that only leads to a value.
    case opener
}

extension Term {
    /// What rules begin with is looked up by this.
    enum Kind: UInt8, CaseIterable, Sendable {
        case digits, number, one, tenths, magnitude, dozen, ordinal, month, weekday, weekdayPart, dayPart,
            season
        case weekend, unit, units, lasting, lastingSuffix, day, year, direction, half, quarter, edge,
            decadeName
        case holiday, reference, periodic, habitual, times, several, about, verb, people, currency, hundredth
        case percent, percentagePoint, measure, clock, meridiem, other

        static let count = allCases.count
        var index: Int { Int(rawValue) }
    }

    var kind: Kind {
        switch self {
        case .number: .number
        case .one: .one
        case .tenths: .tenths
        case .magnitude: .magnitude
        case .dozen: .dozen
        case .ordinal: .ordinal
        case .month: .month
        case .weekday: .weekday
        case .weekdayPart: .weekdayPart
        case .dayPart: .dayPart
        case .season: .season
        case .weekend: .weekend
        case .unit: .unit
        case .units: .units
        case .lasting: .lasting
        case .lastingSuffix: .lastingSuffix
        case .day: .day
        case .year: .year
        case .direction: .direction
        case .half: .half
        case .quarter: .quarter
        case .edge: .edge
        case .decadeName: .decadeName
        case .holiday: .holiday
        case .reference: .reference
        case .periodic: .periodic
        case .habitual: .habitual
        case .times: .times
        case .several: .several
        case .about: .about
        case .verb: .verb
        case .people: .people
        case .currency: .currency
        case .hundredth: .hundredth
        case .percent: .percent
        case .percentagePoint: .percentagePoint
        case .measure: .measure
        case .clock: .clock
        case .meridiem: .meridiem
        case .opener: .other
        }
    }
}

/// When a clause happens, as far as its verb tells.
enum Tense: Hashable, Sendable {
    case past, present, future
}

/// A time that has no place in the calendar; the raw value is that of TIMEX3.
enum TimeReference: String, Hashable, Sendable {
    case past = "PAST_REF", present = "PRESENT_REF", future = "FUTURE_REF"
}

/// How exactly a value is meant, and which part of a period; the raw value is TIMEX3's `mod`.
enum Modifier: String, Hashable, Sendable {
    case start = "START", mid = "MID", end = "END", approximately = "APPROX"
    case lessThan = "LESS_THAN", moreThan = "MORE_THAN", atMost = "EQUAL_OR_LESS", atLeast = "EQUAL_OR_MORE"
    case before = "BEFORE", after = "AFTER", onOrBefore = "ON_OR_BEFORE", onOrAfter = "ON_OR_AFTER"
}

/// A feast: a fixed day, or so many days after Easter Sunday.
enum Holiday: Hashable, Sendable {
    case fixed(month: Int, day: Int)
    case easter(Int)

    /// The day in a year. Easter after Oudin's algorithm (1940), as the US Naval Observatory gives it.
    func day(in year: Int) -> CalendarDate? {
        switch self {
        case .fixed(let month, let day): return CalendarDate(year: year, month: month, day: day)
        case .easter(let distance):
            let (golden, century) = (year % 19, year / 100)
            let skipped = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30
            let moon = skipped - (skipped / 28) * (1 - (29 / (skipped + 1)) * ((21 - golden) / 11))
            let weekday = (year + year / 4 + moon + 2 - century + century / 4) % 7
            let march = moon - weekday
            let month = 3 + (march + 40) / 44
            return CalendarDate(year: year, month: month, day: march + 28 - 31 * (month / 4))?
                .adding(days: distance)
        }
    }
}

enum DayPart: String, Hashable, Sendable {
    case morning = "MO", midday = "MI", afternoon = "AF", evening = "EV", night = "NI"
}

enum Season: String, Hashable, Sendable {
    case spring = "SP", summer = "SU", autumn = "FA", winter = "WI"
}

enum Meridiem: Hashable, Sendable {
    case am, pm
}

enum TimeUnit: String, Hashable, Sendable, CaseIterable {
    case second, minute, hour, day, week, month, year, decade, century

    /// `P2D`, `PT30M`, `P10Y`; X for a number that is not said.
    func duration(_ number: Numeral?) -> String {
        let count = number.map { scale == 1 ? $0 : $0.times(scale) ?? $0 }?.description ?? "X"
        return switch self {
        case .second: "PT\(count)S"
        case .minute: "PT\(count)M"
        case .hour: "PT\(count)H"
        case .day: "P\(count)D"
        case .week: "P\(count)W"
        case .month: "P\(count)M"
        case .year, .decade, .century: "P\(count)Y"
        }
    }

    /// Years in a decade or century, else 1.
    private var scale: Int {
        switch self {
        case .second, .minute, .hour, .day, .week, .month, .year: 1
        case .decade: 10
        case .century: 100
        }
    }
}
