import Foundation
import Testing

@Suite("facts on the command line") struct FactsCommandTests {
    private let home: Home

    init() throws {
        home = try Home()
        try home.write(
            "Deutschland hat der Ukraine 3 Milliarden Euro zugesagt, wie Angela Merkel sagte.\n", to: "a.txt")
    }

    private func text(_ words: String...) throws -> String {
        let result = try home.glosse(["facts"] + words)
        #expect(result.status == 0, "\(result.errors)")
        return String(decoding: result.output, as: UTF8.self)
    }

    @Test("text groups the facts by their kind, a line each")
    func lines() throws {
        let lines = try text("a.txt").split(separator: "\n").map(String.init)
        #expect(lines.contains("Statement"))
        #expect(lines.contains("Commitment"))
        #expect(lines.contains("  Deutschland → Ukraine: 3 Milliarden Euro"), "\(lines)")
    }

    @Test("a kind can be chosen, and one that does not exist is told")
    func kinds() throws {
        let only = try text("a.txt", "--kind", "commitment")
        #expect(only.contains("Commitment") && !only.contains("Statement"))
        let wrong = try home.glosse(["facts", "a.txt", "--kind", "nope"])
        #expect(wrong.status == 2)
        #expect(wrong.errors.contains("no kind of fact “nope”; there are: dateline, quote, office"))
    }

    @Test("JSON lines have a fact each, with its slots in code points")
    func json() throws {
        let lines = try text("a.txt", "--to", "jsonl", "--kind", "commitment").split(separator: "\n")
        #expect(lines.count == 1)
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data((lines.first ?? "").utf8)) as? [String: Any])
        #expect(object["kind"] as? String == "commitment")
        #expect(object["extractor"] as? String == "commitment")
        let slots = try #require(object["slots"] as? [[String: Any]])
        #expect(slots.first { $0["name"] as? String == "recipient" }?["text"] as? String == "Ukraine")
    }

    @Test("CSV has a header and a row a fact, Markdown a table")
    func tables() throws {
        let csv = try text("a.txt", "--to", "csv", "--kind", "commitment")
        #expect(csv.hasPrefix("article,kind,fact,start,end,confidence,extractor\r\n"))
        #expect(csv.split(whereSeparator: \.isNewline).count == 2)
        let markdown = try text("a.txt", "--to", "markdown", "--kind", "commitment")
        #expect(markdown.contains("| Kind | Fact |\n| --- | --- |\n| Commitment | "))
    }

    @Test("patterns of a file count, and a mistake in it is told with line and column")
    func patterns() throws {
        try home.write("origin 0.9: person:@PER .. place:@LOC\n", to: "my.patterns")
        try home.write("Angela Merkel wohnt in Hamburg.\n", to: "b.txt")
        #expect(try text("b.txt", "--patterns", "my.patterns").contains("Angela Merkel – Hamburg"))
        try home.write("origin 0.9: person:@PERSON\n", to: "bad.patterns")
        let wrong = try home.glosse(["facts", "b.txt", "--patterns", "bad.patterns"])
        #expect(wrong.status == 1)
        #expect(
            wrong.errors.contains("bad.patterns:1:20: “PERSON” is no label of the schema"), "\(wrong.errors)")
    }

    @Test("a cell that a spreadsheet would execute is made text")
    func spreadsheet() throws {
        try home.write("=Angela Merkel sagte: „Wir warten jetzt hier ab.“\n", to: "=x.txt")
        let csv = try text("=x.txt", "--to", "csv")
        #expect(csv.split(whereSeparator: \.isNewline).allSatisfy { !$0.hasPrefix("=") })
    }
}
