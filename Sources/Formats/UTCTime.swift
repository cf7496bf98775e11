/// Times as `2026-11-23T09:07:31Z`, by the proleptic Gregorian calendar.
enum UTCTime {
    private static let secondsPerDay = 86_400

    /// The time of so many seconds since 1970; nil before the year 0 and after 9999, which the notation cannot say.
    static func string(_ seconds: Int) -> String? {
        guard (-62_167_219_200..<253_402_300_800).contains(seconds) else { return nil }
        let day = Int((Double(seconds) / Double(secondsPerDay)).rounded(.down))
        let second = seconds - day * secondsPerDay
        let (year, month, dayOfMonth) = date(day)
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
        return dayNumber(year, month, day) * secondsPerDay + hour * 3600 + minute * 60 + second - offset
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
        return date(dayNumber(year, month, day)) == (year, month, day)
    }

    /// Days since 1970-01-01. Howard Hinnant, "chrono-compatible low-level date algorithms", days_from_civil.
    private static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let year = month <= 2 ? year - 1 : year
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// The same source, civil_from_days.
    private static func date(_ dayNumber: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = dayNumber + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (
            yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        )
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
