import Articles

/// How the selection changes its size.
extension OpenArticle {
    /// Moves the free end by one token.
    mutating func extend(_ direction: Direction) {
        let head = selection.head
        let next =
            switch direction {
            case .forward: text.token(after: head.end)?.span
            case .backward: text.token(before: head.start)?.span
            }
        guard let next else { return }
        selection = Selection(anchor: selection.anchor, head: next)
        goalColumn = nil
    }

    /// Moves the free end by one character; the selection keeps at least one.
    mutating func extendByCharacter(_ direction: Direction) {
        let span = selection.span
        switch direction {
        case .forward where selection.facesLeft:
            let next = boundary(after: span.start)
            if next < span.end { selection = Selection(anchor: selection.anchor, head: Span(next, span.end)) }
        case .forward:
            selection = Selection(Span(span.start, boundary(after: span.end)))
        case .backward where selection.facesLeft || span.count <= boundary(after: span.start) - span.start:
            let start = boundary(before: span.start)
            selection = Selection(
                anchor: Span(max(start, span.end - 1), span.end), head: Span(start, span.end))
        case .backward:
            selection = Selection(Span(span.start, boundary(before: span.end)))
        }
    }

    /// Selects the next larger unit around the selection: token, name, clause, sentence, paragraph, text.
    mutating func grow() {
        let span = selection.span
        guard let larger = units(around: span).filter({ $0.contains(span) && $0 != span }).min(by: isShorter)
        else { return }
        smallerSelections.append(selection)
        selection = Selection(larger)
    }

    mutating func shrink() {
        if let smaller = smallerSelections.popLast() {
            selection = smaller
        } else if let token = text.token(at: selection.span.start), token.span != selection.span {
            selection = Selection(token.span)
        }
    }

    private func isShorter(_ left: Span, _ right: Span) -> Bool { left.count < right.count }

    private func units(around span: Span) -> [Span] {
        let paragraph = text.paragraphIndex(at: span.start)
        let tokens = text.tokens(inParagraph: paragraph)
        var units = annotations.mentions.overlapping(span).map(\.bounds)
        if let token = text.token(at: span.start) { units.append(token.span) }
        if let name = candidates(in: tokens).first(where: { $0.contains(span) }) { units.append(name) }
        if let sentence = text.sentences(inParagraph: paragraph).first(where: { $0.contains(span) }) {
            units.append(sentence)
            if let clause = clause(around: span, in: tokens.map(\.span).filter(sentence.contains)) {
                units.append(clause)
            }
        }
        units.append(text.paragraph(paragraph))
        units.append(text.bounds)
        return units
    }

    /// The tokens around the span up to the punctuation on both sides.
    private func clause(around span: Span, in tokens: [Span]) -> Span? {
        func isBreak(_ token: Span) -> Bool {
            Self.clauseBreaks.contains(text.string(in: token))
        }
        guard let inner = tokens.firstIndex(where: { $0.end > span.start }) else { return nil }
        var first = inner
        while first > 0, !isBreak(tokens[first - 1]) { first -= 1 }
        var last = inner
        while last + 1 < tokens.count, tokens[last].end < span.end || !isBreak(tokens[last + 1]) { last += 1 }
        return tokens[first].union(tokens[last])
    }

    private static let clauseBreaks: Set<String> = [
        ",", ";", ":", ".", "!", "?", "…", "–", "—", "(", ")", "[", "]", "„", "“", "”", "»", "«", "\"", "/",
    ]

    private func boundary(after offset: Int) -> Int {
        let end = min(text.byteCount, offset + 64)
        guard offset < end, let first = text.string(in: Span(offset, end)).first else { return offset }
        return min(text.byteCount, offset + max(1, String(first).utf8.count))
    }

    private func boundary(before offset: Int) -> Int {
        let start = text.paragraph(text.paragraphIndex(at: max(0, offset - 1))).start
        guard start < offset, let last = text.string(in: Span(start, offset)).last else {
            return max(0, offset - 1)
        }
        return max(0, offset - String(last).utf8.count)
    }
}
