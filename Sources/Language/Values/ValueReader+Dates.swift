import Articles

/// Dates of the calendar: days, months, years, halves, quarters, decades, and ranges of them.
extension ValueReader {
    /// A date that a number, a month or a weekday begins.
    func date(at index: Int) -> FoundValue? {
        if let date = isoDate(at: index) ?? numericDate(at: index) ?? weekdayAndDate(at: index) {
            return date
        }
        if let date = dayAndMonth(at: index) ?? monthAndYear(at: index) ?? partOfYear(at: index) {
            return date
        }
        return decade(at: index) ?? year(at: index)
    }

    /// Two dates that a dash makes one: `3.–5. Oktober 2024` is `2024-10-03/2024-10-05`, `2002–2005`.
    func dateRange(at index: Int) -> FoundValue? {
        if let first = ordinalDay(at: index), isTightRange(first.end),
            let last = dayMonthYear(at: first.end + 1),
            first.day < last.day
        {
            let start = point(day: first.day, month: last.month, year: last.year)
            return found(
                index..<last.end, start + "/" + point(day: last.day, month: last.month, year: last.year))
        }
        if let first = dayMonthYear(at: index), isTightRange(first.end),
            let last = dayMonthYear(at: first.end + 1)
        {
            let start = point(day: first.day, month: first.month, year: first.year ?? last.year)
            return found(
                index..<last.end, start + "/" + point(day: last.day, month: last.month, year: last.year))
        }
        if let first = plainYear(at: index), isTightRange(index + 1) || isSign(index + 1, "/"),
            !isSpaced(index + 1)
        {
            if let last = plainYear(at: index + 2), first < last {
                return found(index..<index + 3, "\(first)/\(last)")
            }
            if digitCount(at: index + 2) == 2, let last = integer(at: index + 2), (first + 1) % 100 == last {
                return found(index..<index + 3, "\(first)/\(first + 1)")
            }
        }
        if case .month(let first) = term(index), isTightRange(index + 1),
            case .month(let last) = term(index + 2),
            first < last
        {
            let year = plainYear(at: index + 3) ?? nearestYear(month: last, day: nil)
            let end = plainYear(at: index + 3) == nil ? index + 3 : index + 4
            let name = year.map { padded($0, 4) } ?? "XXXX"
            return found(index..<end, "\(name)-\(padded(first))/\(name)-\(padded(last))")
        }
        return nil
    }

    private func isTightRange(_ index: Int) -> Bool { isWord(index, "–", "-", "—") }

    /// `2024-10-17`, also of the form `2024-10-17T14:30`, whose time is left to stand by itself.
    private func isoDate(at index: Int) -> FoundValue? {
        guard pieces[index].shape == .number, pieces[index].end - pieces[index].start == 10,
            let date = CalendarDate(iso: passage.word(index))
        else { return nil }
        return found(index..<index + 1, date.description)
    }

    /// `17.10.2024`, `17.10.24`, `17.10.`, and in English `10/17/2024`.
    private func numericDate(at index: Int) -> FoundValue? {
        guard pieces[index].shape == .number else { return nil }
        if tongue == .english, isSign(index + 1, "/"), isSign(index + 3, "/"), !isSpaced(index + 1),
            !isSpaced(index + 3),
            let month = integer(at: index), let day = integer(at: index + 2),
            let year = integer(at: index + 4),
            let date = CalendarDate(
                year: fullYear(year, digits: digitCount(at: index + 4)), month: month, day: day)
        {
            return found(index..<index + 5, date.description)
        }
        guard tongue != .english else { return nil }
        let parts = passage.bytes[pieces[index].start..<pieces[index].end].split(
            separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count >= 2, parts.allSatisfy({ $0.count <= 4 && $0.allSatisfy(Letters.isDigit) }) else {
            return nil
        }
        let numbers = parts.map { $0.reduce(0) { $0 * 10 + Int($1 - 0x30) } }
        if numbers.count == 3, parts[2].count == 4 || parts[2].count == 2 {
            guard
                let date = CalendarDate(
                    year: fullYear(numbers[2], digits: parts[2].count), month: numbers[1], day: numbers[0])
            else { return nil }
            return found(index..<index + 1, date.description)
        }
        // "17.10." needs its second dot, or it is a number.
        guard numbers.count == 2, parts[1].count <= 2, isSign(index + 1, "."), !isSpaced(index + 1),
            isWord(index - 1, "am", "vom", "zum", "bis", "seit", "ab", "dem", "den"),
            1...31 ~= numbers[0], 1...12 ~= numbers[1]
        else { return nil }
        return found(index..<index + 2, point(day: numbers[0], month: numbers[1], year: nil))
    }

    /// `Donnerstag, 17. Oktober 2024`, `Thursday, October 17`: the weekday belongs to the date.
    private func weekdayAndDate(at index: Int) -> FoundValue? {
        guard case .weekday = term(index) else { return nil }
        var next = index + 1
        if isSign(next, ",") { next += 1 }
        if isWord(next, "den", "dem", "der", "the") { next += 1 }
        guard let date = pieces.indices.contains(next) ? dayAndMonth(at: next) ?? numericDate(at: next) : nil
        else {
            return nil
        }
        return found(index..<date.pieces.upperBound, date.value)
    }

    private func dayAndMonth(at index: Int) -> FoundValue? {
        if let date = dayMonthYear(at: index) {
            return found(index..<date.end, point(day: date.day, month: date.month, year: date.year))
        }
        // "vom 3. bis 5. Oktober": the first day borrows the month of the second.
        guard let first = ordinalDay(at: index), isWord(first.end, "bis", "und", "to", "and"),
            let last = dayMonthYear(at: first.end + 1) ?? dayMonthYear(at: first.end + 2),
            first.day < last.day
        else { return nil }
        return found(index..<first.end, point(day: first.day, month: last.month, year: last.year))
    }

    /// `17. Oktober 2024`, `17th of October`, `October 17, 2024`.
    private func dayMonthYear(at index: Int) -> (day: Int, month: Int, year: Int?, end: Int)? {
        if let first = ordinalDay(at: index) ?? plainDay(at: index) {
            let next = isWord(first.end, "of") ? first.end + 1 : first.end
            if case .month(let month) = term(next), isMonthName(next) {
                let end = afterAbbreviation(next)
                let year = followingYear(at: end)
                return (first.day, month, year?.year, year?.end ?? end)
            }
            return nil
        }
        guard tongue == .english, case .month(let month) = term(index), isMonthName(index) else { return nil }
        let next = afterAbbreviation(index)
        guard let day = plainDay(at: next) else { return nil }
        let year = followingYear(at: day.end)
        return (day.day, month, year?.year, year?.end ?? day.end)
    }

    /// `17.` and, in words, `ersten`.
    func ordinalDay(at index: Int) -> (day: Int, end: Int)? {
        if let day = integer(at: index), 1...31 ~= day, isSign(index + 1, "."), !isSpaced(index + 1) {
            return (day, index + 2)
        }
        if case .ordinal(let day) = term(index), tongue == .german { return (day, index + 1) }
        return nil
    }

    /// `17` and `17th`.
    private func plainDay(at index: Int) -> (day: Int, end: Int)? {
        guard let day = integer(at: index), 1...31 ~= day else { return nil }
        let hasEnding = isWord(index + 1, "st", "nd", "rd", "th") && !isSpaced(index + 1)
        return (day, hasEnding ? index + 2 : index + 1)
    }

    private func followingYear(at index: Int) -> (year: Int, end: Int)? {
        let next = isSign(index, ",") ? index + 1 : index
        guard let year = plainYear(at: next) else {
            if case .direction(let distance) = term(index), case .unit(.year) = term(index + 1), let today {
                return (today.year + distance, index + 2)
            }
            if isWord(index, "des"), isWord(index + 1, "jahres"), let year = plainYear(at: index + 2) {
                return (year, index + 3)
            }
            return nil
        }
        return (year, next + 1)
    }

    /// `Oktober 2024`, `im Oktober`, `Ende Juli`, `October 2024`.
    private func monthAndYear(at index: Int) -> FoundValue? {
        var next = index
        if term(index) == .partOfPeriod {
            next += 1
            if isSign(next, "-"), tongue == .english { next += 1 }
            if isWord(next, "des") { next += 1 }
        }
        guard case .month(let month) = term(next), isMonthName(next) else {
            if next > index, let year = plainYear(at: next) { return found(index..<next + 1, String(year)) }
            if next > index, case .unit(.year) = term(next), let year = plainYear(at: next + 1) {
                return found(index..<next + 2, String(year))
            }
            return nil
        }
        let end = afterAbbreviation(next)
        if let year = followingYear(at: end), !(isSign(end, ",") && tongue == .german) {
            return found(index..<year.end, "\(padded(year.year, 4))-\(padded(month))")
        }
        let year = likelyYear(month: month, at: index).map { padded($0, 4) } ?? "XXXX"
        return found(index..<next + 1, "\(year)-\(padded(month))")
    }

    /// Four digits between 1000 and 2100.
    func plainYear(at index: Int) -> Int? {
        guard digitCount(at: index) == 4, let year = integer(at: index), 1000...2100 ~= year else {
            return nil
        }
        return year
    }

    private func fullYear(_ year: Int, digits: Int) -> Int {
        guard digits == 2 else { return year }
        let pivot = ((today?.year ?? 2030) + 10) % 100
        return year <= pivot ? 2000 + year : 1900 + year
    }

    /// `May`, `march` and `sept` are months only where they are written as such.
    private func isMonthName(_ index: Int) -> Bool { pieces[index].isCapital }

    private func afterAbbreviation(_ index: Int) -> Int {
        let isShort = pieces[index].end - pieces[index].start <= 4
        let hasDot = isSign(index + 1, ".") && !isSpaced(index + 1) && plainYear(at: index + 2) != nil
        return isShort && hasDot ? index + 2 : index + 1
    }

    /// `2024-10-17`, or `XXXX-10-17` when no year is said and none can be guessed.
    func point(day: Int, month: Int, year: Int?) -> String {
        let year = year ?? nearestYear(month: month, day: day)
        return "\(year.map { padded($0, 4) } ?? "XXXX")-\(padded(month))-\(padded(day))"
    }

    /// The year of a month that is named alone: the last such month, but in a sentence about the future the nearest.
    private func likelyYear(month: Int, at index: Int) -> Int? {
        guard let today, !isAboutFuture(passage.sentence(of: index)) else {
            return nearestYear(month: month, day: nil)
        }
        return month <= today.month ? today.year : today.year - 1
    }

    /// The year that brings a day or month nearest to the day of publication.
    func nearestYear(month: Int, day: Int?) -> Int? {
        guard let today else { return nil }
        let distance = { (year: Int) -> Int in
            guard let date = CalendarDate(year: year, month: month, day: day ?? 15) else { return .max }
            return abs(date.dayNumber - today.dayNumber)
        }
        let years = [today.year, today.year - 1, today.year + 1]
        return years.min { distance($0) < distance($1) }
    }

    func found(_ range: Range<Int>, _ value: String?) -> FoundValue {
        FoundValue(pieces: range, label: .date, value: value)
    }
}
