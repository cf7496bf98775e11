import Glibc

/// What went wrong with a file or folder, and what to do.
struct FileError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }

    /// The system's word for the last error.
    init(path: String, _ number: Int32 = errno) {
        let reason = String(cString: strerror(number))
        switch number {
        case ENOENT: description = "\(path): does not exist; check the name"
        case EACCES, EPERM: description = "\(path): may not be read; check its permissions"
        case EISDIR: description = "\(path): is a folder, not a file"
        default: description = "\(path): \(reason)"
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
            guard count < limit || status.st_size <= limit else {
                throw FileError("\(path): is larger than 1 GB; split it first")
            }
            return try read(descriptor, path, expecting: min(count, Int(status.st_size)), upTo: count)
        case S_IFDIR:
            throw FileError(path: path, EISDIR)
        default:
            throw FileError("\(path): is no regular file; use - to read from a pipe")
        }
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
        if bytes.count == limit, limit == Self.limit {
            throw FileError("\(path): is larger than 1 GB; split it first")
        }
        return bytes
    }
}
