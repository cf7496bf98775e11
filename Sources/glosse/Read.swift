import ArgumentParser
import CTerminal
import Cells
import Foundation
import Language
import Reading
import Storage

/// Opens articles on the screen: what `glosse` does when it is told nothing else.
struct Read: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read", abstract: "Read and annotate articles on the screen (the default).")

    @Argument(
        help:
            "Files, folders, patterns and, with --fetch, addresses to open; - reads standard input. Without any, the library."
    )
    var paths: [String] = []

    @OptionGroup var article: ArticleOptions
    @OptionGroup var fetching: FetchOptions
    @OptionGroup var appearance: AppearanceOptions
    @OptionGroup var kept: LibraryOptions

    func run() throws {
        glosse_footprint_limit()
        let (library, problem) = try openLibrary()
        var setup = try Setup(appearance: appearance, library: library)
        setup.settings.hasDeepEngine = DeepTagger.isEmbedded
        var properties = article.properties
        properties.usualLanguage = setup.language
        let workplace = try Workplace(
            arguments: paths, library: library, setup: setup, properties: properties, web: fetching.web)
        guard !workplace.rows.isEmpty else {
            throw FileError("there is no article in \(paths.joined(separator: ", "))")
        }

        let environment = ProcessInfo.processInfo.environment
        let terminal = try Terminal(
            log: Self.logFile(), coloring: Terminal.Coloring(environment: environment))
        let wake = terminal.wake
        let inbox = Inbox { wake() }
        let effects = Effects(
            catalog: workplace.catalog, library: library, inbox: inbox, properties: properties,
            patterns: setup.patterns,
            teacher: library.flatMap {
                $0.access == .writing ? Teacher($0, schema: setup.schema.name) : nil
            },
            learning: setup.settings.learning,
            deep: DeepWork(setup.settings.refinement),
            scheduling: .background)
        var state = setup.state(size: terminal.size, hasColours: terminal.palette != .monochrome)
        let (messages, opening) = workplace.firstMessages(&state)
        opening.forEach(effects.perform)
        let problems =
            [problem].compactMap(\.self) + workplace.problems + setup.problems + workplace.findings
        do {
            // The terminal is given back at the end of this scope, before anything is printed.
            var loop = Loop(terminal: terminal, state: state, effects: effects, inbox: inbox)
            loop.run(first: messages + Self.notice(of: problems))
        }
        for problem in problems { StandardError.lines("warning: \(problem)") }
        try effects.finish()
        if !workplace.problems.isEmpty { throw ExitCode(1) }
    }

    /// The screen has one line for what was wrong at the start; all of it is told when the screen is gone.
    private static func notice(of problems: [String]) -> [Message] {
        guard let first = problems.first else { return [] }
        let rest = problems.count == 1 ? "" : " · and \(problems.count - 1) more, told at the end"
        let line = first.split(separator: "\n").first.map(String.init) ?? first
        return [.notice(Notice(.warning, line + rest))]
    }

    /// A library that cannot be written is read; one that cannot be used at all ends the program before the screen
    /// opens, so that nobody works for nothing.
    private func openLibrary() throws -> (Library?, String?) {
        do throws(LibraryError) {
            return (try Library.open(at: kept.path), nil)
        } catch  where error.reason == .readOnly {
            return (try Library.open(at: kept.path, for: .reading), error.description)
        }
    }

    /// Where stderr goes while the screen is open.
    private static func logFile() -> String? {
        try? FileManager.default.createDirectory(atPath: Folders.state, withIntermediateDirectories: true)
        return Folders.state + "/glosse.log"
    }
}
