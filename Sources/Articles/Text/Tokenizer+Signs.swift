/// Punctuation, symbols, and the words that begin with one.
extension Tokenizer {
    /// Whether the sign is a symbol although Unicode calls it punctuation.
    private func isSymbol(_ sign: Sign) -> Bool {
        switch Unicode.Scalar(sign.scalar) {
        case "%", "‰", "§", "&", "@", "#", "*", "\\": true
        default: sign.kind == .symbol
        }
    }

    /// Whether a run of the sign is one token: `...`, `--`, `=====`.
    private func isRepeatable(_ sign: Sign) -> Bool {
        switch Unicode.Scalar(sign.scalar) {
        case ".", "…", "-", "–", "—", "*", "_", "=", "~", "#", "+", "'", "`", "’", "<", ">", "|", "/": true
        default: false
        }
    }

    private static let emoticons: [[UInt8]] = [
        ":-)", ":-(", ";-)", ":-D", ":-P", ":-/", ":'(", ":)", ":(", ";)", ":D", ":P", ":/", ":]", "=)", "=(",
        "=D", "<3",
        "^^",
    ].map { Array($0.utf8) }

    mutating func addSign(_ sign: Sign, at offset: Int) -> Int {
        if sign.is("#") || sign.is("@"), let end = tagEnd(from: offset) {
            return add(.address, from: offset, to: end)
        }
        if sign.isApostrophe, let end = openerEnd(from: offset + sign.length) {
            return add(.word, from: offset, to: end)
        }
        if beginsEmoticon(sign), let end = emoticonEnd(from: offset) {
            return add(.symbol, from: offset, to: end)
        }
        var end = offset + sign.length
        if isRepeatable(sign) {
            while reader.sign(at: end).scalar == sign.scalar, end < reader.end { end += sign.length }
        }
        return add(isSymbol(sign) ? .symbol : .punctuation, from: offset, to: end)
    }

    /// `'s`, `'ne`, `'em`, and the years of `'90s`; elsewhere an apostrophe is a quotation mark.
    private func openerEnd(from start: Int) -> Int? {
        if reader.sign(at: start).kind == .digit {
            let end = reader.wordEnd(from: start)
            let last = reader.sign(at: end)
            return (2...3).contains(end - start) && !last.isApostrophe ? end : nil
        }
        let word = nextWord(at: start)
        let end = start + word.utf8.count
        return Clitics.openers.contains(word) && !reader.sign(at: end).isApostrophe ? end : nil
    }

    private func beginsEmoticon(_ sign: Sign) -> Bool {
        switch Unicode.Scalar(sign.scalar) {
        case ":", ";", "=", "<", "^": true
        default: false
        }
    }

    private func emoticonEnd(from start: Int) -> Int? {
        let previous = reader.sign(before: start)
        guard previous.kind == .space || previous.kind == .punctuation else { return nil }
        for emoticon in Self.emoticons
        where emoticon.indices.allSatisfy({ reader.byte(at: start + $0) == emoticon[$0] }) {
            let end = start + emoticon.count
            return reader.sign(at: end).kind.isAlphanumeric ? nil : end
        }
        return nil
    }
}
