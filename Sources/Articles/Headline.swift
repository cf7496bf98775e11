/// What the first line of a text gives as a title: the line itself if it reads like a headline, else its first words.
///
///     Mehr Waffen für Kiew                        the line
///     Auf dem zweitägigen Treffen der …           its first words, since a whole paragraph is no title
public struct Headline: Hashable, Sendable {
    public let title: String
    /// Whether there is more of the line.
    public let isCut: Bool

    /// A headline has so many characters at most.
    public static let longest = 200
    /// What a cut one ends in.
    static let ellipsis = "…"
    /// A line this short is a headline, whatever it says.
    private static let short = 80
    /// So many characters of a line are enough to know it by.
    private static let glimpse = 80
    /// So many bytes hold every headline; longer lines are not read to their end.
    private static let readBytes = 4096

    /// Nil for a text without words.
    public init?(of text: Text) {
        for index in 0..<min(text.paragraphCount, 1000) {
            let span = text.paragraph(index)
            guard span.count <= Self.readBytes else {
                let start = text.string(in: Span(span.start, span.start + Self.readBytes)).drop(
                    while: \.isWhitespace)
                if start.isEmpty { continue }
                self.init(cutting: String(start))
                return
            }
            let tokens = text.tokens(inParagraph: index)
            guard let first = tokens.first, let last = tokens.last else { continue }
            let line = text.string(in: first.span.union(last.span))
            let length = line.count
            if length <= Self.short || length <= Self.longest && text.sentences(inParagraph: index).count < 2
            {
                self.init(title: line, isCut: false)
            } else {
                self.init(cutting: line)
            }
            return
        }
        return nil
    }

    private init(title: String, isCut: Bool) {
        self.title = title
        self.isCut = isCut
    }

    /// Cut between words; a word that is too long alone is cut itself.
    private init(cutting line: String) {
        let start = line.prefix(Self.glimpse + 1)
        if let blank = start.lastIndex(where: \.isWhitespace),
            let end = start[..<blank].lastIndex(where: { !$0.isWhitespace })
        {
            self.init(title: start[...end] + " " + Self.ellipsis, isCut: true)
        } else {
            self.init(title: start.prefix(Self.glimpse) + Self.ellipsis, isCut: true)
        }
    }
}
