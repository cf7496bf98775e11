import ArgumentParser
import Articles
import Cells
import Formats
import Reading

/// Prints the tables that the program is made of; the README's are these.
struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List keys, commands, labels, formats, themes, settings or the schema."
    )

    enum Subject: String, ExpressibleByArgument, CaseIterable {
        case keys, commands, labels, formats, themes, settings, schema
    }

    @Argument(
        help: ArgumentHelp(
            "What to list: \(Subject.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "what"))
    var subject: Subject

    @Flag(help: "Print a Markdown table.")
    var markdown = false

    @Option(help: ArgumentHelp("List what this schema has.", valueName: "file"))
    var schema: String?

    func run() throws {
        let schema = try SchemaSource.schema(at: schema)
        guard let table = table(schema) else {
            print(schema.toml)
            return
        }
        print(markdown ? table.markdown : table.plain)
    }

    /// Nil for the schema, which is printed as a file.
    private func table(_ schema: Schema) -> Table? {
        switch subject {
        case .keys:
            let lines = Help.lines(of: .standard(for: schema), schema: schema)
            return Table(
                header: ["Where", "Keys", "What they do", "Command"],
                rows: lines.map { [$0.mode.rawValue, $0.keys, $0.summary, $0.command] })
        case .commands:
            return Table(
                header: ["Command", "Argument", "What it does"],
                rows: Command.all.map { [$0.name, $0.argument.title, $0.summary] })
        case .labels:
            return Table(
                header: ["Label", "Key", "What it is", "Role in themes"],
                rows: schema.labels.map {
                    [$0.label.name, $0.key.map(String.init) ?? "", $0.title, $0.role]
                })
        case .formats:
            return Table(
                header: ["Name", "Format", "Files", "Read", "Written", "Offsets", "Cannot carry"],
                rows: Format.all.map(row))
        case .themes:
            return Table(header: ["Theme"], rows: Setup.themes(in: "").themes.map { [$0.name] })
        case .settings:
            return Table(
                header: ["Setting", "For example"],
                rows: Setting.all.map { [$0.name, $0.values.joined(separator: ", ")] })
        case .schema:
            return nil
        }
    }

    private func row(_ format: Format) -> [String] {
        let missing = Format.Feature.allCases.filter { !format.carries.contains($0) }.map(\.name)
        return [
            format.name, format.title, format.extensions.map { "." + $0 }.joined(separator: ", "),
            format.reader == nil ? "" : "yes", format.writer == nil ? "" : "yes",
            format.offsets.map(\.rawValue).joined(separator: ", "),
            format.writer == nil ? "" : missing.isEmpty ? "nothing" : missing.joined(separator: ", "),
        ]
    }
}
