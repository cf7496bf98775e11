import Articles

/// Which paragraphs the engine has read, and which it reads now.
///
/// An article is read whole. A text that is longer than any article is read around what is in view, because the
/// suggestions for ten megabytes would take more memory than the text and nobody would look at most of them; the rest
/// follows the reader, or a command that asks for it.
struct EngineProgress: Sendable {
    /// The longest text that is read whole without being asked to, in bytes.
    static let articleLimit = 1 << 20
    /// How far before and behind what is in view a longer text is read, in bytes.
    static let margin = 1 << 17
    /// The longest text that is read again whole when the engine has learned something, in bytes.
    static let rereadLimit = 1 << 18
    /// What the engine reads in one piece, in bytes: some milliseconds of work, after which it may be drawn.
    static let pieceSize = 1 << 15

    /// Paragraphs, in order.
    private(set) var done: [Range<Int>] = []
    private(set) var asked: [Range<Int>] = []

    /// Whether something is being read for the first time.
    var isRunning: Bool { !RangeSet(done).isSuperset(of: RangeSet(asked)) }

    /// Asks for the paragraphs in view, when they have not been asked for, and for those around them.
    /// - Returns: the pieces to read, what is in view first; empty when there is nothing to do.
    mutating func follow(_ visible: Range<Int>, in text: Text) -> [Range<Int>] {
        if (done + asked).contains(where: { $0.contains(visible) }) { return [] }
        guard !RangeSet(done + asked).isSuperset(of: RangeSet(visible)) else { return [] }
        return read(around(visible, in: text), in: text, first: visible)
    }

    /// What is read without being asked for: a text up to a limit whole, of a longer one what is near.
    private func around(_ visible: Range<Int>, in text: Text, limit: Int = articleLimit) -> Range<Int> {
        guard text.byteCount > limit else { return 0..<text.paragraphCount }
        let start = text.paragraph(visible.lowerBound).start - Self.margin
        let end = text.paragraph(visible.upperBound - 1).end + Self.margin
        return text.paragraphIndex(at: max(0, start))..<text.paragraphIndex(at: end) + 1
    }

    /// Asks for paragraphs, instead of what was asked for before and is not done yet.
    mutating func read(_ paragraphs: Range<Int>, in text: Text, first visible: Range<Int>) -> [Range<Int>] {
        // What is to be read again is not done.
        let missing = RangeSet(paragraphs).subtracting(RangeSet(done).subtracting(RangeSet(asked)))
        asked = Array(missing.ranges)
        return pieces(of: missing, in: text, first: visible)
    }

    /// What is in view first, then what follows, then what comes before.
    private func pieces(
        of paragraphs: RangeSet<Int>, in text: Text, first visible: Range<Int>
    ) -> [Range<Int>] {
        let inView = paragraphs.intersection(RangeSet(visible))
        let behind = paragraphs.subtracting(RangeSet(0..<visible.upperBound))
        let before = paragraphs.intersection(RangeSet(0..<visible.lowerBound))
        return [inView, behind, before].flatMap(\.ranges).flatMap { Self.pieces(of: $0, in: text) }
    }

    /// Asks once more for what has been read, since the engine may find something else in it now: of a long text only
    /// for what lies around the paragraphs in view.
    mutating func readAgain(_ visible: Range<Int>, in text: Text) -> [Range<Int>] {
        let near = RangeSet(around(visible, in: text, limit: Self.rereadLimit))
        let again = RangeSet(done).intersection(near).union(RangeSet(asked))
        asked = Array(again.ranges)
        return pieces(of: again, in: text, first: visible)
    }

    mutating func finish(_ paragraphs: Range<Int>) {
        done = Array(RangeSet(done + [paragraphs]).ranges)
        asked = Array(RangeSet(asked).subtracting(RangeSet(paragraphs)).ranges)
    }

    /// How much of the text has been read, in percent; less than 100 as long as anything is missing.
    func percent(of text: Text) -> Int {
        if done == [0..<text.paragraphCount] { return 100 }
        let bytes = done.reduce(0) { sum, range in
            sum + text.paragraph(range.upperBound - 1).end - text.paragraph(range.lowerBound).start
        }
        return min(99, 100 * bytes / max(1, text.byteCount))
    }

    private static func pieces(of paragraphs: Range<Int>, in text: Text) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        var start = paragraphs.lowerBound
        while start < paragraphs.upperBound {
            let limit = text.paragraph(start).start + pieceSize
            let end = max(start + 1, min(paragraphs.upperBound, text.paragraphIndex(at: limit)))
            pieces.append(start..<end)
            start = end
        }
        return pieces
    }
}

extension OpenArticle {
    /// Whether the engine is at work, or has not begun because the annotations are not there yet.
    var isExtracting: Bool { phase != .ready || engine.isRunning }

    /// Lets the engine read what has come into view.
    mutating func takeExtractionRequest() -> Effect? {
        guard phase == .ready else { return nil }
        let pieces = engine.follow(visibleParagraphs, in: text)
        return pieces.isEmpty ? nil : .extract(key, document.article, pieces)
    }

    /// Lets the engine read all that it has not read.
    mutating func extractAll() -> Effect? {
        let pieces = engine.read(0..<text.paragraphCount, in: text, first: visibleParagraphs)
        return pieces.isEmpty ? nil : .extract(key, document.article, pieces)
    }

    /// Lets the engine read again what it has read.
    mutating func readAgain() -> Effect? {
        guard phase == .ready else { return nil }
        let pieces = engine.readAgain(visibleParagraphs, in: text)
        return pieces.isEmpty ? nil : .extract(key, document.article, pieces)
    }

    mutating func take(_ suggestions: Suggestions, in paragraphs: Range<Int>) {
        let span = text.paragraph(paragraphs.lowerBound).union(text.paragraph(paragraphs.upperBound - 1))
        document.suggest(suggestions, in: span)
        engine.finish(paragraphs)
    }
}
