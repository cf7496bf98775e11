import Articles
import Testing

@testable import Storage

@Suite("The list of articles")
struct LibraryListTests {
    private let library: Library
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        library = try Library.open(at: folder.library)
        for (number, title) in ["Zürich baut", "Äpfel im Sturm", "apfelernte", "Café am Meer", "Zuerst"]
            .enumerated()
        {
            var article = Article.sample("\(title). Der Bericht aus Genève, Nummer \(number).", title: title)
            article.source = number.isMultiple(of: 2) ? "Agentur Süd" : nil
            article.date = number == 0 ? nil : "2024-10-0\(number)"
            let key = try library.add(article, at: 100 + number)
            try library.setCounts(Counts(entities: number * 3 % 5, facts: number), of: key)
        }
    }

    @Test("titles are sorted without regard to case and accents")
    func sortedByTitle() throws {
        #expect(
            try library.list(limit: 10).map(\.title)
                == ["apfelernte", "Äpfel im Sturm", "Café am Meer", "Zuerst", "Zürich baut"].sorted {
                    $0.folded < $1.folded
                })
    }

    @Test(
        "every column sorts in both directions, and pages fit together",
        arguments: ArticleOrder.Column.allCases)
    func everyColumn(column: ArticleOrder.Column) throws {
        let up = try library.list(by: ArticleOrder(by: column), limit: 10)
        let down = try library.list(by: ArticleOrder(by: column, .descending), limit: 10)
        #expect(up.count == 5)
        #expect(up.map(\.key) == down.reversed().map(\.key))
        let pages = try (0..<3).flatMap {
            try library.list(by: ArticleOrder(by: column), offset: $0 * 2, limit: 2)
        }
        #expect(pages == up)
    }

    @Test("an article without a date comes last when the latest are first")
    func unknownDates() throws {
        let rows = try library.list(by: ArticleOrder(by: .date, .descending), limit: 10)
        #expect(rows.map(\.date) == ["2024-10-04", "2024-10-03", "2024-10-02", "2024-10-01", nil])
    }

    @Test(
        "the filter finds parts of title and source whatever their case and accents",
        arguments: [
            ("APFEL", 2), ("cafe", 1), ("süd", 3), ("SUD", 3), ("%", 0), ("'", 0), ("ZÜR", 1), ("", 5),
        ])
    func filter(text: String, found: Int) throws {
        #expect(try library.list(filter: text, limit: 10).count == found)
        #expect(try library.count(filter: text) == found)
    }

    @Test(
        "a search finds words and their beginnings in title and text",
        arguments: [
            ("geneve", 5), ("Bericht Nummer", 5), ("apfel", 2), ("ber", 5), ("meer bericht", 1),
            ("nichts", 0),
            ("\"", 0), ("AND OR NOT", 0), ("(", 0), ("*", 0), ("title:", 0), ("", 0), ("sturm\u{0}", 1),
        ])
    func search(words: String, found: Int) throws {
        #expect(try library.search(words, limit: 10).count == found)
    }
}
