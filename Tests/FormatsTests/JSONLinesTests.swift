import Articles
import TestSupport
import Testing

@testable import Formats

@Suite struct JSONLinesTests {
    private func read(_ text: String) throws -> Imported {
        try Format.jsonLines.read(Input(name: "f.jsonl", bytes: Array(text.utf8)))
    }

    @Test("a document is written in the documented shape")
    func shape() throws {
        let text = Text("🙂 Rutte sprach zu Köln.")
        let annotations = Annotations(
            mentions: [
                Mention(
                    id: "m1", spans: SpanSet(5, 10), label: "PER", status: .suggested,
                    origin: .engine("rules", confidence: 0.5), link: "Q57661", attributes: ["form": "name"]),
                Mention(id: "m2", spans: SpanSet(21, 26), label: "LOC"),
            ], relations: [Relation(id: "r1", kind: "located-in", from: "m1", to: "m2")],
            chains: [Chain(id: "c1", mentions: ["m1", "m2"])],
            facts: [
                Fact(
                    id: "f1", kind: "quote", evidence: SpanSet(5, 17),
                    slots: [
                        Slot("speaker", spans: SpanSet(5, 10), mention: "m1"), Slot("content", value: "x"),
                    ],
                    status: .accepted)
            ], labels: [ArticleLabel(id: "l1", name: "politics")],
            notes: [
                Note(id: "n1", target: .annotation("m1"), text: "Mark?", origin: .person("Anna", time: 0))
            ])
        let article = Article(name: "a1", title: "Titel", date: "2024-10-17", language: "de", text: text)
        var output = Output()
        _ = try Format.jsonLines.write(Document(article: article, annotations: annotations), into: &output)
        #expect(
            String(decoding: output.bytes, as: UTF8.self)
                == #"{"id":"a1","title":"Titel","date":"2024-10-17","language":"de","text":"🙂 Rutte sprach zu Köln.","#
                + #""mentions":[{"id":"m1","start":2,"end":7,"label":"PER","text":"Rutte","link":"Q57661","#
                + #""attributes":{"form":"name"},"origin":{"author":"engine","name":"rules"},"status":"suggested","#
                + #""confidence":0.5},{"id":"m2","start":18,"end":22,"label":"LOC","text":"Köln"}],"#
                + #""relations":[{"id":"r1","kind":"located-in","from":"m1","to":"m2"}],"#
                + #""chains":[{"id":"c1","mentions":["m1","m2"]}],"#
                + #""facts":[{"id":"f1","kind":"quote","start":2,"end":14,"text":"Rutte sprach","slots":{"#
                + #""speaker":[{"start":2,"end":7,"text":"Rutte","mention":"m1"}],"content":[{"value":"x"}]}}],"#
                + #""labels":[{"id":"l1","name":"politics"}],"#
                + #""notes":[{"id":"n1","target":"m1","text":"Mark?","origin":{"author":"person","name":"Anna","#
                + #""time":"1970-01-01T00:00:00Z"}}]}"# + "\n")
    }

    @Test("what is written is read back equal, in any unit", arguments: OffsetUnit.allCases)
    func roundTrip(unit: OffsetUnit) throws {
        for seed in 1...80 {
            var documents = RandomDocuments(seed: UInt64(seed))
            let document = documents.document()
            var output = Output()
            let losses = try Format.jsonLines.write(document, ExportOptions(offsets: unit), into: &output)
            #expect(losses.isEmpty)
            let back = try Format.jsonLines.read(Input(name: "f", bytes: output.bytes))
            #expect(back.errors.isEmpty && back.warnings.isEmpty)
            let copy = try #require(back.documents.first)
            #expect(copy.annotations == document.annotations, "seed \(seed)")
            #expect(copy.description == document.description, "seed \(seed)")
        }
    }

    @Test("a bad line is an error of its own and the good ones come in")
    func badLine() throws {
        let back = try read("{\"text\":\"a\"}\n{\"text\":?}\n\n{\"id\":\"x\"}\n{\"id\":\"b\",\"text\":\"c\"}")
        #expect(back.documents.map(\.article.name) == ["f:1", "b"])
        #expect(
            back.errors.map(\.description) == [
                "f.jsonl:2:9: no JSON value begins like this",
                "f.jsonl:4:1: the document has no \"text\"; each line needs one",
            ])
    }

    @Test(
        "what a line must not say is refused with its place",
        arguments: [
            (#"{"id":"m","start":0,"end":9,"label":"A"}"#, "0 to 9 is no place in the text"),
            (#"{"id":"m","start":3,"end":1,"label":"A"}"#, "3 to 1 is no place in the text"),
            (#"{"id":"m","start":1,"end":1,"label":"A"}"#, "the span is empty; it must hold some text"),
            (#"{"id":"m","start":0,"label":"A"}"#, "\"start\" and \"end\" belong together"),
            (#"{"id":"m","start":0,"end":2}"#, "a mention needs \"id\", \"start\", \"end\" and \"label\""),
            (
                #"{"id":"m","start":0,"end":2,"label":"A","fragments":[[0,1]]}"#,
                "the fragments do not reach from \"start\" to \"end\""
            ),
            (
                #"{"id":"m","start":0,"end":2,"label":"A","status":"maybe"}"#,
                "a status is suggested, accepted or rejected"
            ),
            (#"{"id":"m","start":-1,"end":2,"label":"A"}"#, "-1 to 2 is no place in the text"),
            (#"{"id":"m","start":0,"end":2,"label":7}"#, "a string is needed here, not a number"),
            (
                #"{"id":"m","start":0,"end":9223372036854775807,"label":"A"}"#,
                "0 to 9223372036854775807 is no place in the text"
            ),
        ])
    func refused(_ mention: String, _ message: String) throws {
        let back = try read(#"{"text":"Köln","mentions":[\#(mention)]}"#)
        #expect(back.documents.isEmpty)
        #expect(back.errors.map(\.message) == [message])
        #expect(back.errors.first?.line == 1 && back.errors.first?.column ?? 0 > 1)
    }

    @Test("words that the text does not have tell of offsets in another unit")
    func words() throws {
        let back = try read(
            #"{"text":"äb","mentions":[{"id":"m","start":0,"end":1,"label":"A","text":"äb"}]}"#)
        #expect(back.errors.first?.message.contains("the text at 0 is \"ä\"") ?? false)
    }

    @Test("ids occur once and references lead somewhere")
    func references() throws {
        let twice = try read(#"{"text":"ab","labels":[{"id":"l","name":"x"},{"id":"l","name":"y"}]}"#)
        #expect(twice.errors.first?.message == "the id l occurs twice; each annotation needs its own")
        let loose = try read(#"{"text":"ab","chains":[{"id":"c","mentions":["m9"]}]}"#)
        #expect(loose.errors.first?.message == "c names m9, which does not exist")
    }

    @Test("a key that is not known is named")
    func unknown() throws {
        let back = try read(#"{"text":"ab","colour":"red"}"#)
        #expect(back.documents.count == 1)
        #expect(back.warnings.map(\.message) == ["the key \"colour\" is not known here and left out"])
    }

    @Test("every truncation and every changed byte ends in a document or an error")
    func damage() throws {
        var documents = RandomDocuments(seed: 7)
        var output = Output()
        _ = try Format.jsonLines.write(documents.document(), into: &output)
        var random = SplitMix(seed: 3)
        for length in 0..<output.bytes.count {
            let back = try Format.jsonLines.read(Input(name: "f", bytes: Array(output.bytes.prefix(length))))
            #expect(back.documents.count + back.errors.count <= 1)
        }
        for _ in 0..<800 {
            var bytes = output.bytes
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(
                    in: 0...255, using: &random)
            }
            let back = try Format.jsonLines.read(Input(name: "f", bytes: bytes))
            #expect(back.errors.allSatisfy { $0.line != nil })
        }
    }

    @Test("pieces of any size give the same lines as the whole")
    func framing() {
        let bytes = Array("a\nbb\n\nccc".utf8)
        for size in 1...10 {
            var framing = LineFraming(name: "f")
            var lines: [Input] = []
            for start in stride(from: 0, to: bytes.count, by: size) {
                lines += framing.add(bytes[start..<min(start + size, bytes.count)])
            }
            lines += framing.finish()
            #expect(lines.map { String(decoding: $0.bytes, as: UTF8.self) } == ["a", "bb", "", "ccc"])
            #expect(lines.map(\.firstLine) == [1, 2, 3, 4])
        }
    }
}
