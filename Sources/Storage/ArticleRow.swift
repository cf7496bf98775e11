import GRDB

/// The name of an article within its library, never given twice.
public struct ArticleKey: Hashable, Sendable {
    let row: Int64
}

/// How far the work on an article is.
public enum ReviewState: Int, Hashable, Sendable, CaseIterable {
    /// Nothing was changed yet.
    case new
    case inWork
    case done
}

/// What the list tells about the annotations of an article without loading them.
public struct Counts: Hashable, Sendable {
    public var entities: Int
    public var facts: Int
    /// Those that nobody has decided about.
    public var suggestions: Int

    public init(entities: Int = 0, facts: Int = 0, suggestions: Int = 0) {
        self.entities = entities
        self.facts = facts
        self.suggestions = suggestions
    }
}

/// What the list of articles shows of one.
public struct ArticleRow: Hashable, Sendable {
    public let key: ArticleKey
    public let name: String
    public let title: String
    public let source: String?
    /// The day of publication, as `2024-10-17`.
    public let date: String?
    public let language: String?
    public let byteCount: Int
    public let state: ReviewState
    public let counts: Counts
    /// Where the text was seen last.
    public let path: String?
    /// Seconds since 1970-01-01 UTC, as are the next two.
    public let added: Int
    public let opened: Int?
    public let changed: Int?
}

extension ArticleRow {
    /// The columns that `init(_:)` reads, of the table `article`.
    static let columns = """
        id, name, title, source, date, language, size, state, entities, facts, suggestions,
        (SELECT path FROM file WHERE file.article = article.id ORDER BY seen DESC, file.id DESC LIMIT 1) AS path,
        added, opened, changed
        """

    init(_ row: Row) {
        key = ArticleKey(row: row["id"])
        name = row["name"]
        title = row["title"]
        source = row["source"]
        date = row["date"]
        language = row["language"]
        byteCount = row["size"]
        state = ReviewState(rawValue: row["state"]) ?? .inWork
        counts = Counts(entities: row["entities"], facts: row["facts"], suggestions: row["suggestions"])
        path = row["path"]
        added = row["added"]
        opened = row["opened"]
        changed = row["changed"]
    }
}
