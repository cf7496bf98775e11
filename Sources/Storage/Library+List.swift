import Foundation
import GRDB

/// The order of the list of articles.
public struct ArticleOrder: Hashable, Sendable {
    public enum Column: String, Hashable, Sendable, CaseIterable {
        case title, date, source, state, entities, facts, suggestions, changed, opened, added, size
    }

    public enum Direction: Hashable, Sendable {
        case ascending, descending
    }

    public var column: Column
    public var direction: Direction

    public init(by column: Column, _ direction: Direction = .ascending) {
        self.column = column
        self.direction = direction
    }

    var sql: String {
        let name =
            switch column {
            case .title: "sort_title"
            case .source: "sort_source"
            case .date, .state, .entities, .facts, .suggestions, .changed, .opened, .added, .size:
                column.rawValue
            }
        return switch direction {
        case .ascending: "\(name), id"
        case .descending: "\(name) DESC, id DESC"
        }
    }
}

extension Library {
    /// A page of the list of articles.
    ///
    /// - Parameter filter: what title or source contain, whatever their case and accents.
    public func list(
        by order: ArticleOrder = ArticleOrder(by: .title), filter: String = "", offset: Int = 0, limit: Int
    ) throws(LibraryError) -> [ArticleRow] {
        try read { database in
            // The page is found among few columns first, the rest is read for its rows only.
            let sql = """
                SELECT \(ArticleRow.columns) FROM article WHERE id IN (
                    SELECT id FROM article \(Self.condition(for: filter)) ORDER BY \(order.sql) LIMIT ?2 OFFSET ?3
                ) ORDER BY \(order.sql)
                """
            let arguments: StatementArguments = [filter.folded, limit, offset]
            return try Row.fetchAll(database, sql: sql, arguments: arguments).map(ArticleRow.init)
        }
    }

    /// How many articles the filter leaves.
    public func count(filter: String = "") throws(LibraryError) -> Int {
        try read { database in
            let sql = "SELECT count(*) FROM article \(Self.condition(for: filter))"
            let arguments: StatementArguments = filter.isEmpty ? [] : [filter.folded]
            return try Int.fetchOne(database, sql: sql, arguments: arguments) ?? 0
        }
    }

    private static func condition(for filter: String) -> String {
        filter.isEmpty ? "" : "WHERE instr(sort_title, ?1) OR instr(sort_source, ?1)"
    }

    /// The articles that have all of the words, or words that begin so, in title or text; the best first.
    ///
    /// Case and accents do not matter. Of a text beyond 1 MB only the beginning is searched.
    public func search(_ words: String, offset: Int = 0, limit: Int) throws(LibraryError) -> [ArticleRow] {
        try read { database in
            guard let pattern = FTS5Pattern(matchingAllPrefixesIn: words) else { return [] }
            let sql = """
                SELECT \(ArticleRow.columns) FROM (
                    SELECT rowid AS found, rank FROM fulltext WHERE fulltext MATCH ? ORDER BY rank LIMIT ? OFFSET ?
                ) JOIN article ON article.id = found ORDER BY rank
                """
            return try Row.fetchAll(database, sql: sql, arguments: [pattern, limit, offset]).map(
                ArticleRow.init)
        }
    }
}

extension String {
    /// Without case and accents, and not too long: for sorting and filtering.
    var folded: String {
        String(prefix(200)).folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    }
}
