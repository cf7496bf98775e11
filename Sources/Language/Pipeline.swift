import Articles

/// An engine: an article in; suggested mentions, chains and facts out.
///
/// Pure and synchronous. It works on a range of paragraphs, so that the visible ones can come first, and stops between
/// two paragraphs when the task it runs in is cancelled.
public struct Pipeline: Sendable {
    typealias Run = @Sendable (Article, Range<Int>, () -> Void) throws(CancellationError) -> Suggestions

    private let run: Run

    public init(
        run: @escaping @Sendable (Article, Range<Int>) throws(CancellationError) -> Suggestions
    ) {
        self.run = { article, paragraphs, _ throws(CancellationError) in try run(article, paragraphs) }
    }

    init(inTwoParts run: @escaping Run) { self.run = run }

    /// What the paragraphs of the range say.
    /// - Parameter between: called when one half of the work is done and the other needs other models: the moment to give
    ///   memory back.
    public func suggestions(
        for article: Article, paragraphs: Range<Int>, between: () -> Void = {}
    ) throws(CancellationError) -> Suggestions {
        try run(article, paragraphs, between)
    }
}
