import Articles

/// Years by themselves, and what they are parts of or made of: halves, quarters, seasons, decades, centuries.
extension ValueReader {
    /// `2. Halbjahr 2024`, `zweite Hälfte des Jahres 2019`, `third quarter`, `Sommer 2015`: `2024-H2`, `2024-Q3`, `2015-SU`.
    func partOfYear(at index: Int) -> FoundValue? {
        if case .season(let season) = term(index) {
            guard pieces[index].isCapital || tongue == .english else { return nil }
            let year = partYear(at: index + 1)
            guard year.isSaid || tongue == .german else { return nil }
            return found(index..<year.end, "\(year.name)-\(season.rawValue)")
        }
        var number: Int?
        var next = index
        if let day = ordinalDay(at: index) { (number, next) = (day.day, day.end) }
        if number == nil, case .ordinal(let ordinal) = term(index) { (number, next) = (ordinal, index + 1) }
        guard let number else { return nil }
        switch term(next) {
        case .half where number <= 2:
            let year = partYear(at: next + 1)
            // A half of something else is not a date.
            guard year.isSaid || isWord(next, "halbjahr", "halbjahres", "jahreshälfte") else { return nil }
            return found(index..<year.end, "\(year.name)-H\(number)")
        case .quarter where number <= 4:
            let year = partYear(at: next + 1)
            return found(index..<year.end, "\(year.name)-Q\(number)")
        case .century where 1...21 ~= number:
            return found(index..<next + 1, padded(number - 1))
        default:
            return nil
        }
    }

    /// The year behind a part of it, or the nearest: `2024`, `des Jahres 2024`, `of 2024`, `des vergangenen Jahres`.
    private func partYear(at index: Int) -> (name: String, end: Int, isSaid: Bool) {
        var next = index
        if isWord(next, "des", "of", "im", "in") { next += 1 }
        if isWord(next, "jahres", "jahr") { next += 1 }
        if let year = plainYear(at: next) { return (padded(year, 4), next + 1, true) }
        if isWord(next, "the") { next += 1 }
        if case .direction(let distance) = term(next), case .unit(.year) = term(next + 1), let today {
            return (padded(today.year + distance, 4), next + 2, true)
        }
        return (today.map { padded($0.year, 4) } ?? "XXXX", index, false)
    }

    /// `1990er`, `1990er-Jahre`, `80er Jahren`, `the 1990s`: the first three digits, as TIMEX3 has it.
    func decade(at index: Int) -> FoundValue? {
        guard let number = integer(at: index), number % 10 == 0, !isSpaced(index + 1) else { return nil }
        let isFull = 1000...2090 ~= number && digitCount(at: index) == 4
        guard isFull || (10...90 ~= number && digitCount(at: index) == 2) else { return nil }
        let year = isFull ? number : 1900 + number
        if isWord(index + 1, "er") {
            let next = isSign(index + 2, "-") ? index + 3 : index + 2
            if isWord(next, "jahre", "jahren") { return found(index..<next + 1, String(year / 10)) }
            return isFull ? found(index..<index + 2, String(year / 10)) : nil
        }
        if isWord(index + 1, "er-jahre", "er-jahren") { return found(index..<index + 2, String(year / 10)) }
        return isWord(index + 1, "s") && isFull ? found(index..<index + 2, String(year / 10)) : nil
    }

    /// A year by itself: four digits that nothing else needs.
    func year(at index: Int) -> FoundValue? {
        if case .unit(.year) = term(index), let year = plainYear(at: index + 1) {
            return found(index..<index + 2, String(year))
        }
        guard let year = plainYear(at: index) else { return nil }
        let isMarked = isWord(
            index - 1, "in", "seit", "ab", "bis", "von", "vor", "nach", "um", "jahr", "jahre", "jahres",
            "since",
            "from", "until", "by", "und", "and", "to", "(", "–", "-", "during", "before", "after", "anno",
            "of", "early",
            "late", "mid")
        // Behind a year comes no unit; a bare number such as "2000 Menschen" is a year only when a word says so.
        let next = index + 1
        let ends =
            !pieces.indices.contains(next) || pieces[next].shape == .sign || pieces[next].shape == .lower
        guard ends || isMarked, !isCounted(next) else { return nil }
        if pieces.indices.contains(next), pieces[next].isCapital,
            !isMarked || isWord(index - 1, "von", "um", "of", "und")
        {
            return nil
        }
        return found(index..<next, String(year))
    }

    private func isCounted(_ index: Int) -> Bool {
        switch term(index) {
        case .unit, .currency, .hundredth, .percent, .percentagePoint, .measure, .magnitude, .dozen, .clock:
            true
        default: false
        }
    }
}
