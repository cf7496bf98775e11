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
        let isOne = span.end <= boundary(after: span.start)
        switch direction {
        case .forward where selection.facesLeft && !isOne:
            selectCharacters(Span(boundary(after: span.start), span.end), towards: .backward)
        case .forward:
            selectCharacters(Span(span.start, boundary(after: span.end)), towards: .forward)
        case .backward where selection.facesLeft || isOne:
            selectCharacters(Span(boundary(before: span.start), span.end), towards: .backward)
        case .backward:
            selectCharacters(Span(span.start, boundary(before: span.end)), towards: .forward)
        }
        goalColumn = nil
    }

    /// Selects from character to character, whole ones at both ends, with the free end on one side.
    private mutating func selectCharacters(_ span: Span, towards direction: Direction) {
        let first = Span(span.start, min(span.end, boundary(after: span.start)))
        let last = Span(max(span.start, boundary(before: span.end)), span.end)
        switch direction {
        case .forward: selection = Selection(anchor: first, head: last)
        case .backward: selection = Selection(anchor: last, head: first)
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
