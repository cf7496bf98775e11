/// Days as files of news write them, turned into `2024-10-17`: the day at the place that the file speaks of.
///
///     Thu, 17 Oct 2024 23:10:00 +0200      RFC 822 and 5322, RSS and mail
///     2024-10-17T23:10:00+02:00            ISO 8601, Atom and most others
///     20241017T231000Z                     ISO 8601 without signs, NITF
///     17. Oktober 2024, 17.10.2024         tables of people
enum NewsDay {
    static func day(_ string: some StringProtocol) -> String? {
        let text = Prose.line(string.prefix(100))
        let start = text.prefix(10)
        if UTCTime.isDay(start) { return String(start) }
        return compact(text) ?? spelled(text) ?? seconds(text)
    }

    /// `20241017`, alone or before a time.
    private static func compact(_ text: String) -> String? {
        let digits = text.utf8.prefix { (48...57).contains($0) }
        let next = text.utf8.dropFirst(8).first
        guard digits.count == 8, next == nil || next == UInt8(ascii: "T") || next == 32 else { return nil }
        return checked(text.prefix(4), text.dropFirst(4).prefix(2), text.dropFirst(6).prefix(2))
    }

    /// Day, month and year in any order that leaves no doubt: a name for the month, or a full stop between numbers.
    private static func spelled(_ text: String) -> String? {
        let words = text.split { !($0.isLetter || $0.isNumber || $0 == ":" || $0 == "+") }.prefix(8)
        var day: Substring?
        var month: Int?
        var year: Substring?
        for word in words {
            let isNumber = word.utf8.allSatisfy { (48...57).contains($0) }
            if isNumber, word.count == 4, year == nil {
                year = word
            } else if isNumber, word.count <= 2, day == nil {
                day = word
            } else if isNumber, word.count <= 2, month == nil, isDotted(text) {
                month = Int(word)
            } else if isNumber, word.count == 2, month != nil, year == nil {
                year = word
            } else if month == nil, let named = Self.month(word) {
                month = named
            }
        }
        guard let day, let month, let year else { return nil }
        // Two digits are a year as RFC 2822 has it.
        let century = year.count == 4 ? "" : (Int(year) ?? 0) < 50 ? "20" : "19"
        return checked(century + year, padded(String(month)), padded(String(day)))
    }

    private static func isDotted(_ text: String) -> Bool {
        text.drop { $0.isNumber }.first == "."
    }

    /// Seconds or milliseconds since 1970, as tables have them.
    private static func seconds(_ text: String) -> String? {
        let isSeconds = text.utf8.count == 10 || text.utf8.count == 13
        guard isSeconds, text.utf8.allSatisfy({ (48...57).contains($0) }), let seconds = Int(text.prefix(10))
        else { return nil }
        return UTCTime.string(seconds).map { String($0.prefix(10)) }
    }

    private static func month(_ word: Substring) -> Int? {
        let start = word.lowercased().prefix(3)
        return months[String(start)]
    }

    private static func padded(_ number: String) -> String { number.count == 1 ? "0" + number : number }

    private static func checked(
        _ year: some StringProtocol, _ month: some StringProtocol, _ day: some StringProtocol
    ) -> String? {
        let string = "\(year)-\(month)-\(day)"
        return UTCTime.isDay(string) ? string : nil
    }

    /// English and German, by their first three letters.
    private static let months = [
        "jan": 1, "jän": 1, "feb": 2, "mar": 3, "mär": 3, "mrz": 3, "apr": 4, "may": 5, "mai": 5, "jun": 6,
        "jul": 7, "aug": 8, "sep": 9, "oct": 10, "okt": 10, "nov": 11, "dec": 12, "dez": 12,
    ]
}
