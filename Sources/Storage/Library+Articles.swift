import Articles
import Foundation
import GRDB

/// Where a text was seen, and what tells that the file is still the same.
public struct FileStamp: Hashable, Sendable {
    public var path: String
    public var byteCount: Int
    /// When the file was changed last, in the file system's nanoseconds since 1970.
    public var modified: Int

    public init(path: String, byteCount: Int, modified: Int) {
        self.path = path
        self.byteCount = byteCount
        self.modified = modified
    }
}

/// A file whose text is in the library.
public struct KnownFile: Hashable, Sendable {
    public let stamp: FileStamp
    public let article: ArticleKey
}

extension Library {
    /// Texts up to this size are kept in the library, in bytes; of a longer one only where it lies.
    public static let keptTextLimit = 64 << 20

    /// Adds an article, or finds the one with the same text again and takes over what is newly known about it.
    @discardableResult
    public func add(
        _ article: Article, from file: FileStamp? = nil, at time: Int
    ) throws(LibraryError) -> ArticleKey {
        let hash = Data(TextHash(article.text).bytes)
        return try write { database in
            let known = try Int64.fetchOne(
                database, sql: "SELECT id FROM article WHERE hash = ?", arguments: [hash])
            let key: ArticleKey
            if let known {
                key = ArticleKey(row: known)
                try update(key, from: article, in: database)
            } else {
                key = try insert(article, hash: hash, at: time, in: database)
            }
            for (name, value) in article.metadata {
                try database.execute(
                    sql: "INSERT OR REPLACE INTO metadata VALUES (?, ?, ?)",
                    arguments: [key.row, name, value])
            }
            if let file { try insert(file, of: key, at: time, in: database) }
            return key
        }
    }

    private func insert(
        _ article: Article, hash: Data, at time: Int, in database: Database
    ) throws -> ArticleKey {
        try database.execute(
            sql: """
                INSERT INTO article
                    (hash, words, size, name, title, source, date, language, added, sort_title, sort_source)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                hash, Self.words(of: article.text), article.text.byteCount, article.name, article.title,
                article.source, article.date, article.language, time, article.title.folded,
                (article.source ?? article.name).folded,
            ])
        let key = ArticleKey(row: database.lastInsertedRowID)
        if article.text.byteCount <= Self.keptTextLimit {
            for (number, start) in stride(from: 0, to: article.text.byteCount, by: Form.pieceSize)
                .enumerated()
            {
                let piece = article.text.withBytes {
                    Data($0[start..<min(start + Form.pieceSize, $0.count)])
                }
                try database.execute(
                    sql: "INSERT INTO piece VALUES (?, ?, ?)", arguments: [key.row, number, piece])
            }
        }
        try index(key, in: database)
        return key
    }

    private func update(_ key: ArticleKey, from article: Article, in database: Database) throws {
        let title = try String.fetchOne(
            database, sql: "SELECT title FROM article WHERE id = ?", arguments: [key.row])
        if title != article.title { try unindex(key, in: database) }
        try database.execute(
            sql: """
                UPDATE article SET title = ?, sort_title = ?, source = coalesce(?, source),
                    sort_source = coalesce(?, sort_source), date = coalesce(?, date), language = coalesce(?, language)
                WHERE id = ?
                """,
            arguments: [
                article.title, article.title.folded, article.source, article.source?.folded, article.date,
                article.language, key.row,
            ])
        if title != article.title { try index(key, in: database) }
    }

    private func insert(_ file: FileStamp, of key: ArticleKey, at time: Int, in database: Database) throws {
        try database.execute(
            sql: """
                INSERT INTO file (path, article, size, modified, seen) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (path, article) DO UPDATE SET size = excluded.size, modified = excluded.modified,
                    seen = excluded.seen
                """,
            arguments: [file.path, key.row, file.byteCount, file.modified, time])
    }

    private func index(_ key: ArticleKey, in database: Database) throws {
        try database.execute(
            sql: "INSERT INTO fulltext (rowid, title, text) SELECT id, title, text FROM indexed WHERE id = ?",
            arguments: [key.row])
    }

    /// The index must be told what it holds before that changes.
    private func unindex(_ key: ArticleKey, in database: Database) throws {
        try database.execute(
            sql: """
                INSERT INTO fulltext (fulltext, rowid, title, text)
                SELECT 'delete', id, title, text FROM indexed WHERE id = ?
                """,
            arguments: [key.row])
    }

    /// The article with its text, as it was added.
    public func article(_ key: ArticleKey) throws(LibraryError) -> Article {
        try read { database in
            let row = try row(of: key, in: database)
            guard row.byteCount <= Self.keptTextLimit else {
                throw LibraryError(reason: .textElsewhere(path: row.path), path: path)
            }
            var bytes: [UInt8] = []
            bytes.reserveCapacity(row.byteCount)
            let pieces = try Data.fetchCursor(
                database, sql: "SELECT bytes FROM piece WHERE article = ? ORDER BY number",
                arguments: [key.row])
            while let piece = try pieces.next() { bytes.append(contentsOf: piece) }
            guard bytes.count == row.byteCount else {
                throw LibraryError(reason: .damaged("a part of the text \(row.name) is missing"), path: path)
            }
            let metadata = try Row.fetchAll(
                database, sql: "SELECT name, value FROM metadata WHERE article = ?", arguments: [key.row])
            return Article(
                name: row.name, title: row.title, source: row.source, date: row.date, language: row.language,
                text: Text(bytes: bytes),
                metadata: Dictionary(metadata.map { ($0["name"], $0["value"]) }, uniquingKeysWith: { $1 }))
        }
    }

    public func row(of key: ArticleKey) throws(LibraryError) -> ArticleRow {
        try read { try row(of: key, in: $0) }
    }

    func row(of key: ArticleKey, in database: Database) throws -> ArticleRow {
        let sql = "SELECT \(ArticleRow.columns) FROM article WHERE id = ?"
        guard let row = try Row.fetchOne(database, sql: sql, arguments: [key.row]) else {
            throw LibraryError(reason: .unknownArticle, path: path)
        }
        return ArticleRow(row)
    }

    /// The article that has this text, when the library knows it.
    public func article(with hash: TextHash) throws(LibraryError) -> ArticleKey? {
        try read { database in
            let sql = "SELECT id FROM article WHERE hash = ?"
            return try Int64.fetchOne(database, sql: sql, arguments: [Data(hash.bytes)]).map(ArticleKey.init)
        }
    }

    /// The files in a folder and below it that the library has seen, each with its latest text, by path.
    public func files(below folder: String) throws(LibraryError) -> [KnownFile] {
        try read { database in
            // "0" is the character behind "/", so this is every path that begins with the folder.
            let sql = """
                SELECT path, size, modified, article, max(seen * 1000000000 + id) FROM file
                WHERE path >= ? || '/' AND path < ? || '0' GROUP BY path ORDER BY path
                """
            return try Row.fetchAll(database, sql: sql, arguments: [folder, folder]).map { row in
                let stamp = FileStamp(path: row["path"], byteCount: row["size"], modified: row["modified"])
                return KnownFile(stamp: stamp, article: ArticleKey(row: row["article"]))
            }
        }
    }

    /// The article whose text the file held when it was seen last.
    public func article(atPath path: String) throws(LibraryError) -> ArticleKey? {
        try read { database in
            let sql = "SELECT article FROM file WHERE path = ? ORDER BY seen DESC, id DESC LIMIT 1"
            return try Int64.fetchOne(database, sql: sql, arguments: [path]).map(ArticleKey.init)
        }
    }

    /// The text that the file held before it came to hold this one, so that its annotations can be carried over.
    public func previousVersion(of key: ArticleKey, atPath path: String) throws(LibraryError) -> ArticleKey? {
        try read { database in
            let sql = """
                SELECT article FROM file WHERE path = ?1
                    AND id < (SELECT id FROM file WHERE path = ?1 AND article = ?2) ORDER BY id DESC LIMIT 1
                """
            return try Int64.fetchOne(database, sql: sql, arguments: [path, key.row]).map(ArticleKey.init)
        }
    }

    public func setState(_ state: ReviewState, of key: ArticleKey, at time: Int) throws(LibraryError) {
        try change("UPDATE article SET state = ?, changed = ? WHERE id = ?", [state.rawValue, time, key.row])
    }

    public func setOpened(_ key: ArticleKey, at time: Int) throws(LibraryError) {
        try change("UPDATE article SET opened = ? WHERE id = ?", [time, key.row])
    }

    private func change(_ sql: String, _ arguments: StatementArguments) throws(LibraryError) {
        try write { database in
            try database.execute(sql: sql, arguments: arguments)
            if database.changesCount == 0 { throw LibraryError(reason: .unknownArticle, path: path) }
        }
    }

    /// Takes the article, its annotations and their history out of the library, for good.
    public func forget(_ key: ArticleKey) throws(LibraryError) {
        try write { database in
            try unindex(key, in: database)
            try database.execute(sql: "DELETE FROM article WHERE id = ?", arguments: [key.row])
        }
    }
}
