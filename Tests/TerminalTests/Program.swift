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

    /// How a program ended, and what it wrote.
    struct Ending {
        /// As a shell counts it: 128 and the signal, when one ended it.
        let status: Int32
        let output: Data
        let errors: String
        /// The most memory it held, in bytes; 0 for one that ended too soon to look.
        let peakMemory: Int

        var text: String { String(decoding: output, as: UTF8.self) }
    }

    /// What a program finds when it starts.
    struct Surroundings {
        /// Assignments such as `NO_COLOR=1`.
        var environment: [String] = []
        var folder = "/"
        /// The file that is its stdin.
        var input = "/dev/null"
    }

    /// Runs a program to its end, which must be a good one.
    /// - Returns: what it wrote to stdout.
    /// - Throws: when it fails, with what it wrote to stderr.
    @discardableResult
    static func run(_ name: String, _ arguments: [String]) throws -> String {
        let ending = try ending(of: name, arguments)
        guard ending.status == 0 else {
            throw Failure(
                description: "\(name) \(arguments.joined(separator: " ")): \(ending.errors)")
        }
        return ending.text
    }

    /// Runs a program to its end, whatever that is; it has no terminal.
    ///
    /// Not with `Process`, whose pipes every program started meanwhile inherits: a tmux server, which outlives the
    /// call, would keep them open, and with them whoever waits for their end.
    static func ending(
        of name: String, _ arguments: [String], in surroundings: Surroundings = Surroundings()
    ) throws -> Ending {
        try withFolder { folder in
            let output = folder.appendingPathComponent("output")
            let errors = folder.appendingPathComponent("errors")
            let words =
                ["env", "-u", "TMUX", "-C", surroundings.folder, "LC_ALL=C.UTF-8"] + surroundings.environment
                + [name] + arguments
            let process = try start(words, input: surroundings.input, output.path, errors.path)
            let (status, peakMemory) = try wait(for: process, name)
            return Ending(
                status: status, output: try Data(contentsOf: output),
                errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self),
                peakMemory: peakMemory)
        }
    }

    /// `POSIX_SPAWN_SETSID`, which Swift does not see.
    private static let newSession: Int16 = 0x80

    private static func start(
        _ words: [String], input: String, _ output: String, _ errors: String
    ) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT, 0o600)
        // A thread of a test blocks signals, and a program inherits that: tmux would never see its shell end. A session
        // of its own has no terminal, also when the tests were started in one.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK) | newSession)
        var argv: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { argv.forEach { free($0) } }
        var process = pid_t()
        guard posix_spawnp(&process, words[0], &actions, &attributes, &argv, environ) == 0 else {
            throw Failure(description: "cannot start \(words.joined(separator: " "))")
        }
        return process
    }

    /// Asks again and again, since the peak of memory can only be read while the program lives; one that never ends is
    /// ended.
    private static func wait(for process: pid_t, _ name: String) throws -> (status: Int32, peakMemory: Int) {
        var peakMemory = 0
        var status: Int32 = 0
        let end = ContinuousClock.now + .seconds(300)
        while waitpid(process, &status, WNOHANG) == 0 {
            guard ContinuousClock.now < end else {
                kill(process, SIGKILL)
                waitpid(process, &status, 0)
                throw Failure(description: "\(name) does not end")
            }
            peakMemory = max(peakMemory, Self.peakMemory(of: process))
            usleep(500)
        }
        let signal = status & 0x7F
        return (signal == 0 ? status >> 8 & 0xFF : 128 + signal, peakMemory)
    }

    private static func peakMemory(of process: pid_t) -> Int {
        let text = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
        let line = text.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return 1024 * (line?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0)
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
