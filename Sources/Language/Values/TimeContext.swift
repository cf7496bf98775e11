import Articles

/// What an article has said about time so far: dates without a year, and words such as `gestern` and `am selben Tag`,
/// are read against it.
struct TimeContext: Sendable {
    /// The day of publication; nil when nothing tells it.
    let today: CalendarDate?
    /// The year of publication, which may be known without the day.
    let year: Int?
    /// Whether day and year come from the text and not from the article's own data.
    let isInferred: Bool
    /// The day that the text has named last.
    private(set) var day: CalendarDate?
    /// The value of the date that the text has named last: a day, week, month or year.
    private(set) var period: String?
    /// Whether the last days were named together, as in `am 3. und 4. Mai`, so that a time belongs to each.
    private(set) var isListed = false
    /// In a text without a day of publication the only day that it names for a weekday.
    let days: [Int: CalendarDate]

    init(today: CalendarDate?) {
        self.today = today
        year = today?.year
        isInferred = false
        days = [:]
    }

    init(inferred: InferredDate) {
        today = inferred.day
        year = inferred.year
        isInferred = true
        days = inferred.days
    }

    /// The day that a time of day belongs to.
    var dayOfTimes: CalendarDate? { isListed ? nil : day ?? today }

    /// The day that `am Tag zuvor` counts from.
    var anchor: CalendarDate? { day ?? today }

    mutating func learn(_ value: FoundValue, followsClosely: Bool) {
        guard value.label == .date, let text = value.value, let first = text.utf8.first,
            Letters.isDigit(first)
        else { return }
        period = text
        if let named = CalendarDate(iso: text), text.utf8.count == 10 {
            isListed = followsClosely && day != nil && day != named
            day = named
        }
    }

    /// At the end of a paragraph a list of days is over, and a time of day is again one of the day of publication.
    mutating func endParagraph() { isListed = false }
}
