/// Joins the tokens of a paragraph to sentences.
///
/// A sentence ends behind `.`, `!`, `?`, `…` and their kin in other scripts, together with the quotation marks and
/// brackets that close there, unless what follows goes on: a small letter, a comma, a bracket that closes. A headline
/// ends with its paragraph.
struct SentenceSplitter {
    private let tokens: [Token]
    private let reader: SignReader

    /// The sentences of a paragraph, each from the start of its first token to the end of its last.
    static func sentences(of tokens: [Token], _ bytes: UnsafeBufferPointer<UInt8>) -> [Span] {
        guard let first = tokens.first, let last = tokens.last else { return [] }
        return CharacterClass.table.withUnsafeBufferPointer { classes in
            let range = first.span.start..<last.span.end
            return SentenceSplitter(tokens: tokens, reader: SignReader(bytes, in: range, classes: classes))
                .run()
        }
    }

    private func run() -> [Span] {
        var sentences: [Span] = []
        var first = 0
        var index = 0
        while index < tokens.count {
            let next = endOfSentence(from: index, first: first)
            if next == nil, index + 1 < tokens.count {
                index += 1
                continue
            }
            index = next ?? tokens.count
            sentences.append(Span(tokens[first].span.start, tokens[index - 1].span.end))
            first = index
        }
        return sentences
    }

    /// The full stop of "2. Second point": a number that begins a sentence counts something.
    private func isEnumeration(_ index: Int, first: Int) -> Bool {
        index == first + 1 && tokens[first].kind == .number && tokens[first].span.count <= 3
            && reader.byte(at: tokens[index].span.start) == Self.fullStop
    }

    /// The index behind the sentence when the token at `index` and what closes behind it end one.
    private func endOfSentence(from index: Int, first: Int) -> Int? {
        guard let terminal = terminal(index), !isEnumeration(index, first: first) else { return nil }
        var next = index + 1
        while next < tokens.count, isClosing(next) { next += 1 }
        let ending = next > index + 1 ? terminal.closed : terminal
        while next < tokens.count, isEmotion(tokens[next]) { next += 1 }
        guard next < tokens.count else { return next }
        return isBoundary(ending, before: next) ? next : nil
    }

    private static let fullStop = UInt8(ascii: ".")
    private static let exclamation = UInt8(ascii: "!")
    private static let question = UInt8(ascii: "?")

    /// What may end a sentence.
    private enum Terminal {
        /// A full stop of a script without capitals and blanks.
        case certain
        case fullStop
        /// `!` and `?`.
        case call
        case ellipsis
        /// A full stop or call with a quotation mark or bracket that closes behind it.
        case closed
        /// An abbreviation at which a sentence may end.
        case abbreviation

        /// The same with a quotation mark or bracket that closes behind it.
        var closed: Terminal {
            switch self {
            case .fullStop, .call: .closed
            case .certain, .ellipsis, .closed, .abbreviation: self
            }
        }
    }

    private func terminal(_ index: Int) -> Terminal? {
        let token = tokens[index]
        let last = reader.byte(at: token.span.end - 1)
        guard last == Self.fullStop || last == Self.exclamation || last == Self.question || last >= 0x80
        else {
            return nil
        }
        switch token.kind {
        case .punctuation:
            let sign = reader.sign(at: token.span.start)
            switch Unicode.Scalar(sign.scalar) {
            case ".": return token.span.count == 1 ? .fullStop : .ellipsis
            case "!", "?", "‼", "⁇", "⁈", "⁉": return .call
            case "…": return .ellipsis
            case "。", "！", "？", "．", "｡", "؟", "۔", "।", "॥", "։", "።": return .certain
            default: return nil
            }
        case .word:
            guard reader.byte(at: token.span.end - 1) == UInt8(ascii: "."), token.span.count > 1 else {
                return nil
            }
            let word = token.span.start..<token.span.end - 1
            let isBinding =
                word.count <= Abbreviation.longest && Abbreviation.of(reader.string(word)) == .binding
            return isBinding || isForExample(index) ? nil : .abbreviation
        case .number, .symbol, .address: return nil
        }
    }

    /// The second half of "z. B." and "d. h.", after which the sentence goes on.
    private func isForExample(_ index: Int) -> Bool {
        guard index > 0, tokens[index].span.count == 2, tokens[index - 1].span.count == 2 else {
            return false
        }
        switch (reader.byte(at: tokens[index - 1].span.start), reader.byte(at: tokens[index].span.start)) {
        case (UInt8(ascii: "z"), UInt8(ascii: "B")), (UInt8(ascii: "d"), UInt8(ascii: "h")): return true
        default: return false
        }
    }

    /// Whether the token closes a quotation or bracket: it follows without a blank and does not open the next word.
    private func isClosing(_ index: Int) -> Bool {
        let token = tokens[index]
        guard token.kind == .punctuation, token.span.start == tokens[index - 1].span.end else { return false }
        let sign = reader.sign(at: token.span.start)
        switch Unicode.Scalar(sign.scalar) {
        case ")", "]", "}", "」", "』", "）", "】", "》", "〉": return true
        case "\"", "'", "“", "”", "’", "‘", "»", "«", "›", "‹":
            return index + 1 == tokens.count || tokens[index + 1].span.start > token.span.end
                || tokens[index + 1].kind == .punctuation
        default: return false
        }
    }

    /// An emoji or emoticon, which belongs to the sentence before it: "Great. :) See you."
    private func isEmotion(_ token: Token) -> Bool {
        guard token.kind == .symbol else { return false }
        let first = reader.sign(at: token.span.start)
        return first.kind == .pictograph
            || token.span.count > 1 && ":;=".unicodeScalars.contains { first.is($0) }
    }

    private func isBoundary(_ terminal: Terminal, before index: Int) -> Bool {
        if terminal == .certain { return true }
        let next = opening(at: index)
        let sign = reader.sign(at: next.span.start)
        guard tokens[index].span.start > tokens[index - 1].span.end else {
            // `stehen.Gleichzeitig`
            return terminal != .abbreviation && sign.kind == .upper && next.kind == .word
        }
        switch terminal {
        case .certain: return true
        // Careless writers begin with a small letter, but behind a quotation it goes on: "Really?" he asked.
        case .fullStop, .call: return !isContinuing(next)
        case .ellipsis, .closed: return beginsSentence(sign, next)
        case .abbreviation:
            return next.span.count <= CommonWords.longest
                && CommonWords.beginsSentence(reader.string(next.span.range))
        }
    }

    /// The token behind quotation marks and brackets that open, which shows how the next sentence begins.
    private func opening(at index: Int) -> Token {
        var index = index
        while index + 1 < tokens.count, tokens[index].kind == .punctuation,
            Self.openers.contains(reader.sign(at: tokens[index].span.start).scalar)
        {
            index += 1
        }
        return tokens[index]
    }

    private static let openers = Set("„“‚‘»«›‹\"'([–—-¿¡”".unicodeScalars.map(\.value))

    private func beginsSentence(_ sign: Sign, _ token: Token) -> Bool {
        sign.kind != .lower && !isContinuing(token)
    }

    /// Signs that go on with the sentence before them.
    private func isContinuing(_ token: Token) -> Bool {
        guard token.kind == .punctuation else { return false }
        switch Unicode.Scalar(reader.sign(at: token.span.start).scalar) {
        case ",", ";", ":", ")", "]", "}", ".", "!", "?", "…", "/": return true
        default: return false
        }
    }
}
