import Articles

/// What a text without a day of publication tells about that day.
///
/// A full date at the head of the text is the day itself. Else, where the text names a weekday with its date
/// (`Donnerstag, 17. Oktober`) and years, the year in which they fit is the year of publication. Where weekday and date
/// stand apart (`am Donnerstag … am 17. Oktober`), the last year that is named is it, if a date falls on a weekday there.
struct InferredDate: Sendable {
    let day: CalendarDate?
    let year: Int?
    /// The only day of that year that the text names for a weekday.
    private(set) var days: [Int: CalendarDate] = [:]

    /// So many bytes at the head of an article are read.
    private static let header = 8192
    /// So many years before the last one that it names a text was not written.
    private static let history = 30

    /// Nil when the text tells nothing.
    init?(_ text: Text, tongue: Tongue?) {
        var years: Set<Int> = []
        var days: [(weekday: Int, month: Int, day: Int)] = []
        var plainDays: [(month: Int, day: Int)] = []
        var weekdays: Set<Int> = []
        for paragraph in 0..<text.paragraphCount {
            guard text.paragraph(paragraph).start < Self.header else { break }
            let passage = Passage(paragraph: paragraph, of: text, tongue: tongue)
            var reader = ValueReader(passage, context: TimeContext(today: nil))
            for value in reader.values() where value.label == .date {
                let parts = (value.value ?? "").split(separator: "-")
                if let date = value.value.flatMap(CalendarDate.init(iso:)), parts.count == 3 {
                    if paragraph < 4, value.pieces.lowerBound < 12, Self.isHead(value, of: passage) {
                        day = date
                        year = date.year
                        return
                    }
                    years.insert(date.year)
                } else if let first = parts.first, first.utf8.count == 4, let year = Int(first) {
                    years.insert(year)
                } else if parts.count == 3, let month = Int(parts[1]), let day = Int(parts[2]) {
                    if let weekday = value.weekday {
                        days.append((weekday, month, day))
                    } else {
                        plainDays.append((month, day))
                    }
                } else if parts.count == 3, parts[1] == "WXX", let weekday = Int(parts[2]) {
                    weekdays.insert(weekday)
                }
            }
        }
        let fitting = years.filter { year in
            days.allSatisfy { CalendarDate(year: year, month: $0.month, day: $0.day)?.weekday == $0.weekday }
        }
        // What lies long before the last year is history, whichever weekdays it fits.
        guard let last = years.max(), let year = days.isEmpty ? last : fitting.max(),
            last - year <= Self.history
        else { return nil }
        let named = Set(
            (days.map { ($0.month, $0.day) } + plainDays).compactMap {
                CalendarDate(year: year, month: $0.0, day: $0.1)
            })
        guard !days.isEmpty || Self.isNoChance(named, on: weekdays) else { return nil }
        day = nil
        self.year = year
        for (weekday, days) in Dictionary(grouping: named, by: \.weekday) where days.count == 1 {
            self.days[weekday] = days[0]
        }
    }

    /// Whether so many days fall on one of the weekdays as in any other year hardly would: one of one on one weekday does
    /// by chance in every seventh year, one of three on three weekdays in four of five.
    private static func isNoChance(_ days: Set<CalendarDate>, on weekdays: Set<Int>) -> Bool {
        let share = Double(weekdays.count) / 7
        let fitting = days.count { weekdays.contains($0.weekday) }
        guard fitting > 0 else { return false }
        // The distribution of how many fit: one day after the other.
        var chances = [1.0]
        for _ in days {
            chances = (0...chances.count).map { count in
                (count < chances.count ? chances[count] * (1 - share) : 0)
                    + (count > 0 ? chances[count - 1] * share : 0)
            }
        }
        return chances[fitting...].reduce(0, +) < 0.3
    }

    /// Whether a date stands in a line of its own or in a dateline, and not in a sentence.
    private static func isHead(_ value: FoundValue, of passage: Passage) -> Bool {
        let isShort = passage.pieces.count <= 12 && passage.pieces.count - value.pieces.count <= 6
        let next = value.pieces.upperBound
        let isDateline = ["–", "-", "—", "(", ")", ":"].contains(passage.word(next)) && next <= 12
        let isPointed = passage.pieces[..<value.pieces.lowerBound].contains { $0.shape == .lower }
        return (isShort || isDateline) && !isPointed
    }
}
