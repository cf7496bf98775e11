/// Tokens as lines for other programs: `start<TAB>end<TAB>kind` in UTF-8 offsets, a blank line after each sentence.
public enum TokenListing {
    /// The lines of one paragraph; nothing for a blank one.
    public static func lines(ofParagraph index: Int, in text: Text) -> [UInt8] {
        let paragraph = text.tokenized(paragraph: index)
        var lines: [UInt8] = []
        var sentences = paragraph.sentences.makeIterator()
        var sentence = sentences.next()
        for token in paragraph.tokens {
            lines += "\(token.span.start)\t\(token.span.end)\t\(token.kind)\n".utf8
            if token.span.end == sentence?.end {
                lines.append(UInt8(ascii: "\n"))
                sentence = sentences.next()
            }
        }
        return lines
    }
}
