import Articles
import Testing

@Suite("Moving by tokens")
struct TextTokensTests {
    private let text = Text("Der Rat,\n\n  \nam 3. Mai.\n")

    private func string(_ token: Token?) -> String? { token.map { text.string(in: $0.span) } }

    @Test("an offset in a word finds its token, one in white space finds none")
    func tokenAtOffset() {
        #expect(
            (0...8).map { string(text.token(at: $0)) } == [
                "Der", "Der", "Der", nil, "Rat", "Rat", "Rat", ",", nil,
            ])
        #expect(text.token(at: text.byteCount) == nil)
    }

    @Test("walking forward visits every token, across blank paragraphs")
    func forward() {
        var visited: [String] = []
        var token = text.token(after: 0)
        while let current = token {
            visited.append(text.string(in: current.span))
            token = text.token(after: current.span.end)
        }
        #expect(visited == ["Der", "Rat", ",", "am", "3.", "Mai", "."])
    }

    @Test("walking backward visits every token, across blank paragraphs")
    func backward() {
        var visited: [String] = []
        var token = text.token(before: text.byteCount)
        while let current = token {
            visited.append(text.string(in: current.span))
            token = text.token(before: current.span.start)
        }
        #expect(visited == [".", "Mai", "3.", "am", ",", "Rat", "Der"])
    }

    @Test("a span finds the tokens that it touches, across paragraphs")
    func tokensInSpan() {
        #expect(text.tokens(in: Span(5, 15)).map { string($0) } == ["Rat", ",", "am"])
        #expect(text.tokens(in: Span(3, 4)).isEmpty)
        #expect(text.tokens(in: Span(4, 4)).isEmpty)
    }

    @Test("an offset finds its sentence; between two, the one before")
    func sentenceAtOffset() {
        let text = Text("  Er kam.  Sie ging. ")
        let sentences = [0, 2, 9, 10, 11, 20].map { text.sentence(at: $0).map { text.string(in: $0) } }
        #expect(sentences == ["Er kam.", "Er kam.", "Er kam.", "Er kam.", "Sie ging.", "Sie ging."])
        #expect(Text("").sentence(at: 0) == nil)
    }

    @Test("an empty text has no token anywhere")
    func emptyText() {
        let text = Text("")
        #expect(text.token(at: 0) == nil && text.token(after: 0) == nil && text.token(before: 0) == nil)
    }

    @Test("a listing has a line a token and a blank line a sentence")
    func listing() {
        let lines = TokenListing.lines(ofParagraph: 0, in: Text("Er kam. Ja!"))
        #expect(
            String(decoding: lines, as: UTF8.self) == """
                0\t2\tword
                3\t6\tword
                6\t7\tpunctuation

                8\t10\tword
                10\t11\tpunctuation


                """)
    }
}
