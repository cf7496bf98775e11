import Articles

/// An engine: an article in; suggested mentions, chains and facts out.
///
/// Pure and synchronous. It works on a range of paragraphs, so that the visible ones can come first, and stops between
/// two paragraphs when the task it runs in is cancelled.
public struct Pipeline: Sendable {
    /// The name that its suggestions carry as their origin.
    public let name: String
    private let run: @Sendable (Article, Range<Int>) throws(CancellationError) -> Suggestions

    public init(
        name: String, run: @escaping @Sendable (Article, Range<Int>) throws(CancellationError) -> Suggestions
    ) {
        self.name = name
        self.run = run
    }

    /// What the paragraphs of the range say.
    public func suggestions(
        for article: Article, paragraphs: Range<Int>
    ) throws(CancellationError) -> Suggestions {
        try run(article, paragraphs)
    }
}
