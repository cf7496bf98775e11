import Articles

/// Times of day: `14.30 Uhr`, `3 p.m.`, `Freitagabend`, `heute Abend`.
extension ValueReader {
    func value(of match: Match, _ meaning: TimeMeaning) -> FoundValue? {
        let place = match.pieces.lowerBound
        switch meaning {
        case .clock: return clock(match)
        case .colonClock:
            guard isBareTime(at: place) else { return nil }
            return clock(match)
        case .halfHour:
            guard let (hour, minute) = match.clockTime, minute == nil, 1...24 ~= hour else { return nil }
            guard match.pieces.count > 2 || isWord(place - 1, "um", "gegen", "ab", "bis") else { return nil }
            return time(match, dayOfTime(at: place), "T\(padded(hour - 1)):30")
        case .midnight: return time(match, dayOfTime(at: place), "T24:00")
        case .noon: return time(match, dayOfTime(at: place), "T12:00")
        case .weekdayPart, .weekdayMorning:
            var (weekday, part) = (
                match.weekday, match.part ?? (meaning == .weekdayMorning ? .morning : nil)
            )
            if let named = match.dayAndPart { (weekday, part) = named }
            guard let weekday, let part else { return nil }
            return time(match, day(weekday, distance: match.distance, at: place), "T\(part.rawValue)")
        case .dayPart, .dayMorning:
            guard let distance = match.distance,
                let part = match.part ?? (meaning == .dayMorning ? .morning : nil)
            else { return nil }
            guard let day = context.today?.adding(days: distance) else { return time(match, nil, nil) }
            return time(match, day.description, "T\(part.rawValue)")
        case .dayPartAlone, .morningAlone, .directedPart:
            guard let part = match.part ?? spokenPart(match) else { return nil }
            let day =
                meaning == .directedPart
                ? context.today?.adding(days: min(0, match.distance ?? 0))
                : context.dayOfTimes(in: sentence(of: place))
            guard let day else { return time(match, "XXXX-XX-XX", "T\(part.rawValue)") }
            return time(match, day.description, "T\(part.rawValue)")
        }
    }

    private func spokenPart(_ match: Match) -> DayPart? {
        for index in match.pieces {
            if isWord(index, "morning", "morgens", "morgen") { return .morning }
            if isWord(index, "afternoon", "nachmittags") { return .afternoon }
            if isWord(index, "evening", "abends") { return .evening }
            if isWord(index, "vormittags") { return .morning }
        }
        return nil
    }

    private func time(_ match: Match, _ day: String?, _ clock: String?) -> FoundValue {
        FoundValue(pieces: match.pieces, label: .time, value: clock.map { (day ?? "") + $0 })
    }

    /// `T14:30` with the day that it belongs to; `jeweils um 20 Uhr` belongs to none.
    private func clock(_ match: Match) -> FoundValue? {
        guard let (hour, minute) = match.clockTime else { return nil }
        var minutes = minute
        var meridiem: Meridiem?
        for capture in match.captures {
            if case .count(let count) = capture {
                // "8 Uhr 15" but not "8 Uhr 30 Leute"
                guard minute == nil else { return nil }
                minutes = count
            }
            if case .meridiem(let said) = capture { meridiem = said }
        }
        guard meridiem == nil || hour <= 12 else { return nil }
        let full =
            switch meridiem {
            case .pm: hour < 12 ? hour + 12 : hour
            case .am: hour == 12 ? 0 : hour
            case nil: hour
            }
        return time(match, dayOfTime(at: match.pieces.lowerBound), "T\(padded(full)):\(padded(minutes ?? 0))")
    }

    private func dayOfTime(at index: Int) -> String? {
        for place in max(0, index - 4)..<index {
            if isWord(
                place, "jeweils", "täglich", "jeden", "jedem", "immer", "stets", "daily", "every", "montags")
            {
                return nil
            }
            if case .habitual = term(place) { return nil }
        }
        return context.isListed ? nil : context.dayOfTimes(in: sentence(of: index))?.description
    }

    /// Without `Uhr` a colon tells a time from a decimal number, but a score has no two digits behind it; with a full
    /// stop only `um`, `ab`, `gegen` and `bis` do, and no noun may follow.
    private func isBareTime(at index: Int) -> Bool {
        let text = passage.folded[pieces[index].start..<pieces[index].end]
        guard !isCounted(index + 1), !isSign(index + 1, ":"), !isSign(index + 1, "°") else { return false }
        if text.contains(UInt8(ascii: ":")) { return !text.starts(with: "0:".utf8) }
        guard tongue == .german, text.contains(UInt8(ascii: ".")),
            isWord(index - 1, "um", "ab", "gegen", "bis")
        else { return false }
        // "um 3.5." is a date; "um 12.15 Punkte" is none of both.
        return
            !(pieces.indices.contains(index + 1)
            && (pieces[index + 1].isCapital || pieces[index + 1].shape == .number))
            && !(isSign(index + 1, ".") && !isSpaced(index + 1) && pieces.indices.contains(index + 2)
                && !pieces[index + 2].isCapital)
    }
}
