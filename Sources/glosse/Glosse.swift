import ArgumentParser
import Glibc
import Language

@main
struct Glosse: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "glosse",
        abstract: "Read and annotate news articles in the terminal.",
        discussion: """
            glosse FILE or FOLDER opens articles, glosse - reads standard input, and glosse alone opens the library. \
            Inside, ? shows the keys. Exit status: 0 fine, 1 something failed, 2 wrong use.
            """,
        version: "0.1.0",
        subcommands: [
            Read.self, Extract.self, Import.self, ExportCommand.self, Convert.self, Compare.self, Stats.self,
            List.self,
            Screen.self,
            Keys.self,
            Tokens.self, TagCommand.self, Parse.self, Evaluate.self, Train.self, PersonalCommand.self,
        ],
        defaultSubcommand: Read.self)

    /// Like the parser's own, but wrong use ends with 2 and an error of ours is told in our own words.
    static func main() {
        if CommandLine.arguments.dropFirst().sorted() == ["--verbose", "--version"] {
            print("\(configuration.version)\n\(Kernels.summary)")
            return
        }
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch {
            switch exitCode(for: error) {
            case .success:
                print(message(for: error))
                Glibc.exit(0)
            case .validationFailure:
                StandardError.lines(fullMessage(for: error))
                Glibc.exit(2)
            case let code:
                if !(error is ExitCode) { StandardError.lines("glosse: \(message(for: error))") }
                Glibc.exit(code.rawValue == 0 ? 1 : code.rawValue)
            }
        }
    }
}
