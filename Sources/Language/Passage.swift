import Articles

/// A paragraph made ready for the rules: its pieces, each looked up once, and its sentences.
struct Passage: Sendable {
    /// Where the paragraph stands in the article; pieces count from its start.
    let span: Span
    let bytes: [UInt8]
    /// The same text in lower case, byte for byte as long.
    let folded: [UInt8]
    let tongue: Tongue
    private(set) var pieces: [Piece]
    /// Ranges of pieces; together they hold all pieces.
    private(set) var sentences: [Range<Int>]
    private let lexicon: Lexicon

    init(
        paragraph: Int, of text: Text, tongue: Tongue? = nil, context: Tongue? = nil,
        lexicon: Lexicon = .embedded
    ) {
        span = text.paragraph(paragraph)
        let range = span.range
        bytes = text.withBytes { Array($0[range]) }
        folded = Letters.folded(bytes)
        self.lexicon = lexicon
        pieces = []
        for token in text.tokens(inParagraph: paragraph) where span.contains(token.span) {
            PieceSplitter.split(
                bytes, from: token.span.start - range.lowerBound, to: token.span.end - range.lowerBound,
                into: &pieces)
        }
        self.tongue = tongue ?? Tongue.guess(of: pieces, in: folded, context: context)
        sentences = []
        divide(at: text.sentences(inParagraph: paragraph).map { $0.start - range.lowerBound })
        lookUp()
    }

    /// The place of some pieces in the article.
    func span(of range: Range<Int>) -> Span {
        guard let first = range.first, let last = range.last, pieces.indices.contains(last) else {
            return Span(span.start, span.start)
        }
        return Span(span.start + pieces[first].start, span.start + pieces[last].end)
    }

    func string(of range: Range<Int>) -> String {
        let place = span(of: range)
        return String(decoding: bytes[place.start - span.start..<place.end - span.start], as: UTF8.self)
    }

    /// The pieces of each sentence as they are written.
    var sentenceStrings: [[String]] {
        sentences.map { $0.map { string(of: $0..<$0 + 1) } }
    }

    /// The text of a piece in lower case.
    func word(_ index: Int) -> String {
        guard pieces.indices.contains(index) else { return "" }
        return String(decoding: folded[pieces[index].start..<pieces[index].end], as: UTF8.self)
    }

    /// Whether the piece reads so, in lower case.
    func word(at index: Int, is word: StaticString) -> Bool {
        guard pieces.indices.contains(index),
            pieces[index].end - pieces[index].start == word.utf8CodeUnitCount
        else { return false }
        return folded[pieces[index].start..<pieces[index].end].elementsEqual(
            UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    }

    func term(at index: Int) -> Term? { pieces.indices.contains(index) ? pieces[index].term : nil }

    func traits(at index: Int) -> WordTraits { pieces.indices.contains(index) ? pieces[index].traits : [] }

    /// What the lexicon knows about a stretch of the paragraph.
    func traits(from start: Int, to end: Int) -> WordTraits {
        bytes.withUnsafeBufferPointer { lexicon.traits(of: UnsafeBufferPointer(rebasing: $0[start..<end])) }
    }

    /// What the lexicon knows about a word that stands nowhere in the paragraph.
    func traits(of word: UnsafeBufferPointer<UInt8>) -> WordTraits { lexicon.traits(of: word) }

    /// What the lexicon knows about a stretch when it is written small.
    func foldedTraits(from start: Int, to end: Int) -> WordTraits {
        folded.withUnsafeBufferPointer { lexicon.traits(of: UnsafeBufferPointer(rebasing: $0[start..<end])) }
    }

    /// The sentence that a piece belongs to.
    func sentence(of piece: Int) -> Range<Int> {
        let index = sentences.partitioningIndex { $0.upperBound > piece }
        return index < sentences.count ? sentences[index] : piece..<piece
    }

    private mutating func divide(at starts: [Int]) {
        var first = 0
        for start in starts {
            let next = pieces.partitioningIndex { $0.start >= start }
            if next > first { sentences.append(first..<next) }
            first = max(first, next)
        }
        if first < pieces.count { sentences.append(first..<pieces.count) }
        for sentence in sentences {
            // Quotation marks and dashes do not make the next word less of a beginning.
            var index = sentence.lowerBound
            while index < sentence.upperBound, pieces[index].shape == .sign {
                pieces[index].startsSentence = true
                index += 1
            }
            if index < sentence.upperBound { pieces[index].startsSentence = true }
        }
        for index in pieces.indices.dropFirst() where pieces[index].isCapital {
            let before = pieces[index - 1]
            guard before.shape == .sign else { continue }
            let isOpening =
                mayBeQuotationMark(before) && QuotationMarks.isOpening(string(of: index - 1..<index))
            if bytes[before.start] == UInt8(ascii: ":") || isOpening { pieces[index].startsSentence = true }
        }
    }

    /// Whether it is worth making a string of a sign: most are commas and full stops.
    func mayBeQuotationMark(_ piece: Piece) -> Bool {
        piece.shape == .sign && (bytes[piece.start] == UInt8(ascii: "\"") || bytes[piece.start] >= 0x80)
    }

    private mutating func lookUp() {
        let vocabulary = Vocabulary.of(tongue)
        let lexicon = lexicon
        bytes.withUnsafeBufferPointer { bytes in
            folded.withUnsafeBufferPointer { folded in
                for index in pieces.indices {
                    let range = pieces[index].start..<pieces[index].end
                    guard pieces[index].shape != .number else { continue }
                    pieces[index].term = vocabulary.value(of: UnsafeBufferPointer(rebasing: folded[range]))
                    if pieces[index].isWord {
                        pieces[index].traits = lexicon.traits(of: UnsafeBufferPointer(rebasing: bytes[range]))
                    }
                }
            }
        }
    }
}
