import Cells
import Glibc
import Storage

/// What went wrong with a file or folder, and what to do; one line, whatever the name of the file holds.
struct FileError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = Width.clusters(of: description).map(\.glyph).joined()
    }

    /// The system's word for the last error.
    init(path: String, _ number: Int32 = errno) {
        let reason = String(cString: strerror(number))
        switch number {
        case ENOENT: self.init("\(path): does not exist; check the name")
        case EACCES, EPERM: self.init("\(path): may not be read; check its permissions")
        case EISDIR: self.init("\(path): is a folder, not a file")
        default: self.init("\(path): \(reason)")
        }
    }
}

/// Files as bytes, read in one piece and without any framework, since a start must not wait for one.
enum FileBytes {
    /// The longest text that is read: offsets are kept in 32 bits, and nobody annotates more.
    static let limit = 1_100_000_000

    static func read(_ path: String, upTo count: Int = limit) throws(FileError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw FileError(path: path) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw FileError(path: path) }
        switch status.st_mode & S_IFMT {
        case S_IFREG:
            if count == limit { try checkSize(of: descriptor, path) }
            return try read(descriptor, path, expecting: min(count, Int(status.st_size)), upTo: count)
        case S_IFDIR:
            throw FileError(path: path, EISDIR)
        default:
            throw FileError("\(path): is no regular file; use - to read from a pipe")
        }
    }

    /// A part of a file, which must not have changed since the place of that part was looked up.
    static func read(_ path: String, _ range: Range<Int>, of file: FileStamp) throws(FileError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw FileError(path: path) }
        defer { close(descriptor) }
        guard FileStamp(path: path) == file, lseek(descriptor, off_t(range.lowerBound), SEEK_SET) >= 0 else {
            throw FileError("\(path): has changed since it was opened; leave and open it again")
        }
        return try read(descriptor, path, expecting: range.count, upTo: range.count)
    }

    /// Refuses a regular file that is too large before any of it is read; a pipe tells its size only at its end.
    static func checkSize(of descriptor: Int32, _ name: String) throws(FileError) {
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_size <= limit else { throw tooLarge(name) }
    }

    static func tooLarge(_ name: String) -> FileError {
        FileError("\(name): is larger than 1 GB; split it first")
    }

    /// Everything that comes through stdin.
    static func readStandardInput() throws(FileError) -> [UInt8] {
        try read(STDIN_FILENO, "standard input", expecting: 1 << 16, upTo: limit)
    }

    private static func read(
        _ descriptor: Int32, _ path: String, expecting size: Int, upTo limit: Int
    ) throws(FileError) -> [UInt8] {
        var bytes: [UInt8] = []
        var failure: Int32 = 0
        var capacity = size
        while true {
            // One byte more than expected shows at once that the file has ended.
            let wanted = max(1, min(capacity - bytes.count + 1, limit - bytes.count))
            guard bytes.count < limit else { break }
            var received = 0
            let piece = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
                received = Glibc.read(descriptor, buffer.baseAddress, wanted)
                failure = received < 0 ? errno : 0
                count = max(0, received)
            }
            if received < 0, failure == EINTR { continue }
            guard received >= 0 else { throw FileError(path: path, failure) }
            if received == 0 { break }
            if bytes.isEmpty { bytes = piece } else { bytes += piece }
            if bytes.count >= capacity { capacity = max(1 << 16, bytes.count * 2) }
        }
        if bytes.count == limit, limit == Self.limit { throw tooLarge(path) }
        return bytes
    }
}
