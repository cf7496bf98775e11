import Cells
import Glibc

/// A bar on stderr for work that takes long; nothing when stderr is no terminal.
struct Progress: ~Copyable {
    private let title: String
    private let total: Int
    private let isShown: Bool
    private var done = 0
    private var shownPercent = -1
    /// Short work shows no bar at all.
    private let begin = ContinuousClock.now

    init(_ title: String, total: Int) {
        self.title = title
        self.total = max(1, total)
        isShown = isatty(STDERR_FILENO) == 1
    }

    mutating func advance(by count: Int = 1) {
        done += count
        let percent = min(100, 100 * done / total)
        guard isShown, percent != shownPercent, ContinuousClock.now - begin > .milliseconds(300) else {
            return
        }
        shownPercent = percent
        let filled = percent * 30 / 100
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
        StandardError.write("\r\(title) \(bar) \(percent) % ")
    }

    deinit {
        if shownPercent >= 0 { StandardError.write("\r\u{1B}[K") }
    }
}

/// Lines for the person beside the output.
///
/// What they quote of files and their names is shown as on the screen: an escape sequence is a picture of one.
enum StandardError {
    static func write(_ text: String) {
        var text = text
        text.withUTF8 { buffer in
            _ = Glibc.write(STDERR_FILENO, buffer.baseAddress, buffer.count)
        }
    }

    /// Names of files and words of documents may hold escape sequences, which no terminal must see.
    static func line(_ text: String) { write(text.printable + "\n") }

    /// Text that breaks its lines itself.
    static func lines(_ text: String) {
        for text in text.split(separator: "\n", omittingEmptySubsequences: false) { line(String(text)) }
    }
}
