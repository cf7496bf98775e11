import Articles
import Testing

@testable import Formats

@Suite("Values that a person has corrected") struct CorrectedValueTests {
    private let document = Document(
        article: Article(name: "a", text: Text("Am Donnerstag tagt der Rat.")),
        annotations: Annotations(
            mentions: [Mention(id: "m1", spans: SpanSet(3, 13), label: "DATE", value: "2024-10-18")],
            facts: [
                Fact(
                    id: "f1", kind: "event", evidence: SpanSet(3, 26),
                    slots: [
                        Slot("when", spans: SpanSet(3, 13), mention: "m1", value: "2024-10-17"),
                        Slot("where", value: "Bonn"),
                    ])
            ]))

    @Test(
        "are those of the facts in every file",
        arguments: ["csv-facts", "jsonl", "ics", "html", "turtle"])
    func written(format: String) throws {
        var export = Export(to: try #require(Format.named(format)))
        let bytes = try export.add(document).bytes + export.finish()
        let file = String(decoding: bytes, as: UTF8.self).replacing("-", with: "")
        #expect(file.contains("20241018") && !file.contains("20241017"), "\(file)")
    }

    @Test("leave what only the fact says")
    func others() {
        let fact = document.withValuesOfMentions().annotations.facts.first { _ in true }
        #expect(fact?.slots.map(\.value) == ["2024-10-18", "Bonn"])
    }
}
