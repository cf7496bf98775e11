import Articles

/// What the program is asked to do outside of the state: the only output of `State.update` beside the state itself.
public enum Effect: Sendable {
    /// Read titles and counts of articles that are on screen.
    case describe([ArticleKey])
    case load(ArticleKey)
    /// Let the engine read these paragraphs of an article, in this order, and nothing else that it was reading.
    case extract(ArticleKey, Article, [Range<Int>])
    /// Let the deep engine read these paragraphs, in this order, and nothing else that it was reading.
    case refine(ArticleKey, Article, [Range<Int>])
    /// When the deep engine may read; switched off, what it has said does not count any more.
    case setRefinement(Configuration.Refinement)
    /// Write the step to the journal before anything else happens.
    case save(ArticleKey, Step, LibraryRow)
    /// The article leaves the screen: its state can be written in one piece, and the counts that the list shows.
    case close(ArticleKey, LibraryRow)
    case setState(ArticleKey, WorkState)
    case count(ArticleKey, revision: Int, Text, Annotations)
    case find(ArticleKey, Search, Text, from: Int, Search.Direction)
    /// Nobody waits for what `find` is looking for any more.
    case stopFinding
    /// Let the engine learn from what was decided at some places of an article.
    case learn(ArticleKey, Article, Annotations, [Span])
    /// Keep in the library whether the engine learns; without it, it suggests as it came.
    case setLearning(Configuration.Learning)
    /// Forget all that was learned.
    case forget
    /// Look for words in the texts of these articles.
    case findArticles(String, [ArticleKey])
    /// Read these articles for the register, and nothing else for it; what the schema knows counts.
    case register([ArticleKey], Schema)
    case export(ArticleKey, Document, format: String, path: String)
    case suspend
    case bell
}
