import Articles

/// From a rule at its place to a value.
extension ValueReader {
    /// Nil where the rule fits but the words mean something else after all.
    func value(of match: Match) -> FoundValue? {
        guard let match = withoutPreposition(match), var found = reading(of: match) else { return nil }
        found.namesDay = match.weekday ?? match.month ?? match.distance ?? match.dayAndPart?.weekday != nil
        if let modifier = match.modifier { found.attributes["mod"] = modifier.rawValue }
        if context.isInferred, let value = found.value, !value.hasPrefix("XXXX"), usesPublicationDate(match) {
            found.attributes["inferred"] = "true"
        }
        return found
    }

    /// "über zwei Jahre" may be a time in which something happens; a preposition before it tells that it is a bound.
    private func withoutPreposition(_ match: Match) -> Match? {
        let start = match.pieces.lowerBound
        guard case .about? = term(start), isWord(start, "über", "unter", "over"),
            !isWord(start - 1, "seit", "vor", "nach", "mit", "for", "after", "since", "in")
        else { return match }
        return Match(
            rule: match.rule, pieces: start + 1..<match.pieces.upperBound, end: match.end,
            captures: match.captures.filter { if case .modifier = $0 { false } else { true } })
    }

    private func reading(of match: Match) -> FoundValue? {
        switch match.rule.meaning {
        case .calendar(let meaning): value(of: match, meaning)
        case .period(let meaning): value(of: match, meaning)
        case .relative(let meaning): value(of: match, meaning)
        case .anchored(let meaning): value(of: match, meaning)
        case .reference(let meaning): value(of: match, meaning)
        case .time(let meaning): value(of: match, meaning)
        case .duration(let meaning): value(of: match, meaning)
        case .set(let meaning): value(of: match, meaning)
        }
    }

    /// Whether the value would be another one on another day of publication.
    private func usesPublicationDate(_ match: Match) -> Bool {
        switch match.rule.meaning {
        case .calendar, .period: !match.namesYear
        case .relative, .anchored: true
        case .time: context.today != nil
        case .duration(let meaning): meaning == .countAgo
        case .reference, .set: false
        }
    }

    func date(_ match: Match, _ value: String?, _ modifier: Modifier? = nil) -> FoundValue {
        FoundValue(
            pieces: match.pieces, label: .date, value: value,
            attributes: modifier.map { ["mod": $0.rawValue] } ?? [:])
    }

    func yearText(_ year: Int?) -> String { year.map { padded($0, 4) } ?? "XXXX" }
}
