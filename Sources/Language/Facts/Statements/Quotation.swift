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
    /// The quotations of the paragraph in reading order, none inside another.
    func quotations() -> [Quotation] {
        var found: [Quotation] = []
        var inner: [Quotation] = []
        var open: [(index: Int, mark: String)] = []
        for (index, piece) in passage.pieces.enumerated() where passage.mayBeQuotationMark(piece) {
            let mark = passage.string(of: index..<index + 1)
            if let begun = open.last, QuotationMarks.closes(mark, begun.mark) {
                open.removeLast()
                guard index > begun.index + 1 else { continue }
                let quotation = quotation(begun.index..<index + 1)
                if open.isEmpty {
                    // What stands inside it is a part of it.
                    inner = []
                    found.append(quotation)
                } else {
                    inner.append(quotation)
                }
            } else if QuotationMarks.isOpening(mark), mark != "‚", open.isEmpty || mark != "\"" {
                open.append((index, mark))
            }
        }
        // What nobody closed is no quotation, but what stands behind its mark may be.
        return found + inner
    }

    private func quotation(_ range: Range<Int>) -> Quotation {
        let inner = range.lowerBound + 1..<range.upperBound - 1
        let words = inner.filter { passage.pieces[$0].isWord }
        let isNamed = words.allSatisfy { passage.pieces[$0].isCapital || item(at: $0) != nil }
        return Quotation(
            span: passage.span(of: range), content: passage.span(of: inner), wordCount: words.count,
            isPart: !passage.pieces[inner.lowerBound].isCapital
                || !isWord(inner.upperBound - 1, ".", "!", "?", ",", "…"),
            isName: isAddress(words)
                || words.count <= 4 && isNamed && words.count > 0
                    && !isWord(inner.upperBound - 1, ".", "!", "?", ",")
                || isTitle(range) || words.count <= 4 && isTeller(range))
    }

    /// `wie die „Aktion Bonn hilft“ gestern mitteilte`
    private func isTeller(_ quote: Range<Int>) -> Bool {
        let start = max(passage.sentence(of: quote.lowerBound).lowerBound, quote.lowerBound - 3)
        return (start..<quote.lowerBound).contains { isWord($0, "wie", "Wie") }
            && !isWord(quote.upperBound - 2, ".", "!", "?", ",") && quote.upperBound < passage.pieces.count
            && passage.pieces[quote.upperBound].isWord && !passage.pieces[quote.upperBound].isCapital
    }

    /// `laut „bote.de“`
    private func isAddress(_ words: [Int]) -> Bool {
        words.count == 1 && words.allSatisfy { passage.string(of: $0..<$0 + 1).dropLast().contains(".") }
    }

    /// `Den Namen der Sendung gab der Sender bekannt: „…“`: what has a title, and no sentence in the marks.
    private func isTitle(_ quote: Range<Int>) -> Bool {
        let words = quote.filter { passage.pieces[$0].isWord }.count
        guard words <= 8, !isWord(quote.upperBound - 2, ".", "!", "?", ","), quote.lowerBound > 0 else {
            return false
        }
        let before = passage.word(quote.lowerBound - 1)
        if passage.pieces[quote.lowerBound - 1].isCapital, Self.named.contains(where: before.hasSuffix) {
            return true
        }
        let start = max(passage.sentence(of: quote.lowerBound - 1).lowerBound, quote.lowerBound - 15)
        return (start..<quote.lowerBound).contains { index in
            guard passage.pieces[index].isCapital else { return false }
            let word = passage.word(index)
            return Self.titled.contains { word.hasSuffix($0) }
        }
    }

    /// Nouns that have a name right behind them.
    private static let named = [
        "magazin", "magazins", "magazines", "zeitung", "zeitschrift", "portal", "modell", "modells",
        "programm", "gruppe",
        "kategorie", "rubrik", "motto", "überschrift", "projekt", "bereich",
    ]

    private static let titled = [
        "titel", "namen", "film", "films", "sendung", "serie", "buch", "buches", "roman", "album",
        "lied",
        "song",
    ]
}
