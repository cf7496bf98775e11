import Articles

/// Plain text in any common encoding.
///
/// A first line with a title, followed by a line with a day such as `2024-10-17`, gives the article its title and
/// date; the text stays as it is.
extension Format {
    static let text = Format(
        name: "text", title: "Plain text", extensions: ["txt", "text"],
        read: Reader(recognises: { _ in true }) { input throws(FormatError) in
            let (text, warning) = try Text.decoded(input)
            var article = Article(name: input.stem, source: input.name, text: text)
            article.takeHeader()
            return Imported(
                documents: [Document(article: article)], warnings: [warning].compactMap(\.self))
        })
}

extension Text {
    /// The text of a file, and a warning when its bytes had to be converted.
    static func decoded(_ input: Input) throws(FormatError) -> (text: Text, warning: FormatError?) {
        let (bytes, warning) = try TextEncoding.utf8(
            input.bytes, name: input.name, declared: input.charset)
        return (Text(bytes: bytes), warning)
    }

    /// A line without the white space around it; nil behind the last one.
    func trimmedLine(_ index: Int) -> String? {
        guard index < paragraphCount else { return nil }
        let span = paragraph(index)
        return withBytes { bytes in
            let line = bytes[span.range]
            guard let first = line.firstIndex(where: { !$0.isSpace }),
                let last = line.lastIndex(where: { !$0.isSpace })
            else { return "" }
            return String(decoding: line[first...last], as: UTF8.self)
        }
    }
}

extension Article {
    /// Takes title and date from a text that begins with a line for each.
    mutating func takeHeader() {
        guard let first = text.trimmedLine(0), !first.isEmpty, let second = text.trimmedLine(1),
            UTCTime.isDay(second)
        else { return }
        if first.count <= Headline.longest { title = first }
        date = second
    }
}
