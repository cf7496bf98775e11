import Articles
import Testing

/// What holds for every text, however strange.
@Suite("Properties of texts")
struct TextPropertyTests {
    /// Checks all laws of paragraphs, tokens and sentences.
    private func expectLaws(_ text: Text, sourceLocation: SourceLocation = #_sourceLocation) {
        var covered = 0
        var previous = 0
        for index in 0..<text.paragraphCount {
            let paragraph = text.paragraph(index)
            #expect(
                text.string(in: Span(previous, paragraph.start)).allSatisfy(\.isNewline),
                sourceLocation: sourceLocation)
            #expect(text.paragraphIndex(at: paragraph.start) == index, sourceLocation: sourceLocation)
            let read = text.tokenized(paragraph: index)
            expectOrder(read.tokens.map(\.span), in: paragraph, sourceLocation)
            expectOrder(read.sentences, in: paragraph, sourceLocation)
            expectPartition(read, sourceLocation)
            covered = paragraph.start
            for token in read.tokens {
                expectBlank(text.string(in: Span(covered, token.span.start)), sourceLocation)
                let string = text.string(in: token.span)
                #expect(
                    !string.unicodeScalars.contains(where: \.properties.isWhitespace),
                    sourceLocation: sourceLocation)
                covered = token.span.end
            }
            expectBlank(text.string(in: Span(covered, paragraph.end)), sourceLocation)
            previous = paragraph.end
        }
    }

    private func expectOrder(_ spans: [Span], in paragraph: Span, _ location: SourceLocation) {
        #expect(spans.allSatisfy { !$0.isEmpty && paragraph.contains($0) }, sourceLocation: location)
        #expect(zip(spans, spans.dropFirst()).allSatisfy { $0.end <= $1.start }, sourceLocation: location)
    }

    /// Each sentence begins and ends with a token, and each token lies in one.
    private func expectPartition(_ read: TokenizedParagraph, _ location: SourceLocation) {
        var rest = read.tokens[...]
        for sentence in read.sentences {
            let tokens = rest.prefix { sentence.contains($0.span) }
            #expect(tokens.first?.span.start == sentence.start, sourceLocation: location)
            #expect(tokens.last?.span.end == sentence.end, sourceLocation: location)
            rest = rest.dropFirst(tokens.count)
        }
        #expect(rest.isEmpty, sourceLocation: location)
    }

    private func expectBlank(_ string: String, _ location: SourceLocation) {
        let isBlank = string.unicodeScalars.allSatisfy {
            $0.properties.isWhitespace || $0 == "\u{200B}" || $0 == "\u{FEFF}"
        }
        #expect(isBlank, "\(string.debugDescription) is in no token", sourceLocation: location)
    }

    @Test("random bytes have sound paragraphs, tokens and sentences", arguments: 0..<20)
    func randomBytes(seed: Int) {
        var random = SplitMix(seed: UInt64(seed))
        for _ in 0..<20 { expectLaws(Text(bytes: random.bytes(count: random.below(400)))) }
    }

    @Test("random pieces of language have sound paragraphs, tokens and sentences", arguments: 0..<20)
    func randomPieces(seed: Int) {
        var random = SplitMix(seed: UInt64(seed))
        for _ in 0..<20 { expectLaws(Text(random.string(pieces: random.below(120)))) }
    }

    @Test("no token ends inside of what a reader sees as one character", arguments: 0..<20)
    func graphemes(seed: Int) {
        var random = SplitMix(seed: UInt64(seed))
        for _ in 0..<20 {
            let string = random.string(pieces: random.below(60))
            let boundaries = Set(string.indices.map { string.utf8.distance(from: string.startIndex, to: $0) })
            let text = Text(string)
            for token in text.tokens(in: text.bounds) {
                #expect(boundaries.contains(token.span.start), "\(text.string(in: token.span)) in \(string)")
            }
        }
    }

    @Test("every single byte and every pair of bytes is accepted")
    func shortTexts() {
        for first in UInt8.min...UInt8.max {
            expectLaws(Text(bytes: [first]))
            for second in stride(from: UInt8.min, to: UInt8.max, by: 5) {
                expectLaws(Text(bytes: [first, second]))
            }
        }
    }

    /// 64 KB of each would take minutes if any rule looked back or ahead without a limit.
    @Test(
        "endless repetitions without white space are read like any other text",
        arguments: [
            "a", "a.", "A.", "a'", "a's", "a-", "a@", "a@b.", "1.", "1-", "1,", "http://", "www.", "#", "(",
            "„", "a/",
        ])
    func repetitions(piece: String) {
        expectLaws(Text(String(repeating: piece, count: 65_536 / piece.utf8.count)))
    }
}
