import Cells
import Foundation
import Testing

/// A terminal for a test: a tmux server of its own with a shell in it, seen and typed to from outside.
///
/// Nothing sleeps: what a test waits for is asked for until it is there, or `patience` is over.
final class Tmux {
    /// What a program may have left switched on.
    struct Flags: Hashable {
        var alternateScreen = false
        var mouse = false
        var mouseDecimal = false
        var cursorKeys = false
        var keypad = false
        var cursor = true

        /// As a shell finds a terminal.
        static let clean = Flags()
    }

    /// Long, for machines that do other things as well.
    static let patience = Duration.seconds(30)

    private let socket = "glosse-test-\(UUID().uuidString)"

    /// Starts a shell whose prompt is `$ ` and which finds `glosse`, in a UTF-8 locale.
    /// - Parameter environment: more assignments for the shell, such as `NO_COLOR=1`.
    init(
        size: Size = Size(rows: 24, columns: 80), environment: [String] = [], folder: String = "/"
    ) throws {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        let programs = URL(fileURLWithPath: Program.glosse).deletingLastPathComponent().path
        let shell =
            ["env", "-i", "PS1=$ ", "LC_ALL=C.UTF-8", "HISTFILE=/dev/null", "TERM=screen-256color"]
            + ["PATH=\(programs):\(path)"] + environment + ["bash", "--norc", "--noprofile", "-i"]
        try command(
            ["new-session", "-d", "-x", "\(size.columns)", "-y", "\(size.rows)", "-c", folder] + shell)
        try wait(for: "$")
    }

    deinit {
        _ = try? command("kill-server")
    }

    /// Types a command line into the shell.
    func run(_ line: String) throws {
        try send(line)
        try type("Enter")
    }

    /// Presses keys by their names in tmux: `C-p`, `Up`, `BTab`.
    func type(_ keys: String...) throws {
        try command(["send-keys"] + keys)
    }

    /// Sends characters and escape sequences as they are.
    func send(_ text: String) throws {
        try command("send-keys", "-l", text)
    }

    func resize(_ size: Size) throws {
        try command("resize-window", "-x", "\(size.columns)", "-y", "\(size.rows)")
    }

    /// What is on the screen, without blanks at the ends of lines.
    func screen() throws -> String {
        try command("capture-pane", "-p")
    }

    /// The screen and all that has scrolled out of it.
    func history() throws -> String {
        try command("capture-pane", "-p", "-S", "-")
    }

    /// The screen with the escape sequences of its colours and attributes.
    func styledScreen() throws -> String {
        try command("capture-pane", "-p", "-e")
    }

    func flags() throws -> Flags {
        let format =
            "#{alternate_on} #{mouse_any_flag} #{mouse_sgr_flag} #{keypad_cursor_flag} #{keypad_flag} #{cursor_flag}"
        let values = try command("display-message", "-p", format).split(whereSeparator: \.isWhitespace).map {
            $0 == "1"
        }
        guard values.count == 6 else {
            throw Program.Failure(description: "tmux does not know the flags \(format)")
        }
        return Flags(
            alternateScreen: values[0], mouse: values[1], mouseDecimal: values[2], cursorKeys: values[3],
            keypad: values[4], cursor: values[5])
    }

    /// Waits until the screen shows a text, and returns the screen.
    @discardableResult
    func wait(for text: String) throws -> String {
        try wait(until: "the screen shows '\(text)'") { $0.contains(text) }
    }

    /// Waits until the screen is as it should be, and returns it.
    @discardableResult
    func wait(until what: String, _ isReached: (String) throws -> Bool) throws -> String {
        let clock = ContinuousClock()
        let end = clock.now + Self.patience
        var last = ""
        repeat {
            last = try screen()
            if try isReached(last) { return last }
            usleep(10_000)
        } while clock.now < end
        throw Program.Failure(description: "waited in vain until \(what):\n\(last)")
    }

    /// Presses a key and waits until the screen looks different.
    func typeAndSee(_ key: String) throws {
        let before = try styledScreen()
        try type(key)
        try wait(until: "\(key) changes something") { _ in try styledScreen() != before }
    }

    /// The process that runs in the foreground: the program, when the shell has started it.
    func foregroundProcess() throws -> pid_t {
        let shell = try command("display-message", "-p", "#{pane_pid}").trimmingCharacters(
            in: .whitespacesAndNewlines)
        let stat = try String(contentsOfFile: "/proc/\(shell)/stat", encoding: .utf8)
        // Behind the name in brackets: state, parent, group, session, terminal, foreground group.
        let fields = stat[(stat.lastIndex(of: ")") ?? stat.startIndex)...].split(separator: " ")
        guard fields.count > 6, let group = pid_t(fields[6]) else {
            throw Program.Failure(description: "no foreground process in \(stat)")
        }
        return group
    }

    /// The names of all processes on the terminal, the shell's among them, in alphabetical order.
    func processNames() throws -> [String] {
        let shell = try command("display-message", "-p", "#{pane_pid}").trimmingCharacters(
            in: .whitespacesAndNewlines)
        let terminal = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(shell)/fd/0")
        return try FileManager.default.contentsOfDirectory(atPath: "/proc").compactMap { process -> String? in
            let input = "/proc/\(process)/fd/0"
            guard Int(process) != nil,
                (try? FileManager.default.destinationOfSymbolicLink(atPath: input)) == terminal
            else { return nil }
            return try? String(contentsOfFile: "/proc/\(process)/comm", encoding: .utf8)
                .trimmingCharacters(in: .whitespacesAndNewlines)
        }.sorted()
    }

    /// What the program sends to the terminal while the body runs.
    func recording(_ body: () throws -> Void) throws -> Data {
        try Program.withFolder { folder in
            let draft = folder.appendingPathComponent("draft").path
            let file = folder.appendingPathComponent("sent")
            try command("pipe-pane", "-O", "cat > '\(draft)'; mv '\(draft)' '\(file.path)'")
            try body()
            try command("pipe-pane")
            let end = ContinuousClock.now + Self.patience
            while ContinuousClock.now < end {
                if let sent = try? Data(contentsOf: file) { return sent }
                usleep(1000)
            }
            throw Program.Failure(description: "the recording does not end")
        }
    }

    /// Ends the server, as a closed window or a broken line does to the program in it.
    func hangUp() throws {
        try command("kill-server")
    }

    @discardableResult
    private func command(_ arguments: String...) throws -> String {
        try command(arguments)
    }

    @discardableResult
    private func command(_ arguments: [String]) throws -> String {
        try Program.run("tmux", ["-u", "-L", socket, "-f", "/dev/null"] + arguments)
    }
}
