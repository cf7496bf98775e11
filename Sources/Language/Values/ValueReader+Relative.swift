import Articles

/// Dates against the day of publication, against the last date of the text, and without a place in the calendar.
extension ValueReader {
    func value(of match: Match, _ meaning: RelativeMeaning) -> FoundValue? {
        let place = match.pieces.lowerBound
        switch meaning {
        case .relativeDay:
            guard let distance = match.distance else { return nil }
            return date(match, context.today?.adding(days: distance)?.description)
        case .dayAfterTomorrow: return date(match, context.today?.adding(days: 2)?.description)
        case .dayBeforeYesterday: return date(match, context.today?.adding(days: -2)?.description)
        case .relativeYear, .relativePeriod:
            guard let distance = match.distance else { return nil }
            return date(match, context.year.map { padded($0 + distance, 4) })
        case .directedPeriod:
            guard let distance = match.distance, let unit = match.unit else { return nil }
            // "am letzten Tag" and "in letzter Minute" are no dates.
            switch unit {
            case .second, .minute, .hour: return nil
            case .day where distance != 0 || tongue == .english: return nil
            case .day, .week, .month, .year, .decade, .century: break
            }
            if unit == .day { return date(match, context.anchor?.description) }
            if unit == .year { return date(match, context.year.map { padded($0 + distance, 4) }) }
            return date(
                match,
                context.today.flatMap { CalendarPeriod(unit, of: $0)?.moved(by: distance)?.description })
        case .thisPeriod:
            let unit: TimeUnit =
                isWord(match.pieces.upperBound - 1, "monats", "month")
                ? .month : isWord(match.pieces.upperBound - 1, "woche", "week") ? .week : .year
            if unit == .year { return date(match, context.year.map { padded($0, 4) }, endOfEnglish(match)) }
            return date(
                match, context.today.flatMap { CalendarPeriod(unit, of: $0)?.description },
                endOfEnglish(match))
        case .weekday:
            guard let weekday = match.weekday, !isName(match) else { return nil }
            return date(match, day(weekday, distance: nil, at: place))
        case .directedWeekday:
            guard let weekday = match.weekday, let distance = match.distance else { return nil }
            return date(match, day(weekday, distance: distance, at: place))
        case .weekdayOfWeek:
            guard let weekday = match.weekday, let distance = match.distance else { return nil }
            guard let today = context.today else { return date(match, "XXXX-WXX-\(weekday)") }
            return date(match, today.adding(days: weekday - today.weekday + 7 * distance)?.description)
        case .directedMonth:
            guard let month = match.month, let distance = match.distance else { return nil }
            return date(match, "\(yearText(directed(distance, month: month)))-\(padded(month))")
        }
    }

    private func endOfEnglish(_ match: Match) -> Modifier? {
        tongue == .english && match.pieces.contains { isWord($0, "end") } ? .end : nil
    }

    /// "Black Friday", "Der Freitag" as a newspaper: a weekday between capitals is part of a name.
    private func isName(_ match: Match) -> Bool {
        let before = match.pieces.lowerBound - 1
        guard tongue == .english, pieces.indices.contains(before) else { return false }
        return isWord(before, "black", "bloody", "good", "holy", "ash", "palm", "super")
    }

    /// The day of a weekday's name: the next one behind `kommenden` or with a verb that looks ahead, else the last.
    /// Without a day of publication `XXXX-WXX-4`.
    func day(_ weekday: Int, distance: Int?, at index: Int) -> String {
        guard let today = context.today else {
            let named = distance ?? 0 == 0 ? context.days[weekday] : nil
            return named?.description ?? "XXXX-WXX-\(weekday)"
        }
        var back = (today.weekday - weekday + 7) % 7
        switch distance {
        case .some(let distance) where distance < 0: if back == 0 { back = 7 }
        case .some(let distance) where distance > 0: back -= 7
        case .some: back = today.weekday - weekday
        case nil:
            switch tense(around: index) {
            case .future, .present: if back > 0, !isPast(at: index) { back -= 7 }
            case .past, nil: break
            }
        }
        return today.adding(days: -back)?.description ?? "XXXX-WXX-\(weekday)"
    }

    /// `das Ergebnis vom Sonntag` is known; `vom Sonntag bis Dienstag` may be to come.
    private func isPast(at index: Int) -> Bool {
        isWord(index - 1, "vom") && !(1...8).contains { isWord(index + $0, "bis", "an", "–", "-") }
    }

    /// `am selben Tag`, `im Jahr zuvor`, `zwei Tage später`: from the date that the text has named last.
    func value(of match: Match, _ meaning: AnchoredMeaning) -> FoundValue? {
        switch meaning {
        case .dayBefore: return date(match, context.anchor?.adding(days: -1)?.description)
        case .dayAfter: return date(match, context.anchor?.adding(days: 1)?.description)
        case .eveningBefore:
            return FoundValue(
                pieces: match.pieces, label: .time,
                value: context.anchor?.adding(days: -1).map { "\($0)TEV" })
        case .samePeriod: return match.unit.flatMap { anchored(match, $0, 0) }
        case .periodBefore: return match.unit.flatMap { anchored(match, $0, -1) }
        case .periodAfter: return match.unit.flatMap { anchored(match, $0, 1) }
        case .countBefore, .countAfter:
            guard let unit = match.unit, let count = match.number?.whole else { return nil }
            return anchored(match, unit, meaning == .countAfter ? count : -count)
        }
    }

    private func anchored(_ match: Match, _ unit: TimeUnit, _ distance: Int) -> FoundValue? {
        switch unit {
        case .second, .minute, .hour:
            guard let number = match.number else { return nil }
            return FoundValue(pieces: match.pieces, label: .duration, value: unit.duration(number))
        case .day, .week, .month, .year, .decade, .century: break
        }
        let named = context.period.flatMap { CalendarPeriod(unit, ofValue: $0) }
        let base = named ?? context.anchor.flatMap { CalendarPeriod(unit, of: $0) }
        return date(match, base?.moved(by: distance)?.description)
    }

    func value(of match: Match, _ meaning: ReferenceMeaning) -> FoundValue? {
        switch meaning {
        case .reference:
            guard case .reference(let reference)? = match.captures.first else { return nil }
            return date(match, reference.rawValue)
        case .pastReference: return date(match, TimeReference.past.rawValue)
        // "zur Zeit der Römer"
        case .presentReference
        where isWord(match.pieces.upperBound, "der", "des", "seiner", "ihrer"): return nil
        case .presentReference, .presentDay: return date(match, TimeReference.present.rawValue)
        case .futureReference: return date(match, TimeReference.future.rawValue)
        }
    }
}
