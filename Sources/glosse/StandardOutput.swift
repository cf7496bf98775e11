import Glibc

/// Bytes for a pipe, in pieces that are worth a system call.
struct StandardOutput: ~Copyable {
    private var waiting: [UInt8] = []

    mutating func write(_ bytes: some Sequence<UInt8>) throws(FileError) {
        waiting.append(contentsOf: bytes)
        if waiting.count >= 1 << 16 { try flush() }
    }

    mutating func flush() throws(FileError) {
        var written = 0
        while written < waiting.count {
            let count = waiting.withUnsafeBytes { buffer in
                Glibc.write(STDOUT_FILENO, buffer.baseAddress?.advanced(by: written), buffer.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw FileError(path: "standard output") }
            written += count
        }
        waiting.removeAll(keepingCapacity: true)
    }
}
