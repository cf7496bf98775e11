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
    /// How many sentences have been read up to the paragraph, and up to the one that named the last day.
    private var sentences = 0
    private var sentenceOfDay = 0

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

    /// The day that a time of day belongs to: one that its sentence names, or the sentence before, else that of
    /// publication.
    /// - Parameter sentence: counted from the start of the paragraph.
    func dayOfTimes(in sentence: Int) -> CalendarDate? {
        sentences + sentence - sentenceOfDay <= 1 ? day ?? today : today ?? day
    }

    /// The day that `am Tag zuvor` counts from.
    var anchor: CalendarDate? { day ?? today }

    /// - Parameter sentence: counted from the start of the paragraph.
    mutating func learn(_ value: FoundValue, followsClosely: Bool, in sentence: Int) {
        guard let text = value.value, let first = text.utf8.first, Letters.isDigit(first) else { return }
        if value.label == .time, value.namesDay, let named = CalendarDate(iso: text) {
            day = named
            sentenceOfDay = sentences + sentence
        }
        guard value.label == .date else { return }
        period = text
        if let named = CalendarDate(iso: text), text.utf8.count == 10 {
            isListed = followsClosely && day != nil && day != named
            day = named
            sentenceOfDay = sentences + sentence
        }
    }

    /// At the end of a paragraph a list of days is over, and a time of day is again one of the day of publication.
    /// - Parameter count: how many sentences it has.
    mutating func endParagraph(of count: Int) {
        isListed = false
        sentences += count
    }
}
