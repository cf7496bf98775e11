import Articles

/// Tokens with their offsets, as the JSON formats of spaCy's family write them.
struct TokenizedJSON {
    let text: Text
    let words: [Words.Word]
    let offsets: OffsetUnits
    /// How many code points lie before the start and the end of each word.
    let starts: [Int]
    let ends: [Int]

    init(_ document: Document, blanks: Words.Blanks) {
        text = document.text
        words = Words(text, cutBy: document.annotations.mentions, blanks: blanks).words
        let offsets = OffsetUnits(text, .codePoints)
        self.offsets = offsets
        starts = words.map { offsets.count(before: $0.start) }
        ends = words.map { offsets.count(before: $0.end) }
    }

    /// The first and last word of a span that consists of whole words.
    func words(in span: Span) -> (first: Int, last: Int) {
        let first = words.partitioningIndex { $0.start >= span.start }
        let next = words.partitioningIndex { $0.start >= span.end }
        return (first, max(first, next - 1))
    }
}

extension Document {
    /// The mentions that tags of tokens can say: of those that share text the longest.
    var flatMentions: [Mention] { Layers(annotations.mentions, in: text, for: [.blank]).kept }
}
