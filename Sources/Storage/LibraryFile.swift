import GRDB
import Glibc

/// The file of a library, its folder, and SQLite's files beside it.
struct LibraryFile {
    let path: String

    /// Makes what is missing, for nobody else to read, and checks that SQLite will be able to write.
    func prepareForWriting() throws {
        try makeFolders(for: path)
        let descriptor = Glibc.open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        if descriptor >= 0 {
            Glibc.close(descriptor)
        } else if errno != EEXIST {
            throw failure(errno)
        }
        guard access(path, W_OK) == 0, access(folder(of: path), W_OK) == 0 else { throw failure(errno) }
    }

    private func makeFolders(for path: String) throws {
        let folder = folder(of: path)
        guard access(folder, F_OK) != 0 else { return }
        if folder != path { try makeFolders(for: folder) }
        if mkdir(folder, 0o700) != 0, errno != EEXIST { throw failure(errno) }
    }

    private func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private func failure(_ code: Int32) -> LibraryError {
        switch code {
        case EACCES, EPERM, EROFS: LibraryError(reason: .readOnly, path: path)
        case ENOSPC, EDQUOT: LibraryError(reason: .full, path: path)
        default: LibraryError(reason: .unreachable(errorText(code)), path: path)
        }
    }

    private func errorText(_ code: Int32) -> String { String(cString: strerror(code)) }

    func openForReading() throws -> DatabaseQueue {
        guard access(path, R_OK) == 0 else {
            throw LibraryError(
                reason: errno == ENOENT ? .missing : .unreachable(errorText(errno)), path: path)
        }
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(5)
        do {
            return try DatabaseQueue(path: path, configuration: configuration)
        } catch let error as DatabaseError
            where !hasLog && [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode)
        {
            // Reading too needs SQLite's files beside the library, and this folder takes none. Without a log there is
            // no writer, and the file can be read as something that never changes.
            return try DatabaseQueue(path: unchangingAddress, configuration: configuration)
        }
    }

    func openForWriting() throws -> DatabasePool {
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { database in
            // Checkpoints cost two syncs; `Library.sync` makes them in the background, and this is only the last stop.
            try database.execute(sql: "PRAGMA wal_autocheckpoint = 8000")
        }
        return try DatabasePool(path: path, configuration: configuration)
    }

    private var log: String { path + "-wal" }

    private var hasLog: Bool { access(log, F_OK) == 0 }

    /// The file as a URI, in which every byte beyond letters, digits and slashes is escaped.
    private var unchangingAddress: String {
        let escaped = path.utf8.map { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."):
                String(UnicodeScalar(byte))
            default:
                (byte < 16 ? "%0" : "%") + String(byte, radix: 16)
            }
        }
        return "file:" + escaped.joined() + "?immutable=1"
    }

    /// Waits until the log is on the disk, and tells how many bytes it has.
    ///
    /// The log may be opened beside SQLite: its locks are on the library and on the index of the log, and only those
    /// would be lost when we close a file.
    func syncLog() throws -> Int {
        let descriptor = Glibc.open(log, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return 0 }
            throw failure(errno)
        }
        defer { Glibc.close(descriptor) }
        guard fdatasync(descriptor) == 0 else { throw failure(errno) }
        return Int(lseek(descriptor, 0, SEEK_END))
    }
}
