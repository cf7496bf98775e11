import Articles

/// Dates that depend on the day of publication: `gestern`, `am Donnerstag`, `vergangenen Jahr`, `vor drei Wochen`.
extension ValueReader {
    func relativeDate(at index: Int) -> FoundValue? {
        switch term(index) {
        case .day(let distance):
            guard !isWord(index, "morgen") || isTomorrow(index) else { return nil }
            return found(index..<index + 1, today?.adding(days: distance)?.description)
        case .year(let distance):
            return found(index..<index + 1, today.map { padded($0.year + distance, 4) })
        case .weekday(let weekday):
            guard pieces[index].isCapital else { return nil }
            return found(index..<index + 1, resolved(weekday: weekday, at: index))
        case .weekend:
            return found(index..<index + 1, weekend(direction(beforeWeekendAt: index)))
        case .direction(let direction):
            return directed(direction, at: index)
        case .one, .number, .tenths, .dozen, .magnitude, .opener, nil:
            return ago(at: index)
        default:
            return nil
        }
    }

    /// The day of a weekday's name: the next one behind `kommenden` or in a sentence about the future, else the last.
    /// Without a day of publication `XXXX-WXX-4`.
    func resolved(weekday: Int, at index: Int) -> String {
        guard let today else { return "XXXX-WXX-\(weekday)" }
        var back = (today.weekday - weekday + 7) % 7
        if case .direction(let direction) = term(index - 1) {
            if direction < 0, back == 0 { back = 7 }
            if direction > 0 { back -= 7 }
        } else if back > 0, isAboutFuture(passage.sentence(of: index)) {
            back -= 7
        }
        return today.adding(days: -back)?.description ?? "XXXX-WXX-\(weekday)"
    }

    /// Verbs that say that something is still to come.
    func isAboutFuture(_ sentence: Range<Int>) -> Bool {
        sentence.prefix(80).contains {
            isWord(
                $0, "wird", "werden", "soll", "sollen", "will", "wollen", "beginnt", "findet", "startet",
                "tagt", "shall")
        }
            && !sentence.prefix(80).contains {
                isWord($0, "wurde", "wurden", "hatte", "hatten", "war", "waren", "sagte")
            }
    }

    /// In the middle of a sentence only the adverb is written small.
    private func isTomorrow(_ index: Int) -> Bool {
        pieces[index].shape == .lower && !isWord(index - 1, "am", "jeden", "guten", "heute", "gestern")
    }

    /// `vergangenen Jahr`, `nächste Woche`, `diesem Sommer`, `last Thursday`, `kommenden Wochenende`.
    private func directed(_ direction: Int, at index: Int) -> FoundValue? {
        switch term(index + 1) {
        case .unit(let unit) where isPlural(index + 1):
            return FoundValue(pieces: index..<index + 2, label: .duration, value: unit.duration(nil))
        case .unit(let unit):
            guard let value = period(unit, direction) else { return nil }
            return found(index..<index + 2, value.isEmpty ? nil : value)
        case .weekday(let weekday):
            return found(index..<index + 2, resolved(weekday: weekday, at: index + 1))
        case .month(let month):
            guard pieces[index + 1].isCapital else { return nil }
            guard let today else { return found(index..<index + 2, "XXXX-\(padded(month))") }
            let year =
                if direction < 0 {
                    month < today.month ? today.year : today.year - 1
                } else if direction > 0 {
                    month > today.month ? today.year : today.year + 1
                } else {
                    today.year
                }
            return found(index..<index + 2, "\(padded(year, 4))-\(padded(month))")
        case .season(let season):
            let year = today.map { padded($0.year + direction, 4) } ?? "XXXX"
            return found(index..<index + 2, "\(year)-\(season.rawValue)")
        case .weekend:
            return found(index..<index + 2, weekend(direction))
        case .decade, .century:
            return nil
        case .number, .tenths:
            // "die letzten zwei Jahre" lasts two years.
            guard let counted = countedUnits(at: index + 1) else { return nil }
            return FoundValue(pieces: index..<counted.end, label: .duration, value: counted.duration)
        default:
            guard let count = integer(at: index + 1), count > 0, let counted = countedUnits(at: index + 1)
            else { return nil }
            return FoundValue(pieces: index..<counted.end, label: .duration, value: counted.duration)
        }
    }

    private func isPlural(_ index: Int) -> Bool {
        isWord(
            index, "tage", "tagen", "wochen", "monate", "monaten", "jahren", "days", "weeks", "months",
            "years", "minuten",
            "stunden", "hours", "minutes")
    }

    /// The period around the day of publication, moved; empty when there is no such day, nil when the unit has none.
    private func period(_ unit: TimeUnit, _ direction: Int) -> String? {
        switch unit {
        case .second, .minute, .hour, .decade, .century: return nil
        case .day, .week, .month, .year: break
        }
        guard let today else { return "" }
        switch unit {
        case .year: return padded(today.year + direction, 4)
        case .month:
            guard let date = today.adding(months: direction) else { return "" }
            return "\(padded(date.year, 4))-\(padded(date.month))"
        case .week:
            guard let week = today.adding(days: 7 * direction)?.week else { return "" }
            return "\(padded(week.year, 4))-W\(padded(week.number))"
        case .day: return today.adding(days: direction)?.description ?? ""
        case .second, .minute, .hour, .decade, .century: return nil
        }
    }

    private func direction(beforeWeekendAt index: Int) -> Int {
        isAboutFuture(passage.sentence(of: index)) ? 0 : -1
    }

    /// `2014-W08-WE`: in a sentence about the past the last weekend, else the one to come.
    private func weekend(_ direction: Int) -> String {
        guard let today else { return "XXXX-WXX-WE" }
        let isWeekend = today.weekday >= 6
        let weeks = direction > 0 ? 1 : direction < 0 && !isWeekend ? -1 : 0
        guard let week = today.adding(days: 7 * weeks)?.week else { return "XXXX-WXX-WE" }
        return "\(padded(week.year, 4))-W\(padded(week.number))-WE"
    }

    /// `vor drei Jahren`, `in zwei Wochen`, `three years ago`.
    private func ago(at index: Int) -> FoundValue? {
        if isWord(index, "vor"), let counted = count(at: index + 1) ?? aboutCount(at: index + 1) {
            return moved(index..<counted.end, counted, -1)
        }
        if isWord(index, "in"), let counted = count(at: index + 1), tongue == .german,
            isDative(counted.end - 1)
        {
            return moved(index..<counted.end, counted, 1)
        }
        guard tongue == .english, let counted = count(at: index), isWord(counted.end, "ago", "earlier") else {
            return nil
        }
        return moved(index..<counted.end + 1, counted, -1)
    }

    /// `knapp zwei Jahren`
    private func aboutCount(at index: Int) -> (count: Numeral, unit: TimeUnit, end: Int)? {
        isWord(index, "knapp", "rund", "etwa", "gut", "fast", "genau", "ungefähr")
            ? count(at: index + 1) : nil
    }

    /// "in zwei Tagen" is a date, "in drei Jahre" none.
    private func isDative(_ index: Int) -> Bool {
        passage.bytes[pieces[index].end - 1] == UInt8(ascii: "n")
            || isWord(index, "woche", "monat", "jahr", "stunde", "minute")
    }

    private func moved(
        _ range: Range<Int>, _ counted: (count: Numeral, unit: TimeUnit, end: Int), _ sign: Int
    ) -> FoundValue? {
        guard let count = counted.count.whole, count < 100_000 else { return nil }
        let value: String? =
            switch counted.unit {
            case .second, .minute, .hour: nil
            case .day: today?.adding(days: sign * count)?.description
            case .week:
                today?.adding(days: sign * count * 7).map {
                    "\(padded($0.week.year, 4))-W\(padded($0.week.number))"
                }
            case .month:
                today?.adding(months: sign * count).map { "\(padded($0.year, 4))-\(padded($0.month))" }
            case .year: today.map { padded($0.year + sign * count, 4) }
            case .decade: today.map { String(($0.year + sign * count * 10) / 10) }
            case .century: today.map { padded(($0.year + sign * count * 100) / 100) }
            }
        switch counted.unit {
        case .second, .minute, .hour:
            return FoundValue(pieces: range, label: .time, value: value)
        case .day, .week, .month, .year, .decade, .century:
            return found(range, value)
        }
    }
}
