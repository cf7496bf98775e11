import Articles

/// Which paragraphs the engine has read, and which it reads now.
///
/// An article is read whole. A text that is longer than any article is read around what is in view, because the
/// suggestions for ten megabytes would take more memory than the text and nobody would look at most of them; the rest
/// follows the reader, or a command that asks for it.
struct EngineProgress: Sendable {
    /// How far an engine reads without being asked to, in bytes.
    struct Reach: Hashable, Sendable {
        /// The longest text that is read whole.
        let articleLimit: Int
        /// How far before and behind what is in view a longer text is read.
        let margin: Int
        /// What is read in one piece: some milliseconds of work, after which it may be drawn.
        let pieceSize: Int
    }

    static let fast = Reach(articleLimit: 1 << 20, margin: 1 << 17, pieceSize: 1 << 15)
    /// A thousand times slower.
    static let deep = Reach(articleLimit: 100_000, margin: 1 << 13, pieceSize: 1 << 11)
    /// The longest text that is read again whole when the engine has learned something, in bytes.
    private static let rereadLimit = 1 << 18

    private let reach: Reach
    /// Paragraphs, in order.
    private(set) var done: [Range<Int>] = []
    private(set) var asked: [Range<Int>] = []

    init(_ reach: Reach = fast) { self.reach = reach }

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
    private func around(_ visible: Range<Int>, in text: Text, limit: Int? = nil) -> Range<Int> {
        guard text.byteCount > limit ?? reach.articleLimit else { return 0..<text.paragraphCount }
        let start = text.paragraph(visible.lowerBound).start - reach.margin
        let end = text.paragraph(visible.upperBound - 1).end + reach.margin
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
        return [inView, behind, before].flatMap(\.ranges).flatMap { piecewise($0, in: text) }
    }

    /// Asks once more for what has been read, since the engine may find something else in it now: of a long text only
    /// for what lies around the paragraphs in view.
    mutating func readAgain(_ visible: Range<Int>, in text: Text) -> [Range<Int>] {
        let near = RangeSet(around(visible, in: text, limit: Self.rereadLimit))
        let again = RangeSet(done).intersection(near).union(RangeSet(asked))
        asked = Array(again.ranges)
        return pieces(of: again, in: text, first: visible)
    }

    /// Forgets what was asked for and is not done: nobody reads it any more.
    mutating func stop() { asked = [] }

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

    private func piecewise(_ paragraphs: Range<Int>, in text: Text) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        var start = paragraphs.lowerBound
        while start < paragraphs.upperBound {
            let limit = text.paragraph(start).start + reach.pieceSize
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
        return extraction(of: engine.follow(visibleParagraphs, in: text))
    }

    /// Lets the engine read all that it has not read.
    mutating func extractAll() -> Effect? {
        extraction(of: engine.read(0..<text.paragraphCount, in: text, first: visibleParagraphs))
    }

    /// Lets the engine read again what it has read.
    mutating func readAgain() -> Effect? {
        guard phase == .ready else { return nil }
        return extraction(of: engine.readAgain(visibleParagraphs, in: text))
    }

    /// The deep engine waits for the fast one.
    private mutating func extraction(of pieces: [Range<Int>]) -> Effect? {
        guard !pieces.isEmpty else { return nil }
        deep.stop()
        return .extract(key, document.article, pieces)
    }

    /// Lets the deep engine read what is in view and what is near, once the fast one is done with it.
    mutating func takeRefinementRequest() -> Effect? {
        guard phase == .ready, engine.asked.isEmpty else { return nil }
        let pieces = deep.follow(visibleParagraphs, in: text)
        return pieces.isEmpty ? nil : .refine(key, document.article, pieces)
    }

    mutating func take(_ suggestions: Suggestions, in paragraphs: Range<Int>) {
        let span = text.paragraph(paragraphs.lowerBound).union(text.paragraph(paragraphs.upperBound - 1))
        let former = paneKey
        document.suggest(suggestions, in: span)
        // Of a long text the pane lists a part: what was found elsewhere need not have it made anew, until all is read.
        if pane.tab == .facts, factWindow != text.bounds, !factWindow.overlaps(span) {
            paneMemo.keep(former, as: paneKey)
        }
    }
}
