import Foundation

/// The programs that these tests run.
enum Program {
    /// The glosse that was built together with these tests.
    static let glosse = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appendingPathComponent("glosse").path

    /// Whether the tests in tmux can run. A build server must have tmux, so there they fail without it.
    static let hasTmux: Bool = {
        if ProcessInfo.processInfo.environment["CI"] == "true" { return true }
        return (try? run("tmux", ["-V"])) != nil
    }()

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// Runs a program to its end.
    ///
    /// Not with `Process`, whose pipes every program started meanwhile inherits: a tmux server, which outlives the
    /// call, would keep them open, and with them whoever waits for their end.
    /// - Returns: what it wrote to stdout.
    /// - Throws: when it fails, with what it wrote to stderr.
    @discardableResult
    static func run(_ name: String, _ arguments: [String]) throws -> String {
        try withFolder { folder in
            let output = folder.appendingPathComponent("output")
            let errors = folder.appendingPathComponent("errors")
            var actions = posix_spawn_file_actions_t()
            posix_spawn_file_actions_init(&actions)
            defer { posix_spawn_file_actions_destroy(&actions) }
            posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
            posix_spawn_file_actions_addopen(&actions, 1, output.path, O_WRONLY | O_CREAT, 0o600)
            posix_spawn_file_actions_addopen(&actions, 2, errors.path, O_WRONLY | O_CREAT, 0o600)
            // A thread of a test blocks signals, and a program inherits that: tmux would never see its shell end.
            var attributes = posix_spawnattr_t()
            posix_spawnattr_init(&attributes)
            defer { posix_spawnattr_destroy(&attributes) }
            var none = sigset_t()
            sigemptyset(&none)
            posix_spawnattr_setsigmask(&attributes, &none)
            posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
            let words = ["env", "-u", "TMUX", "LC_ALL=C.UTF-8", name] + arguments
            var argv: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
            defer { argv.forEach { free($0) } }
            var process = pid_t()
            guard posix_spawnp(&process, "env", &actions, &attributes, &argv, environ) == 0 else {
                throw Failure(description: "cannot start \(name)")
            }
            var status: Int32 = 0
            while waitpid(process, &status, 0) < 0, errno == EINTR {}
            guard status == 0 else {
                let complaint = (try? String(contentsOf: errors, encoding: .utf8)) ?? ""
                throw Failure(description: "\(words.joined(separator: " ")): \(complaint)")
            }
            return String(decoding: try Data(contentsOf: output), as: UTF8.self)
        }
    }

    /// A folder that is removed when the test is over.
    static func withFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "glosse-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try body(folder)
    }
}
