import Articles

/// How days, months, years and decades are read from the pieces.
extension ValueReader {
    /// `3.`, `dritten`, `3rd`
    func ordinal(at index: Int) -> (value: Int, end: Int)? {
        if case .ordinal(let value) = term(index) { return (value, index + 1) }
        guard let value = integer(at: index), 1...31 ~= value, !isSpaced(index + 1),
            isWord(index + 1, ".", "st", "nd", "rd", "th")
        else { return nil }
        return (value, index + 2)
    }

    /// A day of the month: `17.`, in English also `17`.
    func day(at index: Int) -> (day: Int, end: Int)? {
        if let (day, end) = ordinal(at: index) { return 1...31 ~= day ? (day, end) : nil }
        guard let day = integer(at: index), 1...31 ~= day else { return nil }
        return (day, index + 1)
    }

    /// `2024-10-17`, `17.10.2024`, `17.10.24`, `17. 10. 2024` and in English `10/17/2024`.
    func numericDay(at index: Int) -> (date: CalendarDate, end: Int)? {
        guard pieces.indices.contains(index), pieces[index].shape == .number else { return nil }
        if pieces[index].end - pieces[index].start == 10, let date = CalendarDate(iso: passage.word(index)) {
            return (date, index + 1)
        }
        if tongue == .english {
            guard isSign(index + 1, "/"), isSign(index + 3, "/"), !isSpaced(index + 1), !isSpaced(index + 3),
                let month = integer(at: index), let day = integer(at: index + 2),
                let year = integer(at: index + 4),
                let date = CalendarDate(
                    year: fullYear(year, digits: digitCount(at: index + 4)), month: month, day: day)
            else { return nil }
            return (date, index + 5)
        }
        if let day = integer(at: index), isSign(index + 1, "."), !isSpaced(index + 1), isSpaced(index + 2),
            let month = integer(at: index + 2), isSign(index + 3, "."), !isSpaced(index + 3),
            let year = plainYear(at: index + 4), let date = CalendarDate(year: year, month: month, day: day)
        {
            return (date, index + 5)
        }
        let parts = dottedNumbers(at: index)
        guard parts.count == 3, parts[2].digits == 4 || parts[2].digits == 2, parts[1].digits <= 2,
            let date = CalendarDate(
                year: fullYear(parts[2].value, digits: parts[2].digits), month: parts[1].value,
                day: parts[0].value)
        else { return nil }
        return (date, index + 1)
    }

    /// `17.10.`: needs its second full stop, or it is a number.
    func dayAndMonth(at index: Int) -> (day: Int, month: Int, end: Int)? {
        guard tongue == .german, isSign(index + 1, "."), !isSpaced(index + 1) else { return nil }
        let parts = dottedNumbers(at: index)
        guard parts.count == 2, 1...31 ~= parts[0].value, 1...12 ~= parts[1].value, parts[1].digits <= 2
        else {
            return nil
        }
        return (parts[0].value, parts[1].value, index + 2)
    }

    private func dottedNumbers(at index: Int) -> [(value: Int, digits: Int)] {
        guard pieces.indices.contains(index), pieces[index].shape == .number,
            pieces[index].end - pieces[index].start <= 10
        else { return [] }
        let parts = passage.bytes[pieces[index].start..<pieces[index].end].split(
            separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.allSatisfy({ 1...4 ~= $0.count && $0.allSatisfy(Letters.isDigit) }) else { return [] }
        return parts.map { ($0.reduce(0) { $0 * 10 + Int($1 - 0x30) }, $0.count) }
    }

    /// `May`, `march` and `sept` are months only where they are written with a capital; a full stop behind a short
    /// form belongs to it where a year or day follows.
    func month(at index: Int) -> (month: Int, end: Int)? {
        guard case .month(let month) = term(index), pieces[index].isCapital else { return nil }
        let isShort = pieces[index].end - pieces[index].start <= 4
        let hasStop =
            isShort && isSign(index + 1, ".") && !isSpaced(index + 1) && integer(at: index + 2) != nil
        return (month, hasStop ? index + 2 : index + 1)
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
        let pivot = ((context.today?.year ?? 2030) + 10) % 100
        return year <= pivot ? 2000 + year : 1900 + year
    }

    /// The year behind a month, season or quarter.
    func followingYear(at index: Int) -> (year: Int, end: Int)? {
        if let year = plainYear(at: index) { return isCounted(index + 1) ? nil : (year, index + 1) }
        if tongue == .english, isSign(index, ","), let year = plainYear(at: index + 1) {
            return (year, index + 2)
        }
        var next = index
        if isWord(next, "des", "of", "im", "in", "dieses") { next += 1 }
        if isWord(next, "the") { next += 1 }
        if isWord(next, "jahres", "jahr", "year"), next > index { next += 1 }
        if next > index, let year = plainYear(at: next) { return (year, next + 1) }
        if case .direction(let distance) = term(next), case .unit(.year) = term(next + 1),
            let year = context.year
        {
            return (year + distance, next + 2)
        }
        if case .year(let distance) = term(next), let year = context.year, next > index || distance == 0 {
            return (year + distance, next + 1)
        }
        return nil
    }

    /// The end of a list of days: `, 4. und 5. Oktober 2024`; no more than a dozen days are looked through.
    func listedMonth(at index: Int) -> (month: Int, year: Int?, end: Int)? {
        var next = index
        for _ in 0..<12 {
            guard isWord(next, ",", "und", "bis", "–", "-", "/", "sowie", "oder", "and", "to") else {
                return nil
            }
            next += 1
            while isWord(next, "am", "vom", "zum", "den", "dem", "der") { next += 1 }
            if case .weekday = term(next) {
                next += 1
                while isWord(next, ",", "den", "dem") { next += 1 }
            }
            guard let day = day(at: next), tongue == .english || isSign(day.end - 1, ".") else { return nil }
            next = day.end
            if let month = month(at: next) {
                let year = followingYear(at: month.end)
                return (month.month, year?.year, year?.end ?? month.end)
            }
        }
        return nil
    }

    /// `1990er`, `1990er-Jahre`, `80er Jahren`, `Achtzigerjahre`, `1990s`: the first three digits, as TIMEX3 has it.
    func decade(at index: Int) -> (decade: Int, end: Int)? {
        if case .decadeName(let decade) = term(index) { return (decade, index + 1) }
        guard let number = integer(at: index), number % 10 == 0, !isSpaced(index + 1) else { return nil }
        let isFull = 1000...2090 ~= number && digitCount(at: index) == 4
        guard isFull || (10...90 ~= number && digitCount(at: index) == 2) else { return nil }
        let decade = (isFull ? number : 1900 + number) / 10
        if isWord(index + 1, "er") {
            let next = isSign(index + 2, "-") ? index + 3 : index + 2
            if isWord(next, "jahre", "jahren", "jahrn") { return (decade, next + 1) }
            return isFull ? (decade, index + 2) : nil
        }
        if isWord(index + 1, "er-jahre", "er-jahren") { return (decade, index + 2) }
        return isWord(index + 1, "s") && (isFull || number >= 20) ? (decade, index + 2) : nil
    }
}
