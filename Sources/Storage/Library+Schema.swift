import GRDB

extension Library {
    /// The library's own schema, as the TOML that it was given in; nil for the program's.
    public func schema() throws(LibraryError) -> String? {
        try read { try String.fetchOne($0, sql: "SELECT value FROM setting WHERE name = 'schema'") }
    }

    /// Gives the library a schema of its own, or none.
    public func setSchema(_ toml: String?) throws(LibraryError) {
        try write { database in
            guard let toml else {
                try database.execute(sql: "DELETE FROM setting WHERE name = 'schema'")
                return
            }
            try database.execute(
                sql: "INSERT OR REPLACE INTO setting VALUES ('schema', ?)", arguments: [toml])
        }
    }
}
