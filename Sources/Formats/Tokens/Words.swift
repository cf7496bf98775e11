import Articles

/// The tokens of a text, cut wherever a mention begins or ends, so that every mention is a whole number of them.
///
///     [Nord]korea.      tokens: Nord|korea|.      with the white space that formats of tokens leave out
struct Words {
    struct Word: Hashable {
        var start: Int
        var end: Int
        /// Whether a sentence begins here; none begins within a mention.
        var beginsSentence = false
        /// Whether one blank follows and belongs to the word.
        var hasBlank = false
    }

    /// What becomes of white space.
    enum Blanks {
        case leftOut
        /// One blank belongs to the word before it, unless a mention's edge lies there; all other white space is a word,
        /// as in spaCy.
        case words
    }

    private(set) var words: [Word] = []
    private let text: Text
    private let blanks: Blanks
    /// All places at which words are cut, and those at which a mention begins or ends.
    private let cuts: [Int]
    private var nextCut = 0
    private let starts: Set<Int>
    private let ends: Set<Int>
    /// The stretches that no sentence boundary interrupts, in order.
    private var together: ArraySlice<Span>

    init(_ text: Text, cutBy mentions: some Sequence<Mention>, blanks: Blanks) {
        self.text = text
        self.blanks = blanks
        var (cuts, starts, ends): ([Int], Set<Int>, Set<Int>) = ([], [], [])
        var together: [Span] = []
        for mention in mentions {
            let spans = mention.spans
            for fragment in spans.fragments {
                cuts.append(fragment.start)
                cuts.append(fragment.end)
                if blanks == .words {
                    starts.insert(fragment.start)
                    ends.insert(fragment.end)
                }
            }
            if let last = together.last, spans.start < last.end {
                together[together.count - 1] = last.union(spans.bounds)
            } else {
                together.append(spans.bounds)
            }
        }
        cuts.sort()
        (self.cuts, self.starts, self.ends, self.together) = (cuts, starts, ends, together[...])
        words.reserveCapacity(text.byteCount / 5)
        for paragraph in 0..<text.paragraphCount { add(text.tokenized(paragraph: paragraph)) }
        if blanks == .words { addBlanks(upTo: text.byteCount) }
    }

    private mutating func add(_ paragraph: TokenizedParagraph) {
        var sentences = paragraph.sentences[...]
        var beginsSentence = true
        for token in paragraph.tokens {
            while let sentence = sentences.first, sentence.end <= token.span.start {
                sentences.removeFirst()
                beginsSentence = true
            }
            if text.isPlain(token.span) {
                add(token.span.start, token.span.end, &beginsSentence)
            } else {
                for part in text.parts(of: token.span) { add(part.start, part.end, &beginsSentence) }
            }
        }
    }

    private mutating func add(_ start: Int, _ end: Int, _ beginsSentence: inout Bool) {
        var start = start
        if blanks == .words { addBlanks(upTo: start) }
        while let stretch = together.first, stretch.end <= start { together.removeFirst() }
        let isWithin = together.first.map { $0.start < start } ?? false
        var begins = beginsSentence && !isWithin
        while start < end {
            while nextCut < cuts.count, cuts[nextCut] <= start { nextCut += 1 }
            let cut = nextCut < cuts.count ? min(end, cuts[nextCut]) : end
            words.append(Word(start: start, end: cut, beginsSentence: begins || words.isEmpty))
            begins = false
            start = cut
        }
        beginsSentence = false
    }

    private mutating func addBlanks(upTo end: Int) {
        var start = words.last?.end ?? 0
        guard start < end else { return }
        if let last = words.last, text.withBytes({ $0[start] == 32 }), !starts.contains(start),
            !ends.contains(start + 1)
        {
            words[words.count - 1] = Word(
                start: last.start, end: last.end, beginsSentence: last.beginsSentence, hasBlank: true)
            start += 1
        }
        while start < end {
            while nextCut < cuts.count, cuts[nextCut] <= start { nextCut += 1 }
            let cut = nextCut < cuts.count ? min(end, cuts[nextCut]) : end
            words.append(Word(start: start, end: cut, beginsSentence: words.isEmpty))
            start = cut
        }
    }
}

extension Text {
    /// Whether a token is nothing but visible ASCII, and no word that begins a document.
    fileprivate func isPlain(_ token: Span) -> Bool {
        withBytes { bytes in
            for index in token.range where bytes[index] <= 32 || bytes[index] >= 127 { return false }
            return token.count != 10 || !bytes[token.range].elementsEqual("-DOCSTART-".utf8)
        }
    }

    /// The parts of a token that no reader takes apart: readers split at every kind of white space, and a word that
    /// says `-DOCSTART-` would begin a document.
    fileprivate func parts(of token: Span) -> [Span] {
        let word = string(in: token)
        if word == "-DOCSTART-" {
            return [Span(token.start, token.start + 1), Span(token.start + 1, token.end)]
        }
        var parts: [Span] = []
        var (start, end) = (token.start, token.start)
        for scalar in word.unicodeScalars {
            let next = end + UTF8.width(scalar)
            if scalar.isSeparator {
                if start < end { parts.append(Span(start, end)) }
                start = next
            }
            end = next
        }
        if start < end { parts.append(Span(start, end)) }
        return parts
    }
}
