/// Numbers: `1.000,50`, `12:30`, `3/4`, `2024-10-17`, and ordinals with their full stop, `17.`.
extension Tokenizer {
    mutating func addNumber(from start: Int) -> Int {
        var end = digitsEnd(from: start)
        while case let sign = reader.sign(at: end), joinsDigits(sign, at: end, of: start) {
            end = digitsEnd(from: end + sign.length)
        }
        let sign = reader.sign(at: end)
        let next = reader.sign(at: end + sign.length)
        if sign.kind.isWord || sign.isHyphen && next.kind.isLetter {
            return addWord(from: start, resumingAt: end)
        }
        let isOrdinal = sign.isFullStop && !next.isFullStop && self.isOrdinal(start..<end)
        return add(.number, from: start, to: isOrdinal ? end + 1 : end)
    }

    private func digitsEnd(from start: Int) -> Int {
        var offset = start
        while case let next = reader.sign(at: offset), next.kind == .digit { offset += next.length }
        return offset
    }

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
