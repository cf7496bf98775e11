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
    case partOfPeriod
    case century
    case decade
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
    /// A word that only leads to a value: `vor` in `vor drei Jahren`, `mehrere`.
    case opener
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

enum TimeUnit: String, Hashable, Sendable {
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
