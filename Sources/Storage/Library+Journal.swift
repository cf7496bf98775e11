import Articles
import Foundation
import GRDB

/// What the library holds about an article: its state, and every step that led there.
public struct StoredAnnotations: Sendable {
    public let annotations: Annotations
    /// The whole journal, for `Document.restoreHistory`.
    public let steps: [Step]
    /// The number of the last step; 0 without one.
    public let sequence: Int
    /// How many steps lie behind the snapshot; `saveSnapshot` when they are some hundred.
    public let stepsSinceSnapshot: Int
}

/// A step in the journal of an article.
public struct JournalEntry: Hashable, Sendable {
    /// Counts the steps of the article from 1, without gaps.
    public let sequence: Int
    /// The session that made it; see `Library.session`.
    public let session: Int
    public let step: Step
}

extension Library {
    public func load(_ key: ArticleKey) throws(LibraryError) -> StoredAnnotations {
        try read { try load(key, in: $0) }
    }

    private func load(_ key: ArticleKey, in database: Database) throws -> StoredAnnotations {
        _ = try row(of: key, in: database)
        let steps = try entries(of: key, after: 0, in: database).map(\.step)
        let snapshot = try latestSnapshot(of: key, in: database)
        var annotations = snapshot.annotations
        // Both are written in order, so the journal never ends before the snapshot.
        let later = steps.dropFirst(snapshot.sequence)
        for step in later { annotations.apply(step.edit) }
        return StoredAnnotations(
            annotations: annotations, steps: steps, sequence: steps.count, stepsSinceSnapshot: later.count)
    }

    /// The latest snapshot that can be read. The journal is the truth: without a snapshot everything is replayed, but
    /// what was imported before the first step is only here.
    private func latestSnapshot(of key: ArticleKey, in database: Database) throws -> Snapshot {
        let sql = "SELECT sequence, annotations FROM snapshot WHERE article = ? ORDER BY sequence DESC"
        let rows = try Row.fetchCursor(database, sql: sql, arguments: [key.row])
        while let row = try rows.next() {
            let bytes = try row.withUnsafeData(named: "annotations") { Array($0 ?? Data()) }
            if row["sequence"] == 0 {
                let imported = try Annotations(bytes: bytes)
                return Snapshot(annotations: imported, sequence: 0)
            }
            if let annotations = try? Annotations(bytes: bytes) {
                return Snapshot(annotations: annotations, sequence: row["sequence"])
            }
        }
        return Snapshot(annotations: Annotations(), sequence: 0)
    }

    private struct Snapshot {
        var annotations: Annotations
        /// The last step that is in it.
        let sequence: Int
    }

    /// The steps that came after one, also those of other programs.
    public func steps(of key: ArticleKey, after sequence: Int) throws(LibraryError) -> [JournalEntry] {
        try read { try entries(of: key, after: sequence, in: $0) }
    }

    private func entries(
        of key: ArticleKey, after sequence: Int, in database: Database
    ) throws -> [JournalEntry] {
        let sql =
            "SELECT sequence, session, step FROM journal WHERE article = ? AND sequence > ? ORDER BY sequence"
        let rows = try Row.fetchCursor(database, sql: sql, arguments: [key.row, sequence])
        var entries: [JournalEntry] = []
        while let row = try rows.next() {
            let data: Data = row["step"]
            entries.append(
                JournalEntry(
                    sequence: row["sequence"], session: row["session"], step: try Step(bytes: Array(data))))
        }
        return entries
    }

    /// Appends a step to the journal of an article, in one transaction; a new article is in work from now on.
    ///
    /// - Returns: the number of the step. When it is not the one after the last that the caller knows, another program
    ///   has saved steps in between, and the caller should `load` again.
    @discardableResult
    public func save(
        _ step: Step, of key: ArticleKey, counts: Counts, at time: Int
    ) throws(LibraryError) -> Int {
        let bytes = Data(step.bytes)
        let session = try self.session()
        return try write { database in
            let append = try database.cachedStatement(
                sql: """
                    INSERT INTO journal (article, sequence, session, time, step)
                    SELECT ?1, coalesce(max(sequence), 0) + 1, ?2, ?3, ?4 FROM journal WHERE article = ?1
                    RETURNING sequence
                    """)
            let sequence = try Int.fetchOne(append, arguments: [key.row, session, time, bytes]) ?? 0
            let update = try database.cachedStatement(
                sql: """
                    UPDATE article SET entities = ?, facts = ?, suggestions = ?, changed = ?,
                        state = CASE state WHEN 0 THEN 1 ELSE state END
                    WHERE id = ?
                    """)
            try update.execute(arguments: [counts.entities, counts.facts, counts.suggestions, time, key.row])
            return sequence
        }
    }

    /// Sets the counts that the list shows, when they change without a step: new suggestions.
    public func setCounts(_ counts: Counts, of key: ArticleKey) throws(LibraryError) {
        try write { database in
            try database.execute(
                sql: "UPDATE article SET entities = ?, facts = ?, suggestions = ? WHERE id = ?",
                arguments: [counts.entities, counts.facts, counts.suggestions, key.row])
        }
    }

    /// Writes down where the journal has led, so that the next `load` need not replay it. For the background: on
    /// closing an article, and every some hundred steps.
    ///
    /// Made from the journal and not from a document, which may hold suggestions that nobody decided about, and may
    /// not know yet what another program has done.
    public func saveSnapshot(of key: ArticleKey) throws(LibraryError) {
        let stored = try load(key)
        guard stored.stepsSinceSnapshot > 0 else { return }
        let bytes = Data(stored.annotations.bytes)
        try write { database in
            let arguments: StatementArguments = [key.row, stored.sequence, bytes]
            try database.execute(
                sql: "INSERT OR REPLACE INTO snapshot VALUES (?, ?, ?)", arguments: arguments)
            try database.execute(
                sql: "DELETE FROM snapshot WHERE article = ? AND sequence > 0 AND sequence < ?",
                arguments: [key.row, stored.sequence])
        }
    }

    /// Puts annotations from another place onto an article that has none, as the beginning of its history.
    public func importAnnotations(
        _ annotations: Annotations, onto key: ArticleKey, counts: Counts, at time: Int
    ) throws(LibraryError) {
        let bytes = Data(annotations.bytes)
        try write { database in
            let sql = """
                SELECT EXISTS (SELECT 1 FROM journal WHERE article = ?1)
                    OR EXISTS (SELECT 1 FROM snapshot WHERE article = ?1)
                """
            if try Bool.fetchOne(database, sql: sql, arguments: [key.row]) ?? false {
                throw LibraryError(reason: .hasAnnotations, path: path)
            }
            try database.execute(sql: "INSERT INTO snapshot VALUES (?, 0, ?)", arguments: [key.row, bytes])
            try database.execute(
                sql: "UPDATE article SET entities = ?, facts = ?, suggestions = ?, changed = ? WHERE id = ?",
                arguments: [counts.entities, counts.facts, counts.suggestions, time, key.row])
        }
    }
}
