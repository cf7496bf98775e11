import Articles
import Testing

@testable import Formats

@Suite("formats that people come from")
struct ImportOnlyTests {
    @Test("SLATE: tokens, characters, lines, links and labels of the document")
    func slate() throws {
        let text = Array("Mark Rutte kam\nnach Bonn an\n\nEr blieb\n".utf8)
        let lines = """
            ((0, 0), (0, 1)) - PER
            (1, 1) - LOC GPE
            ((1, 1, 0), (1, 1, 2)) - PART
            3 - LINE
            () - politics
            [(3, 0), (0, 1)] - 
            ((0, 0), (9, 1)) - PER
            nonsense
            """
        let back = try Format.slate.read(
            Input(name: "a.txt.annotations", bytes: Array(lines.utf8), companions: ["": text]))
        let document = try #require(back.documents.first)
        let shown = document.annotations.mentions.map { "\(document.text.string(in: $0.bounds)) \($0.label)" }
        #expect(
            shown.sorted() == [
                "Bon PART", "Bonn GPE", "Bonn LOC", "Er blieb LINE", "Er item", "Mark Rutte PER",
                "Rutte item",
            ])
        #expect(document.annotations.labels.map(\.name) == ["politics"])
        #expect(document.annotations.relations.map(\.kind) == ["link"])
        #expect(back.errors.map(\.line) == [7, 8])
    }

    @Test("YEDDA: the text without its marks, recommendations as suggestions")
    func yedda() throws {
        let back = try Format.yedda.read(
            Input(name: "a.anns", bytes: Array("Die [@Angela Merkel#PER*] war [in] [$Bonn#LOC*].\n[@x".utf8)))
        let document = try #require(back.documents.first)
        #expect(document.text.string(in: document.text.bounds) == "Die Angela Merkel war [in] Bonn.\n[@x")
        #expect(document.annotations.mentions.map(\.status) == [.accepted, .suggested])
        #expect(document.annotations.mentions.map(\.bounds) == [Span(4, 17), Span(27, 31)])
        #expect(back.errors.map(\.line) == [2])
    }

    @Test("each JSON names what it does not understand, with the line, and keeps the rest")
    func unknown() throws {
        let line = #"{"text":"Bonn kam","label":[[0,4,"LOC"],[5,99,"X"],[0,0,"X"]],"extra":{"a":1}}"#
        let back = try Format.doccano.read(Input(name: "d.jsonl", bytes: Array(line.utf8)))
        #expect(try #require(back.documents.first).annotations.mentions.map(\.label) == ["LOC"])
        #expect(back.errors.count == 3)
        #expect(back.errors.allSatisfy { $0.line == 1 && $0.column ?? 0 > 0 && $0.file == "d.jsonl" })
    }
}
