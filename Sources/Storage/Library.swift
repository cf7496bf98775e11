import GRDB
import Synchronization

/// The articles that a person has read and what they tagged, in one SQLite file.
///
/// The journal of steps is the truth: `save` puts a step there in a transaction of its own, and once it has returned
/// a killed process loses nothing. Snapshots only make loading fast. Several programs may have the same library open.
///
/// All calls are synchronous and may come from any thread. No call asks for the time: it is passed in, in seconds
/// since 1970-01-01 UTC.
public final class Library: Sendable {
    public enum Access: Hashable, Sendable {
        /// Makes the file and its folder when they are missing.
        case writing
        /// Changes nothing, and works on a read-only disk.
        case reading
    }

    public let path: String
    private let reader: any DatabaseReader
    /// nil for reading only.
    private let writer: DatabasePool?
    private let takenSession = Mutex<Int?>(nil)

    public static func open(at path: String, for access: Access = .writing) throws(LibraryError) -> Library {
        try Library(path: path, access: access)
    }

    private init(path: String, access: Access) throws(LibraryError) {
        self.path = path
        // SQLite takes a relative path that begins with "file:" or ":memory:" for something else.
        let file = LibraryFile(path: path.hasPrefix("/") ? path : "./" + path)
        do {
            if access == .writing { try file.prepareForWriting() }
            let inspected = try file.openForReading()
            if let reason = try inspected.read(Form.check) { throw LibraryError(reason: reason, path: path) }
            switch access {
            case .reading:
                writer = nil
                reader = inspected
            case .writing:
                try inspected.close()
                let pool = try file.openForWriting()
                try pool.writeWithoutTransaction(Form.migrate)
                writer = pool
                reader = pool
            }
        } catch {
            throw LibraryError(error, path: path)
        }
    }

    /// Ends the use of the library; calls that come later fail. Losing the last reference does the same.
    public func close() throws(LibraryError) {
        do { try reader.close() } catch { throw LibraryError(error, path: path) }
    }

    public var access: Access { writer == nil ? .reading : .writing }

    /// A number that no other writer of this library has had, for `IDSource`; the same at each call.
    public func session() throws(LibraryError) -> Int {
        if let taken = takenSession.withLock(\.self) { return taken }
        let next = try write { database in
            try Int.fetchOne(database, sql: "UPDATE counter SET session = session + 1 RETURNING session") ?? 0
        }
        return takenSession.withLock { taken in
            taken = taken ?? next
            return taken ?? next
        }
    }

    /// A number that changes whenever another program has written in the library. Takes some microseconds.
    public func version() throws(LibraryError) -> Int {
        let ask: (Database) throws -> Int = { try Int.fetchOne($0, sql: "PRAGMA data_version") ?? 0 }
        // Each connection counts for itself, so it must be the same one each time.
        do {
            return try writer?.writeWithoutTransaction(ask) ?? reader.read(ask)
        } catch {
            throw LibraryError(error, path: path)
        }
    }

    /// Brings what was saved onto the disk itself, so that a power cut cannot take it back; call it every second
    /// while there is something new, in the background.
    public func sync() throws(LibraryError) {
        guard let writer else { return }
        do {
            let pending = try LibraryFile(path: path).syncLog()
            if pending > Self.logLimit {
                _ = try writer.writeWithoutTransaction { try $0.checkpoint(.passive) }
            }
        } catch {
            throw LibraryError(error, path: path)
        }
    }

    /// How long the write-ahead log may grow before `sync` moves it into the library, in bytes.
    private static let logLimit = 4 << 20

    /// What SQLite finds wrong in the file, in its words; empty when all is well. Reads the whole file.
    public func problems() throws(LibraryError) -> [String] {
        try read { database in
            try String.fetchAll(database, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
        }
    }

    func read<Value>(_ body: (Database) throws -> Value) throws(LibraryError) -> Value {
        do { return try reader.read(body) } catch { throw LibraryError(error, path: path) }
    }

    /// One transaction, which nobody else can interrupt.
    func write<Value>(_ body: (Database) throws -> Value) throws(LibraryError) -> Value {
        guard let writer else { throw LibraryError(reason: .readOnly, path: path) }
        do { return try writer.write(body) } catch { throw LibraryError(error, path: path) }
    }
}
