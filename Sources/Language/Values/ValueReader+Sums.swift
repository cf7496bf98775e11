import Articles

/// Sums of money, percentages and quantities.
extension ValueReader {
    /// A sum with its ISO 4217 code: `40 Milliarden Dollar` is `40000000000 USD`, `5 bis 7 Euro` is `5..7 EUR`.
    func money(at index: Int) -> FoundValue? {
        if case .currency(let code) = term(index), isCurrencySign(index), let amount = amount(at: index + 1) {
            return FoundValue(pieces: index..<amount.end, label: .money, value: "\(amount.value) \(code)")
        }
        guard let amount = amount(at: index) else { return nil }
        switch term(amount.end) {
        case .currency(let code):
            // A first name in capitals after a number is the currency all the same: "40 Mark".
            return FoundValue(pieces: index..<amount.end + 1, label: .money, value: "\(amount.value) \(code)")
        case .hundredth(let code):
            guard let number = number(at: index), number.end == amount.end else { return nil }
            return FoundValue(
                pieces: index..<amount.end + 1, label: .money,
                value: "\(number.value.times(tenTo: -2)) \(code)")
        default:
            guard let named = foreignCurrency(at: amount.end) else { return nil }
            return FoundValue(
                pieces: index..<named.end, label: .money, value: "\(amount.value) \(named.code)")
        }
    }

    /// A percentage, `2 %`, or a difference of percentages, `2 pp`.
    func percentage(at index: Int) -> FoundValue? {
        guard let amount = amount(at: index) else { return nil }
        switch term(amount.end) {
        case .percentagePoint:
            return FoundValue(pieces: index..<amount.end + 1, label: .percent, value: "\(amount.value) pp")
        case .percent:
            if isWord(amount.end + 1, "points", "point") {
                return FoundValue(
                    pieces: index..<amount.end + 2, label: .percent, value: "\(amount.value) pp")
            }
            return FoundValue(pieces: index..<amount.end + 1, label: .percent, value: "\(amount.value) %")
        default:
            if isWord(amount.end, "percentage"), isWord(amount.end + 1, "points", "point") {
                return FoundValue(
                    pieces: index..<amount.end + 2, label: .percent, value: "\(amount.value) pp")
            }
            if isWord(amount.end, "per"), isWord(amount.end + 1, "cent") {
                return FoundValue(pieces: index..<amount.end + 2, label: .percent, value: "\(amount.value) %")
            }
            return nil
        }
    }

    /// A number with a unit of measure, by the unit's symbol: `300 Kilometer` is `300 km`.
    func quantity(at index: Int) -> FoundValue? {
        guard let amount = amount(at: index) else { return nil }
        if isWord(amount.end, "grad", "degrees"), isWord(amount.end + 1, "celsius") {
            return FoundValue(pieces: index..<amount.end + 2, label: .quantity, value: "\(amount.value) °C")
        }
        if isSign(amount.end, "°"), isWord(amount.end + 1, "c"), !pieces[amount.end + 1].isSpaced {
            return FoundValue(pieces: index..<amount.end + 2, label: .quantity, value: "\(amount.value) °C")
        }
        guard case .measure(let unit) = term(amount.end) else { return nil }
        var end = amount.end + 1
        var symbol = unit.description
        if let hour = perHour(at: end) {
            symbol += hour.symbol
            end = hour.end
        } else if symbol.utf8.count == 1, pieces[amount.end].end - pieces[amount.end].start == 1,
            !isUnitLetter(amount.end)
        {
            return nil
        }
        return FoundValue(pieces: index..<end, label: .quantity, value: "\(amount.value) \(symbol)")
    }

    /// A single letter is a unit only when it is written small, as `m` and `t` are.
    private func isUnitLetter(_ index: Int) -> Bool { pieces[index].shape == .lower }

    /// `km/h` and `Kilometer pro Stunde`.
    private func perHour(at index: Int) -> (symbol: String, end: Int)? {
        if isSign(index, "/"), !pieces[index].isSpaced, isWord(index + 1, "h", "s") {
            return ("/" + passage.word(index + 1), index + 2)
        }
        if isWord(index, "pro", "per", "an"), isWord(index + 1, "stunde", "hour") { return ("/h", index + 2) }
        if isWord(index, "pro", "per", "a"), isWord(index + 1, "sekunde", "second") {
            return ("/s", index + 2)
        }
        return nil
    }

    /// Currencies that need a word before them: `Schweizer Franken`, `US dollars`, `britische Pfund`.
    private func foreignCurrency(at index: Int) -> (code: UnitSymbol, end: Int)? {
        guard case .currency(let code) = term(index + 1) else { return nil }
        switch passage.word(index) {
        case "us", "us-amerikanische", "us-amerikanischen": return code == "USD" ? ("USD", index + 2) : nil
        case "kanadische", "kanadischen", "canadian": return code == "USD" ? ("CAD", index + 2) : nil
        case "australische", "australischen", "australian": return code == "USD" ? ("AUD", index + 2) : nil
        case "schweizer", "swiss": return code == "CHF" ? ("CHF", index + 2) : nil
        case "britische", "britischen", "british": return code == "GBP" ? ("GBP", index + 2) : nil
        case "russische", "russischen", "russian": return code == "RUB" ? ("RUB", index + 2) : nil
        case "japanische", "japanischen", "japanese": return code == "JPY" ? ("JPY", index + 2) : nil
        case "deutsche", "deutschen", "d": return code == "DEM" ? ("DEM", index + 2) : nil
        default: return nil
        }
    }

    /// Codes and signs stand before their amount; words do not.
    private func isCurrencySign(_ index: Int) -> Bool {
        pieces[index].shape == .sign || pieces[index].shape == .upper
    }
}
