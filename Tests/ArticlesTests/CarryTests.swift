import TestSupport
import Testing

@testable import Articles

@Suite("Carrying annotations over to a new version of the text")
struct CarryTests {
    @Test(
        "nothing is lost where nothing has changed",
        arguments: ["A", "Anna Berg kam.", "Eins.\n\nZwei.\nEins.\n"])
    func unchanged(string: String) {
        let text = Text(string)
        let annotations = Annotations(mentions: [Mention(id: "m1", spans: SpanSet(text.bounds), label: "PER")]
        )
        let (carried, lost) = annotations.carried(from: text, to: Text(string))
        #expect(carried == annotations)
        #expect(lost.isEmpty)
    }

    @Test(
        "a mention goes with its words",
        arguments: [
            ("[Anna Berg] kam.", "Gestern kam [Anna Berg]."),
            ("Erst.\n[Anna Berg] kam.\nDann.", "Neu.\n\nErst.\n[Anna Berg] kam an.\nDann."),
            ("Heute kam [Anna], sie blieb.", "Heute kam [Anna]; sie blieb."),
            ("Er fuhr nach [Wien].\r\nEnde.", "Er fuhr nach [Wien].\nEnde."),
            ("A.\nIn [Köln] regnet es.\nB.", "X.\nIn [Köln] schneit es.\nB."),
            ("[Grüße] aus Graz", "Grobe [Grüße] aus Graz"),
            ("Die Sätze [bleiben\nhier]. Gut.", "Neu! Die Sätze [bleiben\nhier]. Gut."),
        ])
    func moves(old: String, new: String) throws {
        #expect(carried(marked(old), marked(new)) == [marked(new).span])
    }

    @Test(
        "a mention whose words have changed is lost",
        arguments: [
            ("[Anna Berg] kam.", "Anna Maria Berg kam."),
            ("Er kam aus [Wien].", "Er kam aus Wiener Neustadt."),
            ("In [Köln] regnet es.", "In Kölns Mitte regnet es."), ("[Alles] anders.", "Nichts gleich."),
            ("[Anna] kam.", ""),
        ])
    func lost(old: String, new: String) throws {
        #expect(carried(marked(old), marked(new)).isEmpty)
    }

    @Test("relations, chains, facts and notes go with what they are about")
    func references() throws {
        let old = Text("Anna Berg sprach.\nKarl Tal schwieg.\nEva Au ging.")
        let new = Text("Anna Berg sprach.\nNiemand schwieg.\nEva Au ging fort.")
        let mentions = [
            Mention(id: "m1", spans: SpanSet(0, 9), label: "PER"),
            Mention(id: "m2", spans: SpanSet(18, 26), label: "PER"),
            Mention(id: "m3", spans: SpanSet(36, 42), label: "PER"),
        ]
        let quote = Fact(
            id: "f1", kind: "quote", evidence: SpanSet(0, 17),
            slots: [Slot("speaker", mention: "m1"), Slot("addressee", mention: "m2")])
        let annotations = Annotations(
            mentions: mentions,
            relations: [
                Relation(id: "r1", kind: "knows", from: "m1", to: "m2"),
                Relation(id: "r2", kind: "knows", from: "m1", to: "m3"),
            ],
            chains: [
                Chain(id: "c1", mentions: ["m1", "m2"]), Chain(id: "c2", mentions: ["m1", "m2", "m3"]),
            ],
            facts: [quote], labels: [ArticleLabel(id: "l1", name: "talks")],
            notes: [
                Note(id: "n1", target: .annotation("n2"), text: "on a note"),
                Note(id: "n2", target: .annotation("m2"), text: "on a mention"),
                Note(id: "n3", target: .span(Span(36, 42)), text: "on a place"),
                Note(id: "n4", target: .span(Span(18, 26)), text: "on a lost place"),
                Note(id: "n5", target: .article, text: "on the article"),
            ])
        let (carried, lost) = annotations.carried(from: old, to: new)
        #expect(carried.mentions.map(\.id) == ["m1", "m3"])
        #expect(carried.relations.map(\.id) == ["r2"])
        #expect(carried.chains == [Chain(id: "c2", mentions: ["m1", "m3"])])
        #expect(carried.facts["f1"]?.slots == [Slot("speaker", mention: "m1")])
        #expect(carried.labels.map(\.id) == ["l1"])
        #expect(carried.notes.map(\.id) == ["n3", "n5"])
        #expect(Set(lost.map(\.id)) == ["m2", "r1", "c1", "c2", "f1", "n1", "n2", "n4"])
        #expect(lost.count == 8)
    }

    @Test("fragments keep their order, and all of them must be there")
    func fragments() throws {
        let spans = try #require(SpanSet([Span(0, 5), Span(14, 19)]))
        let annotations = Annotations(mentions: [Mention(id: "m1", spans: spans, label: "LOC")])
        let old = Text("Nord- und Süd korea.")
        let moved = annotations.carried(from: old, to: Text("Ach, Nord- und Süd- korea.")).carried
        #expect(moved.mentions["m1"]?.spans.fragments.count == 2)
        #expect(annotations.carried(from: old, to: Text("Nord- und Süd China.")).carried.isEmpty)
    }

    @Test(
        "whatever has changed, a carried mention says what it said, and all are either carried or lost",
        arguments: 1...30)
    func property(seed: Int) throws {
        var numbers = SplitMix(seed: UInt64(seed))
        let words = ["Anna", "kam", "Straße", "am", "„Ja“", "😀", "Wien", ",", ".", "\n", "\r\n"]
        var pieces = (0..<200).map { _ in words.randomElement(using: &numbers) ?? "" }
        let old = Text(pieces.joined(separator: " "))
        for _ in 0..<Int.random(in: 0..<40, using: &numbers) {
            let index = Int.random(in: 0..<pieces.count, using: &numbers)
            switch Int.random(in: 0..<3, using: &numbers) {
            case 0: pieces.remove(at: index)
            case 1: pieces.insert("neu\(index)", at: index)
            default: pieces[index] = words.randomElement(using: &numbers) ?? ""
            }
        }
        let new = Text(pieces.joined(separator: " "))
        let mentions = (0..<80).map {
            Mention(id: ID("m\($0)"), spans: SpanSet(wordSpan(of: old, &numbers)), label: "PER")
        }
        let (carried, lost) = Annotations(mentions: mentions).carried(from: old, to: new)
        for mention in carried.mentions {
            let before = try #require(mentions.first { $0.id == mention.id })
            #expect(new.string(in: mention.bounds) == old.string(in: before.bounds))
        }
        #expect(carried.mentions.count + lost.count == mentions.count)
        let order = carried.mentions.map { carried in
            mentions.first { $0.id == carried.id }?.bounds.start ?? 0
        }
        #expect(order == order.sorted())
        #expect(lost.count < 80 || pieces.isEmpty)
    }

    @Test("bytes of any kind are aligned to equal bytes, in order and without overlap", arguments: 1...40)
    func alignmentOfBytes(seed: Int) {
        var numbers = SplitMix(seed: UInt64(seed))
        let alphabet: [UInt8] = [10, 13, 32, 65, 66, 0xC3, 0xA4, 0xFF, 0]
        let bytes = (0..<2).map { _ in
            (0..<Int.random(in: 0..<120, using: &numbers)).map { _ in
                alphabet.randomElement(using: &numbers) ?? 0
            }
        }
        var (oldEnd, newEnd) = (0, 0)
        for run in Alignment(from: Text(bytes: bytes[0]), to: Text(bytes: bytes[1])).runs {
            #expect(run.old.start >= oldEnd && run.old.start + run.shift >= newEnd)
            #expect(bytes[0][run.old.range].elementsEqual(bytes[1][run.old.moved(by: run.shift).range]))
            (oldEnd, newEnd) = (run.old.end, run.newEnd)
        }
        #expect(oldEnd <= bytes[0].count && newEnd <= bytes[1].count)
    }

    /// The text without its one pair of brackets, and the place between them.
    private func marked(_ string: String) -> (text: Text, span: Articles.Span) {
        let bytes = Array(string.utf8)
        let start = bytes.firstIndex(of: UInt8(ascii: "[")) ?? 0
        let end = bytes.firstIndex(of: UInt8(ascii: "]")).map { $0 - 1 } ?? 0
        let text = Text(bytes: bytes.filter { $0 != UInt8(ascii: "[") && $0 != UInt8(ascii: "]") })
        return (text, Span(start, end))
    }

    private func carried(
        _ old: (text: Text, span: Articles.Span), _ new: (text: Text, span: Articles.Span)
    ) -> [Articles.Span] {
        let annotations = Annotations(mentions: [Mention(id: "m1", spans: SpanSet(old.span), label: "PER")])
        return annotations.carried(from: old.text, to: new.text).carried.mentions.map(\.bounds)
    }

    /// Some whole words of the text.
    private func wordSpan(of text: Text, _ numbers: inout SplitMix) -> Articles.Span {
        let starts = text.withBytes { bytes in bytes.indices.filter { $0 == 0 || bytes[$0 - 1] == 32 } }
        let first = Int.random(in: 0..<starts.count - 1, using: &numbers)
        let last = min(starts.count - 1, first + Int.random(in: 1...3, using: &numbers))
        return Span(starts[first], max(starts[first], starts[last] - 1))
    }
}
