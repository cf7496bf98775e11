import Articles

/// Durations: `drei Wochen`, `zweitägig`, `two years`; behind `vor`, `seit` and `in` with the points between which they lie.
extension ValueReader {
    func value(of match: Match, _ meaning: DurationMeaning) -> FoundValue? {
        let place = match.pieces.lowerBound
        guard !isAge(match) else { return nil }
        switch meaning {
        case .duration, .lastUnits:
            guard let unit = match.unit, let number = match.number, isMeant(match, unit) else { return nil }
            var found = duration(match, unit.duration(number))
            if meaning == .lastUnits, let distance = match.distance, distance != 0 {
                mark(distance, number, unit, on: &found)
            }
            return found
        case .halfUnit, .halfOne:
            guard let unit = match.unit else { return nil }
            let whole = meaning == .halfUnit ? match.number?.whole ?? 1 : 1
            guard whole == 1 else { return nil }
            return duration(match, unit.half)
        case .halfMore:
            guard let unit = match.unit, let whole = match.number?.whole, whole < 100_000 else { return nil }
            return duration(match, unit.duration(Numeral(whole * 10 + 5, exponent: -1)))
        case .severalUnits:
            guard let unit = match.unit else { return nil }
            return duration(match, unit.duration(nil))
        case .lasting:
            guard let (count, unit) = match.lasting,
                unit != .year || count < 10 && !(count > 2 && pieces[place].isCapital && place > 0)
            else { return nil }
            return duration(match, unit.duration(count == 0 ? nil : Numeral(count)))
        case .lastingDigits:
            guard let unit = match.unit, let number = match.number,
                !isAge(number, at: match.pieces.upperBound - 1)
            else { return nil }
            return duration(match, unit.duration(number))
        case .ago, .since, .ahead:
            guard let unit = match.unit, let number = match.number else { return nil }
            if meaning == .ahead, !isDative(match.pieces.upperBound - 1) { return nil }
            var found = duration(match, unit.duration(number))
            mark(meaning == .ahead ? 1 : -1, number, unit, on: &found)
            return found
        case .countAgo:
            guard let unit = match.unit, let number = match.number else { return nil }
            switch unit {
            case .second, .minute, .hour: return duration(match, unit.duration(number))
            case .day, .week, .month, .year, .decade, .century: break
            }
            guard let count = number.whole, let today = context.today else { return date(match, nil) }
            return FoundValue(
                pieces: place..<match.pieces.upperBound, label: .date,
                value: CalendarPeriod(unit, of: today)?.moved(by: -count)?.description)
        }
    }

    /// Says where a duration leads to, ahead of the day of publication or back from it.
    private func mark(_ direction: Int, _ number: Numeral, _ unit: TimeUnit, on found: inout FoundValue) {
        guard let count = number.whole, let today = context.today else { return }
        let moved = CalendarPeriod(unit, of: today)?.moved(by: direction > 0 ? count : -count)
        found.attributes[direction > 0 ? "end" : "begin"] = moved?.description
    }

    private func duration(_ match: Match, _ value: String) -> FoundValue {
        FoundValue(pieces: match.pieces, label: .duration, value: value)
    }

    /// "ein Tag wie jeder andere" and "a century" tell no length.
    private func isMeant(_ match: Match, _ unit: TimeUnit) -> Bool {
        let place = match.pieces.lowerBound
        guard term(place) == .one else { return true }
        switch unit {
        case .century: return false
        case .day:
            return tongue == .english
                ? !isWord(place, "a", "an") || isWord(place - 1, "for", "in", "than") : false
        case .second, .minute:
            return !isWord(place, "a", "an") || isWord(place - 1, "for", "in", "than", "within")
        // "eines Jahres" but not "eines Tages"
        case .hour, .week, .month, .year, .decade: return true
        }
    }

    /// `22 Jahre alt`, `im Alter von 22 Jahren`, `mit 22 Jahren`, `aged 22 years`: an age.
    private func isAge(_ match: Match) -> Bool {
        let (start, end) = (match.pieces.lowerBound, match.pieces.upperBound)
        if isWord(end, "alt", "alte", "alten", "alter", "altes", "old", "jung", "of") {
            return !isWord(end, "of") || isWord(end + 1, "age")
        }
        if isWord(start - 1, "von", "of"), isWord(start - 2, "alter", "age") { return true }
        if isSign(end, "-"), isWord(end + 1, "old", "olds") { return true }
        return isWord(start - 1, "mit") && match.unit == .year && (match.number?.whole ?? 0) > 4
    }

    /// `der 47-jährige Mann`, `die 24-Jährige`: an age, not how long something lasts. Little else takes ten years.
    private func isAge(_ count: Numeral, at index: Int) -> Bool {
        guard passage.word(index).hasPrefix("jährig") else { return false }
        return pieces[index].isCapital || (count.whole ?? 0) >= 10
    }

    /// "in zwei Tagen" leads somewhere, "in drei Jahre" does not.
    private func isDative(_ index: Int) -> Bool {
        passage.bytes[pieces[index].end - 1] == UInt8(ascii: "n")
            || isWord(index, "woche", "monat", "jahr", "stunde", "minute", "tag")
    }
}

extension TimeUnit {
    /// Half of it, in the next smaller unit where that is usual: half a year is `P6M`.
    var half: String {
        switch self {
        case .year: "P6M"
        case .hour: "PT30M"
        case .minute: "PT30S"
        case .day: "PT12H"
        case .decade: "P5Y"
        case .century: "P50Y"
        case .second, .week, .month: duration(Numeral(5, exponent: -1))
        }
    }
}
