import Cells
import Foundation
import Testing

/// How the terminal is given back, whatever ends or stops the program.
@Suite("signals", .enabled(if: Program.hasTmux), .serialized)
struct SignalTests {
    @Test("^Z gives the terminal to the shell, and fg shows the screen again, in its new size")
    func suspendAndResume() throws {
        let tmux = try open()
        try tmux.type("x")
        try tmux.wait(for: "key     x")
        let before = try tmux.flags()
        #expect(
            before.alternateScreen && before.mouse && before.mouseDecimal && before.cursorKeys
                && !before.cursor)
        try tmux.type("C-z")
        try tmux.wait(for: "Stopped")
        #expect(try tmux.flags() == .clean)
        try tmux.resize(Size(rows: 20, columns: 60))
        try tmux.run("clear; stty -a | grep -o -w -e icanon -e '-echo'; fg; echo again:$?")
        let screen = try tmux.wait(for: "resize  60x20")
        #expect(screen.contains("key     x"))
        #expect(try tmux.flags() == before)
        try tmux.type("q")
        let shell = try tmux.wait(for: "again:0")
        #expect(shell.contains("icanon"))
        #expect(!shell.contains("\n-echo"))
        #expect(try tmux.flags() == .clean)
    }

    @Test(
        "the screen is complete after fg, also after a stop that nobody can catch",
        arguments: [SIGTSTP, SIGSTOP])
    func resumeRepaints(signal: Int32) throws {
        let tmux = try open()
        let screen = try tmux.screen()
        let flags = try tmux.flags()
        #expect(kill(try tmux.foregroundProcess(), signal) == 0)
        try tmux.wait(for: "Stopped")
        try tmux.run("clear; fg")
        try tmux.wait(until: "the screen is as before") { $0 == screen }
        #expect(try tmux.flags() == flags)
        try tmux.type("x")
        try tmux.wait(for: "key     x")
    }

    @Test(
        "SIGTERM, SIGINT and SIGHUP let the program end in good order", arguments: [SIGTERM, SIGINT, SIGHUP])
    func requests(signal: Int32) throws {
        let tmux = try open()
        #expect(kill(try tmux.foregroundProcess(), signal) == 0)
        try tmux.wait(for: "left:0")
        #expect(try tmux.flags() == .clean)
    }

    @Test("a terminal that goes away ends the program")
    func hangUp() throws {
        let tmux = try open()
        let process = try tmux.foregroundProcess()
        try tmux.hangUp()
        let end = ContinuousClock.now + Tmux.patience
        while kill(process, 0) == 0, ContinuousClock.now < end { usleep(10_000) }
        #expect(kill(process, 0) != 0)
    }

    @Test(
        "a crash gives the terminal back and still ends the program",
        arguments: [SIGSEGV, SIGILL, SIGABRT, SIGBUS, SIGFPE, SIGTRAP, SIGQUIT])
    func crash(signal: Int32) throws {
        let tmux = try open(settings: "SWIFT_BACKTRACE=enable=no")
        #expect(kill(try tmux.foregroundProcess(), signal) == 0)
        try tmux.wait(for: "left:\(128 + signal)")
        #expect(try tmux.flags() == .clean)
        try tmux.run("clear; stty -a | grep -o -w -e icanon -e '-echo'; echo done")
        let shell = try tmux.wait(for: "\ndone")
        #expect(shell.hasPrefix("icanon\ndone"))
    }

    @Test("Swift's backtrace is printed on the terminal after a crash, not into the log")
    func backtrace() throws {
        let tmux = try open(settings: "SWIFT_BACKTRACE=enable=yes,interactive=no,color=no,limit=2")
        #expect(kill(try tmux.foregroundProcess(), SIGSEGV) == 0)
        try tmux.wait(for: "left:\(128 + SIGSEGV)")
        #expect(try tmux.history().contains("Signal \(SIGSEGV)"))
        #expect(try tmux.flags() == .clean)
    }

    @Test("the backtrace is complete, and the program that prints it ends as well")
    func nothingStaysBehind() throws {
        let tmux = try open(settings: "SWIFT_BACKTRACE=enable=yes,interactive=no,color=no,limit=8")
        #expect(kill(try tmux.foregroundProcess(), SIGSEGV) == 0)
        try tmux.wait(for: "left:\(128 + SIGSEGV)")
        let history = try tmux.history()
        #expect(history.contains("Keys.run()") && history.contains("Backtrace took"))
        try tmux.wait(until: "only the shell runs on the terminal") { _ in
            try tmux.processNames() == ["bash"]
        }
    }

    @Test("stderr goes to the log while the screen is open, nowhere without one")
    func standardError() throws {
        try Program.withFolder { folder in
            let log = folder.appendingPathComponent("log").path
            #expect(try standardError(options: "--log '\(log)'") == log)
            let attributes = try FileManager.default.attributesOfItem(atPath: log)
            #expect(attributes[.posixPermissions] as? Int == 0o600)
            #expect(try standardError(options: "") == "/dev/null")
            #expect(try standardError(options: "--log '\(log)/no/such/folder'") == "/dev/null")
        }
    }

    /// The file behind stderr of a program with its screen open.
    private func standardError(options: String) throws -> String {
        let tmux = try open(options: options)
        return try FileManager.default.destinationOfSymbolicLink(
            atPath: "/proc/\(try tmux.foregroundProcess())/fd/2")
    }

    private func open(settings: String = "", options: String = "") throws -> Tmux {
        let tmux = try Tmux()
        try tmux.run("TERM=xterm-256color \(settings) \(Program.glosse) keys \(options); echo left:$?")
        try tmux.wait(for: "If the bars")
        return tmux
    }
}
