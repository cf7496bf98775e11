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

        var range: Range<Int> { start..<end }
    }

    /// What becomes of white space.
    enum Blanks {
        case leftOut
        /// One blank belongs to the word before it, unless a mention's edge lies there; all other white space is a word,
        /// as in spaCy.
        case words
    }

    /// Offsets that are asked for in order.
    private struct Places {
        private let sorted: [Int]
        private var next = 0

        init(_ offsets: [Int]) { sorted = offsets.sorted() }

        mutating func contains(_ offset: Int) -> Bool {
            while next < sorted.count, sorted[next] < offset { next += 1 }
            return next < sorted.count && sorted[next] == offset
        }
    }

    private(set) var words: [Word] = []
    private let text: Text
    private let blanks: Blanks
    /// All places at which words are cut, and those at which a mention begins or ends.
    private let cuts: [Int]
    private var nextCut = 0
    private var starts: Places
    private var ends: Places
    /// The stretches that no sentence boundary interrupts, in order, and the first that is not over.
    private let together: [Span]
    private var nextTogether = 0

    init(_ text: Text, cutBy mentions: some Sequence<Mention>, blanks: Blanks) {
        self.text = text
        self.blanks = blanks
        var (cuts, starts, ends): ([Int], [Int], [Int]) = ([], [], [])
        var together: [Span] = []
        for mention in mentions {
            let spans = mention.spans
            func cut(_ fragment: Span) {
                cuts.append(fragment.start)
                cuts.append(fragment.end)
                if blanks == .words {
                    starts.append(fragment.start)
                    ends.append(fragment.end)
                }
            }
            if spans.isContiguous { cut(spans.bounds) } else { spans.fragments.forEach(cut) }
            if let last = together.last, spans.start < last.end {
                together[together.count - 1] = last.union(spans.bounds)
            } else {
                together.append(spans.bounds)
            }
        }
        if zip(cuts, cuts.dropFirst()).contains(where: >) { cuts.sort() }
        (self.cuts, self.starts, self.ends, self.together) = (cuts, Places(starts), Places(ends), together)
        words.reserveCapacity(text.byteCount / 5)
        text.withBytes { bytes in
            for paragraph in 0..<text.paragraphCount { add(text.tokenized(paragraph: paragraph), bytes) }
            if blanks == .words { addBlanks(upTo: bytes.count, bytes) }
        }
    }

    private mutating func add(_ paragraph: TokenizedParagraph, _ bytes: UnsafeBufferPointer<UInt8>) {
        var sentence = 0
        var beginsSentence = true
        for token in paragraph.tokens {
            while sentence < paragraph.sentences.count, paragraph.sentences[sentence].end <= token.span.start
            {
                sentence += 1
                beginsSentence = true
            }
            if Self.isPlain(token.span, bytes) {
                add(token.span.start, token.span.end, &beginsSentence, bytes)
            } else {
                for part in text.parts(of: token.span) { add(part.start, part.end, &beginsSentence, bytes) }
            }
        }
    }

    private mutating func add(
        _ start: Int, _ end: Int, _ beginsSentence: inout Bool, _ bytes: UnsafeBufferPointer<UInt8>
    ) {
        var start = start
        if blanks == .words { addBlanks(upTo: start, bytes) }
        while nextTogether < together.count, together[nextTogether].end <= start { nextTogether += 1 }
        let isWithin = nextTogether < together.count && together[nextTogether].start < start
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

    private mutating func addBlanks(upTo end: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
        var start = words.last?.end ?? 0
        guard start < end else { return }
        let isEdge = starts.contains(start) || ends.contains(start + 1)
        if !words.isEmpty, bytes[start] == 32, !isEdge {
            words[words.count - 1].hasBlank = true
            start += 1
        }
        while start < end {
            while nextCut < cuts.count, cuts[nextCut] <= start { nextCut += 1 }
            let cut = nextCut < cuts.count ? min(end, cuts[nextCut]) : end
            words.append(Word(start: start, end: cut, beginsSentence: words.isEmpty))
            start = cut
        }
    }

    /// Whether a token surely has no white space in it, and is no word that begins a document.
    private static func isPlain(_ token: Span, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        for byte in bytes[token.range] {
            switch byte {
            // What white space beyond ASCII begins with; umlauts do not.
            case ...32, 127, 0xC2, 0xE1...0xE3: return false
            default: break
            }
        }
        return token.count != 10 || !bytes[token.range].elementsEqual("-DOCSTART-".utf8)
    }
}

extension Text {
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
