import ArgumentParser
import Articles
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
            Read.self, Extract.self, FactsCommand.self, RegisterCommand.self, Import.self, ExportCommand.self,
            Convert.self,
            Compare.self, Stats.self,
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
        if let unknown = unknownCommand(in: CommandLine.arguments.dropFirst()) {
            StandardError.line("glosse: " + unknown)
            Glibc.exit(2)
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

    /// What is wrong with `help nope`, for which the parser shows the general help.
    private static func unknownCommand(in arguments: some Collection<String>) -> String? {
        guard arguments.first == "help" else { return nil }
        var commands = configuration.subcommands
        for (index, word) in arguments.dropFirst().enumerated() where !word.hasPrefix("-") {
            if index == 0, word == "help" { return nil }
            guard let command = commands.first(where: { $0._commandName == word }) else {
                let path = arguments.dropFirst().prefix(index + 1).joined(separator: " ")
                let meant = commands.map { $0._commandName }.nearest(to: word).map {
                    "; did you mean “\($0)”?"
                }
                return "there is no command “\(path)”" + (meant ?? "; glosse help lists them")
            }
            commands = command.configuration.subcommands
        }
        return nil
    }
}
