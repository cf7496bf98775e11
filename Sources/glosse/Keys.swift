import ArgumentParser
import Cells
import Foundation

/// Shows how keys are called that a person wants to put into a key table, and what the terminal can show.
struct Keys: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys",
        abstract: "Show the name of every key, paste and mouse event; q leaves.",
        discussion: """
            Each key appears under the name that key tables use. The swatches and bars above show which colours, \
            attributes and character widths the terminal gets right.
            """)

    @Option(
        help: ArgumentHelp(
            "Append messages to a file that would write over the screen.", valueName: "file"))
    var log: String?

    func run() throws {
        let environment = ProcessInfo.processInfo.environment
        var terminal = try Terminal(log: log, coloring: Terminal.Coloring(environment: environment))
        var screen = KeysScreen(terminalType: environment["TERM"] ?? "", palette: terminal.palette)
        while screen.isRunning {
            terminal.show(screen.draw(size: terminal.size), theme: screen.theme)
            terminal.wait()
            for event in terminal.events() { screen.update(event) }
        }
    }
}
