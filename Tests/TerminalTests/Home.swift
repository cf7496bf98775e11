import Foundation

/// A person's folders for one test, so that no test sees the work of another.
final class Home {
    /// Where the person is when they call glosse; their files lie here.
    let folder: URL

    /// - Parameter learning: whether the engine learns from what is decided. Most tests count suggestions, which must
    ///   not depend on when it has learned; so it does not, unless that is what a test is about.
    init(learning: String = "off") throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("glosse-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try write("learning = \"\(learning)\"\n", to: "config/glosse/config.toml")
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    /// The assignments that make the folders this person's.
    var environment: [String] {
        ["HOME=\(folder.path)", "USER=anna"]
            + ["DATA", "CONFIG", "STATE"].map { "XDG_\($0)_HOME=\(folder.path)/\($0.lowercased())" }
    }

    /// The library that glosse makes when it is not told of another.
    var library: URL { folder.appendingPathComponent("data/glosse/library.glosse") }

    /// Writes a file, in a folder that may be new, and gives its name back.
    @discardableResult
    func write(_ content: some Sequence<UInt8>, to name: String) throws -> String {
        let file = folder.appendingPathComponent(name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(content).write(to: file)
        return name
    }

    @discardableResult
    func write(_ text: String, to name: String) throws -> String { try write(text.utf8, to: name) }

    func read(_ name: String) throws -> String {
        try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    }

    /// Runs `glosse` without a terminal.
    /// - Parameter input: the name of the file that is its stdin.
    func glosse(_ arguments: String..., input: String? = nil) throws -> Program.Ending {
        try glosse(arguments, input: input)
    }

    func glosse(_ arguments: [String], input: String? = nil) throws -> Program.Ending {
        try Program.ending(
            of: Program.glosse, arguments,
            in: Program.Surroundings(
                environment: ["TERM=xterm-256color"] + environment, folder: folder.path,
                input: input.map { folder.appendingPathComponent($0).path } ?? "/dev/null"))
    }

    /// The mentions that the library holds of all its articles: `PER Brücke`, with `?` behind the suggested and `!`
    /// behind the rejected ones.
    func keptMentions() throws -> [String] {
        let ending = try glosse("export")
        guard ending.status == 0 else { throw Program.Failure(description: ending.errors) }
        return try JSONLine.all(in: ending.output).flatMap(\.shownMentions)
    }
}

/// A document as `glosse` writes it, as far as the tests look.
struct JSONLine: Decodable {
    struct Mention: Decodable {
        let start: Int
        let end: Int
        let label: String
        let text: String
        let status: String?
    }

    let id: String
    let title: String?
    let date: String?
    let language: String?
    let text: String
    let mentions: [Mention]?

    static func all(in output: Data) throws -> [JSONLine] {
        try output.split(separator: 10).map { try JSONDecoder().decode(JSONLine.self, from: $0) }
    }

    var shownMentions: [String] {
        (mentions ?? []).map { mention in
            let sign =
                switch mention.status {
                case "suggested": "?"
                case "rejected": "!"
                default: ""
                }
            return "\(mention.label) \(mention.text)\(sign)"
        }
    }
}
