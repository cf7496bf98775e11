/// Numbers in digits and words, with their magnitudes.
extension ValueReader {
    /// A number and the index behind it: `20,9 Milliarden`, `zwölf`, `anderthalb Millionen`, `two hundred`.
    func number(at index: Int) -> (value: Numeral, end: Int)? {
        guard var (value, end) = plainNumber(at: index) else { return nil }
        var hasMagnitude = false
        while true {
            switch term(end) {
            case .magnitude(let power):
                // "5 m" is five metres, "$5m" five millions.
                if isWord(end, "m", "k"), pieces[end].isSpaced {
                    return finished(value, end, index, hasMagnitude)
                }
                value = value.times(tenTo: power)
            case .dozen:
                guard let product = value.times(12) else { return nil }
                value = product
            default:
                return finished(value, end, index, hasMagnitude)
            }
            hasMagnitude = true
            end += 1
            if isSign(end, "."), !pieces[end].isSpaced, isAbbreviatedMagnitude(end - 1) { end += 1 }
        }
    }

    /// A number that is no ordinal and no year: the whole of it in digits, or nil.
    func integer(at index: Int) -> Int? {
        guard pieces.indices.contains(index), pieces[index].shape == .number else { return nil }
        let digits = passage.bytes[pieces[index].start..<pieces[index].end]
        guard digits.count <= 9, digits.allSatisfy(Letters.isDigit) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    /// How many digits the piece has, if it has nothing else.
    func digitCount(at index: Int) -> Int {
        integer(at: index) == nil ? 0 : pieces[index].end - pieces[index].start
    }

    /// The word between the two ends of a range: `bis`, `to`, a dash.
    func isRangeSign(_ index: Int) -> Bool { isWord(index, "bis", "to", "–", "-", "—") }

    /// Two numbers with a range sign, or one: `5 bis 7 Millionen`, `20,9`.
    func amount(at index: Int) -> (value: String, end: Int)? {
        guard let first = number(at: index) else { return nil }
        let isBetween = isWord(first.end, "und", "and") && isWord(index - 1, "zwischen", "between")
        if isBetween || isRangeSign(first.end), let second = number(at: first.end + 1) {
            // A magnitude that is said once holds for both.
            let low =
                hasMagnitude(index..<first.end)
                ? first.value : scaled(first.value, like: second, at: first.end + 1)
            return ("\(low)..\(second.value)", second.end)
        }
        return (first.value.description, first.end)
    }

    private func finished(_ value: Numeral, _ end: Int, _ index: Int, _ hasMagnitude: Bool) -> (Numeral, Int)?
    {
        term(index) == .one && !hasMagnitude ? nil : (value, end)
    }

    private func plainNumber(at index: Int) -> (value: Numeral, end: Int)? {
        guard pieces.indices.contains(index) else { return nil }
        switch pieces[index].term {
        case .number(let number):
            // "zwei Dutzend" and "two hundred and five" are rare enough to be read up to the magnitude.
            return (Numeral(number), index + 1)
        case .one: return (Numeral(1), index + 1)
        case .tenths(let tenths): return (Numeral(tenths, exponent: -1), index + 1)
        case .magnitude(let power) where !isWord(index, "m", "k"):
            return (Numeral(1, exponent: power), index + 1)
        default: break
        }
        guard pieces[index].shape == .number else { return nil }
        let range = pieces[index].start..<pieces[index].end
        guard let value = Numeral(digits: passage.bytes[range], in: tongue) else { return nil }
        var end = index + 1
        var total = value
        // Groups of three set off by a blank: 10 000.
        if digitCount(at: index) > 0, digitCount(at: index) <= 3 {
            while digitCount(at: end) == 3, pieces[end].isSpaced, let group = integer(at: end),
                let sum = total.times(1000), let whole = sum.whole, whole < 1_000_000_000_000
            {
                total = Numeral(whole + group)
                end += 1
            }
        }
        return (total, end)
    }

    private func isAbbreviatedMagnitude(_ index: Int) -> Bool { isWord(index, "mio", "mrd", "bio", "tsd") }

    private func hasMagnitude(_ range: Range<Int>) -> Bool {
        range.contains { index in
            switch term(index) {
            case .magnitude, .dozen: true
            default: false
            }
        }
    }

    private func scaled(_ value: Numeral, like other: (value: Numeral, end: Int), at index: Int) -> Numeral {
        (index..<other.end).reduce(value) { value, index in
            if case .magnitude(let power) = term(index) { value.times(tenTo: power) } else { value }
        }
    }
}
