import Articles
import Cells
import Fetching
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
    /// What is wrong or doubtful in files whose other articles are on the list.
    private(set) var findings: [String] = []
    /// How much is looked through before the list is there, in bytes; what is beyond it opens as one file.
    private var patience = 64 << 20
    /// Nil where the web is left alone.
    private let web: Web?

    /// - Parameter library: nil keeps nothing, as for a picture of the screen.
    init(
        arguments: [String], library: Library?, setup: Setup, properties: ArticleProperties, web: Web? = nil
    ) throws {
        self.library = library
        self.setup = setup
        self.properties = properties
        self.web = web
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
        let addresses = web == nil ? [] : arguments.filter(Fetcher.isAddress)
        var rows = try fetched(addresses, alone: arguments.count == 1)
        let local = arguments.filter { !addresses.contains($0) }
        guard !local.isEmpty else { return rows }
        let files = try files(in: local)
        var progress = Progress("looking through", total: files.count)
        for path in files {
            if let web, path.lowercased().hasSuffix(".opml") {
                rows += try got(alone: files.count == 1) {
                    try web.readFeeds(of: Input(name: path, bytes: FileBytes.read(path)))
                }
                continue
            }
            rows += articles(in: path, alone: files.count == 1)
            progress.advance()
        }
        return rows
    }

    /// What lies at addresses of the web, all of it got before the screen opens.
    private mutating func fetched(_ addresses: [String], alone isAlone: Bool) throws -> [NewRow] {
        guard let web else { return [] }
        var rows: [NewRow] = []
        for address in addresses { rows += try got(alone: isAlone) { try web.read(address) } }
        return rows
    }

    private mutating func got(alone isAlone: Bool, _ read: () throws -> Imported) throws -> [NewRow] {
        do {
            return try known(read())
        } catch {
            guard !isAlone else { throw error }
            problems.append("\(error)")
            return []
        }
    }

    /// Articles that are in memory already; what was wrong with others is told.
    private mutating func known(_ imported: Imported) throws -> [NewRow] {
        if imported.documents.isEmpty, let error = imported.errors.first { throw error }
        findings += (imported.errors + imported.warnings).map(\.description)
        return imported.documents.map { document -> NewRow in
            let article = document.article
            return (
                .document(document),
                {
                    LibraryRow(
                        key: $0, title: article.title, date: article.date ?? "", source: article.source ?? "",
                        isRead: false)
                }
            )
        }
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

    /// The file, or each of its articles when it holds several.
    /// - Parameter isAlone: whether there is time to look into it, whatever its name and size.
    private mutating func articles(in path: String, alone isAlone: Bool) -> [NewRow] {
        // What cannot be read says so when it is opened, and keeps nobody from the others.
        let found = try? FileParts(of: path, alone: isAlone, patience: &patience)
        guard let found, found.parts.count > 1 else {
            return [(.file(path), { LibraryRow(key: $0, title: path, source: path, isRead: false) })]
        }
        findings += found.findings
        return found.parts.map { part in (.part(part), { part.row($0) }) }
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
        return imported.documents.map { document -> NewRow in
            (.document(document), { LibraryRow(key: $0, title: document.article.title, isRead: false) })
        }
    }
}
