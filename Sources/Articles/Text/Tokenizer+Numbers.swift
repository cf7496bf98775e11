/// Numbers: `1.000,50`, `12:30`, `3/4`, `2024-10-17`, and ordinals with their full stop, `17.`.
extension Tokenizer {
    mutating func addNumber(from start: Int) -> Int {
        var end = digitsEnd(from: start)
        while case let sign = reader.sign(at: end), joinsDigits(sign, at: end, of: start) {
            end = digitsEnd(from: end + sign.length)
        }
        let sign = reader.sign(at: end)
        let next = reader.sign(at: end + sign.length)
        if sign.isHyphen, let phone = phoneEnd(from: start) { return add(.number, from: start, to: phone) }
        if sign.kind.isLetter, isUnit(at: end) { return add(.number, from: start, to: end) }
        if sign.kind.isWord || sign.isHyphen && next.kind.isLetter {
            return addWord(from: start, resumingAt: end)
        }
        let isOrdinal = sign.isFullStop && !next.isFullStop && self.isOrdinal(start..<end)
        return add(.number, from: start, to: isOrdinal ? end + 1 : end)
    }

    /// Digits in three or more groups with hyphens: telephone numbers, ISBNs; also the `555-0123` of North America.
    private func phoneEnd(from start: Int) -> Int? {
        var end = digitsEnd(from: start)
        var groups = [end - start]
        while groups.count < 8, reader.sign(at: end).isHyphen, case let next = digitsEnd(from: end + 1),
            next > end + 1
        {
            groups.append(next - end - 1)
            end = next
        }
        let isWhole = !reader.sign(at: end).kind.isWord
        return isWhole && (groups.count > 2 || groups == [3, 4]) ? end : nil
    }

    /// A unit or hour written close to its number is a token of its own: `5|kg`, `11:30|am`.
    private func isUnit(at offset: Int) -> Bool {
        let word = nextWord(at: offset)
        return word.utf8.count <= 4 && Self.units.contains(word)
    }

    private static let units: Set<String> = [
        "kg", "mg", "km", "m", "cm", "mm", "l", "ml", "ha", "m²", "km²", "m³", "lb", "lbs", "oz", "ft", "in",
        "mi",
        "mph", "kmh",
        "am", "pm", "AM", "PM", "h", "min", "sec", "hrs", "hr", "k", "K", "M", "bn", "mn", "tn", "B", "kB",
        "KB", "MB", "GB",
        "TB", "Hz", "MHz", "GHz", "kW", "MW", "GW", "kWh", "px", "EUR", "USD",
    ]

    private func digitsEnd(from start: Int) -> Int { reader.end(of: .digit, from: start) }

    private func joinsDigits(_ sign: Sign, at offset: Int, of start: Int) -> Bool {
        guard reader.sign(at: offset + sign.length).kind == .digit else { return false }
        if sign.isHyphen { return isISODate(at: offset, of: start) }
        return sign.isFullStop || sign.is(",") || sign.is(":") || sign.is("/") || sign.isApostrophe
            || sign.is("\u{066B}") || sign.is("\u{066C}")
    }

    /// The hyphens of `2024-10-17`; between other numbers a hyphen means "to".
    private func isISODate(at offset: Int, of start: Int) -> Bool {
        let length = offset - start
        guard length == 4 || length == 7 && reader.sign(at: start + 4).isHyphen else { return false }
        return digitsEnd(from: offset + 1) == offset + 3
            && (length == 7 || reader.sign(at: offset + 3).isHyphen)
    }
}
