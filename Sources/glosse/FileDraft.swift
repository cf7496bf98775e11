import Glibc

/// A file that is written piece by piece and takes the place of the old one only when it is complete.
final class FileDraft {
    private let path: String
    private let target: String
    private let draft: String
    private let descriptor: Int32
    private var waiting: [UInt8] = []

    /// - Returns: nil for what is no regular file, which is written into at once.
    init?(_ path: String) throws(FileError) {
        self.path = path
        target = FileBytes.resolved(path) ?? path
        draft = "\(target).\(getpid()).part"
        var status = stat()
        let isThere = stat(target, &status) == 0
        guard !isThere || status.st_mode & S_IFMT == S_IFREG else { return nil }
        // Nobody else's file or link of that name is written through.
        unlink(draft)
        descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw FileError(writing: path) }
        if isThere { fchmod(descriptor, status.st_mode & 0o7777) }
    }

    func append(_ bytes: [UInt8]) throws(FileError) {
        waiting += bytes
        if waiting.count >= 1 << 20 { try flush() }
    }

    private func flush() throws(FileError) {
        var written = 0
        while written < waiting.count {
            let count = waiting.withUnsafeBytes { buffer in
                Glibc.write(descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw FileError(writing: path) }
            written += count
        }
        waiting.removeAll(keepingCapacity: true)
    }

    /// Puts the file in its place.
    func finish() throws(FileError) {
        try flush()
        guard rename(draft, target) == 0 else { throw FileError(writing: path) }
    }

    deinit {
        close(descriptor)
        // When it has its place, there is none of this name any more.
        unlink(draft)
    }
}
