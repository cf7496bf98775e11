import ArgumentParser
import Articles
import Language

/// Where patterns of facts come from: a file that a person has written.
enum PatternSource {
    static func table(at path: String, schema: Schema) throws -> PatternTable {
        try PatternTable(path, String(decoding: FileBytes.read(path), as: UTF8.self), schema: schema)
    }
}

/// A file with patterns of facts, for commands that do not open the reader.
struct PatternOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A file with patterns of facts besides the program's own; see “Patterns of your own” in the README.",
            valueName: "file"))
    var patterns: String?

    func tables() throws -> [PatternTable] {
        try patterns.map { [try PatternSource.table(at: $0, schema: .news)] } ?? []
    }
}
