import Articles

/// A day of the Gregorian calendar, counted without a time zone.
///
/// The conversions are those of Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013).
struct CalendarDate: Hashable, Comparable, Sendable, CustomStringConvertible {
    let year: Int
    let month: Int
    let day: Int

    /// Nil for a day that the calendar does not have.
    init?(year: Int, month: Int, day: Int) {
        guard 1...9999 ~= year, 1...12 ~= month, day >= 1, day <= Self.days(inMonth: month, of: year) else {
            return nil
        }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads `2024-10-17`; what follows, such as a time, is ignored.
    init?(iso text: String) {
        let parts = text.prefix(10).split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 4, parts.dropFirst().allSatisfy({ $0.count == 2 }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// Days since 1970-01-01.
    init?(dayNumber: Int) {
        guard -719_162...2_932_896 ~= dayNumber else { return nil }
        let date = CalendarDay.date(dayNumber)
        self.init(year: date.year, month: date.month, day: date.day)
    }

    var dayNumber: Int { CalendarDay.number(year: year, month: month, day: day) }

    /// 1 is Monday.
    var weekday: Int { (dayNumber % 7 + 7 + 3) % 7 + 1 }

    /// The week of ISO 8601 and the year that it belongs to: 2024-12-30 lies in week 1 of 2025.
    var week: (year: Int, number: Int) {
        guard let thursday = adding(days: 4 - weekday),
            let first = CalendarDate(year: thursday.year, month: 1, day: 1)
        else { return (year, 1) }
        return (thursday.year, (thursday.dayNumber - first.dayNumber) / 7 + 1)
    }

    func adding(days: Int) -> CalendarDate? {
        let (sum, overflow) = dayNumber.addingReportingOverflow(days)
        return overflow ? nil : CalendarDate(dayNumber: sum)
    }

    /// The same day of another month, or its last.
    func adding(months: Int) -> CalendarDate? {
        guard abs(months) < 120_000 else { return nil }
        let index = year * 12 + month - 1 + months
        guard index >= 12 else { return nil }
        let (year, month) = (index / 12, index % 12 + 1)
        return CalendarDate(year: year, month: month, day: min(day, Self.days(inMonth: month, of: year)))
    }

    static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    var description: String { "\(padded(year, 4))-\(padded(month))-\(padded(day))" }

    static func < (left: CalendarDate, right: CalendarDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}

/// The number with zeros before it: `padded(7)` is `07`.
func padded(_ number: Int, _ width: Int = 2) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
