/// Reads the frame of a passage: what its small words are, what lies in quotes, and where a subject is likely.
///
///     Danach sagte der Minister Rutte      `der` behind a verb begins the subject
struct SentenceReader: Sendable {
    let reading: ParagraphReading
    /// What each piece is; nil for words of the open classes.
    let words: [FunctionWord?]
    /// The number of the quote around each piece; 0 outside.
    let quotes: [Int]
    let isEnglish: Bool

    init(_ reading: ParagraphReading) {
        self.reading = reading
        let passage = reading.passage
        isEnglish = passage.tongue == .english
        let table = FunctionWord.table(passage.tongue)
        words = passage.folded.withUnsafeBufferPointer { folded in
            passage.pieces.map { piece in
                guard piece.isWord, piece.shape != .upper || piece.end - piece.start < 2,
                    piece.end - piece.start <= 13
                else { return nil }
                return table.value(of: UnsafeBufferPointer(rebasing: folded[piece.start..<piece.end]))
            }
        }
        quotes = Self.quotes(in: passage)
    }

    var passage: Passage { reading.passage }
    var pieces: [Piece] { reading.passage.pieces }

    private static func quotes(in passage: Passage) -> [Int] {
        var quotes = Array(repeating: 0, count: passage.pieces.count)
        var count = 0
        var open: String?
        for (index, piece) in passage.pieces.enumerated() {
            if passage.mayBeQuotationMark(piece) {
                let mark = passage.string(of: index..<index + 1)
                if let begun = open, QuotationMarks.closes(mark, begun) {
                    open = nil
                } else if open == nil, QuotationMarks.isOpening(mark) {
                    open = mark
                    count += 1
                }
            }
            if open != nil { quotes[index] = count }
        }
        // What nobody closed is no quote.
        if open != nil { for index in quotes.indices where quotes[index] == count { quotes[index] = 0 } }
        return quotes
    }

    func isSign(_ index: Int, _ sign: StaticString) -> Bool { passage.word(at: index, is: sign) }

    func isLower(_ index: Int) -> Bool { pieces.indices.contains(index) && pieces[index].shape == .lower }

    func isCapital(_ index: Int) -> Bool { pieces.indices.contains(index) && pieces[index].isCapital }

    func word(_ index: Int) -> FunctionWord? { words.indices.contains(index) ? words[index] : nil }

    /// Whether the piece looks like a finite verb.
    func isVerb(_ index: Int) -> Bool {
        guard isLower(index) || pieces.indices.contains(index) && pieces[index].startsSentence else {
            return false
        }
        if let word = word(index) { return word.isVerb }
        let piece = pieces[index]
        guard piece.end - piece.start > 3, piece.shape == .lower else { return false }
        return isEnglish
            ? hasEnding(index, "ed")
            : hasEnding(index, "t") || hasEnding(index, "te") || hasEnding(index, "ten")
    }

    func hasEnding(_ index: Int, _ ending: StaticString) -> Bool {
        let (start, end) = (pieces[index].start, pieces[index].end)
        guard end - start >= ending.utf8CodeUnitCount else { return false }
        return passage.folded[(end - ending.utf8CodeUnitCount)..<end].elementsEqual(
            UnsafeBufferPointer(start: ending.utf8Start, count: ending.utf8CodeUnitCount))
    }

    /// Whether the small word can be an adjective before a noun.
    func isAdjective(_ index: Int) -> Bool {
        guard isLower(index), word(index) == nil, pieces[index].end - pieces[index].start > 2 else {
            return false
        }
        if isEnglish { return true }
        return hasEnding(index, "e") || hasEnding(index, "en") || hasEnding(index, "er")
            || hasEnding(index, "es") || hasEnding(index, "em")
    }

    /// Whether what begins at a piece can be the subject, by what stands before it.
    func canBeSubject(_ start: Int, in sentence: Range<Int>, _ determiner: Determiner?) -> Bool {
        if let determiner, determiner.subject.isEmpty { return false }
        var before = start - 1
        while before >= sentence.lowerBound, passage.mayBeQuotationMark(pieces[before]) { before -= 1 }
        guard before >= sentence.lowerBound else { return true }
        if pieces[before].shape == .sign { return isSign(before, ":") || isSign(before, "–") }
        // "Lenz und Brandt" has no new subject, "…, und Brandt kam" has.
        if isSign(before, "und") || isSign(before, "oder") || isSign(before, "and") || isSign(before, "or") {
            return before > sentence.lowerBound && !isCapital(before - 1) && !isSign(before - 1, ")")
        }
        if let word = word(before) { return word.isVerb || word.isConjunction }
        return isVerb(before) || isSign(before, "so")
    }
}
