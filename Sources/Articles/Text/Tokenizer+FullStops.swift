/// Whether a full stop before white space belongs to the word or number before it, or ends a sentence.
extension Tokenizer {
    /// Whether the full stop behind a word is the dot of an abbreviation, of an initial or of a Roman ordinal.
    func endsWithFullStop(_ word: Word) -> Bool {
        let part = word.part..<word.end
        if isSingleLetter(part) { return word.hasFullStop || endsLetterWithFullStop(part) }
        let last = lastOfCompound(part)
        guard last.count <= Abbreviation.longest else { return false }
        let text = reader.string(last)
        switch Abbreviation.of(text) {
        case .binding, .closing: return true
        case .counting: return reader.sign(at: reader.blanksEnd(from: word.end + 1)).kind == .digit
        case nil: break
        }
        let next = reader.blanksEnd(from: word.end + 1)
        if isRoman(text) { return continuesOrdinal(at: next) }
        return reader.sign(at: next).kind == .lower && isVowelless(text)
    }

    /// `Ing` of `Dipl.-Ing`: what stands behind the last hyphen.
    private func lastOfCompound(_ word: Range<Int>) -> Range<Int> {
        let first = max(word.lowerBound, word.upperBound - Abbreviation.longest - 1)
        let hyphen = reader.bytes[first..<word.upperBound].lastIndex(of: UInt8(ascii: "-"))
        return (hyphen.map { $0 + 1 } ?? word.lowerBound)..<word.upperBound
    }

    /// `lv`, `Ndrl`: no word, so an abbreviation that no list knows.
    private func isVowelless(_ word: String) -> Bool {
        word.unicodeScalars.allSatisfy { $0.properties.isAlphabetic && !Self.vowels.contains($0) }
            && word.unicodeScalars.contains { $0.properties.isLowercase }
    }

    private static let vowels = Set("aeiouyäöüAEIOUYÄÖÜ".unicodeScalars)

    /// `z.` in "z. B.", `B.` behind it, `W.` in "George W. Bush", but not the last letter of "Plan B."
    private func endsLetterWithFullStop(_ letter: Range<Int>) -> Bool {
        if isInitial(tokens.last, before: letter.lowerBound) { return true }
        let start = reader.blanksEnd(from: letter.upperBound + 1)
        let next = reader.sign(at: start)
        if next.kind == .digit { return Abbreviation.of(reader.string(letter)) != nil }
        let isCapital = reader.sign(at: letter.lowerBound).kind == .upper
        let word = nextWord(at: start)
        guard isCapital else { return isLetterWithFullStop(at: start) || word == "Chr" }
        if CommonWords.isCounted(word) { return true }
        if next.kind == .lower || next.is("(") { return followsName(letter.lowerBound) }
        let isPronoun = reader.byte(at: letter.lowerBound) == UInt8(ascii: "I")
        return isPronoun
            ? isLetterWithFullStop(at: start) : next.kind == .upper && !CommonWords.beginsSentence(word)
    }

    /// `Franz Joseph I. war`
    private func followsName(_ offset: Int) -> Bool {
        guard let last = tokens.last, last.kind == .word, last.span.end < offset else { return false }
        return reader.sign(at: last.span.start).kind == .upper
    }

    private func isLetterWithFullStop(at offset: Int) -> Bool {
        let first = reader.sign(at: offset)
        return first.kind.isLetter && reader.sign(at: offset + first.length).isFullStop
    }

    /// Whether the token is a letter with its full stop, near before an offset.
    private func isInitial(_ token: Token?, before offset: Int) -> Bool {
        guard let span = token?.span, (2...3).contains(span.count), span.end + 3 >= offset else {
            return false
        }
        return reader.byte(at: span.end - 1) == UInt8(ascii: ".") && reader.sign(at: span.start).kind.isLetter
    }

    /// Whether the full stop behind digits makes them an ordinal or a date: `17. Oktober`, `am 3. und 4.`, `17.10.`
    func isOrdinal(_ number: Range<Int>) -> Bool {
        if isDayAndMonth(number) { return true }
        guard number.count <= 3, reader.bytes[number].allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else {
            return false
        }
        let start = reader.blanksEnd(from: number.upperBound + 1)
        if start == reader.end { return number.lowerBound == reader.range.lowerBound }
        return continuesOrdinal(at: start) || isAfterArticle(number) && reader.sign(at: start).kind == .upper
    }

    private func continuesOrdinal(at offset: Int) -> Bool {
        reader.sign(at: offset).kind == .lower || CommonWords.isCounted(nextWord(at: offset))
    }

    private func isDayAndMonth(_ number: Range<Int>) -> Bool {
        guard number.count <= 5 else { return false }
        let parts = reader.bytes[number].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 2, let day = Self.value(parts[0]), let month = Self.value(parts[1]) else {
            return false
        }
        return (1...31).contains(day) && (1...12).contains(month)
    }

    private static func value(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        digits.count > 2 ? nil : Int(String(decoding: digits, as: UTF8.self))
    }

    /// Whether the word before the number asks for an ordinal: "der 3.", "am 17.".
    private func isAfterArticle(_ number: Range<Int>) -> Bool {
        guard let last = tokens.last, last.kind == .word, last.span.end < number.lowerBound else {
            return false
        }
        return last.span.count <= 5 && CommonWords.precedesOrdinal(reader.string(last.span.range))
    }

    private func isRoman(_ word: String) -> Bool {
        !word.isEmpty && word.utf8.allSatisfy { "IVXLC".utf8.contains($0) }
    }
}
