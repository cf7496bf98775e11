import Articles
import Language

/// Sentences as CoNLL-U prints them (universaldependencies.org/format).
///
/// White space that is no single blank stands in MISC, as UDPipe writes it, so that the text can be put together again.
enum CoNLLU {
    /// The lines of a sentence.
    ///
    /// - Parameters:
    ///   - number: the sentence's place in the text, from 1.
    ///   - before: where the text begins that nothing has been printed of.
    ///   - next: where the next sentence begins, or the text ends.
    static func lines(
        _ sentence: ParsedSentence, number: Int, of text: Text, from before: Int, to next: Int
    ) -> String {
        let plain = text.string(in: sentence.span).split(whereSeparator: \.isWhitespace).joined(
            separator: " ")
        var lines = "# sent_id = \(number)\n# text = \(plain)\n"
        var ends = sentence.words.dropFirst().map(\.span.start)
        ends.append(max(next, sentence.span.end))
        for (index, (word, end)) in zip(sentence.words, ends).enumerated() {
            var misc = after(text.string(in: Span(word.span.end, max(end, word.span.end))))
            if index == 0, before < word.span.start {
                misc.insert("SpacesBefore=" + escaped(text.string(in: Span(before, word.span.start))), at: 0)
            }
            let fields = [
                String(index + 1), field(text.string(in: word.span)), field(word.lemma),
                word.partOfSpeech.name,
                "_", word.features ?? "_", word.head.map { String($0 + 1) } ?? "0",
                word.relation ?? "root", "_", misc.isEmpty ? "_" : misc.joined(separator: "|"),
            ]
            lines += fields.joined(separator: "\t") + "\n"
        }
        return lines + "\n"
    }

    private static func after(_ space: String) -> [String] {
        space == " " ? [] : space.isEmpty ? ["SpaceAfter=No"] : ["SpacesAfter=" + escaped(space)]
    }

    private static func escaped(_ space: String) -> String {
        space.unicodeScalars.map { scalar in
            switch scalar {
            case " ": "\\s"
            case "\t": "\\t"
            case "\n": "\\n"
            case "\r": "\\r"
            case "|": "\\p"
            case "\\": "\\\\"
            default: String(scalar)
            }
        }.joined()
    }

    /// A field must not be empty nor hold a tab or a line break.
    private static func field(_ text: String) -> String {
        text.isEmpty ? "_" : String(text.map { $0.isNewline || $0 == "\t" ? "\u{FFFD}" : $0 })
    }
}
