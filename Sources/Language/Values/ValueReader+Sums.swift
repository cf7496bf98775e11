import Articles

/// Sums of money, percentages and quantities; what says how exactly a number is meant becomes the attribute `mod`.
extension ValueReader {
    /// A sum with its ISO 4217 code: `40 Milliarden Dollar` is `40000000000 USD`, `5 bis 7 Euro` is `5..7 EUR`.
    func money(at index: Int) -> FoundValue? {
        if let sign = currencySign(at: index), let amount = amount(at: sign.end) {
            return measured(index..<amount.end, .money, "\(amount.value) \(sign.code)")
        }
        guard let amount = amount(at: index) else { return nil }
        switch term(amount.end) {
        case .currency(let code):
            return measured(index..<amount.end + 1, .money, "\(amount.value) \(code)")
        case .hundredth(let code):
            guard let number = number(at: index), number.end == amount.end else { return nil }
            return measured(index..<amount.end + 1, .money, "\(number.value.times(tenTo: -2)) \(code)")
        default:
            guard let named = foreignCurrency(at: amount.end) else { return nil }
            return measured(index..<named.end, .money, "\(amount.value) \(named.code)")
        }
    }

    /// A number with the unit that it counts, and what the words before it say about it.
    private func measured(_ range: Range<Int>, _ label: Label, _ value: String) -> FoundValue {
        // "Millionen von Toten" are more than one million.
        let modifier = modifier(before: range.lowerBound) ?? (isManifold(range.lowerBound) ? .moreThan : nil)
        return FoundValue(
            pieces: range, label: label, value: value,
            attributes: modifier.map { ["mod": $0.rawValue] } ?? [:])
    }

    /// `Millionen`, `billions`: a plural without a number before it.
    private func isManifold(_ index: Int) -> Bool {
        guard case .magnitude = term(index) else { return false }
        let word = passage.word(index)
        return tongue == .german ? word.hasSuffix("onen") || word.hasSuffix("arden") : word.hasSuffix("s")
    }

    /// `rund`, `mehr als`, `bis zu` before a number.
    private func modifier(before index: Int) -> Modifier? {
        if case .about(let modifier) = term(index - 1) { return modifier }
        for (first, second, modifier) in ModifierWords.pairs
        where passage.word(at: index - 1, is: second) && passage.word(at: index - 2, is: first) {
            return modifier
        }
        return nil
    }

    /// So many people: `300 Demonstranten` is `300 PERSON`; one word may describe them.
    func people(at index: Int) -> FoundValue? {
        guard let amount = amount(at: index), !isWord(index, "beide", "beiden", "zweier") else { return nil }
        var end = amount.end
        if pieces.indices.contains(end), pieces[end].shape == .lower, term(end) == nil { end += 1 }
        guard term(end) == .people, tongue == .english || pieces[end].isCapital else { return nil }
        return measured(index..<end + 1, .quantity, "\(amount.value) PERSON")
    }

    /// A percentage, `2 %`, or a difference of percentages, `2 pp`.
    func percentage(at index: Int) -> FoundValue? {
        guard let amount = amount(at: index) else { return nil }
        switch term(amount.end) {
        case .percentagePoint:
            return measured(index..<amount.end + 1, .percent, "\(amount.value) pp")
        case .percent:
            if isWord(amount.end + 1, "points", "point") {
                return measured(index..<amount.end + 2, .percent, "\(amount.value) pp")
            }
            return measured(index..<amount.end + 1, .percent, "\(amount.value) %")
        default:
            if isWord(amount.end, "percentage"), isWord(amount.end + 1, "points", "point") {
                return measured(index..<amount.end + 2, .percent, "\(amount.value) pp")
            }
            if isWord(amount.end, "per"), isWord(amount.end + 1, "cent") {
                return measured(index..<amount.end + 2, .percent, "\(amount.value) %")
            }
            return nil
        }
    }

    /// A number with a unit of measure, by the unit's symbol: `300 Kilometer` is `300 km`.
    func quantity(at index: Int) -> FoundValue? {
        guard let amount = amount(at: index) else { return nil }
        if isWord(amount.end, "grad", "degrees"), isWord(amount.end + 1, "celsius") {
            return measured(index..<amount.end + 2, .quantity, "\(amount.value) °C")
        }
        if isSign(amount.end, "°"), isWord(amount.end + 1, "c"), !pieces[amount.end + 1].isSpaced {
            return measured(index..<amount.end + 2, .quantity, "\(amount.value) °C")
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
        return measured(index..<end, .quantity, "\(amount.value) \(symbol)")
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

    /// Currencies that need a word before them: `Schweizer Franken`, `US dollars`, `schwedische Kronen`.
    private func foreignCurrency(at index: Int) -> (code: UnitSymbol, end: Int)? {
        guard pieces.indices.contains(index + 1), let known = CurrencyWords.adjectives[passage.word(index)]
        else {
            // A crown without a country is no sum that can be told.
            return nil
        }
        let name: UnitSymbol
        if case .currency(let code) = term(index + 1) {
            name = code
        } else if CurrencyWords.crowns.contains(passage.word(index + 1)) {
            name = "krone"
        } else {
            return nil
        }
        return known.first { $0.of == name }.map { ($0.code, index + 2) }
    }

    /// Codes and signs stand before their amount, words do not: `€ 5`, `EUR 5`, `US$ 5`.
    private func currencySign(at index: Int) -> (code: UnitSymbol, end: Int)? {
        guard pieces.indices.contains(index) else { return nil }
        if pieces[index].shape == .upper || pieces[index].shape == .capitalised, isSign(index + 1, "$"),
            !isSpaced(index + 1)
        {
            let prefixes: [(StaticString, UnitSymbol)] = [
                ("us", "USD"), ("c", "CAD"), ("ca", "CAD"), ("a", "AUD"), ("au", "AUD"), ("nz", "NZD"),
                ("hk", "HKD"),
                ("s", "SGD"), ("r", "BRL"),
            ]
            for (word, code) in prefixes where passage.word(at: index, is: word) { return (code, index + 2) }
        }
        guard case .currency(let code) = term(index),
            pieces[index].shape == .sign || pieces[index].shape == .upper
        else { return nil }
        return (code, index + 1)
    }
}
