import Articles

/// A date, sum or measure that was found in a passage.
struct FoundValue: Hashable, Sendable {
    let pieces: Range<Int>
    let label: Label
    /// The normal form; nil where the text leaves it open (`gestern` in an article without a date).
    let value: String?
}

/// Reads the dates, times, durations, sums, percentages and quantities of a passage, from left to right.
///
/// Each reader looks at the pieces from one index on and says how far it got; the longest reading wins, and of equal
/// ones the first. None looks further than a dozen pieces, so the time is linear.
struct ValueReader: Sendable {
    let passage: Passage
    /// The day of publication, which dates without a year and words such as `gestern` are resolved against.
    let today: CalendarDate?

    init(_ passage: Passage, today: CalendarDate? = nil) {
        self.passage = passage
        self.today = today
    }

    /// All values in reading order, without overlaps.
    func values() -> [FoundValue] {
        var found: [FoundValue] = []
        var index = 0
        while index < passage.pieces.count {
            guard mayBegin(at: index), let value = longest(at: index) else {
                index += 1
                continue
            }
            found.append(value)
            index = max(value.pieces.upperBound, index + 1)
        }
        return joiningTimesToDates(found)
    }

    var pieces: [Piece] { passage.pieces }
    var tongue: Tongue { passage.tongue }

    func term(_ index: Int) -> Term? { passage.term(at: index) }

    /// Whether the piece is the sign, with or without white space before it.
    func isSign(_ index: Int, _ sign: StaticString) -> Bool { passage.word(at: index, is: sign) }

    /// Whether the piece is one of a few words, in lower case.
    func isWord(_ index: Int, _ words: StaticString...) -> Bool {
        words.contains { passage.word(at: index, is: $0) }
    }

    private func mayBegin(at index: Int) -> Bool {
        pieces[index].term != nil || pieces[index].shape == .number
    }

    private func longest(at index: Int) -> FoundValue? {
        var best: FoundValue?
        for value in [
            dateRange(at: index), date(at: index), relativeDate(at: index), time(at: index), money(at: index),
            percentage(at: index), duration(at: index), quantity(at: index),
        ] {
            guard let value else { continue }
            if value.pieces.count > best?.pieces.count ?? 0 { best = value }
        }
        return best
    }

    /// Gives `14.30 Uhr` in `am 17. Oktober um 14.30 Uhr` its day.
    private func joiningTimesToDates(_ values: [FoundValue]) -> [FoundValue] {
        var joined = values
        for index in joined.indices.dropFirst() {
            let (date, time) = (joined[index - 1], joined[index])
            guard date.label == .date, time.label == .time, let day = date.value,
                CalendarDate(iso: day) != nil,
                day.utf8.count == 10, let value = time.value, value.hasPrefix("T"),
                time.pieces.lowerBound - date.pieces.upperBound <= 3
            else { continue }
            joined[index] = FoundValue(pieces: time.pieces, label: time.label, value: day + value)
        }
        return joined
    }
}

extension Label {
    static let person: Label = "PER"
    static let place: Label = "LOC"
    static let organisation: Label = "ORG"
    static let other: Label = "MISC"
    static let date: Label = "DATE"
    static let time: Label = "TIME"
    static let duration: Label = "DURATION"
    static let money: Label = "MONEY"
    static let percent: Label = "PERCENT"
    static let quantity: Label = "QUANTITY"
    static let event: Label = "EVENT"
    static let role: Label = "ROLE"
    static let law: Label = "LAW"
}
