import Articles
import Cells
import Formats
import Glibc
import Reading
import Storage

/// Everything that the reader needs, made from the command line, the configuration and the library.
struct Workplace {
    let catalog = Catalog()
    let library: Library?
    let setup: Setup
    let properties: ArticleProperties
    private(set) var rows: [LibraryRow] = []
    /// The article to open at once, when only one was named.
    private(set) var first: Reading.ArticleKey?
    /// Names on the command line that lead nowhere, while others do.
    private(set) var problems: [String] = []

    /// - Parameter library: nil keeps nothing, as for a picture of the screen.
    init(arguments: [String], library: Library?, setup: Setup, properties: ArticleProperties) throws {
        self.library = library
        self.setup = setup
        self.properties = properties
        rows = try catalog.add(sources(for: arguments))
        if rows.count == 1, !arguments.isEmpty { first = rows[0].key }
    }

    /// The messages that begin the loop.
    func firstMessages(_ state: inout State) -> (messages: [Message], effects: [Effect]) {
        let effects = first.map { state.start(with: $0) } ?? []
        return ([.listed(rows)], effects)
    }

    private typealias NewRow = (source: Catalog.Source, row: (Reading.ArticleKey) -> LibraryRow)

    private mutating func sources(for arguments: [String]) throws -> [NewRow] {
        if arguments.isEmpty { return try storedArticles() }
        if arguments.contains("-") {
            guard arguments.count == 1 else { throw FileError("- reads standard input and stands alone") }
            return try standardInput()
        }
        let files = try files(in: arguments)
        var progress = Progress("looking through", total: files.count)
        var rows: [NewRow] = []
        for path in files {
            rows += articles(in: path, alone: files.count == 1)
            progress.advance()
        }
        return rows
    }

    /// One wrong name keeps nobody from the other articles; when all are wrong there is nothing to open.
    private mutating func files(in arguments: [String]) throws(FileError) -> [String] {
        var files: [String] = []
        for argument in arguments {
            do throws(FileError) {
                files += try Paths.files(in: [argument])
            } catch {
                guard arguments.count > 1 else { throw error }
                problems.append(error.description)
            }
        }
        guard files.isEmpty, let problem = problems.first else { return files }
        throw FileError(problem)
    }

    /// The file, or each of its lines when it holds several articles that way.
    /// - Parameter isAlone: whether there is time to look into a file whose name does not tell.
    private func articles(in path: String, alone isAlone: Bool) -> [NewRow] {
        let holdsLines = FileLine.isHeld(by: path) || isAlone && FileLine.isHeld(inside: path)
        // What cannot be read says so when it is opened, and keeps nobody from the others.
        let lines = holdsLines ? (try? FileLine.lines(of: path)) ?? [] : []
        guard lines.count > 1 else {
            return [(.file(path), { LibraryRow(key: $0, title: path, source: path, isRead: false) })]
        }
        return lines.map { line in
            (.line(line), { LibraryRow(key: $0, title: line.name, source: line.name, isRead: false) })
        }
    }

    /// The library; while it is empty the samples, so that there is something to try.
    private func storedArticles() throws -> [NewRow] {
        let stored =
            try library?.list(
                by: ArticleOrder(by: .opened, .descending), limit: 1_000_000) ?? []
        let known = stored.map { row -> NewRow in (.stored(row.key), { LibraryRow(key: $0, row) }) }
        let names = Set(stored.map(\.name))
        let samples = Bundled.samples.filter { !names.contains(DocumentExport.stem(of: $0.name)) }.map {
            sample -> NewRow in
            (
                .sample(name: sample.name, bytes: sample.bytes),
                { LibraryRow(key: $0, title: sample.name, source: "sample", isRead: false) }
            )
        }
        return stored.contains { $0.path != nil } ? known : known + samples
    }

    private func standardInput() throws -> [NewRow] {
        let bytes = try FileBytes.readStandardInput()
        let imported = try Format.reading("-", bytes).read(Input(name: "standard input", bytes: bytes))
        if imported.documents.isEmpty, let error = imported.errors.first { throw error }
        return imported.documents.map { document in
            (.document(document), { LibraryRow(key: $0, title: document.article.title, isRead: false) })
        }
    }
}
