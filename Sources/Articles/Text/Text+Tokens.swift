extension Text {
    /// Tokens and sentences of a paragraph, made anew each time: for whoever reads the whole text once.
    public func tokenized(paragraph index: Int) -> TokenizedParagraph {
        let span = paragraph(index)
        return withBytes { TokenizedParagraph($0, in: span.range) }
    }

    /// The tokens of a paragraph in order; white space is in none.
    public func tokens(inParagraph index: Int) -> [Token] { cached(paragraph: index).tokens }

    /// The sentences of a paragraph in order, without the white space between them.
    public func sentences(inParagraph index: Int) -> [Span] { cached(paragraph: index).sentences }

    private func cached(paragraph index: Int) -> TokenizedParagraph {
        tokenCache.value(index) { tokenized(paragraph: index) }
    }

    /// The tokens that share a byte with the span, also across paragraphs.
    public func tokens(in span: Span) -> [Token] {
        guard !span.isEmpty else { return [] }
        return (paragraphIndex(at: span.start)...paragraphIndex(at: span.end - 1)).flatMap { paragraph in
            let tokens = tokens(inParagraph: paragraph)
            let first = tokens.partitioningIndex { $0.span.end > span.start }
            return tokens[first...].prefix { $0.span.start < span.end }
        }
    }

    /// The token that an offset lies in; none in white space.
    public func token(at offset: Int) -> Token? {
        let tokens = tokens(inParagraph: paragraphIndex(at: offset))
        let index = tokens.partitioningIndex { $0.span.end > offset }
        guard index < tokens.count, tokens[index].span.contains(offset) else { return nil }
        return tokens[index]
    }

    /// The first token that begins at the offset or later, so that `token(after: token.span.end)` is the next one.
    public func token(after offset: Int) -> Token? {
        for paragraph in paragraphIndex(at: offset)..<paragraphCount where !self.paragraph(paragraph).isEmpty
        {
            let tokens = tokens(inParagraph: paragraph)
            let index = tokens.partitioningIndex { $0.span.start >= offset }
            if index < tokens.count { return tokens[index] }
        }
        return nil
    }

    /// The last token that ends at the offset or earlier, so that `token(before: token.span.start)` is the previous one.
    public func token(before offset: Int) -> Token? {
        for paragraph in (0...paragraphIndex(at: offset)).reversed() where !self.paragraph(paragraph).isEmpty
        {
            let tokens = tokens(inParagraph: paragraph)
            let index = tokens.partitioningIndex { $0.span.end > offset }
            if index > 0 { return tokens[index - 1] }
        }
        return nil
    }

    /// The sentence that an offset lies in; in the white space of a paragraph the one before it, else the first.
    public func sentence(at offset: Int) -> Span? {
        let sentences = sentences(inParagraph: paragraphIndex(at: offset))
        let following = sentences.partitioningIndex { $0.start > offset }
        return following > 0 ? sentences[following - 1] : sentences.first
    }
}
