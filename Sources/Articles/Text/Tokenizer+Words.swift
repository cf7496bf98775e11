/// Words: letters and digits, held together by what stands between two of them.
extension Tokenizer {
    /// A word that is being read.
    struct Word {
        let start: Int
        /// Where the part behind its last full stop begins.
        var part: Int
        var end: Int
        var hasFullStop = false
        var hasApostrophe = false
    }

    /// What the sign behind a part of a word means for the word.
    private enum Joint {
        /// The word goes on behind it.
        case inside
        /// It is the last sign of the word.
        case last
        /// The word ended before it.
        case outside
    }

    mutating func addWord(from start: Int) -> Int { addWord(from: start, resumingAt: start) }

    /// - Parameter offset: how far the word is known already, because it began as a number.
    mutating func addWord(from start: Int, resumingAt offset: Int) -> Int {
        var word = Word(start: start, part: start, end: reader.wordEnd(from: offset))
        while word.end < reader.end {
            let sign = reader.sign(at: word.end)
            if sign.kind == .space { break }
            if let end = addressEnd(from: word, at: sign) { return add(.address, from: start, to: end) }
            switch joint(sign, of: word) {
            case .inside:
                if sign.isFullStop {
                    word.part = word.end + 1
                    word.hasFullStop = true
                }
                if sign.isApostrophe { word.hasApostrophe = true }
                word.end = reader.wordEnd(from: word.end + sign.length)
            case .last: return add(.word, from: start, to: word.end + sign.length)
            case .outside: return finish(word)
            }
        }
        return finish(word)
    }

    private mutating func finish(_ word: Word) -> Int {
        if word.hasFullStop, isDomain(word) { return add(.address, from: word.start, to: word.end) }
        guard let cut = Clitics.cut(word, reader) else { return add(.word, from: word.start, to: word.end) }
        return add(.word, from: add(.word, from: word.start, to: cut), to: word.end)
    }

    private func joint(_ sign: Sign, of word: Word) -> Joint {
        let next = reader.sign(at: word.end + sign.length)
        if sign.isFullStop { return fullStop(of: word, next: next) }
        if sign.isHyphen { return next.kind.isAlphanumeric ? .inside : .outside }
        if sign.isApostrophe { return next.kind.isLetter ? .inside : .outside }
        if sign.is("_") { return next.kind.isWord || next.is("_") ? .inside : .outside }
        if sign.is("&") {
            return next.kind == .upper && reader.sign(before: word.end).kind == .upper ? .inside : .outside
        }
        if sign.is("/") { return isSlashed(word) ? .inside : .outside }
        if sign.is("*") || sign.is(":") || sign.is("·") {
            return isGenderedEnding(at: word.end + sign.length) ? .inside : .outside
        }
        return .outside
    }

    private func fullStop(of word: Word, next: Sign) -> Joint {
        switch next.kind {
        case .lower, .letter: return .inside
        case .upper: return gap(behind: word)
        case .digit:
            if reader.sign(before: word.end).kind == .digit { return .inside }
            return isSingleLetter(word.part..<word.end) || abbreviation(of: word) != nil ? .last : .outside
        case .mark, .ideograph, .katakana, .pictograph, .regionalIndicator, .punctuation, .symbol, .space:
            if next.isHyphen, reader.sign(at: word.end + 2).kind.isLetter { return .inside }
            return !next.isFullStop && endsWithFullStop(word) ? .last : .outside
        }
    }

    /// A full stop before a capital, without a blank: `U.S`, `z.B`, `Dr.Müller`, `stehen.Gleichzeitig`, `A.Meier@x.de`.
    private func gap(behind word: Word) -> Joint {
        let first = reader.sign(at: word.end + 1)
        let second = reader.sign(at: word.end + 1 + first.length)
        if isMailAddress(from: word.end + 1) { return .inside }
        if isSingleLetter(word.part..<word.end) { return second.kind == .lower ? .last : .inside }
        if let known = abbreviation(of: word), known != .counting {
            return second.isFullStop ? .inside : .last
        }
        if second.kind == .lower { return .outside }
        return reader.sign(before: word.end).kind == .upper || second.isFullStop ? .inside : .outside
    }

    private func abbreviation(of word: Word) -> Abbreviation? {
        let part = word.part..<word.end
        return part.count > Abbreviation.longest ? nil : Abbreviation.of(reader.string(part))
    }

    /// `w/o`, `km/h`: a single letter on one side and few on the other; elsewhere a slash separates words.
    private func isSlashed(_ word: Word) -> Bool {
        let behind = word.end + 1..<reader.wordEnd(from: word.end + 1, atMost: 4)
        guard !behind.isEmpty, behind.count < 4, !word.hasFullStop, word.end - word.start < 4 else {
            return false
        }
        return isSingleLetter(word.start..<word.end) || isSingleLetter(behind) && word.end - word.start < 3
    }

    /// `innen` and `in` behind a gender sign: Bürger*innen, Lehrer:in.
    private func isGenderedEnding(at offset: Int) -> Bool {
        let ending = nextWord(at: offset)
        return ending == "innen" || ending == "in"
    }

    /// The word that begins at an offset, when it is not long.
    func nextWord(at offset: Int) -> String {
        guard offset < reader.end else { return "" }
        return reader.string(offset..<reader.wordEnd(from: offset, atMost: CommonWords.longest))
    }

    func isSingleLetter(_ range: Range<Int>) -> Bool {
        let first = reader.sign(at: range.lowerBound)
        return first.kind.isLetter && first.length == range.count
    }
}
