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
        offsets = OffsetUnits(text, .codePoints)
        var cursor = OffsetUnits.Cursor(offsets)
        var (starts, ends): ([Int], [Int]) = ([], [])
        starts.reserveCapacity(words.count)
        ends.reserveCapacity(words.count)
        for word in words {
            starts.append(cursor.count(before: word.start))
            ends.append(cursor.count(before: word.end))
        }
        (self.starts, self.ends) = (starts, ends)
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
