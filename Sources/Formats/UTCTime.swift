import Articles

/// Times as `2026-11-23T09:07:31Z`, by the proleptic Gregorian calendar.
enum UTCTime {
    private static let secondsPerDay = 86_400

    /// The time of so many seconds since 1970; nil before the year 0 and after 9999, which the notation cannot say.
    static func string(_ seconds: Int) -> String? {
        guard (-62_167_219_200..<253_402_300_800).contains(seconds) else { return nil }
        let day = Int((Double(seconds) / Double(secondsPerDay)).rounded(.down))
        let second = seconds - day * secondsPerDay
        let (year, month, dayOfMonth) = CalendarDay.date(day)
        return "\(digits(year, 4))-\(digits(month, 2))-\(digits(dayOfMonth, 2))"
            + "T\(digits(second / 3600, 2)):\(digits(second / 60 % 60, 2)):\(digits(second % 60, 2))Z"
    }

    /// Seconds since 1970; the zone is `Z` or `+01:00`, fractions of a second are dropped.
    static func seconds(_ string: String) -> Int? {
        var rest = Array(string.utf8)[...]
        guard let year = number(&rest, 4), take(&rest, "-"), let month = number(&rest, 2), take(&rest, "-"),
            let day = number(&rest, 2), take(&rest, "T"), let hour = number(&rest, 2), take(&rest, ":"),
            let minute = number(&rest, 2), take(&rest, ":"), let second = number(&rest, 2),
            isDate(year, month, day), hour < 24, minute < 60, second < 61
        else { return nil }
        if take(&rest, ".") { rest = rest.drop { (48...57).contains($0) } }
        guard let offset = zone(&rest), rest.isEmpty else { return nil }
        return CalendarDay.number(year: year, month: month, day: day) * secondsPerDay + hour * 3600 + minute
            * 60 + second - offset
    }

    /// The number of a day such as `2024-10-17`, counted from 1970-01-01.
    static func day(_ string: String) -> Int? { seconds(string + "T00:00:00Z").map { $0 / secondsPerDay } }

    /// Whether the string is a day such as `2024-10-17`.
    static func isDay(_ string: some StringProtocol) -> Bool {
        var rest = Array(string.utf8)[...]
        guard let year = number(&rest, 4), take(&rest, "-"), let month = number(&rest, 2), take(&rest, "-"),
            let day = number(&rest, 2)
        else { return false }
        return rest.isEmpty && isDate(year, month, day)
    }

    private static func isDate(_ year: Int, _ month: Int, _ day: Int) -> Bool {
        guard (1...12).contains(month), day >= 1 else { return false }
        return CalendarDay.date(CalendarDay.number(year: year, month: month, day: day)) == (year, month, day)
    }

    private static func zone(_ rest: inout ArraySlice<UInt8>) -> Int? {
        if take(&rest, "Z") { return 0 }
        let sign = take(&rest, "+") ? 1 : take(&rest, "-") ? -1 : 0
        guard sign != 0, let hours = number(&rest, 2), take(&rest, ":"), let minutes = number(&rest, 2),
            hours < 24, minutes < 60
        else { return nil }
        return sign * (hours * 3600 + minutes * 60)
    }

    private static func number(_ rest: inout ArraySlice<UInt8>, _ width: Int) -> Int? {
        let digits = rest.prefix(width)
        guard digits.count == width, digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
        rest = rest.dropFirst(width)
        return digits.reduce(0) { $0 * 10 + Int($1 - 48) }
    }

    private static func take(_ rest: inout ArraySlice<UInt8>, _ sign: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: sign) else { return false }
        rest = rest.dropFirst()
        return true
    }

    private static func digits(_ number: Int, _ width: Int) -> String {
        let string = String(number)
        return String(repeating: "0", count: max(0, width - string.count)) + string
    }
}
