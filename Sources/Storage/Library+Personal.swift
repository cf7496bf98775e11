import Foundation
import GRDB

/// What a person has taught the engine under one schema, as the library keeps it.
public struct StoredLessons: Sendable {
    /// A sentence, in the engine's own form.
    public struct Lesson: Hashable, Sendable {
        public let sequence: Int
        /// Tells sentences apart; a later lesson about the same one replaces the earlier.
        public let key: UInt64
        public let sentence: String
    }

    /// What was made of the lessons up to `sequence`; nil when nobody has saved it.
    public let layer: [UInt8]?
    public let sequence: Int
    /// Counts how often everything was forgotten: what was learned before is void.
    public let generation: Int
    /// All that are kept, the oldest first.
    public let lessons: [Lesson]
}

extension Library {
    /// So many sentences are kept of one schema; the oldest make room.
    public static let lessonLimit = 2048

    public func lessons(of schema: String) throws(LibraryError) -> StoredLessons {
        try read { database in
            // A library of an older form that can only be read has no such tables yet.
            guard try database.tableExists("layer") else {
                return StoredLessons(layer: nil, sequence: 0, generation: 0, lessons: [])
            }
            let row = try Row.fetchOne(
                database, sql: "SELECT generation, sequence, bytes FROM layer WHERE schema = ?",
                arguments: [schema])
            let bytes: Data? = row?["bytes"]
            return StoredLessons(
                layer: bytes.map { Array($0) }, sequence: row?["sequence"] ?? 0,
                generation: row?["generation"] ?? 0, lessons: try lessons(of: schema, after: 0, in: database))
        }
    }

    /// The lessons after one, also those of other programs; nil when all was forgotten since.
    public func lessons(
        of schema: String, after sequence: Int, generation: Int
    ) throws(LibraryError) -> [StoredLessons.Lesson]? {
        try read { database in
            guard try self.generation(of: schema, in: database) == generation else { return nil }
            return try lessons(of: schema, after: sequence, in: database)
        }
    }

    /// Keeps a lesson.
    /// - Parameter sentence: nil takes the lesson with this key away.
    /// - Returns: its number, or nil when all was forgotten meanwhile; then nothing is kept.
    @discardableResult
    public func teach(
        _ sentence: String?, key: UInt64, of schema: String, generation: Int
    ) throws(LibraryError) -> Int? {
        try write { database in
            guard try self.generation(of: schema, in: database) == generation else { return nil }
            let key = Int64(bitPattern: key)
            try database.execute(
                sql: "DELETE FROM lesson WHERE schema = ? AND key = ?", arguments: [schema, key])
            guard let sentence else {
                return try Int.fetchOne(database, sql: "SELECT coalesce(max(sequence), 0) FROM lesson") ?? 0
            }
            try database.execute(
                sql: "INSERT INTO lesson (schema, key, sentence) VALUES (?, ?, ?)",
                arguments: [schema, key, sentence])
            let sequence = Int(database.lastInsertedRowID)
            try database.execute(
                sql: """
                    DELETE FROM lesson WHERE schema = ?1 AND sequence <= (
                        SELECT sequence FROM lesson WHERE schema = ?1 ORDER BY sequence DESC LIMIT 1 OFFSET ?2)
                    """,
                arguments: [schema, Self.lessonLimit])
            return sequence
        }
    }

    /// Keeps what was made of all lessons up to a number, unless somebody has kept more or forgotten all.
    public func saveLayer(
        _ bytes: [UInt8], of schema: String, upTo sequence: Int, generation: Int
    ) throws(LibraryError) {
        try write { database in
            guard try self.generation(of: schema, in: database) == generation else { return }
            try database.execute(
                sql: """
                    INSERT INTO layer (schema, generation, sequence, bytes) VALUES (?, ?, ?, ?)
                    ON CONFLICT (schema) DO UPDATE SET sequence = excluded.sequence, bytes = excluded.bytes
                    WHERE excluded.sequence >= layer.sequence
                    """,
                arguments: [schema, generation, sequence, Data(bytes)])
        }
    }

    /// Forgets all lessons of a schema, for every program that has the library open.
    /// - Returns: the new generation.
    @discardableResult
    public func forgetLessons(of schema: String) throws(LibraryError) -> Int {
        try write { database in
            try database.execute(sql: "DELETE FROM lesson WHERE schema = ?", arguments: [schema])
            return try Int.fetchOne(
                database,
                sql: """
                    INSERT INTO layer (schema, generation) VALUES (?, 1)
                    ON CONFLICT (schema) DO UPDATE SET generation = generation + 1, sequence = 0, bytes = NULL
                    RETURNING generation
                    """,
                arguments: [schema]) ?? 0
        }
    }

    /// Whether the engine learns from what is decided here; nil when nobody has said so.
    public func learns() throws(LibraryError) -> Bool? {
        try read {
            try String.fetchOne($0, sql: "SELECT value FROM setting WHERE name = 'learning'").map {
                $0 == "on"
            }
        }
    }

    public func setLearns(_ learns: Bool) throws(LibraryError) {
        try write { database in
            try database.execute(
                sql: "INSERT OR REPLACE INTO setting VALUES ('learning', ?)",
                arguments: [learns ? "on" : "off"])
        }
    }

    private func generation(of schema: String, in database: Database) throws -> Int {
        try Int.fetchOne(database, sql: "SELECT generation FROM layer WHERE schema = ?", arguments: [schema])
            ?? 0
    }

    private func lessons(
        of schema: String, after sequence: Int, in database: Database
    ) throws -> [StoredLessons.Lesson] {
        let rows = try Row.fetchAll(
            database,
            sql:
                "SELECT sequence, key, sentence FROM lesson WHERE schema = ? AND sequence > ? ORDER BY sequence",
            arguments: [schema, sequence])
        return rows.map { row in
            StoredLessons.Lesson(
                sequence: row["sequence"], key: UInt64(bitPattern: row["key"]), sentence: row["sentence"])
        }
    }
}
