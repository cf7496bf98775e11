import Articles
import Cells

/// What can happen: the only input of `State.update`.
public enum Message: Sendable {
    case terminal(TerminalEvent)
    /// The whole list, at the start and after a change of what it is made of.
    case listed([LibraryRow])
    /// Better descriptions of some rows.
    case described([LibraryRow])
    /// The text of a long article, to look at until its annotations are there too.
    case previewed(ArticleKey, Document)
    case loaded(ArticleKey, Document)
    /// The article could not be opened.
    case failed(ArticleKey, Notice)
    /// An earlier version of the file had annotations, which could come along.
    case offered(ArticleKey, CarryOver)
    /// What the engine found in some paragraphs of the article.
    case extracted(ArticleKey, Range<Int>, Suggestions)
    /// What it found there together with the deep engine.
    case refined(ArticleKey, Range<Int>, Suggestions)
    /// How far the work on an article is that is being opened.
    case known(ArticleKey, WorkState)
    /// The engine has learned, or forgotten, and may find something else now.
    case learned
    /// Another program has changed the article since it was opened.
    case outdated(ArticleKey)
    case counted(ArticleKey, revision: Int, [EntityGroup])
    case found(ArticleKey, pattern: String, Span?)
    /// The articles whose texts have the words.
    case foundArticles(words: String, Set<ArticleKey>)
    /// What the articles of the list say, as far as they have been read.
    case registered(RegisterList.Contents)
    /// Something to tell, such as an export that is done.
    case notice(Notice)
}

/// Annotations of an earlier version of a text, moved to where the same words are now.
public struct CarryOver: Sendable {
    public let annotations: Annotations
    /// How many annotations stand on words that are gone.
    public let lost: Int

    public init(annotations: Annotations, lost: Int) {
        self.annotations = annotations
        self.lost = lost
    }
}

/// A line for the person at the bottom of the screen.
public struct Notice: Hashable, Sendable {
    public enum Level: Hashable, Sendable {
        case info, warning, error
    }

    public let level: Level
    public let text: String

    public init(_ level: Level, _ text: String) {
        self.level = level
        self.text = text
    }

    public init(_ text: String) { self.init(.info, text) }
}
