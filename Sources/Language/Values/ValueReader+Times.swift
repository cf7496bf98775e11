import Articles

/// Times of day: `14.30 Uhr`, `14:30`, `3 p.m.`, `8 o'clock`, `Freitagabend`, `heute Abend`.
extension ValueReader {
    func time(at index: Int) -> FoundValue? {
        clockTime(at: index) ?? partOfDay(at: index)
    }

    /// `T14:30`; a range gives both ends, `T14:30/T16:00`.
    private func clockTime(at index: Int) -> FoundValue? {
        guard let first = hoursAndMinutes(at: index) else {
            if isWord(index, "noon") {
                return FoundValue(pieces: index..<index + 1, label: .time, value: "T12:00")
            }
            return nil
        }
        if isRangeSign(index + 1), let second = hoursAndMinutes(at: index + 2),
            let end = markedEnd(at: index + 3)
        {
            return FoundValue(
                pieces: index..<end.index, label: .time,
                value: "\(clock(first, end.meridiem))/\(clock(second, end.meridiem))")
        }
        if term(index + 1) == .clock, let minutes = integer(at: index + 2), minutes < 60,
            digitCount(at: index + 2) == 2,
            first.minute == nil
        {
            return FoundValue(
                pieces: index..<index + 3, label: .time, value: "T\(padded(first.hour)):\(padded(minutes))")
        }
        if let end = markedEnd(at: index + 1) {
            return FoundValue(pieces: index..<end.index, label: .time, value: clock(first, end.meridiem))
        }
        // Without "Uhr" only a colon tells a time from a decimal number; a score has no two digits behind it.
        guard first.minute != nil, first.hour > 0, passage.string(of: index..<index + 1).contains(":"),
            !isSign(index + 1, ":"),
            isWord(index - 1, "um", "ab", "bis", "gegen", "von", "at", "from", "by", "until")
        else { return nil }
        return FoundValue(pieces: index..<index + 1, label: .time, value: clock(first, nil))
    }

    private func hoursAndMinutes(at index: Int) -> (hour: Int, minute: Int?)? {
        guard pieces.indices.contains(index) else { return nil }
        if case .number(let hour) = term(index), hour <= 24 { return (hour, nil) }
        guard pieces[index].shape == .number else { return nil }
        let parts = passage.bytes[pieces[index].start..<pieces[index].end].split(
            omittingEmptySubsequences: false,
            whereSeparator: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":") })
        guard parts.count <= 2, let first = parts.first, first.count <= 2, first.allSatisfy(Letters.isDigit)
        else {
            return nil
        }
        let hour = first.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        guard hour <= 24 else { return nil }
        guard parts.count == 2 else { return (hour, nil) }
        guard parts[1].count == 2, parts[1].allSatisfy(Letters.isDigit) else { return nil }
        let minute = parts[1].reduce(0) { $0 * 10 + Int($1 - 0x30) }
        return minute < 60 ? (hour, minute) : nil
    }

    /// The index behind `Uhr`, `o'clock` or `p.m.`.
    private func markedEnd(at index: Int) -> (index: Int, meridiem: Meridiem?)? {
        switch term(index) {
        case .clock: (index + 1, nil)
        case .meridiem(let meridiem):
            (
                isWord(index, "a.m", "p.m") && isSign(index + 1, ".") && !isSpaced(index + 1)
                    ? index + 2 : index + 1, meridiem
            )
        default: nil
        }
    }

    private func clock(_ time: (hour: Int, minute: Int?), _ meridiem: Meridiem?) -> String {
        let hour =
            switch meridiem {
            case .pm: time.hour < 12 ? time.hour + 12 : time.hour
            case .am: time.hour == 12 ? 0 : time.hour
            case nil: time.hour
            }
        return "T\(padded(hour)):\(padded(time.minute ?? 0))"
    }

    /// `2024-10-18TEV`; without a day `TEV`.
    private func partOfDay(at index: Int) -> FoundValue? {
        switch term(index) {
        case .weekdayPart(let weekday, let part):
            let day = resolved(weekday: weekday, at: index)
            return FoundValue(pieces: index..<index + 1, label: .time, value: "\(day)T\(part.rawValue)")
        case .day(let distance):
            guard let part = dayPart(at: index + 1) else { return nil }
            let day = today?.adding(days: distance)?.description
            return FoundValue(
                pieces: index..<index + 2, label: .time, value: day.map { "\($0)T\(part.rawValue)" })
        case .weekday(let weekday):
            guard pieces[index].isCapital, let part = dayPart(at: index + 1) else { return nil }
            let day = resolved(weekday: weekday, at: index)
            return FoundValue(pieces: index..<index + 2, label: .time, value: "\(day)T\(part.rawValue)")
        default: return nil
        }
    }

    private func dayPart(at index: Int) -> DayPart? {
        if case .dayPart(let part) = term(index) { return part }
        return isWord(index, "morgen") ? .morning : nil
    }

    func isSpaced(_ index: Int) -> Bool { pieces.indices.contains(index) && pieces[index].isSpaced }
}
