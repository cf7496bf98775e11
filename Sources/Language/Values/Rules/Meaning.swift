/// What a rule says about the words that it matches; the cases' names are their names in the tables.
enum Meaning: Hashable, Sendable {
    case calendar(CalendarMeaning)
    case period(PeriodMeaning)
    case relative(RelativeMeaning)
    case anchored(AnchoredMeaning)
    case reference(ReferenceMeaning)
    case time(TimeMeaning)
    case duration(DurationMeaning)
    case set(SetMeaning)

    /// By its name in the tables.
    init?(_ name: String) {
        if let meaning = CalendarMeaning(rawValue: name) {
            self = .calendar(meaning)
        } else if let meaning = PeriodMeaning(rawValue: name) {
            self = .period(meaning)
        } else if let meaning = RelativeMeaning(rawValue: name) {
            self = .relative(meaning)
        } else if let meaning = AnchoredMeaning(rawValue: name) {
            self = .anchored(meaning)
        } else if let meaning = ReferenceMeaning(rawValue: name) {
            self = .reference(meaning)
        } else if let meaning = TimeMeaning(rawValue: name) {
            self = .time(meaning)
        } else if let meaning = DurationMeaning(rawValue: name) {
            self = .duration(meaning)
        } else if let meaning = SetMeaning(rawValue: name) {
            self = .set(meaning)
        } else {
            return nil
        }
    }

    static let all: [Meaning] =
        CalendarMeaning.allCases.map(Meaning.calendar) + PeriodMeaning.allCases.map(Meaning.period)
        + RelativeMeaning.allCases.map(Meaning.relative) + AnchoredMeaning.allCases.map(Meaning.anchored)
        + ReferenceMeaning.allCases.map(Meaning.reference) + TimeMeaning.allCases.map(Meaning.time)
        + DurationMeaning.allCases.map(Meaning.duration) + SetMeaning.allCases.map(Meaning.set)
}

/// Days, months and years of the calendar.
enum CalendarMeaning: String, CaseIterable, Sendable {
    case day, month, startMonth, endMonth, year, startYear, endYear, bareYear, holiday, nightOf
}

/// Parts of years, and what is longer than one.
enum PeriodMeaning: String, CaseIterable, Sendable {
    case half, quarter, season, decade, century, partOfCentury, weekend
    case directedHalf, directedQuarter, directedSeason, directedWeekend
}

/// Against the day of publication.
enum RelativeMeaning: String, CaseIterable, Sendable {
    case relativeDay, relativeYear, relativePeriod, directedPeriod, thisPeriod, weekday, directedWeekday
    case weekdayOfWeek, directedMonth, dayAfterTomorrow, dayBeforeYesterday
}

/// Against the date that the text has named last.
enum AnchoredMeaning: String, CaseIterable, Sendable {
    case samePeriod, periodBefore, periodAfter, dayBefore, dayAfter, eveningBefore, countBefore, countAfter
}

/// No place in the calendar.
enum ReferenceMeaning: String, CaseIterable, Sendable {
    case reference, pastReference, presentReference, futureReference, presentDay
}

/// Times of day.
enum TimeMeaning: String, CaseIterable, Sendable {
    case clock, colonClock, halfHour, midnight, noon, weekdayPart, weekdayMorning, dayPart, dayMorning
    case dayPartAlone, morningAlone, directedPart
}

/// How long something lasts.
enum DurationMeaning: String, CaseIterable, Sendable {
    case duration, halfUnit, halfOne, halfMore, severalUnits, lastUnits, lasting, lastingDigits
    case ago, ahead, since, countAgo
}

/// What happens again and again.
enum SetMeaning: String, CaseIterable, Sendable {
    case periodic, habitual, every, everyWeekday, everyWeekdayPart, everyPart, everyWeekend, everyNth,
        everyMonth
    case everyCount, everyOther, timesPer, per
}
