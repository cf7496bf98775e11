import ArgumentParser
import Articles
import Formats
import Language
import Storage

/// Writes annotated articles of the library in a format that other programs read.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write articles of the library with their annotations.",
        discussion: """
            The library keeps what people have made and decided about. What the engine suggests beside that is made \
            anew whenever an article is opened; --suggestions writes it as well, as :export does in the reader.
            """)

    @Argument(help: "The files of the articles; without any, all articles of the library.")
    var paths: [String] = []

    @Flag(help: "Write only articles that are marked as done.")
    var done = false

    @Flag(help: "Write also what the engine suggests and nobody has decided about.")
    var suggestions = false

    @OptionGroup var output: OutputOptions
    @OptionGroup var kept: LibraryOptions

    func run() throws {
        let library = try Library.open(at: kept.path, for: .reading)
        var sink = DocumentSink(output)
        if paths.isEmpty {
            try exportAll(library, into: &sink)
        } else {
            var source = try DocumentSource(arguments: paths, format: nil, properties: ArticleProperties())
            source.paths.forEach { sink.protect($0) }
            try sink.checkTarget()
            var unknown = 0
            try source.forEach { document in
                guard let key = try library.article(with: TextHash(document.text)) else {
                    StandardError.line(
                        "error: \(document.article.name): is not in the library; open or import it first")
                    unknown += 1
                    return
                }
                if done, try library.row(of: key).state != .done { return }
                try sink.add(annotated(document.article, library.load(key)))
            }
            try sink.finish()
            if unknown > 0 || !source.errors.isEmpty { throw ExitCode(1) }
        }
    }

    private func annotated(_ article: Article, _ stored: StoredAnnotations) throws -> Document {
        var document = Document(article: article, annotations: stored.annotations)
        if suggestions { try document.suggestAll(.news) }
        return document
    }

    private func exportAll(_ library: Library, into sink: inout DocumentSink) throws {
        var progress = Progress("exporting", total: try library.count())
        let pageSize = 500
        var offset = 0
        var missing = 0
        while true {
            let rows = try library.list(by: ArticleOrder(by: .added), offset: offset, limit: pageSize)
            for row in rows {
                progress.advance()
                if done, row.state != .done { continue }
                let article: Article
                do {
                    article = try library.wholeArticle(row.key)
                } catch {
                    StandardError.line("error: \(error)")
                    missing += 1
                    continue
                }
                if let path = row.path { sink.protect(path) }
                try sink.add(annotated(article, library.load(row.key)))
            }
            if rows.count < pageSize { break }
            offset += pageSize
        }
        try sink.finish()
        if missing > 0 { throw ExitCode(1) }
    }
}
