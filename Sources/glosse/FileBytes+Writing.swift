import Glibc

extension FileBytes {
    /// Writes a file through a neighbour, so that it is there whole or not at all.
    ///
    /// A link stays a link, a file that is there keeps its permissions, and what is no regular file (`/dev/stdout`, a
    /// pipe) is written into and never replaced.
    static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
        let target = resolved(path) ?? path
        var status = stat()
        let isThere = stat(target, &status) == 0
        guard !isThere || status.st_mode & S_IFMT == S_IFREG else {
            try write(bytes, into: open(target, O_WRONLY | O_CLOEXEC), path)
            return
        }
        let draft = "\(target).\(getpid()).part"
        // Nobody else's file or link of that name is written through.
        unlink(draft)
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        if isThere, descriptor >= 0 { fchmod(descriptor, status.st_mode & 0o7777) }
        do throws(FileError) {
            try write(bytes, into: descriptor, path)
            guard rename(draft, target) == 0 else { throw FileError(writing: path) }
        } catch {
            if descriptor >= 0 { unlink(draft) }
            throw error
        }
    }

    /// Refuses a place that cannot be written to, before hours of work are spent on what is to go there.
    static func checkWriting(to path: String) throws(FileError) {
        let end = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        let folder = end == path.startIndex ? "." : String(path[..<end])
        guard access(access(path, F_OK) == 0 ? path : folder, W_OK) == 0 else {
            throw FileError(writing: path)
        }
    }

    /// The absolute path without links; nil when there is no such file.
    static func resolved(_ path: String) -> String? {
        realpath(path, nil).map { pointer in
            defer { free(pointer) }
            return String(cString: pointer)
        }
    }

    /// Writes everything into a descriptor and closes it.
    private static func write(_ bytes: [UInt8], into descriptor: Int32, _ path: String) throws(FileError) {
        guard descriptor >= 0 else { throw FileError(writing: path) }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Glibc.write(descriptor, buffer.baseAddress?.advanced(by: written), bytes.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else {
                let error = FileError(writing: path)
                close(descriptor)
                throw error
            }
            written += count
        }
        guard close(descriptor) == 0 else { throw FileError(writing: path) }
    }
}

extension FileError {
    /// The system's word for why a file could not be written.
    init(writing path: String, _ number: Int32 = errno) {
        let reason = String(cString: strerror(number))
        let remedy = number == ENOSPC ? "free some space or " : ""
        self.init("\(path): cannot be written (\(reason)); \(remedy)choose another place")
    }
}
