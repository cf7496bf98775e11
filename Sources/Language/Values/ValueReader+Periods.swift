import Articles

/// Halves, quarters, seasons, decades, centuries and weekends.
extension ValueReader {
    func value(of match: Match, _ meaning: PeriodMeaning) -> FoundValue? {
        let place = match.pieces.lowerBound
        switch meaning {
        case .half:
            guard let number = match.ordinal, 1...2 ~= number else { return nil }
            let year = match.year ?? likelyYear(ofPartFrom: (number - 1) * 6 + 1, at: place)
            return date(match, "\(yearText(year))-H\(number)")
        case .quarter:
            guard let number = match.ordinal, 1...4 ~= number else { return nil }
            let year = match.year ?? likelyYear(ofPartFrom: (number - 1) * 3 + 1, at: place)
            return date(match, "\(yearText(year))-Q\(number)")
        case .season:
            guard let season = match.season else { return nil }
            // "Sommer" with a capital is also a surname, and part of titles.
            guard match.year != nil || match.modifier != nil || isSeason(at: place, match) else { return nil }
            let year = match.year ?? likelyYear(ofPartFrom: season.firstMonth, at: place)
            return date(match, "\(yearText(year))-\(season.rawValue)")
        case .directedSeason:
            guard let season = match.season, let distance = match.distance else { return nil }
            return date(match, "\(yearText(directed(distance, month: season.firstMonth)))-\(season.rawValue)")
        case .directedQuarter, .directedHalf:
            let length = meaning == .directedHalf ? 6 : 3
            let letter = meaning == .directedHalf ? "H" : "Q"
            guard let distance = match.distance else { return nil }
            guard let moved = context.today?.adding(months: distance * length) else {
                return date(match, nil)
            }
            return date(match, "\(padded(moved.year, 4))-\(letter)\((moved.month - 1) / length + 1)")
        case .decade:
            guard
                case .decade(let decade)? = match.captures.last(where: {
                    if case .decade = $0 { true } else { false }
                })
            else { return nil }
            return date(match, padded(decade, 3), partOfPeriod(match))
        case .century, .partOfCentury:
            let ordinals = match.captures.compactMap {
                if case .ordinal(let number) = $0 { number } else { nil }
            }
            guard let number = ordinals.last, 1...21 ~= number else { return nil }
            return date(match, padded(number - 1), partOfPeriod(match))
        case .weekend:
            return date(match, weekend(beside: match.pieces.upperBound) ?? weekend(distance: nil, at: place))
        case .directedWeekend: return date(match, weekend(distance: match.distance, at: place))
        }
    }

    private func isSeason(at place: Int, _ match: Match) -> Bool {
        let first = match.rule.takesArticle && isWord(place, "der", "die", "das", "den", "dem", "the")
        if tongue == .english { return true }
        let last = match.pieces.upperBound
        if pieces.indices.contains(last), pieces[last].isCapital, term(last) == nil { return false }
        return first
            || isWord(
                place - 1, "im", "vom", "zum", "seit", "bis", "ab", "ganzen", "ersten", "zweiten", "letzten",
                "und",
                "am", "für", "nach", "vor", "oder", "jeden", "gesamten")
    }

    /// `frühen` and `späten` are no classes of their own.
    private func partOfPeriod(_ match: Match) -> Modifier? {
        for index in match.pieces {
            if isWord(index, "frühen") { return .start }
            if isWord(index, "späten") { return .end }
            if isWord(index, "hälfte") { return match.ordinal == 1 ? .start : .end }
        }
        return nil
    }

    /// The year of a part of it that begins with a month: this one, unless the verb is in the past and it lies ahead.
    private func likelyYear(ofPartFrom month: Int, at index: Int) -> Int? {
        guard let today = context.today else { return context.year }
        guard month > today.month else { return today.year }
        return tense(around: index) == .past ? today.year - 1 : today.year
    }

    /// The year of the last, this or next summer.
    func directed(_ distance: Int, month: Int) -> Int? {
        guard let today = context.today else { return nil }
        if distance < 0 { return month < today.month ? today.year : today.year - 1 }
        if distance > 0 { return month > today.month ? today.year : today.year + 1 }
        return today.year
    }

    /// `das Wochenende vor dem 9. September`, `the weekend after Easter`: counted from that day; beside an event, whose day
    /// nobody knows, it has no week.
    private func weekend(beside index: Int) -> String? {
        let isBefore = isWord(index, "vor", "before")
        guard isBefore || isWord(index, "nach", "after") else { return nil }
        let hasArticle = isWord(index + 1, "dem", "der", "den", "the", "einem", "einer")
        let noun = hasArticle ? index + 2 : index + 1
        guard let named = day(namedAt: noun) else { return hasArticle && isEvent(noun) ? "XXXX-WXX-WE" : nil }
        // The last Sunday before the day, or the first Saturday behind it.
        let distance = isBefore ? -named.weekday : named.weekday < 6 ? 6 - named.weekday : 13 - named.weekday
        return named.adding(days: distance).flatMap { CalendarPeriod(.week, of: $0)?.description }.map {
            $0 + "-WE"
        }
    }

    private func day(namedAt index: Int) -> CalendarDate? {
        guard pieces.indices.contains(index), let match = bestMatch(at: index),
            case .calendar(let meaning) = match.rule.meaning
        else { return nil }
        return value(of: match, meaning)?.value.flatMap(CalendarDate.init(iso:))
    }

    /// A noun for what happens; `vor der Küste` is where something happens.
    private func isEvent(_ index: Int) -> Bool {
        guard pieces.indices.contains(index) else { return false }
        let word = passage.word(index)
        return [
            "ung", "wahl", "wahlen", "spiel", "fest", "gipfel", "treffen", "konferenz", "anschlag",
            "attentat",
            "start", "beginn", "election", "elections", "summit", "attack", "game", "conference",
        ].contains { word.hasSuffix($0) }
    }

    /// `2014-W08-WE`: in a sentence about what is to come this week's weekend, else the last one.
    private func weekend(distance: Int?, at index: Int) -> String {
        guard let today = context.today else { return "XXXX-WXX-WE" }
        let weeks =
            switch distance {
            case .some(let distance) where distance > 0: today.weekday >= 6 ? 1 : 0
            case .some(let distance) where distance < 0: -1
            case .some: 0
            case nil:
                switch tense(around: index) {
                case .present, .future: 0
                case .past, nil: today.weekday >= 6 ? 0 : -1
                }
            }
        return (CalendarPeriod.week(today).moved(by: weeks)?.description ?? "XXXX-WXX") + "-WE"
    }
}

extension Season {
    /// The month that it is thought to begin with.
    var firstMonth: Int {
        switch self {
        case .spring: 3
        case .summer: 6
        case .autumn: 9
        case .winter: 12
        }
    }
}
