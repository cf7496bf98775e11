import Articles

/// CoNLL-2003 in IOB2: a token a line as `word _ _ B-PER`, an empty line between sentences.
///
/// A mention keeps its exact boundaries: a token is cut where a mention begins or ends in it, and no sentence ends within
/// a mention. Of mentions that share text the longest is kept. Source: Tjong Kim Sang and De Meulder, "Introduction to
/// the CoNLL-2003 Shared Task", 2003; the scheme is IOB2, which today's readers expect.
extension Format {
    static let conll2003 = Format(
        name: "conll2003", title: "CoNLL-2003, IOB2", extensions: ["conll", "iob2"],
        carries: [.mentions, .returns, .controls],
        write: Writer(.anyNumber()) { document, _, output in
            output.bytes += CoNLLSentences.write(document)
        })
}

/// Walks through tokens and mentions side by side, both in reading order.
private struct CoNLLSentences {
    private let text: Text
    private let mentions: [Mention]
    /// The first mention that does not end before the next token, and whether a token of it is written.
    private var current = 0
    private var hasBegun = false
    /// Whether a sentence ended behind the token that was written last.
    private var isAtBreak = false
    private var hasWords = false
    private var output = Output()

    static func write(_ document: Document) -> [UInt8] {
        var sentences = CoNLLSentences(document)
        sentences.writeAll()
        return sentences.output.bytes
    }

    private init(_ document: Document) {
        text = document.text
        mentions = Layers(document.annotations.mentions, in: text, for: Format.conll2003.carries).kept
    }

    private mutating func writeAll() {
        output.write("-DOCSTART- -X- O O\n\n")
        for paragraph in 0..<text.paragraphCount {
            var sentences = text.sentences(inParagraph: paragraph)[...]
            for token in text.tokens(inParagraph: paragraph) {
                while let sentence = sentences.first, sentence.end <= token.span.start {
                    sentences.removeFirst()
                    isAtBreak = true
                }
                for word in text.words(in: token.span) { write(word) }
            }
            isAtBreak = true
        }
        output.write("\n")
    }

    /// Writes a word, cut where mentions begin and end.
    private mutating func write(_ word: Span) {
        var start = word.start
        while start < word.end {
            while current < mentions.count, mentions[current].bounds.end <= start { advance() }
            var end = word.end
            var tag = "O"
            if current < mentions.count {
                let mention = mentions[current]
                let isInside = mention.bounds.start <= start
                end = min(end, isInside ? mention.bounds.end : mention.bounds.start)
                if isInside { tag = (hasBegun ? "I-" : "B-") + Self.clean(mention.label) }
            }
            if isAtBreak, hasWords, !hasBegun { output.write("\n") }
            (isAtBreak, hasWords) = (false, true)
            hasBegun = tag != "O"
            output.write("\(text.string(in: Span(start, end))) _ _ \(tag)\n")
            start = end
        }
    }

    private mutating func advance() {
        current += 1
        hasBegun = false
    }

    private static func clean(_ label: Label) -> String {
        label.name.isEmpty ? "_" : label.name.mapScalars { $0.isSeparator ? "_" : $0 }
    }
}

extension Text {
    /// The parts of a token that no reader takes apart: readers split at every kind of white space, and a word that
    /// says `-DOCSTART-` would begin a document.
    fileprivate func words(in token: Span) -> [Span] {
        let isPlain = withBytes { bytes in bytes[token.range].allSatisfy { $0 > 32 && $0 < 127 } }
        if isPlain {
            guard token.count == 10, string(in: token) == "-DOCSTART-" else { return [token] }
            return [Span(token.start, token.start + 1), Span(token.start + 1, token.end)]
        }
        var words: [Span] = []
        var (start, end) = (token.start, token.start)
        for scalar in string(in: token).unicodeScalars {
            let next = end + UTF8.width(scalar)
            if scalar.isSeparator {
                if start < end { words.append(Span(start, end)) }
                start = next
            }
            end = next
        }
        if start < end { words.append(Span(start, end)) }
        return words
    }
}
