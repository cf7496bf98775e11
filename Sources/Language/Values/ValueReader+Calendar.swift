import Articles

/// Days, months and years of the calendar.
extension ValueReader {
    func value(of match: Match, _ meaning: CalendarMeaning) -> FoundValue? {
        switch meaning {
        case .day: return day(match)
        case .nightOf:
            return day(match).map {
                FoundValue(
                    pieces: match.pieces, label: .time,
                    value: $0.value.map { $0 + (isWord(match.pieces.lowerBound, "abend") ? "TEV" : "TNI") })
            }
        case .month, .startMonth, .endMonth:
            guard let month = match.month, !isNameOfMonth(match) else { return nil }
            let year = match.year ?? likelyYear(of: month, at: match.pieces.lowerBound)
            return date(match, "\(yearText(year))-\(padded(month))", edge(meaning))
        case .year, .startYear, .endYear:
            guard let year = match.year, !isCounted(match.pieces.upperBound) else { return nil }
            return date(match, yearText(year), edge(meaning))
        case .bareYear: return bareYear(match)
        case .holiday:
            guard case .holiday(let holiday)? = match.captures.first else { return nil }
            guard let year = match.year ?? likelyYear(of: holiday, at: match.pieces.lowerBound) else {
                guard case .fixed(let month, let day) = holiday else { return date(match, nil) }
                return date(match, "XXXX-\(padded(month))-\(padded(day))")
            }
            return date(match, holiday.day(in: year)?.description)
        }
    }

    private func edge(_ meaning: CalendarMeaning) -> Modifier? {
        switch meaning {
        case .startMonth, .startYear: .start
        case .endMonth, .endYear: .end
        case .day, .month, .year, .bareYear, .holiday, .nightOf: nil
        }
    }

    private func day(_ match: Match) -> FoundValue? {
        if let date = match.date { return self.date(match, date.description) }
        var (day, month, year) = (match.ordinal, match.month, match.year)
        for capture in match.captures {
            if case .monthDay(let named, let number) = capture { (day, month) = (number, named) }
            if case .listed(let named, let ofYear) = capture { (month, year) = (named, ofYear) }
        }
        guard let day, let month, day <= CalendarDate.days(inMonth: month, of: 2024), !endsInFirstName(match)
        else { return nil }
        let said =
            year ?? weekdayYear(match.weekday, month: month, day: day) ?? nearestYear(month: month, day: day)
        var found = date(match, "\(yearText(said))-\(padded(month))-\(padded(day))")
        found.weekday = match.weekday
        return found
    }

    /// "9. Jan Huber": a place in a list of results.
    private func endsInFirstName(_ match: Match) -> Bool {
        let next = match.pieces.upperBound
        guard isWord(next - 1, "jan"), pieces.indices.contains(next) else { return false }
        return pieces[next].isCapital && term(next) == nil
    }

    /// The year near the day of publication in which a day has the weekday that the text gives it.
    private func weekdayYear(_ weekday: Int?, month: Int, day: Int) -> Int? {
        guard let weekday, let year = context.year else { return nil }
        return [year, year - 1, year + 1].first {
            CalendarDate(year: $0, month: month, day: day)?.weekday == weekday
        }
    }

    /// The year that brings a day nearest to the day of publication.
    private func nearestYear(month: Int, day: Int) -> Int? {
        guard let today = context.today else { return context.year }
        let distance = { (year: Int) -> Int in
            guard let date = CalendarDate(year: year, month: month, day: day) else { return .max }
            return abs(date.dayNumber - today.dayNumber)
        }
        return [today.year, today.year - 1, today.year + 1].min { distance($0) < distance($1) }
    }

    /// The year of a month that is named alone: with a verb in the past the last such month, else the next one.
    func likelyYear(of month: Int, at index: Int) -> Int? {
        guard let today = context.today else { return context.year }
        switch tense(around: index) {
        case .past, nil: return month <= today.month ? today.year : today.year - 1
        case .present, .future:
            // A month that is long over is not meant to come again soon: "im Mai steht" in June.
            return month >= today.month - 1
                ? today.year : month + 12 - today.month <= 9 ? today.year + 1 : today.year
        }
    }

    private func likelyYear(of holiday: Holiday, at index: Int) -> Int? {
        guard let today = context.today else { return context.year }
        let years = [today.year, today.year - 1, today.year + 1]
        return years.min {
            abs((holiday.day(in: $0)?.dayNumber ?? Int.max / 2) - today.dayNumber)
                < abs((holiday.day(in: $1)?.dayNumber ?? Int.max / 2) - today.dayNumber)
        }
    }

    /// "May" begins a sentence or stands before a name as a verb or a name; English months need a year, a day, or a
    /// word that dates follow.
    private func isNameOfMonth(_ match: Match) -> Bool {
        guard match.year == nil, match.modifier == nil else { return false }
        let index = match.pieces.lowerBound
        if tongue == .english, isWord(index, "may", "march", "mar", "jan", "dec", "sep") {
            return !isWord(
                index - 1, "in", "since", "until", "by", "of", "from", "to", "last", "next", "this", "during",
                "for", "and", "or", "through", "before", "after")
        }
        // "Jan" and "August" are first names where a surname follows.
        guard isWord(index, "jan", "august", "april", "juni", "june"), pieces.indices.contains(index + 1),
            pieces[index + 1].isCapital, term(index + 1) == nil
        else { return false }
        return isWord(index, "jan")
            || !isWord(index - 1, "im", "in", "ab", "bis", "seit", "anfang", "ende", "mitte")
    }

    /// A year by itself: four digits that nothing else needs.
    private func bareYear(_ match: Match) -> FoundValue? {
        let index = match.pieces.lowerBound
        guard let year = match.year else { return nil }
        let next = index + 1
        guard !isCounted(next), !isNumbered(index) else { return nil }
        // "2014/15" is a season.
        if isSign(next, "/"), !isSpaced(next), !isSpaced(next + 1), digitCount(at: next + 1) == 2,
            let last = integer(at: next + 1), (year + 1) % 100 == last
        {
            return FoundValue(pieces: index..<index + 3, label: .date, value: "\(year)/\(year + 1)")
        }
        let isMarked = isWord(
            index - 1, "in", "seit", "ab", "bis", "von", "vor", "nach", "um", "jahr", "jahre", "jahres",
            "since",
            "from", "until", "by", "und", "and", "to", "(", "–", "-", "during", "before", "after", "anno",
            "of",
            "for", "für")
        let isFollowedByName = pieces.indices.contains(next) && pieces[next].isCapital
        if isFollowedByName, term(next) == nil || !isMarked {
            if !isMarked
                || isWord(index - 1, "von", "um", "of", "und", "bis", "and", "for", "für", "to", "by")
            {
                return nil
            }
        }
        // A bare number is a year only in the centuries that news speak of, or when a word says so.
        guard isMarked || 1700...2060 ~= year else { return nil }
        if isWord(next, "neue", "neuen", "neuer", "weitere", "weiteren", "people", "times", "more", "rund"),
            !isWord(next, "rund")
        {
            return nil
        }
        return date(match, yearText(year))
    }

    /// "Nr. 1984", "Telefon 0471/1984", "§ 1984", "1984-55": a number and not a year; `Expo 2015` is a name.
    private func isNumbered(_ index: Int) -> Bool {
        // "0471 925 1984"
        if pieces.indices.contains(index - 1), pieces[index - 1].shape == .number { return true }
        if isSign(index - 1, "/"), !isSpaced(index), pieces.indices.contains(index - 2),
            pieces[index - 2].shape == .number, plainYear(at: index - 2) == nil
        {
            return true
        }
        if isSign(index + 1, "-") || isSign(index + 1, "/"), !isSpaced(index + 1), !isSpaced(index + 2),
            pieces.indices.contains(index + 2), pieces[index + 2].shape == .number,
            digitCount(at: index + 2) != 4,
            digitCount(at: index + 2) != 2
        {
            return true
        }
        return isWord(
            index - 1, "nr", "§", "nummer", "number", "no", "telefon", "tel", "fax", "rund", "etwa", "fast")
            || isSign(index - 1, ".") && isWord(index - 2, "nr", "no", "tel", "ca")
            || isWord(
                index - 1, "agenda", "expo", "horizont", "horizon", "windows", "office", "fifa", "boeing",
                "airbus", "peugeot", "route")
    }
}
