import Articles

/// What looks like a name although nobody has tagged it: where `c` stops.
extension OpenArticle {
    func candidate(_ direction: Direction) -> Span? {
        var paragraph = text.paragraphIndex(at: selection.span.start)
        let step = direction == .forward ? 1 : -1
        while 0 <= paragraph, paragraph < text.paragraphCount {
            let found = stops(inParagraph: paragraph)
            let next =
                switch direction {
                case .forward: found.first { $0.start > selection.span.start && $0 != selection.span }
                case .backward: found.last { $0.start < selection.span.start }
                }
            if let next { return next }
            paragraph += step
        }
        return nil
    }

    /// Mentions, and candidates that no mention covers.
    private func stops(inParagraph index: Int) -> [Span] {
        let mentions = annotations.mentions.overlapping(text.paragraph(index))
            .filter { $0.status != .rejected && !$0.isQuiet }.map(\.bounds)
        let others = candidates(in: text.tokens(inParagraph: index)).filter { candidate in
            !mentions.contains { $0.overlaps(candidate) }
        }
        return (mentions + others).sorted()
    }

    /// Runs of at least two capitalised words (`Haus der Kulturen`), and single words that no common noun looks like:
    /// `EU`, `iPhone`, `NATO-Rat`. A capital alone says nothing in German.
    func candidates(in tokens: [Token]) -> [Span] {
        var found: [Span] = []
        var index = 0
        while index < tokens.count {
            guard isCapitalised(tokens[index]) else {
                index += 1
                continue
            }
            var last = index
            var next = index + 1
            while next < tokens.count {
                if isCapitalised(tokens[next]) {
                    last = next
                } else if next - last > 2 || !Self.connectors.contains(text.string(in: tokens[next].span)) {
                    break
                }
                next += 1
            }
            if last > index || hasNameShape(tokens[index]) {
                found.append(tokens[index].span.union(tokens[last].span))
            }
            index = last + 1
        }
        return found
    }

    private static let connectors: Set<String> = [
        "von", "vom", "van", "de", "del", "della", "der", "des", "du", "für", "und", "of", "the", "for", "al",
        "bin", "zu",
        "&",
    ]

    private func isCapitalised(_ token: Token) -> Bool {
        guard token.kind == .word, token.span.count <= 128 else { return false }
        return text.string(in: token.span).unicodeScalars.first?.properties.isUppercase ?? false
    }

    private func hasNameShape(_ token: Token) -> Bool {
        text.string(in: token.span).unicodeScalars.dropFirst().contains { $0.properties.isUppercase }
    }
}
