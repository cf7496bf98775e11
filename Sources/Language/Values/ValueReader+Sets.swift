import Articles

/// What happens again and again: a period, `P1D`, or a kind of day, `XXXX-WXX-1`, with `quant` and `freq`.
extension ValueReader {
    func value(of match: Match, _ meaning: SetMeaning) -> FoundValue? {
        switch meaning {
        case .periodic:
            guard let (count, unit) = match.lasting else { return nil }
            return set(match, unit.duration(Numeral(count)))
        case .habitual: return match.weekday.flatMap { set(match, "XXXX-WXX-\($0)", quant: "EVERY") }
        case .every: return match.unit.flatMap { set(match, $0.duration(Numeral(1)), quant: "EVERY") }
        case .everyWeekday: return match.weekday.flatMap { set(match, "XXXX-WXX-\($0)", quant: "EVERY") }
        case .everyWeekdayPart:
            guard let (day, part) = match.dayAndPart else { return nil }
            return set(match, "XXXX-WXX-\(day)T\(part.rawValue)", quant: "EVERY")
        case .everyPart: return match.part.flatMap { set(match, "XXXX-XX-XXT\($0.rawValue)", quant: "EVERY") }
        case .everyWeekend: return set(match, "XXXX-WXX-WE", quant: "EVERY")
        case .everyNth:
            guard let unit = match.unit, let number = match.ordinal else { return nil }
            return set(match, unit.duration(Numeral(number)), quant: "EVERY")
        case .everyMonth: return set(match, "P1M", quant: "EVERY")
        case .everyCount:
            guard let unit = match.unit, let number = match.number else { return nil }
            return set(match, unit.duration(number), quant: "EVERY")
        case .everyOther: return match.unit.flatMap { set(match, $0.duration(Numeral(2)), quant: "EVERY") }
        case .timesPer:
            guard let unit = match.unit, let count = count(match) else { return nil }
            var found = set(match, unit.duration(Numeral(1)))
            found?.attributes["freq"] = "\(count)X"
            return found
        case .per: return match.unit.flatMap { set(match, $0.duration(Numeral(1))) }
        }
    }

    private func count(_ match: Match) -> Int? {
        if isWord(match.pieces.lowerBound, "once") { return 1 }
        if isWord(match.pieces.lowerBound, "twice") { return 2 }
        return match.number?.whole ?? match.count
    }

    private func set(_ match: Match, _ value: String, quant: String? = nil) -> FoundValue? {
        FoundValue(
            pieces: match.pieces, label: .set, value: value, attributes: quant.map { ["quant": $0] } ?? [:])
    }
}
