import GRDB

/// The tables of a library, and how an older form of them becomes the latest.
///
/// GRDB's own migrator is not used: two programs that begin a library at the same moment both see no migration done
/// and both make it. Here the question and the answer are one transaction.
enum Form {
    /// "Glos": tells a library from other SQLite files.
    static let applicationID = 0x476C_6F73

    /// In order; the number of those that were made is the `user_version` of the file. Never change one that is out.
    static let migrations: [String] = [first, lessons, words]

    /// How many bytes of a text lie in one row, and how many are in the full-text index.
    static let pieceSize = 1 << 20

    static func migrate(_ database: Database) throws {
        try database.inTransaction(.immediate) {
            let made = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
            for migration in migrations.dropFirst(made) { try database.execute(sql: migration) }
            if made < migrations.count {
                try database.execute(sql: "PRAGMA application_id = \(applicationID)")
                try database.execute(sql: "PRAGMA user_version = \(migrations.count)")
            }
            return .commit
        }
    }

    /// Whether the file is a library that this program can read; a file without any table counts as a new one.
    static func check(_ database: Database) throws -> LibraryError.Reason? {
        let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
        if application == 0, version == 0, tables == 0 { return nil }
        guard application == applicationID else { return .notALibrary }
        return version > migrations.count ? .newer(version: version) : nil
    }

    /// Times are seconds since 1970-01-01 UTC. Of a journal entry and a snapshot, `sequence` counts the steps of its
    /// article from 1; a snapshot with 0 is what was imported before the first step.
    private static let first = """
        CREATE TABLE counter (session INTEGER NOT NULL);
        INSERT INTO counter VALUES (0);
        CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

        CREATE TABLE article (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            hash BLOB NOT NULL UNIQUE,
            size INTEGER NOT NULL,
            name TEXT NOT NULL, title TEXT NOT NULL, source TEXT, date TEXT, language TEXT,
            state INTEGER NOT NULL DEFAULT 0,
            entities INTEGER NOT NULL DEFAULT 0,
            facts INTEGER NOT NULL DEFAULT 0,
            suggestions INTEGER NOT NULL DEFAULT 0,
            added INTEGER NOT NULL, opened INTEGER, changed INTEGER,
            sort_title TEXT NOT NULL, sort_source TEXT NOT NULL
        );
        CREATE INDEX article_title ON article (sort_title, id);
        CREATE INDEX article_date ON article (date, id);
        CREATE INDEX article_changed ON article (changed, id);

        CREATE TABLE metadata (
            article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
            name TEXT NOT NULL, value TEXT NOT NULL,
            PRIMARY KEY (article, name)
        ) WITHOUT ROWID;

        CREATE TABLE piece (
            article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
            number INTEGER NOT NULL, bytes BLOB NOT NULL,
            UNIQUE (article, number)
        );

        CREATE TABLE file (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            path TEXT NOT NULL,
            article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
            size INTEGER NOT NULL, modified INTEGER NOT NULL, seen INTEGER NOT NULL,
            UNIQUE (path, article)
        );
        CREATE INDEX file_article ON file (article);

        CREATE TABLE journal (
            article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
            sequence INTEGER NOT NULL, session INTEGER NOT NULL, time INTEGER NOT NULL, step BLOB NOT NULL,
            UNIQUE (article, sequence)
        );

        CREATE TABLE snapshot (
            article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
            sequence INTEGER NOT NULL, annotations BLOB NOT NULL,
            UNIQUE (article, sequence)
        );

        CREATE VIEW indexed AS
            SELECT article.id AS id, title, CAST(bytes AS TEXT) AS text
            FROM article LEFT JOIN piece ON piece.article = article.id AND number = 0;
        CREATE VIRTUAL TABLE fulltext USING fts5 (
            title, text, content = 'indexed', content_rowid = 'id',
            tokenize = 'unicode61 remove_diacritics 2'
        );
        """

    /// What a person has taught the engine: the sentences are the truth, a layer is what was made of those up to a
    /// number. `generation` counts how often all of it was forgotten.
    private static let lessons = """
        CREATE TABLE lesson (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT,
            schema TEXT NOT NULL, key INTEGER NOT NULL, sentence TEXT NOT NULL,
            UNIQUE (schema, key)
        );
        CREATE TABLE layer (
            schema TEXT PRIMARY KEY,
            generation INTEGER NOT NULL DEFAULT 0, sequence INTEGER NOT NULL DEFAULT 0, bytes BLOB
        ) WITHOUT ROWID;
        """

    /// What texts are found by that differ in white space and signs only: `TextHash(wordsOf:)`; empty where the text lies
    /// elsewhere. That of a long text is filled in by the first that asks, so that opening it does not pay for it.
    private static let words = """
        ALTER TABLE article ADD COLUMN words BLOB;
        CREATE INDEX article_words ON article (words);
        """
}
