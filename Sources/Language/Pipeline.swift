import Articles

/// An engine: an article in; suggested mentions, chains and facts out.
///
/// Pure and synchronous. It works on a range of paragraphs, so that the visible ones can come first, and stops between
/// two paragraphs when the task it runs in is cancelled.
public struct Pipeline: Sendable {
    private let run: @Sendable (Article, Range<Int>) throws(CancellationError) -> Suggestions

    public init(
        run: @escaping @Sendable (Article, Range<Int>) throws(CancellationError) -> Suggestions
    ) {
        self.run = run
    }

    /// What the paragraphs of the range say.
    public func suggestions(
        for article: Article, paragraphs: Range<Int>
    ) throws(CancellationError) -> Suggestions {
        try run(article, paragraphs)
    }
}
