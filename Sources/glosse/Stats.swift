import ArgumentParser
import Articles
import Formats
import Storage

/// Counts what is in articles: their text, and what is tagged in them.
struct Stats: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats", abstract: "Count articles, sentences, tokens and annotations.")

    @Argument(help: "Files and folders; without any, the library.")
    var paths: [String] = []

    @OptionGroup var kept: LibraryOptions

    private struct Counted {
        var articles = 0
        var bytes = 0
        var sentences = 0
        var tokens = 0
        var facts = 0
        var relations = 0
        var chains = 0
        /// By label: accepted, suggested, rejected.
        var mentions: [Label: [Status: Int]] = [:]

        mutating func add(_ document: Document) {
            let text = document.text
            articles += 1
            bytes += text.byteCount
            for paragraph in 0..<text.paragraphCount {
                let parts = text.tokenized(paragraph: paragraph)
                sentences += parts.sentences.count
                tokens += parts.tokens.count
            }
            for mention in document.annotations.mentions where !mention.isQuiet {
                mentions[mention.label, default: [:]][mention.status, default: 0] += 1
            }
            facts += document.annotations.facts.count
            relations += document.annotations.relations.count
            chains += document.annotations.chains.count
        }
    }

    func run() throws {
        var counted = Counted()
        var hasErrors = false
        if paths.isEmpty {
            let library = try Library.open(at: kept.path, for: .reading)
            for row in try library.list(by: ArticleOrder(by: .added), limit: 1_000_000) {
                do {
                    counted.add(
                        Document(
                            article: try library.wholeArticle(row.key),
                            annotations: try library.load(row.key).annotations))
                } catch {
                    StandardError.line("error: \(error)")
                    hasErrors = true
                }
            }
        } else {
            var source = try DocumentSource(arguments: paths, format: nil, properties: ArticleProperties())
            try source.forEach { counted.add($0) }
            hasErrors = !source.errors.isEmpty
        }
        print(table(counted).plain)
        if hasErrors { throw ExitCode(1) }
    }

    private func table(_ counted: Counted) -> Table {
        var rows = [
            ["articles", counted.articles], ["bytes", counted.bytes], ["sentences", counted.sentences],
            ["tokens", counted.tokens], ["facts", counted.facts], ["relations", counted.relations],
            ["chains", counted.chains],
        ].map { $0.map { String(describing: $0) } }
        for (label, byStatus) in counted.mentions.sorted(by: { $0.key < $1.key }) {
            let parts = Status.allCases.filter { byStatus[$0] != nil }.map {
                "\(byStatus[$0] ?? 0) \($0.rawValue)"
            }
            rows.append([label.name, parts.joined(separator: ", ")])
        }
        return Table(header: ["", ""], rows: rows)
    }
}
