import Articles
import Testing

/// A text whose tokens and sentences are drawn into it.
///
///     "Rutte|'s Rede|, am 17. Oktober|. ‖Ende|."
///
/// A bar or a blank ends a token, a double bar begins a sentence; neither bar is part of the text.
struct TokenBars {
    let text: Text
    let tokens: [String]
    let sentences: [String]

    init(_ drawn: String) {
        text = Text(drawn.filter { $0 != "|" && $0 != "‖" })
        tokens = drawn.split { $0 == "|" || $0 == "‖" || $0.isWhitespace }.map(String.init)
        sentences = drawn.split(separator: "‖").map { sentence in
            let plain = sentence.filter { $0 != "|" }
            let head = plain.drop(while: \.isWhitespace)
            return String(head.reversed().drop(while: \.isWhitespace).reversed())
        }
    }
}

/// Reads the text without its bars and compares tokens and sentences with what is drawn.
func expectTokens(_ drawn: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let expected = TokenBars(drawn)
    let text = expected.text
    let tokens = text.tokens(inParagraph: 0).map { text.string(in: $0.span) }
    let sentences = text.sentences(inParagraph: 0).map { text.string(in: $0) }
    #expect(tokens == expected.tokens, sourceLocation: sourceLocation)
    #expect(sentences == expected.sentences, sourceLocation: sourceLocation)
}

/// The kinds of the tokens of a one-line text.
func kinds(_ string: String) -> [Token.Kind] { Text(string).tokens(inParagraph: 0).map(\.kind) }
