import Articles

/// Durations: `drei Wochen`, `zweitägig`, `10-tägigen`, `two years`, `several months`.
extension ValueReader {
    func duration(at index: Int) -> FoundValue? {
        if case .lasting(let count, let unit) = term(index) {
            return found(index..<index + 1, unit.duration(count == 0 ? nil : Numeral(count)))
        }
        if let count = number(at: index), isSign(count.end, "-") {
            if case .lastingSuffix(let unit) = term(count.end + 1), !isAge(count.value, at: count.end + 1) {
                return found(index..<count.end + 2, unit.duration(count.value))
            }
            if case .unit(let unit) = term(count.end + 1), tongue == .english {
                return found(index..<count.end + 2, unit.duration(count.value))
            }
        }
        if isWord(index, "mehrere", "mehreren", "wenige", "wenigen", "several", "few"),
            let unit = timeUnit(at: index + 1)
        {
            return found(index..<index + 2, unit.duration(nil))
        }
        if let first = number(at: index), isRangeSign(first.end), let last = count(at: first.end + 1) {
            return found(
                index..<last.end, "\(last.unit.duration(first.value))/\(last.unit.duration(last.count))")
        }
        guard let (count, end) = countedUnits(at: index),
            !isWord(end, "alt", "alte", "alten", "alter", "altes", "old")
        else {
            return nil
        }
        return found(index..<end, count)
    }

    /// `der 47-jährige Mann`, `die 24-Jährige`: an age, not how long something lasts. Little else takes ten years.
    private func isAge(_ count: Numeral, at index: Int) -> Bool {
        guard passage.word(index).hasPrefix("jährig") else { return false }
        return pieces[index].isCapital || (count.whole ?? 0) >= 10
    }

    /// `drei Wochen`, `eineinhalb Stunden`, `ein Jahr` and `a year`, as a duration.
    func countedUnits(at index: Int) -> (duration: String, end: Int)? {
        guard let counted = count(at: index) else { return nil }
        return (counted.unit.duration(counted.count), counted.end)
    }

    func count(at index: Int) -> (count: Numeral, unit: TimeUnit, end: Int)? {
        if term(index) == .one, case .tenths(let tenths) = term(index + 1), let unit = timeUnit(at: index + 2)
        {
            return (Numeral(tenths, exponent: -1), unit, index + 3)
        }
        if term(index) == .one {
            guard let unit = timeUnit(at: index + 1), unit != .day || tongue == .english else { return nil }
            return (Numeral(1), unit, index + 2)
        }
        if isWord(index, "half"), isWord(index + 1, "an", "a"), let unit = timeUnit(at: index + 2) {
            return (Numeral(5, exponent: -1), unit, index + 3)
        }
        guard let number = number(at: index) else { return nil }
        if isWord(number.end, "full", "volle", "vollen", "ganze", "weitere", "weiteren", "more"),
            let unit = timeUnit(at: number.end + 1)
        {
            return (number.value, unit, number.end + 2)
        }
        guard let unit = timeUnit(at: number.end) else { return nil }
        return (number.value, unit, number.end + 1)
    }

    func timeUnit(at index: Int) -> TimeUnit? {
        switch term(index) {
        case .unit(let unit): unit
        case .decade: .decade
        case .century: .century
        default: nil
        }
    }

    private func found(_ range: Range<Int>, _ value: String) -> FoundValue {
        FoundValue(pieces: range, label: .duration, value: value)
    }
}
