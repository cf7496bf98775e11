import Articles
import Foundation
import GRDB

extension Library {
    /// The articles whose texts have the same letters and digits in the same order, whatever stands between them; those of
    /// the name first, then what was worked on last.
    ///
    /// The first call reads the long texts that were added since the last one.
    public func articles(withWordsOf text: Text, named name: String) throws(LibraryError) -> [ArticleKey] {
        guard let hash = TextHash(wordsOf: text) else { return [] }
        try fillInWords()
        return try read { database in
            let sql = """
                SELECT id FROM article WHERE words = ?
                ORDER BY name = ? DESC, coalesce(changed, opened, added) DESC, id DESC
                """
            return try Int64.fetchAll(database, sql: sql, arguments: [Data(hash.bytes), name])
                .map(ArticleKey.init)
        }
    }

    /// The articles of that name whose texts are kept in the library, what was worked on last first.
    public func articles(named name: String) throws(LibraryError) -> [ArticleKey] {
        try read { database in
            let sql = """
                SELECT id FROM article WHERE name = ? AND size <= ?
                ORDER BY coalesce(changed, opened, added) DESC, id DESC
                """
            return try Int64.fetchAll(database, sql: sql, arguments: [name, Self.keptTextLimit])
                .map(ArticleKey.init)
        }
    }

    /// Texts up to this size are ready to be found when they are added, in bytes; a longer one is not held up by it.
    private static let promptLimit = 1 << 20

    /// What is kept of an added text to find it by its words; nil when it is filled in later.
    static func words(of text: Text) -> Data? {
        text.byteCount <= promptLimit ? Data(TextHash(wordsOf: text)?.bytes ?? []) : nil
    }

    private func fillInWords() throws(LibraryError) {
        let missing = try read { database in
            try Row.fetchAll(database, sql: "SELECT id, size FROM article WHERE words IS NULL")
                .map { (key: ArticleKey(row: $0["id"]), size: $0["size"] as Int) }
        }
        // Some at a time: a transaction for each takes long, one for all holds up other programs.
        for start in stride(from: 0, to: missing.count, by: 256) {
            var hashes: [(Int64, Data)] = []
            for (key, size) in missing[start..<min(start + 256, missing.count)] {
                let text = size <= Self.keptTextLimit ? try article(key).text : Text("")
                hashes.append((key.row, Data(TextHash(wordsOf: text)?.bytes ?? [])))
            }
            try write { database in
                for (row, hash) in hashes {
                    try database.execute(
                        sql: "UPDATE article SET words = ? WHERE id = ?", arguments: [hash, row])
                }
            }
        }
    }
}
