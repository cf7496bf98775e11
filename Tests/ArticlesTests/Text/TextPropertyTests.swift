import Articles
import TestSupport
import Testing

/// What holds for every text, however strange.
@Suite("Properties of texts")
struct TextPropertyTests {
    /// The laws of paragraphs, tokens and sentences that a text breaks.
    private func brokenLaws(_ text: Text) -> Set<String> {
        var broken: Set<String> = []
        func law(_ name: String, _ holds: Bool) { if !holds { broken.insert(name) } }
        var previous = 0
        for index in 0..<text.paragraphCount {
            let paragraph = text.paragraph(index)
            let read = text.tokenized(paragraph: index)
            law("only line breaks lie between paragraphs", isLineBreak(text, Span(previous, paragraph.start)))
            law("a paragraph begins where it is found", text.paragraphIndex(at: paragraph.start) == index)
            law("tokens run forward in the paragraph", areOrdered(read.tokens.map(\.span), in: paragraph))
            law("sentences run forward in the paragraph", areOrdered(read.sentences, in: paragraph))
            law("sentences partition the tokens", arePartition(read))
            law("tokens cover all but white space", areCovering(read.tokens, text, paragraph))
            previous = paragraph.end
        }
        return broken
    }

    private func isLineBreak(_ text: Text, _ span: Span) -> Bool {
        text.string(in: span).unicodeScalars.allSatisfy { $0 == "\n" || $0 == "\r" }
    }

    private func areOrdered(_ spans: [Span], in paragraph: Span) -> Bool {
        spans.allSatisfy { !$0.isEmpty && paragraph.contains($0) }
            && zip(spans, spans.dropFirst()).allSatisfy { $0.end <= $1.start }
    }

    /// Each sentence begins and ends with a token, and each token lies in one.
    private func arePartition(_ read: TokenizedParagraph) -> Bool {
        var rest = read.tokens[...]
        for sentence in read.sentences {
            let tokens = rest.prefix { sentence.contains($0.span) }
            guard tokens.first?.span.start == sentence.start, tokens.last?.span.end == sentence.end else {
                return false
            }
            rest = rest.dropFirst(tokens.count)
        }
        return rest.isEmpty
    }

    /// White space lies between the tokens, and none in them.
    private func areCovering(_ tokens: [Token], _ text: Text, _ paragraph: Span) -> Bool {
        var covered = paragraph.start
        for token in tokens {
            let isBlankBefore = token.span.start == covered || isBlank(text, Span(covered, token.span.start))
            guard isBlankBefore, !text.string(in: token.span).unicodeScalars.contains(where: isBlank) else {
                return false
            }
            covered = token.span.end
        }
        return isBlank(text, Span(covered, paragraph.end))
    }

    private func isBlank(_ text: Text, _ span: Span) -> Bool {
        text.string(in: span).unicodeScalars.allSatisfy(isBlank)
    }

    private func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar == "\u{200B}" || scalar == "\u{FEFF}"
    }

    @Test("random bytes have sound paragraphs, tokens and sentences", arguments: 0..<20)
    func randomBytes(seed: Int) {
        var random = SplitMix(seed: UInt64(seed))
        for _ in 0..<20 { #expect(brokenLaws(Text(bytes: random.bytes(count: random.below(400)))).isEmpty) }
    }

    @Test("random pieces of language have sound paragraphs, tokens and sentences", arguments: 0..<20)
    func randomPieces(seed: Int) {
        var random = SplitMix(seed: UInt64(seed))
        for _ in 0..<20 { #expect(brokenLaws(Text(random.string(pieces: random.below(120)))).isEmpty) }
    }

    @Test("no token ends inside of what a reader sees as one character", arguments: 0..<20)
    func graphemes(seed: Int) {
        var random = SplitMix(seed: UInt64(seed))
        for _ in 0..<20 {
            let string = random.string(pieces: random.below(60))
            let boundaries = Set(string.indices.map { string.utf8.distance(from: string.startIndex, to: $0) })
            let text = Text(string)
            let cut = text.tokens(in: text.bounds).filter { !boundaries.contains($0.span.start) }
            #expect(cut.map { text.string(in: $0.span) }.isEmpty, "\(string.debugDescription)")
        }
    }

    @Test("every single byte and every pair of bytes is accepted")
    func shortTexts() {
        for first in UInt8.min...UInt8.max {
            let seconds = stride(from: UInt8.min, to: UInt8.max, by: 5)
            let broken = seconds.reduce(into: brokenLaws(Text(bytes: [first]))) { broken, second in
                broken.formUnion(brokenLaws(Text(bytes: [first, second])))
            }
            #expect(broken.isEmpty, "after byte \(first)")
        }
    }

    @Test("real articles keep the laws", .enabled(if: SharedArticles.exist))
    func realArticles() throws {
        for bytes in try SharedArticles.read(atMost: 60) { #expect(brokenLaws(Text(bytes: bytes)).isEmpty) }
    }

    /// 64 KB of each would take minutes if any rule looked back or ahead without a limit.
    @Test(
        "endless repetitions without white space are read like any other text",
        arguments: [
            "a", "a.", "A.", "a'", "a's", "a-", "a@", "a@b.", "1.", "1-", "1,", "http://", "www.", "#", "(",
            "„", "a/", "\"", "!\"", ".", "?", ". ", "“", "1:", "*in", "A&", "x_",
        ])
    func repetitions(piece: String) {
        let repeated = String(repeating: piece, count: 65_536 / piece.utf8.count)
        #expect(brokenLaws(Text(repeated)).isEmpty)
        #expect(brokenLaws(Text("." + repeated + "0x")).isEmpty)
    }
}
