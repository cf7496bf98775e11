import Articles

/// Where the selection can go. Each returns the place or nil at the end of the text; commands repeat and apply them.
extension OpenArticle {
    enum Direction: Sendable {
        case forward, backward
    }

    func token(_ direction: Direction) -> Span? {
        switch direction {
        case .forward: text.token(after: selection.span.end)?.span
        case .backward: text.token(before: selection.span.start)?.span
        }
    }

    func sentence(_ direction: Direction) -> Span? {
        var paragraph = text.paragraphIndex(at: selection.span.start)
        let start = selection.span.start
        while 0 <= paragraph, paragraph < text.paragraphCount {
            let sentences = text.sentences(inParagraph: paragraph)
            switch direction {
            case .forward:
                if let next = sentences.first(where: { $0.start > start }) { return next }
                paragraph += 1
            case .backward:
                if let previous = sentences.last(where: { $0.start < start }) { return previous }
                paragraph -= 1
            }
        }
        return nil
    }

    /// The first token of the next paragraph that is not blank, or of this and the ones before it.
    func paragraphStart(_ direction: Direction) -> Span? {
        let here = text.paragraphIndex(at: selection.span.start)
        switch direction {
        case .forward:
            guard here + 1 < text.paragraphCount else { return nil }
            return text.token(after: text.paragraph(here + 1).start)?.span
        case .backward:
            guard let first = text.tokens(inParagraph: here).first else { return token(.backward) }
            if first.span.start < selection.span.start { return first.span }
            guard let before = text.token(before: first.span.start) else { return nil }
            return text.tokens(inParagraph: text.paragraphIndex(at: before.span.start)).first?.span
        }
    }

    /// The next mention that nobody has rejected.
    func mention(_ direction: Direction) -> Span? {
        switch direction {
        case .forward:
            annotations.mentions.first(from: selection.span.start) {
                $0.status != .rejected && !$0.isQuiet && $0.bounds > selection.span
            }?.bounds
        case .backward:
            annotations.mentions.last(before: selection.span.start + 1) {
                $0.status != .rejected && !$0.isQuiet && $0.bounds < selection.span
            }?.bounds
        }
    }

    /// The next mention that waits for a decision.
    func suggestion(_ direction: Direction) -> Span? {
        switch direction {
        case .forward:
            annotations.mentions.firstOpen(from: selection.span.start) { $0.bounds > selection.span }?.bounds
        case .backward:
            annotations.mentions.lastOpen(before: selection.span.start + 1) { $0.bounds < selection.span }?
                .bounds
        }
    }

    /// The token one or more rows up or down, nearest to the column where the moving began.
    mutating func moveRows(_ count: Int) {
        let offset = selection.head.start
        let here = place(of: offset)
        let column = goalColumn ?? layout(here.paragraph).column(of: offset, inRow: here.row)
        var there = place(here, movedBy: count)
        var target = token(at: there, column: column)
        // A row may have nothing to select, or only more of the word that is selected: go on in the same direction.
        while target == nil || target == selection.span {
            let next = place(there, movedBy: count < 0 ? -1 : 1)
            if next == there { break }
            there = next
            target = token(at: there, column: column)
        }
        if let target { select(target) }
        goalColumn = column
    }

    /// The token drawn at a column of a row, or the one before it; nil in a row of blanks.
    private func token(at place: Place, column: Int) -> Span? {
        let layout = layout(place.paragraph)
        let row = layout.rows[place.row].span
        let offset = layout.offset(atColumn: column, inRow: place.row)
        let tokens = text.tokens(inParagraph: place.paragraph)
        let behind = tokens.partitioningIndex { $0.span.start > offset }
        let following = behind < tokens.count ? tokens[behind].span : nil
        let own = following.flatMap { $0.start < row.end ? $0 : nil }
        guard behind > 0 else { return own }
        let nearest = tokens[behind - 1].span
        // One that begins in a row above is meant only when the row has no other.
        return nearest.start >= row.start ? nearest : own ?? (nearest.end > row.start ? nearest : nil)
    }

    /// The first or last token of the row that the cursor is in.
    func rowEdge(_ direction: Direction) -> Span? {
        let here = place(of: selection.head.start)
        let row = layout(here.paragraph).rows[here.row].span
        let tokens = text.tokens(inParagraph: here.paragraph).map(\.span)
        switch direction {
        case .forward: return tokens.last { $0.start < row.end }
        case .backward: return tokens.first { $0.start >= row.start }
        }
    }
}
