/// A day, week, month or longer period of the calendar; its description is the value of TIMEX3.
enum CalendarPeriod: Hashable, Sendable, CustomStringConvertible {
    case day(CalendarDate)
    /// The week that a day lies in.
    case week(CalendarDate)
    case month(year: Int, month: Int)
    case year(Int)
    case decade(Int)
    case century(Int)

    /// The period of a unit that a day lies in; nil for units shorter than a day.
    init?(_ unit: TimeUnit, of date: CalendarDate) {
        switch unit {
        case .second, .minute, .hour: return nil
        case .day: self = .day(date)
        case .week: self = .week(date)
        case .month: self = .month(year: date.year, month: date.month)
        case .year: self = .year(date.year)
        case .decade: self = .decade(date.year / 10)
        case .century: self = .century(date.year / 100)
        }
    }

    /// The period of a unit around one that a value names: the year of `2015-02`; nil where the value is too coarse.
    init?(_ unit: TimeUnit, ofValue value: String) {
        if let date = CalendarDate(iso: value), value.utf8.count == 10 {
            self.init(unit, of: date)
            return
        }
        let parts = value.split(separator: "-")
        guard let year = parts.first.flatMap({ $0.count == 4 ? Int($0) : nil }) else { return nil }
        if unit == .month, parts.count == 2, parts[1].count == 2, let month = Int(parts[1]), 1...12 ~= month {
            self = .month(year: year, month: month)
        } else if unit == .year {
            self = .year(year)
        } else {
            return nil
        }
    }

    /// So many of the same periods later or earlier; nil outside the calendar.
    func moved(by count: Int) -> CalendarPeriod? {
        switch self {
        case .day(let date): return date.adding(days: count).map(CalendarPeriod.day)
        case .week(let date):
            let (days, overflow) = count.multipliedReportingOverflow(by: 7)
            return overflow ? nil : date.adding(days: days).map(CalendarPeriod.week)
        case .month(let year, let month):
            return CalendarDate(year: year, month: month, day: 1)?.adding(months: count).map {
                .month(year: $0.year, month: $0.month)
            }
        case .year(let year): return Self.sum(year, count, in: 1...9999).map(CalendarPeriod.year)
        case .decade(let decade): return Self.sum(decade, count, in: 0...999).map(CalendarPeriod.decade)
        case .century(let century): return Self.sum(century, count, in: 0...99).map(CalendarPeriod.century)
        }
    }

    private static func sum(_ number: Int, _ count: Int, in range: ClosedRange<Int>) -> Int? {
        let (sum, overflow) = number.addingReportingOverflow(count)
        return overflow || !range.contains(sum) ? nil : sum
    }

    var description: String {
        switch self {
        case .day(let date): date.description
        case .week(let date): "\(padded(date.week.year, 4))-W\(padded(date.week.number))"
        case .month(let year, let month): "\(padded(year, 4))-\(padded(month))"
        case .year(let year): padded(year, 4)
        case .decade(let decade): padded(decade, 3)
        case .century(let century): padded(century)
        }
    }
}
