import Articles
import Testing

@testable import Formats

@Suite("articles in tables")
struct ColumnTests: ArticleSuite {
    static let file = "t.csv"

    @Test("CSV with German names, semicolons, quotes and line breaks in cells")
    func csv() throws {
        let back = try read(.csvArticles, ArticleSamples.csv)
        #expect(
            back.documents.map { text($0) } == [
                "Der \"Turm\" bleibt\n\nMarl stimmt ab.\n\nDer Turm bleibt; gut so.",
                "Regen\n\nEs regnet.\n\nWeiter.", "kurz",
            ])
        let first = back.documents[0].article
        #expect(first.title == "Der \"Turm\" bleibt" && first.date == "2024-10-17")
        #expect(first.source == "https://example.org/1")
        #expect(first.metadata == ["author": "Anna Berg", "Ressort": "Lokales"])
        #expect(back.documents[2].article.metadata == ["Datum": "x"])
        #expect(back.warnings.map(\.message) == ["more or fewer cells than in the header: 1 of 3 rows"])
    }

    @Test("TSV and JSON lines with named columns")
    func others() throws {
        let tsv = try read(.tsvArticles, ArticleSamples.tsv)
        #expect(tsv.documents.map(\.article.date) == ["2024-10-17", "2024-10-17"])
        #expect(tsv.documents.map(\.article.language) == ["en", "en"])
        let json = try read(.jsonLineArticles, ArticleSamples.jsonLines)
        #expect(
            json.documents.map { text($0) } == ["Tower stays\n\nMarl keeps its tower.", "Rain\n\nIt rains."])
        #expect(json.documents[0].article.metadata == ["author": "Lin, Ann", "score": "0.5"])
        #expect(json.documents[1].article.metadata == ["nested": "{\"a\": 1}"])
        #expect(json.errors.map(\.line) == [3])
    }

    @Test("JSON as a list or one object over many lines")
    func json() throws {
        let list = "[{\"title\": \"a\", \"text\": \"b\"},\n 7, {\"title\": \"c\", \"text\": \"d\"}]"
        #expect(Format.matching(fileName: "x.json", bytes: list.utf8)?.name == "json-articles")
        let back = try read(.jsonArticles, list)
        #expect(back.documents.map { text($0) } == ["a\n\nb", "c\n\nd"] && back.errors.map(\.line) == [2])
        let one = "{\n  \"headline\": \"a\",\n  \"maintext\": \"b\"\n}\n"
        #expect(Format.matching(fileName: "-", bytes: one.utf8)?.name == "json-articles")
        #expect(try read(.jsonArticles, one).documents.map { text($0) } == ["a\n\nb"])
    }

    @Test("a table without a column of text says what is needed, an open quote where it stands")
    func refused() throws {
        #expect(throws: FormatError.self) { _ = try read(.csvArticles, "a,b\n1,2") }
        let back = try read(.csvArticles, "title,text\na,b\nc,\"d\ne,f\n")
        #expect(back.documents.count == 1)
        #expect(back.errors.map(\.line) == [3])
    }

    @Test("a quote within a cell that is not doubled does not end it")
    func quotes() throws {
        let back = try read(.csvArticles, "title,text\n\"Der \"Turm\" steht\",\"b\"\nx \"y\",z\n")
        #expect(back.documents.map(\.article.title) == ["Der \"Turm\" steht", "x \"y\""])
    }

    @Test("a summary is the text where there is no other, and a property where there is")
    func summary() throws {
        let back = try read(.csvArticles, "title,description,content\na,b,\na,b,c\n")
        #expect(back.documents.map { text($0) } == ["a\n\nb", "a\n\nc"])
        #expect(back.documents[1].article.metadata == ["summary": "b"])
    }

    @Test("a table of 20,000 rows takes ten times as long as one of 2,000")
    func large() throws {
        func seconds(_ count: Int) throws -> Duration {
            let table =
                "title,text,date\n" + String(repeating: "\"Ein Titel\",Ein Text.,2024-10-17\n", count: count)
            let input = Input(name: "a", bytes: Array(table.utf8))
            return try ContinuousClock().measure {
                let found = try Format.csvArticles.read(input).documents.count
                #expect(found == count)
            }
        }
        let (small, large) = (try seconds(2000), try seconds(20_000))
        #expect(large < small * 30, "\(small) and \(large)")
    }

    @Test(
        "a first line for Excel names the sign between cells",
        arguments: [
            "sep=|\ntitle|text\na;b,c|d\n", "\"sep=|\"\r\ntitle|text\r\na;b,c|d\r\n",
            "\u{FEFF}sep=|\ntitle|text\na;b,c|d",
        ])
    func namedSeparator(_ table: String) throws {
        #expect(Format.matching(fileName: "a.csv", bytes: table.utf8)?.name == "csv-articles")
        #expect(texts(try read(.csvArticles, table)) == ["a;b,c\n\nd"])
    }
}
