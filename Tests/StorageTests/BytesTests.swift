import Articles
import Testing

@testable import Storage

@Suite("The form of annotations and steps in the library")
struct BytesTests {
    @Test("annotations with everything that can be tagged come back as they were")
    func everythingComesBack() throws {
        #expect(try Annotations(bytes: everything.bytes) == everything)
        #expect(try Annotations(bytes: Annotations().bytes) == Annotations())
    }

    @Test(
        "a step comes back as it was",
        arguments: [Step.Move.new("h1.2", parent: "h1.1"), .new("h1", parent: nil), .to("h7.3"), .to(nil)])
    func stepsComeBack(move: Step.Move) throws {
        let all =
            everything.mentions.map(Annotation.mention) + everything.facts.map(Annotation.fact)
            + everything.relations.map(Annotation.relation) + everything.chains.map(Annotation.chain)
            + everything.labels.map(Annotation.label) + everything.notes.map(Annotation.note)
        for changes: [Change] in [
            [], all.map(Change.add), all.map(Change.remove), all.map { .replace($0, with: $0) },
        ] {
            let step = Step(move: move, edit: Edit("tag „PER“ 🙂", changes))
            #expect(try Step(bytes: step.bytes) == step)
        }
    }

    @Test(
        "numbers of any size come back", arguments: [0, 1, -1, 127, 128, -64, -65, 1 << 40, Int.max, Int.min])
    func numbersComeBack(number: Int) throws {
        var writer = ByteWriter()
        writer.signed(number)
        writer.time(number)
        if number >= 0 { writer.number(number) }
        var reader = try ByteReader(writer.bytes)
        #expect(try reader.signed() == number)
        #expect(try reader.time() == number)
        if number >= 0 { #expect(try reader.number() == number) }
        #expect(reader.isAtEnd)
    }

    @Test("bytes cut off anywhere are an error")
    func cutBytes() {
        let bytes = everything.bytes
        for count in 0..<bytes.count {
            #expect(throws: Malformed.self) { try Annotations(bytes: Array(bytes[..<count])) }
        }
    }

    @Test("any changed byte ends in annotations or an error, never in a trap")
    func changedBytes() {
        let bytes = everything.bytes
        let step = Step.tag(3).bytes
        for value: UInt8 in [0, 1, 2, 3, 7, 63, 127, 128, 200, 255] {
            for index in bytes.indices {
                var changed = bytes
                changed[index] = value
                _ = try? Annotations(bytes: changed)
            }
            for index in step.indices {
                var changed = step
                changed[index] = value
                _ = try? Step(bytes: changed)
            }
        }
    }

    @Test("random bytes end in an error")
    func randomBytes() {
        var numbers = SystemRandomNumberGenerator()
        for _ in 0..<2_000 {
            let count = Int.random(in: 0...60, using: &numbers)
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &numbers) }
            _ = try? Annotations(bytes: [ByteReader.version] + bytes)
            _ = try? Step(bytes: [ByteReader.version] + bytes)
        }
    }

    @Test("a list that claims more than there is takes no memory")
    func hugeList() {
        var writer = ByteWriter()
        writer.number(1 << 60)
        #expect(throws: Malformed(offset: 10, reason: "a list is longer than the data")) {
            try Annotations(bytes: writer.bytes)
        }
    }

    @Test("a later version of the form is named")
    func laterVersion() {
        #expect(throws: Malformed(offset: 1, reason: "version 9 of the form is not known")) {
            try Step(bytes: [9, 0, 0])
        }
    }

    private var everything: Annotations {
        let fragments = SpanSet([Span(0, 5), Span(13, 18)]) ?? SpanSet(0, 5)
        let engine = Origin.engine("rules 1", confidence: 0.875)
        return Annotations(
            mentions: [
                Mention(
                    id: "m7.1", spans: fragments, label: "LOC", origin: .person("Eva", time: 1_700_000_000)),
                Mention(
                    id: "e2-90-MONEY", spans: SpanSet(2, 90), label: "MONEY", status: .rejected,
                    origin: engine,
                    value: "40000000000 USD", link: "Q4917", attributes: ["kind": "loan", "sure": "true"]),
                Mention(id: "T4", spans: SpanSet(7, 7), label: "PER", status: .suggested, origin: engine),
                Mention(
                    id: "später", spans: SpanSet(1 << 30, 1 << 30 + 9), label: "PER",
                    origin: .person(time: -5)),
            ],
            relations: [Relation(id: "r1", kind: "employer", from: "m7.1", to: "T4", status: .suggested)],
            chains: [
                Chain(id: "c1", mentions: ["m7.1", "T4"], origin: engine), Chain(id: "c2", mentions: []),
            ],
            facts: [
                Fact(
                    id: "f1", kind: "quote", evidence: fragments,
                    slots: [
                        Slot("speaker", mention: "T4"), Slot("content", spans: fragments),
                        Slot("date", value: "2024-10-17"), Slot("empty"),
                    ], origin: engine)
            ],
            labels: [
                ArticleLabel(id: "l1", name: "tone", value: "critical"),
                ArticleLabel(id: "l2", name: "sport"),
            ],
            notes: [
                Note(id: "n1", target: .article, text: "Zeile 1\nZeile 2"),
                Note(id: "n2", target: .span(Span(4, 9)), text: ""),
                Note(id: "n3", target: .annotation("f1"), text: "why? \u{1B}[31m"),
            ])
    }
}
