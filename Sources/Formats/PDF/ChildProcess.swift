import CChild
import Glibc

/// Another program that turns bytes into bytes, within limits of time and size. No shell is involved, and what it reads
/// lies in memory only.
struct ChildProcess {
    struct Limits {
        var seconds = 60
        var outputBytes = 64 << 20
        var memoryBytes = 2 << 30
    }

    struct Result {
        let status: Int32
        let output: [UInt8]
        /// The beginning of what it said was wrong.
        let complaint: String
    }

    enum Failure: Error {
        /// There is no such program.
        case missing
        case slow, large
        case system(String)
    }

    /// - Parameter program: looked for in the folders of `PATH`.
    static func run(
        _ program: String, _ arguments: [String], input: [UInt8], limits: Limits = Limits()
    ) throws(Failure) -> Result {
        let file = try Descriptor.memory(holding: input)
        let (outputEnd, outputStart) = try Descriptor.pipe()
        let (complaintEnd, complaintStart) = try Descriptor.pipe()
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, file.number, STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, outputStart.number, STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, complaintStart.number, STDERR_FILENO)
        var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
        // Messages must be in English, or nobody knows what they say.
        var environment: [UnsafeMutablePointer<CChar>?] = [strdup("LC_ALL=C.UTF-8"), nil]
        defer { for word in words + environment { free(word) } }
        var child = pid_t()
        let failure = posix_spawnp(&child, program, &actions, nil, &words, &environment)
        guard failure == 0 else {
            throw failure == ENOENT ? .missing : .system(String(cString: strerror(failure)))
        }
        // The kernel sees to it that a program does not eat the machine while it is waited for.
        cchild_limit(child, limits.memoryBytes, limits.seconds)
        outputStart.close()
        complaintStart.close()
        var reading = Reading(outputEnd, complaintEnd, limits)
        let problem = reading.finish()
        if problem != nil { kill(child, SIGKILL) }
        let status = wait(for: child)
        if let problem { throw problem }
        return Result(
            status: status, output: reading.output,
            complaint: String(decoding: reading.complaint, as: UTF8.self))
    }

    /// Its exit status; 128 and more when a signal ended it.
    private static func wait(for child: pid_t) -> Int32 {
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0 {
            guard errno == EINTR else { return 127 }
        }
        return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
    }
}

extension ChildProcess {
    /// A file descriptor, closed once when nobody has it any more.
    fileprivate final class Descriptor {
        let number: Int32
        private var isOpen = true

        init(_ number: Int32) { self.number = number }

        deinit { close() }

        func close() {
            if isOpen { Glibc.close(number) }
            isOpen = false
        }

        /// A file without a name that lies in memory.
        static func memory(holding bytes: [UInt8]) throws(Failure) -> Descriptor {
            let number = cchild_memory_file()
            guard number >= 0 else { throw .system(String(cString: strerror(errno))) }
            let file = Descriptor(number)
            var written = 0
            while written < bytes.count {
                let count = bytes.withUnsafeBytes {
                    write(number, $0.baseAddress.map { $0 + written }, bytes.count - written)
                }
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { throw .system(String(cString: strerror(errno))) }
                written += count
            }
            lseek(number, 0, SEEK_SET)
            return file
        }

        static func pipe() throws(Failure) -> (end: Descriptor, start: Descriptor) {
            var ends: [Int32] = [0, 0]
            guard cchild_pipe(&ends) == 0 else { throw .system(String(cString: strerror(errno))) }
            return (Descriptor(ends[0]), Descriptor(ends[1]))
        }
    }

    /// What comes out of both pipes until both end.
    fileprivate struct Reading {
        private(set) var output: [UInt8] = []
        private(set) var complaint: [UInt8] = []
        private let ends: [Descriptor]
        private let limits: Limits
        private static let longestComplaint = 4096

        init(_ output: Descriptor, _ complaint: Descriptor, _ limits: Limits) {
            ends = [output, complaint]
            self.limits = limits
        }

        mutating func finish() -> Failure? {
            let deadline = Self.now + limits.seconds * 1000
            var waiting = ends.map { pollfd(fd: $0.number, events: Int16(POLLIN), revents: 0) }
            while waiting.contains(where: { $0.fd >= 0 }) {
                let left = deadline - Self.now
                guard left > 0 else { return .slow }
                let ready = poll(&waiting, nfds_t(waiting.count), Int32(min(left, 1000)))
                if ready < 0, errno != EINTR { return .system(String(cString: strerror(errno))) }
                guard ready > 0 else { continue }
                for index in waiting.indices where waiting[index].fd >= 0 && waiting[index].revents != 0 {
                    let piece = Self.piece(of: waiting[index].fd)
                    if piece.isEmpty { waiting[index].fd = -1 }
                    if index == 0 {
                        output += piece
                        guard output.count <= limits.outputBytes else { return .large }
                    } else {
                        complaint += piece.prefix(Self.longestComplaint - complaint.count)
                    }
                }
            }
            return nil
        }

        private static func piece(of descriptor: Int32) -> [UInt8] {
            [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
                count = max(0, read(descriptor, buffer.baseAddress, buffer.count))
            }
        }

        /// Milliseconds of a clock that nobody sets.
        private static var now: Int {
            var time = timespec()
            clock_gettime(CLOCK_MONOTONIC, &time)
            return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
        }
    }
}
