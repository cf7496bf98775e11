private import CSQLite

/// The bytes of an SQLite database, which is made in memory: tables with rows in their order, and views.
struct SQLiteFile: ~Copyable {
    enum Value {
        case null
        case int(Int)
        case real(Double)
        case text(String)
    }

    private let database: OpaquePointer?

    init() {
        var database: OpaquePointer?
        Self.check(sqlite3_open(":memory:", &database), database)
        self.database = database
        run("PRAGMA page_size = 4096")
        run("BEGIN")
    }

    deinit { sqlite3_close(database) }

    /// Adds a table whose rows have the numbers 1, 2, 3, …; its first column is that number when it is declared
    /// `INTEGER PRIMARY KEY`, and its value is then `null` in each row.
    func add(_ name: String, _ declaration: String, _ rows: some Sequence<[Value]>) {
        run(declaration)
        var statement: OpaquePointer?
        defer { sqlite3_finalize(statement) }
        for row in rows {
            if statement == nil {
                let places = Array(repeating: "?", count: row.count).joined(separator: ", ")
                let insertion = "INSERT INTO \"\(name)\" VALUES (\(places))"
                Self.check(sqlite3_prepare_v2(database, insertion, -1, &statement, nil), database)
            }
            for (index, value) in row.enumerated() { bind(value, to: Int32(index + 1), of: statement) }
            Self.check(sqlite3_step(statement), database)
            Self.check(sqlite3_reset(statement), database)
        }
    }

    /// Adds a view, which is only its declaration.
    func addView(_ declaration: String) { run(declaration) }

    /// The whole file.
    func bytes() -> [UInt8] {
        run("COMMIT")
        var size: sqlite3_int64 = 0
        guard let bytes = sqlite3_serialize(database, "main", &size, 0) else { return [] }
        defer { sqlite3_free(bytes) }
        return Array(UnsafeBufferPointer(start: bytes, count: Int(size)))
    }

    private func bind(_ value: Value, to index: Int32, of statement: OpaquePointer?) {
        switch value {
        case .null: Self.check(sqlite3_bind_null(statement, index), database)
        case .int(let number): Self.check(sqlite3_bind_int64(statement, index, Int64(number)), database)
        case .real(let number): Self.check(sqlite3_bind_double(statement, index, number), database)
        case .text(let string):
            // With its length, for it may hold zeros; the address -1 asks for a copy (SQLITE_TRANSIENT, a macro that
            // Swift cannot read).
            let code = sqlite3_bind_text64(
                statement, index, string, UInt64(string.utf8.count),
                unsafeBitCast(-1, to: sqlite3_destructor_type.self), UInt8(SQLITE_UTF8))
            Self.check(code, database)
        }
    }

    private func run(_ statement: String) {
        Self.check(sqlite3_exec(database, statement, nil, nil, nil), database)
    }

    /// What is asked of a database in memory does not fail for what an article holds; only a mistake in these tables, or
    /// want of memory, comes here.
    private static func check(_ code: Int32, _ database: OpaquePointer?) {
        precondition(
            [SQLITE_OK, SQLITE_ROW, SQLITE_DONE].contains(code),
            "SQLite: \(database.map { String(cString: sqlite3_errmsg($0)) } ?? "no database")")
    }
}
