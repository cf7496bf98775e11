import Articles

/// What a text without a day of publication tells about that day.
///
/// A full date at the head of the text is the day itself. Else, where the text names a weekday with its date
/// (`Donnerstag, 17. Oktober`) and years, the year in which they fit is the year of publication.
struct InferredDate: Sendable {
    let day: CalendarDate?
    let year: Int?

    /// So many bytes at the head of an article are read.
    private static let header = 8192

    /// Nil when the text tells nothing.
    init?(_ text: Text, tongue: Tongue?) {
        var years: Set<Int> = []
        var days: [(weekday: Int, month: Int, day: Int)] = []
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
                } else if let weekday = value.weekday, parts.count == 3, let month = Int(parts[1]),
                    let day = Int(parts[2])
                {
                    days.append((weekday, month, day))
                }
            }
        }
        let fitting = years.filter { year in
            days.allSatisfy { CalendarDate(year: year, month: $0.month, day: $0.day)?.weekday == $0.weekday }
        }
        guard !days.isEmpty, let year = fitting.max() else { return nil }
        day = nil
        self.year = year
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
