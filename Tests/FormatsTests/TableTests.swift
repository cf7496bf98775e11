import Articles
import Testing

@testable import Formats

@Suite struct TableTests {
    private let document = Document(
        article: Article(name: "a1", text: Text("🙂 =SUMME(A1) \"Rat\",\nBonn")),
        annotations: Annotations(
            mentions: [
                Mention(id: "m1", spans: SpanSet(5, 14), label: "ORG", attributes: ["b": "2", "a": "1"]),
                Mention(
                    id: "m2", spans: SpanSet(16, 27), label: "LOC", status: .suggested,
                    origin: .engine("x", confidence: 0.5), value: "v", link: "Q1"),
                Mention(id: "m3", spans: SpanSet(16, 19), label: "X", status: .rejected),
            ],
            facts: [
                Fact(
                    id: "f1", kind: "quote", evidence: SpanSet(16, 19),
                    slots: [Slot("speaker", mention: "m2"), Slot("content", value: "-1")], status: .accepted)
            ]))

    private func written(_ format: Format) throws -> String {
        var export = Export(to: format, ExportOptions(statuses: [.accepted, .suggested]))
        let rows = try export.add(document).bytes
        return String(decoding: rows + export.finish(), as: UTF8.self)
    }

    @Test("entities as CSV: quoted where needed, and nothing that a spreadsheet would execute")
    func csv() throws {
        #expect(
            try written(.csv)
                == "id,start,end,label,text,fragments,value,link,attributes,status,author,confidence,article\r\n"
                + "m1,2,11,ORG,\u{A0}=SUMME(A1,,,,a=1;b=2,accepted,person,,a1\r\n"
                + "m2,13,24,LOC,\"\"\"Rat\"\",\nBonn\",,v,Q1,,suggested,engine,0.5,a1\r\n")
    }

    @Test("facts as a table: a row a filler")
    func facts() throws {
        let columns =
            "id\tstart\tend\tlabel\ttext\tfragments\tslot\tslot_start\tslot_end\tslot_text\tslot_fragments"
        #expect(
            try written(.tsvFacts) == columns + "\tmention\tvalue\tstatus\tauthor\tconfidence\tarticle\n"
                + "f1\t13\t16\tquote\t\"\"\"Ra\"\t\tspeaker\t13\t24\t\"\"\"Rat\"\",\nBonn\"\t\tm2\t\taccepted\tperson\t\ta1\n"
                + "f1\t13\t16\tquote\t\"\"\"Ra\"\t\tcontent\t\t\t\t\t\t\u{A0}-1\taccepted\tperson\t\ta1\n")
    }

    @Test("a table without documents has its header")
    func empty() {
        #expect(
            String(decoding: Export(to: .csv).finish(), as: UTF8.self).hasPrefix("id,start,end,label,text"))
    }

    @Test("offsets in another unit are given when asked for")
    func units() throws {
        var output = Output()
        _ = try Format.csv.write(document, ExportOptions(offsets: .utf16), into: &output)
        #expect(String(decoding: output.bytes, as: UTF8.self).hasPrefix("m1,3,12,"))
    }
}
