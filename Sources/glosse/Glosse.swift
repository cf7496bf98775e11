import ArgumentParser

@main
struct Glosse: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "glosse",
        abstract: "Read and annotate news articles in the terminal.",
        subcommands: [Keys.self])
}
