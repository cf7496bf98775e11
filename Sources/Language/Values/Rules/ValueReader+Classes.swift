import Articles

/// How the classes of the rules are read from the pieces.
extension ValueReader {
    /// What a class reads from a piece on, and where it ends.
    func read(_ known: Element.Class, at index: Int) -> (end: Int, capture: Capture)? {
        switch known {
        case .number: readNumber(at: index)
        case .ordinal: ordinal(at: index).map { ($0.end, .ordinal($0.value)) }
        case .day: day(at: index).map { ($0.end, .ordinal($0.day)) }
        case .numericDay: numericDay(at: index).map { ($0.end, .date($0.date)) }
        case .dayAndMonth: dayAndMonth(at: index).map { ($0.end, .monthDay($0.month, $0.day)) }
        case .month: month(at: index).map { ($0.end, .month($0.month)) }
        case .year: plainYear(at: index).map { (index + 1, .year($0)) }
        case .ofYear: followingYear(at: index).map { ($0.end, .year($0.year)) }
        case .listedMonth: listedMonth(at: index).map { ($0.end, .listed($0.month, $0.year)) }
        case .decade: decade(at: index).map { ($0.end, .decade($0.decade)) }
        case .hour: hour(at: index).map { (index + 1, .time(hour: $0.hour, minute: $0.minute)) }
        case .clock: clock(at: index).map { ($0.end, .meridiem($0.meridiem)) }
        case .minute: minute(at: index).map { (index + 1, .count($0)) }
        case .several, .about, .edge, .unit, .units, .oneUnit, .weekday, .weekdayPart, .part, .season,
            .weekend,
            .holiday, .direction, .relativeDay, .relativeYear, .half, .quarter, .lasting, .lastingSuffix,
            .periodic, .reference, .habitual, .times:
            term(index).flatMap { read(known, $0, at: index) }.map { (index + 1, $0) }
        }
    }

    private func read(_ known: Element.Class, _ term: Term, at index: Int) -> Capture? {
        switch (known, term) {
        case (.several, .several): .several
        case (.about, .about(let modifier)): .modifier(modifier)
        case (.edge, .edge(let modifier)): .modifier(modifier)
        case (.unit, .unit(let unit)), (.unit, .units(let unit)), (.units, .units(let unit)),
            (.oneUnit, .unit(let unit)):
            .unit(unit)
        // "des Montags" is a day, "montags" every one.
        case (.weekday, .weekday(let day)), (.weekday, .habitual(let day)):
            pieces[index].isCapital ? .weekday(day) : nil
        case (.weekdayPart, .weekdayPart(let day, let part)): .dayAndPart(day, part)
        case (.part, .dayPart(let part)): .part(part)
        case (.season, .season(let season)):
            pieces[index].isCapital || tongue == .english ? .season(season) : nil
        case (.weekend, .weekend), (.half, .half), (.quarter, .quarter): .nothing
        case (.holiday, .holiday(let holiday)): pieces[index].isCapital ? .holiday(holiday) : nil
        case (.direction, .direction(let distance)): .distance(distance)
        case (.relativeDay, .day(let distance)): isAdverb(index) ? .distance(distance) : nil
        case (.relativeYear, .year(let distance)): .distance(distance)
        case (.lasting, .lasting(let count, let unit)), (.periodic, .periodic(let count, let unit)):
            .lasting(count, unit)
        case (.lastingSuffix, .lastingSuffix(let unit)): .unit(unit)
        case (.reference, .reference(let reference)): .reference(reference)
        case (.habitual, .habitual(let day)): pieces[index].isCapital ? nil : .weekday(day)
        case (.times, .times(let count)): .count(count)
        default: nil
        }
    }

    /// "Morgen" in the middle of a sentence is the time of day, "morgen" the day.
    private func isAdverb(_ index: Int) -> Bool {
        guard isWord(index, "morgen") else { return true }
        return pieces[index].shape == .lower && !isWord(index - 1, "am", "jeden", "guten", "heute", "gestern")
    }

    private func readNumber(at index: Int) -> (end: Int, capture: Capture)? {
        if let number = number(at: index) { return (number.end, .number(number.value)) }
        guard term(index) == .one else { return nil }
        return (index + 1, .number(Numeral(1)))
    }

    /// `14.30`, `8`, `acht`
    private func hour(at index: Int) -> (hour: Int, minute: Int?)? {
        guard pieces.indices.contains(index) else { return nil }
        if case .number(let hour) = term(index), hour <= 24 { return (hour, nil) }
        if term(index) == .one, isWord(index, "ein", "one") { return (1, nil) }
        guard pieces[index].shape == .number else { return nil }
        let parts = passage.bytes[pieces[index].start..<pieces[index].end].split(
            omittingEmptySubsequences: false,
            whereSeparator: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":") })
        guard parts.count <= 2, let first = parts.first, 1...2 ~= first.count,
            first.allSatisfy(Letters.isDigit)
        else { return nil }
        let hour = first.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        guard hour <= 24 else { return nil }
        guard parts.count == 2 else { return (hour, nil) }
        guard parts[1].count == 2, parts[1].allSatisfy(Letters.isDigit) else { return nil }
        let minute = parts[1].reduce(0) { $0 * 10 + Int($1 - 0x30) }
        return minute < 60 ? (hour, minute) : nil
    }

    private func minute(at index: Int) -> Int? {
        guard digitCount(at: index) == 2, let minute = integer(at: index), minute < 60 else { return nil }
        return minute
    }

    /// `Uhr`, `o'clock`, `p.m.`
    private func clock(at index: Int) -> (meridiem: Meridiem?, end: Int)? {
        switch term(index) {
        case .clock: return (nil, index + 1)
        case .meridiem(let meridiem):
            let hasStop = isWord(index, "a.m", "p.m") && isSign(index + 1, ".") && !isSpaced(index + 1)
            return (meridiem, hasStop ? index + 2 : index + 1)
        default: return nil
        }
    }

    /// Whether a unit follows, so that a number before it is no year and no time.
    func isCounted(_ index: Int) -> Bool {
        switch term(index) {
        case .unit, .units, .currency, .hundredth, .percent, .percentagePoint, .measure, .magnitude, .dozen,
            .clock, .people:
            true
        default: false
        }
    }

    func isSpaced(_ index: Int) -> Bool { pieces.indices.contains(index) && pieces[index].isSpaced }
}
