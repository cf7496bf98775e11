import Agreement
import ArgumentParser
import Articles
import Formats
import Storage

/// Puts two annotations of the same articles side by side.
struct Compare: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Compare two annotations of the same articles: scores, agreement, differences.",
        discussion: """
            An article is the same when its text is. Precision is the share of B's mentions that A has too, recall the \
            share of A's that B has. What somebody rejected does not count.
            """)

    @Argument(help: "A file of JSON lines, a brat .ann file, a folder of them, or a library.")
    var first: String

    @Argument(help: "The same of the other annotator.")
    var second: String

    func run() throws {
        var ofFirst: [TextHash: Document] = [:]
        var hasErrors = try Self.read(first) { ofFirst[TextHash($0.text)] = $0 }
        var scores = ScoreTable()
        var agreement = TokenAgreement()
        var differences: [String] = []
        var alone = 0
        hasErrors =
            try Self.read(second) { other in
                guard let document = ofFirst.removeValue(forKey: TextHash(other.text)) else {
                    alone += 1
                    return
                }
                let (one, two) = (Self.mentions(of: document), Self.mentions(of: other))
                let comparison = Comparison(gold: one, other: two)
                scores.add(comparison)
                agreement.add(document.text, first: one, second: two)
                differences += comparison.differences.map {
                    DifferenceLine(of: $0, in: document.article).text
                }
            } || hasErrors

        guard agreement.tokenCount > 0 else {
            throw FileError("\(first) and \(second) have no article with the same text in common")
        }
        guard !scores.isEmpty else {
            print("neither \(first) nor \(second) has a mention; there is nothing to compare".printable)
            Self.tell(ofFirst.count, onlyIn: first)
            Self.tell(alone, onlyIn: second)
            if hasErrors { throw ExitCode(1) }
            return
        }
        print(scores.table(names: ("A", "B")).plain)
        let kappa = agreement.kappa.map { "Cohen's kappa \(Self.decimals($0))" } ?? "no kappa"
        print(
            "\n\(agreement.tokenCount.of("token")), \(ScoreTable.percent(agreement.observed)) % alike, \(kappa)"
        )
        if !differences.isEmpty { print("\n" + differences.joined(separator: "\n")) }
        Self.tell(ofFirst.count, onlyIn: first)
        Self.tell(alone, onlyIn: second)
        if hasErrors { throw ExitCode(1) }
    }

    /// Gives every document of a file, a folder or a library to the body.
    /// - Returns: whether something could not be read, which was told.
    private static func read(_ path: String, _ body: (Document) throws -> Void) throws -> Bool {
        guard try isLibrary(path) else {
            var source = try DocumentSource(
                arguments: [path], format: nil, properties: ArticleProperties())
            try source.forEach(body)
            return !source.errors.isEmpty
        }
        let library = try Library.open(at: path, for: .reading)
        for row in try library.list(by: ArticleOrder(by: .added), limit: 1_000_000) {
            try body(
                Document(
                    article: try library.wholeArticle(row.key),
                    annotations: try library.load(row.key).annotations))
        }
        return false
    }

    /// Every file of SQLite begins so.
    private static func isLibrary(_ path: String) throws -> Bool {
        guard let head = try? FileBytes.read(path, upTo: 15) else { return false }
        return head == Array("SQLite format 3".utf8)
    }

    private static func mentions(of document: Document) -> SpanTable<Mention> {
        SpanTable(document.annotations.mentions.filter { $0.status != .rejected && !$0.isAnaphor })
    }

    private static func tell(_ count: Int, onlyIn path: String) {
        guard count > 0 else { return }
        let (are, were) = count == 1 ? ("is", "was") : ("are", "were")
        StandardError.line("\(count.of("article")) \(are) only in \(path) and \(were) left out")
    }

    private static func decimals(_ value: Double) -> String {
        let thousandths = Int((abs(value) * 1000).rounded())
        let digits = String(1000 + thousandths % 1000).dropFirst()
        return "\(value < 0 && thousandths > 0 ? "-" : "")\(thousandths / 1000).\(digits)"
    }
}

/// A difference between two annotators as a line, with the words around it.
struct DifferenceLine {
    let text: String

    init(of difference: Comparison.Difference, in article: Article) {
        func shown(_ mention: Mention) -> String {
            let words = article.text.context(of: mention.bounds)
            return "\(mention.label.name) \(words.before)[\(words.inside)]\(words.after)"
        }
        let what =
            switch difference {
            case .missed(let mention): "only A: \(shown(mention))"
            case .spurious(let mention): "only B: \(shown(mention))"
            case .label(let gold, let other): "label: \(gold.label.name) or \(shown(other))"
            case .boundary(let gold, let other):
                "boundary: \(shown(gold)) or [\(article.text.context(of: other.bounds).inside)]"
            }
        text = "\(article.name): \(what)".printable
    }
}

extension Text {
    /// The words of a place on one line, and some of those around it in its paragraph.
    fileprivate func context(of span: Articles.Span) -> (before: String, inside: String, after: String) {
        let room = 30
        let first = max(paragraph(paragraphIndex(at: span.start)).start, span.start - room)
        let last = min(paragraph(paragraphIndex(at: span.end)).end, span.end + room)
        let start = min(token(after: first)?.span.start ?? span.start, span.start)
        let end = max(token(before: last)?.span.end ?? span.end, span.end)
        func line(_ start: Int, _ end: Int) -> String {
            let words = string(in: Span(start, end)).split(omittingEmptySubsequences: false) {
                $0.isNewline
            }
            return words.joined(separator: " ")
        }
        return (line(start, span.start), line(span.start, span.end), line(span.end, end))
    }
}
