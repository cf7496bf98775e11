/// Cuts a paragraph into words, numbers and signs, for German and English news and without harm to any other text.
///
///     „|Am|17.|Oktober|sagte|NATO-Chef|Rutte|“|,|es|geht|'s|um|20,9|Mio.|€|.
///
/// One pass over the bytes with a table of classes, looking ahead a few bytes at most where a sign has two meanings.
/// The rules know both languages at once, so that a quotation in the other one reads well. What a reader sees as one
/// character (combining marks, emoji sequences, flags) is never cut.
struct Tokenizer {
    let reader: SignReader
    private(set) var tokens: [Token] = []

    /// The tokens of a range of the bytes, which must begin and end between two scalars.
    static func tokens(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) -> [Token] {
        CharacterClass.table.withUnsafeBufferPointer { classes in
            var tokenizer = Tokenizer(reader: SignReader(bytes, in: range, classes: classes))
            tokenizer.run()
            return tokenizer.tokens
        }
    }

    private init(reader: SignReader) {
        self.reader = reader
        tokens.reserveCapacity(reader.range.count / 6 + 2)
    }

    private mutating func run() {
        var offset = reader.range.lowerBound
        while offset < reader.end {
            let sign = reader.sign(at: offset)
            switch sign.kind {
            case .space: offset += sign.length
            case .upper, .lower, .letter: offset = addWord(from: offset)
            case .digit: offset = addNumber(from: offset)
            case .mark: offset = addLeadingMarks(from: offset)
            case .ideograph: offset = add(.word, from: offset, to: offset + sign.length)
            case .katakana: offset = add(.word, from: offset, to: katakanaEnd(from: offset))
            case .pictograph: offset = add(.symbol, from: offset, to: pictographEnd(from: offset))
            case .regionalIndicator: offset = add(.symbol, from: offset, to: flagEnd(from: offset))
            case .punctuation, .symbol: offset = addSign(sign, at: offset)
            }
        }
    }

    /// Adds a token together with the marks that follow it, and returns its end.
    mutating func add(_ kind: Token.Kind, from start: Int, to end: Int) -> Int {
        let end = reader.marksEnd(from: end)
        tokens.append(Token(Span(start, end), kind))
        return end
    }

    /// Marks with nothing before them belong to the character behind them, or stand alone before white space.
    private mutating func addLeadingMarks(from start: Int) -> Int {
        let base = reader.marksEnd(from: start)
        let next = reader.sign(at: base)
        return switch next.kind {
        case .upper, .lower, .letter, .digit: add(.word, from: start, to: reader.wordEnd(from: base))
        case .mark, .space: add(.symbol, from: start, to: base)
        case .pictograph: add(.symbol, from: start, to: pictographEnd(from: base))
        case .regionalIndicator: add(.symbol, from: start, to: flagEnd(from: base))
        case .ideograph, .katakana, .punctuation, .symbol: add(.symbol, from: start, to: base + next.length)
        }
    }

    private func katakanaEnd(from start: Int) -> Int {
        var offset = start
        while case let next = reader.sign(at: offset), next.kind == .katakana || next.kind == .mark {
            offset += next.length
        }
        return offset
    }

    /// A pictograph with its modifiers and whatever is joined to it: a family, a flag with a rainbow.
    private func pictographEnd(from start: Int) -> Int {
        var offset = start
        while true {
            offset = reader.marksEnd(from: offset + reader.sign(at: offset).length)
            let isJoined = reader.sign(before: offset).is("\u{200D}")
            guard isJoined, reader.sign(at: offset).kind == .pictograph else { return offset }
        }
    }

    /// Two regional indicators are a flag; a third begins the next one.
    private func flagEnd(from start: Int) -> Int {
        let second = start + reader.sign(at: start).length
        guard reader.sign(at: second).kind == .regionalIndicator else { return second }
        return second + reader.sign(at: second).length
    }
}
