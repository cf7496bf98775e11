import Cells
import Foundation

/// A person who reads in a terminal: a shell in their folder, with glosse at hand.
final class Desk {
    let home: Home
    let tmux: Tmux

    /// - Parameter settings: more assignments for the environment, such as `NO_COLOR=1`.
    init(
        at home: Home? = nil, size: Size = Size(rows: 24, columns: 80), settings: [String] = []
    ) throws {
        self.home = try home ?? Home()
        tmux = try Tmux(
            size: size, environment: self.home.environment + ["TERM=xterm-256color"] + settings,
            folder: self.home.folder.path)
    }

    /// Runs a command line on a clean screen, which tells at the end how it ended: `left:0`.
    func run(_ line: String) throws {
        try tmux.run("clear; \(line); echo left:$?")
    }

    /// Opens an article and waits until the engine has read it.
    @discardableResult
    func open(_ arguments: String) throws -> String {
        try run("glosse \(arguments)")
        return try waitForArticle()
    }

    @discardableResult
    func waitForArticle() throws -> String {
        try tmux.wait(until: "the engine has read the article") {
            $0.contains(" to review") && !$0.contains("reading …")
        }
    }

    /// Leaves the reader, which must leave the terminal as it was.
    func quit() throws {
        try tmux.type("Q")
        try tmux.wait(for: "left:0")
        guard try tmux.flags() == .clean else {
            throw Program.Failure(description: "the terminal is not as it was: \(try tmux.flags())")
        }
    }
}

/// Texts to read, of our own writing.
enum Sample {
    /// The engine suggests Anna Berg (PER) and Bremen (LOC), among others; the cursor begins on “Brücke”.
    static let bridge = """
        Brücke über den Strom
        2024-10-17

        Die Ministerin Anna Berg sprach in Bremen. „Wir bauen die Brücke“, sagte Berg am Donnerstag.

        Der Bau kostet 40 Millionen Euro.

        """

    /// The engine suggests nothing.
    static let plain = "ein haus steht am see und ein boot liegt im schilf\n"
}
