import Articles

/// What stands between two marks of quotation.
struct Quotation: Sendable {
    /// With the marks.
    let span: Span
    let content: Span
    let wordCount: Int
    /// Whether it begins small or ends within a sentence: `eine „sehr gute Lösung“`.
    let isPart: Bool
    /// Whether it is nothing but a name: `„Der Bote“`.
    let isName: Bool
}

extension ParagraphReading {
    /// The quotations of the paragraph, none inside another.
    func quotations() -> [Quotation] {
        var found: [Quotation] = []
        var open: (index: Int, mark: String)?
        for (index, piece) in passage.pieces.enumerated() where passage.mayBeQuotationMark(piece) {
            let mark = passage.string(of: index..<index + 1)
            if let begun = open, QuotationMarks.closes(mark, begun.mark) {
                if index > begun.index + 1 { found.append(quotation(begun.index..<index + 1)) }
                open = nil
            } else if QuotationMarks.isOpening(mark), mark != "‚", open == nil || mark != "\"" {
                open = (index, mark)
            }
        }
        return found
    }

    private func quotation(_ range: Range<Int>) -> Quotation {
        let inner = range.lowerBound + 1..<range.upperBound - 1
        let words = inner.filter { passage.pieces[$0].isWord }
        let isNamed = words.allSatisfy { passage.pieces[$0].isCapital || item(at: $0) != nil }
        return Quotation(
            span: passage.span(of: range), content: passage.span(of: inner), wordCount: words.count,
            isPart: !passage.pieces[inner.lowerBound].isCapital
                || !isWord(inner.upperBound - 1, ".", "!", "?", ",", "…"),
            isName: words.count <= 4 && isNamed && words.count > 0
                && !isWord(inner.upperBound - 1, ".", "!", "?", ",") || isTitle(range))
    }

    /// `Den Namen der Sendung gab der Sender bekannt: „…“`: what has a title, and no sentence in the marks.
    private func isTitle(_ quote: Range<Int>) -> Bool {
        let words = quote.filter { passage.pieces[$0].isWord }.count
        guard words <= 8, !isWord(quote.upperBound - 2, ".", "!", "?", ","), quote.lowerBound > 0 else {
            return false
        }
        let start = max(passage.sentence(of: quote.lowerBound - 1).lowerBound, quote.lowerBound - 15)
        return (start..<quote.lowerBound).contains { index in
            guard passage.pieces[index].isCapital else { return false }
            let word = passage.word(index)
            return Self.titled.contains { word.hasSuffix($0) }
        }
    }

    private static let titled = [
        "titel", "namen", "film", "films", "sendung", "serie", "buch", "buches", "roman", "album",
        "lied",
        "song",
    ]
}
