import Articles
import TestSupport
import Testing

@testable import Formats

@Suite struct BratTests {
    private func read(
        _ lines: String, _ text: String = "🙂 Mark Rutte sprach in Köln.\nEr ging.\n"
    ) throws -> Imported {
        try Format.brat.read(
            Input(name: "a.ann", bytes: Array(lines.utf8), companions: ["txt": Array(text.utf8)]))
    }

    @Test("everything that brat can say comes in under its own id")
    func reading() throws {
        let back = try read(
            """
            T1\tPER 2 12\tMark Rutte
            T2\tLOC 23 27\tKöln
            T3\tPER 29 31\tEr
            T4\tquote 13 19\tsprach
            T5\tPER 2 6;29 31\tMark Er
            R1\tlocated-in Arg1:T1 Arg2:T2
            *\tCoref T1 T3
            A1\tform T1 name
            M1\tsure T2
            N1\tReference T1 wikidata:Q57661\tMark Rutte
            #1\tAnnotatorNotes T2\tWirklich Köln?
            E1\tquote:T4 speaker:T1 speaker2:T3

            """)
        #expect(back.errors.isEmpty && back.warnings.isEmpty)
        let annotations = try #require(back.documents.first).annotations
        #expect(annotations.mentions.map(\.id).sorted() == ["T1", "T2", "T3", "T5"])
        #expect(annotations.mentions["T5"]?.spans.fragments == [Span(5, 9), Span(33, 35)])
        #expect(annotations.mentions["T1"]?.attributes == ["form": "name"])
        #expect(annotations.mentions["T2"]?.attributes == ["sure": "true"])
        #expect(annotations.mentions["T1"]?.link == "Q57661")
        #expect(annotations.relations.map(\.id) == ["R1"])
        #expect(annotations.chains.map(\.mentions) == [["T1", "T3"]])
        #expect(annotations.notes.map(\.text) == ["Wirklich Köln?"])
        let fact = try #require(annotations.facts["E1"])
        #expect(fact.evidence == SpanSet(16, 22))
        #expect(fact.slots.map(\.name) == ["speaker", "speaker"])
        #expect(fact.slots.map(\.mention) == ["T1", "T3"])
    }

    @Test(
        "what is wrong is named with its line, and the rest comes in",
        arguments: [
            (
                "T9\tLOC 22 26\tKöln",
                "T9 says \"Köln\", but the text there is \" Köl\"; correct the offsets (code points)"
            ),
            ("T9\tLOC 22 99\tKöln", "T9: 22 to 99 is no place in the text"),
            ("T9\tLOC 4 4\t", "T9 marks no text"),
            ("T1\tLOC 23 27\tKöln", "the id T1 occurs twice; give this one another"),
            ("R1\tmet Arg1:T1 Arg2:T8", "R1 names T8, which does not exist; remove the line or add T8"),
            ("R1\tmet Arg1:T1", "a relation is a kind and two arguments such as Arg1:T1 Arg2:T2"),
            ("X1\tmet T1", "X1 is no kind of annotation that is known here; remove the line"),
            ("nonsense", "a line is an id, a tab, and what it says"),
            ("E1\tquote:T8", "E1 has the trigger T8, which does not exist"),
            ("T9\tLOC a b\tKöln", "offsets are pairs of numbers such as 0 6;8 14, not \"a b\""),
        ])
    func badLine(_ line: String, _ message: String) throws {
        let back = try read("T1\tPER 2 12\tMark Rutte\n\(line)\nT2\tLOC 23 27\tKöln\n")
        #expect(back.errors == [FormatError(file: "a.ann", line: 2, message)])
        #expect(try #require(back.documents.first).annotations.mentions.map(\.id) == ["T1", "T2"])
    }

    @Test(
        "an id of any form is found again and taken once",
        arguments: ["T3", "T007", "T0", "T99999999999", "Tx", "T"])
    func ids(_ id: String) throws {
        let line = "\(id)\tPER 2 12\tMark Rutte\n"
        let back = try read("A1\tform \(id) name\n\(line)\(line)T2\tPER 23 27\tKöln\n")
        let mentions = try #require(back.documents.first).annotations.mentions
        #expect(mentions.map(\.id) == [ID(id), "T2"])
        #expect(mentions[ID(id)]?.attributes == ["form": "name"] && mentions["T2"]?.attributes == [:])
        let message = "the id \(id) occurs twice; give this one another"
        #expect(back.errors == [FormatError(file: "a.ann", line: 3, message)])
    }

    @Test("without its text a file is refused")
    func noText() {
        #expect(throws: FormatError(file: "a.ann", "the text is missing; put a.txt beside the file")) {
            _ = try Format.brat.read(Input(name: "a.ann", bytes: []))
        }
    }

    @Test("a mention over a line break is written as two fragments, and ids of brat's form stay")
    func writing() throws {
        let annotations = Annotations(
            mentions: [
                Mention(id: "m1", spans: SpanSet(0, 13), label: "A B", value: "x", link: "Q567"),
                Mention(
                    id: "T1", spans: SpanSet(15, 18), label: "ORG",
                    attributes: ["form": "name", "sure": "true"]),
            ], relations: [Relation(id: "r", kind: "member of", from: "m1", to: "T1")],
            chains: [Chain(id: "c", mentions: ["m1", "T1"])],
            facts: [
                Fact(
                    id: "f", kind: "office", evidence: SpanSet(0, 6),
                    slots: [
                        Slot("person", mention: "m1"), Slot("title", spans: SpanSet(15, 18), value: "x y"),
                    ])
            ], notes: [Note(id: "n", target: .annotation("f"), text: "ja\nnein")])
        var output = Output()
        _ = try Format.brat.write(
            Document(
                article: Article(name: "a", text: Text("Angela\nMerkel (CDU)\r\nx")), annotations: annotations
            ),
            into: &output)
        #expect(
            String(decoding: output.bytes, as: UTF8.self) == """
                T2\tA_B 0 6;7 13\tAngela Merkel
                A1\tvalue T2 x
                N1\tReference T2 wikidata:Q567\tAngela Merkel
                T1\tORG 15 18\tCDU
                A2\tform T1 name
                A3\tsure T1
                R1\tmember_of Arg1:T2 Arg2:T1
                *\tCoref T2 T1
                T3\toffice 0 6\tAngela
                T4\toffice_title 15 18\tCDU
                A4\tvalue T4 x y
                E1\toffice:T3 person:T2 title:T4
                #1\tAnnotatorNotes E1\tja nein

                """)
        #expect(output.companions == ["txt": Array("Angela\nMerkel (CDU) \nx".utf8)])
    }

    @Test("what is written is read back equal, apart from the losses that are announced")
    func roundTrip() throws {
        for seed in 1...150 {
            var documents = RandomDocuments(seed: UInt64(seed))
            let document = documents.document()
            var output = Output()
            let losses = try Format.brat.write(document, ExportOptions(statuses: [.accepted]), into: &output)
            let back = try Format.brat.read(
                Input(name: "a.ann", bytes: output.bytes, companions: output.companions))
            #expect(back.errors.isEmpty && back.warnings.isEmpty, "seed \(seed)")
            let expected = document.selected(by: ExportOptions(statuses: [.accepted]), for: .brat)
            let copy = try #require(back.documents.first)
            let blank = losses.first { $0.feature == .blank }?.count ?? 0
            let there = Set(copy.annotations.mentions.map { BratKey($0, copy.text) })
            let wanted = Set(
                expected.annotations.mentions.filter { !expected.text.isBlank($0.spans) }.map {
                    BratKey($0, expected.text)
                })
            #expect(there == wanted, "seed \(seed)")
            #expect(
                expected.annotations.mentions.count - blank == copy.annotations.mentions.count, "seed \(seed)"
            )
        }
    }

    @Test("a combining mark does not hide the sign before it")
    func combining() throws {
        let text = "a\u{301}b"
        let mention = Mention(
            id: "T1", spans: SpanSet(1, 4), label: ":\u{301}", value: "\u{301}x\t\u{301}",
            attributes: [" \u{301}": "y"])
        let document = Document(
            article: Article(name: "a", text: Text(text)), annotations: Annotations(mentions: [mention]))
        var output = Output()
        _ = try Format.brat.write(document, into: &output)
        let back = try read(String(decoding: output.bytes, as: UTF8.self), text)
        #expect(back.errors.isEmpty)
        let copy = try #require(back.documents.first?.annotations.mentions["T1"])
        #expect(
            copy.label == "_\u{301}" && copy.value == "\u{301}x \u{301}"
                && copy.attributes == ["_\u{301}": "y"])
    }

    @Test("every changed byte ends in a document or an error")
    func damage() throws {
        var documents = RandomDocuments(seed: 21)
        var output = Output()
        _ = try Format.brat.write(documents.document(), into: &output)
        var random = SplitMix(seed: 3)
        for _ in 0..<1500 {
            var input = Input(name: "a.ann", bytes: output.bytes, companions: output.companions)
            if !input.bytes.isEmpty {
                input.bytes[Int.random(in: input.bytes.indices, using: &random)] = UInt8.random(
                    in: 0...255, using: &random)
            }
            if let back = try? Format.brat.read(input) {
                #expect(back.documents.count == 1)
                #expect(back.errors.allSatisfy { $0.line != nil && $0.file == "a.ann" })
            }
        }
    }

    @Test(
        "links have a base in brat and read back as they were",
        arguments: ["Q42", "geo:1", "x", "https://a/b", "kb:x", "wikidata:Q5"])
    func links(_ link: String) throws {
        let written = BratLink.written(link)
        let parts = written.split(separator: ":", maxSplits: 1).map(String.init)
        #expect(BratLink.read(base: parts[0], entry: parts[1]) == link)
    }
}

/// What brat keeps of a mention: fragments end at line breaks, and the id only when it has brat's form.
private struct BratKey: Hashable {
    let words: [String]
    let start: Int
    let label: Label
    let value: String?
    let link: String?
    let attributes: [String: String]

    init(_ mention: Mention, _ text: Text) {
        words = mention.spans.fragments.flatMap {
            text.string(in: $0).split(separator: "\n").map(String.init)
        }
        start = text.withBytes { bytes in
            mention.spans.fragments.flatMap(\.range).first { bytes[$0] != 10 } ?? 0
        }
        label = mention.label
        value = mention.value
        link = mention.link
        attributes = mention.attributes
    }
}
