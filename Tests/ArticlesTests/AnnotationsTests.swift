import TestSupport
import Testing

@testable import Articles

@Suite("Annotations")
struct AnnotationsTests {
    @Test("an edit and its inverse leave everything as it was", arguments: 1...20)
    func inverseRestores(seed: Int) {
        var numbers = SplitMix(seed: UInt64(seed))
        var annotations = Annotations()
        for _ in 0..<100 {
            let before = annotations
            let edit = numbers.edit(of: annotations, within: 80)
            annotations.apply(edit)
            var back = annotations
            back.apply(edit.inverse)
            #expect(back == before)
            #expect(edit.inverse.inverse == edit)
        }
    }

    @Test("references are found as a search through everything finds them", arguments: 1...10)
    func referringAgreesWithSearch(seed: Int) {
        var numbers = SplitMix(seed: UInt64(seed))
        var annotations = Annotations()
        for _ in 0..<200 { annotations.apply(numbers.edit(of: annotations, within: 80)) }
        let all = (0..<12).compactMap { annotations[ID("a\($0)")] }
        for number in 0..<12 {
            let id = ID("a\(number)")
            let expected = all.filter { $0.references.contains(id) }.sorted { $0.id < $1.id }
            #expect(annotations.referring(to: id) == expected)
        }
        let ids = Set(all.map(\.id))
        #expect(annotations.hasLooseEnds == all.contains { !ids.isSuperset(of: $0.references) })
        #expect(annotations.relationCount == annotations.relations.count)
        #expect(annotations.chainCount == annotations.chains.count)
        let judged =
            annotations.mentions.map(\.status) + annotations.facts.map(\.status)
            + annotations.relations.map(\.status) + annotations.chains.map(\.status)
        for status in Status.allCases {
            #expect(annotations.statusCount(where: { $0 == status }) == judged.count { $0 == status })
        }
        #expect(annotations.originCount(where: { _ in true }) == judged.count)
    }

    @Test("an id names one annotation, even when its kind changes")
    func oneAnnotationPerID() {
        var annotations = Annotations()
        annotations.set(.mention(Mention(id: "a1", spans: SpanSet(0, 4), label: "PER")))
        annotations.set(.note(Note(id: "a1", target: .article, text: "check")))
        #expect(annotations.mentions.isEmpty)
        #expect(annotations.notes.map(\.text) == ["check"])
    }

    @Test("two edits of the same thing made at once end as the later one says")
    func concurrentEdits() {
        let mention = Mention(id: "m1", spans: SpanSet(0, 4), label: "PER")
        var place = mention
        place.label = "LOC"
        var annotations = Annotations(mentions: [mention])
        annotations.apply(Edit("delete", [.remove(.mention(mention))]))
        annotations.apply(Edit("tag LOC", [.replace(.mention(mention), with: .mention(place))]))
        #expect(annotations.mentions.map(\.label) == ["LOC"])
        annotations.apply(Edit("delete", [.remove(.mention(mention))]))
        annotations.apply(Edit("delete", [.remove(.mention(mention))]))
        #expect(annotations.isEmpty)
    }

    @Test("a mention in two chains belongs to the one that a person decided about")
    func decidedChainFirst() {
        let annotations = Annotations(chains: [
            Chain(id: "c1", mentions: ["m1", "m2"], status: .suggested, origin: .engine("rules")),
            Chain(id: "c2", mentions: ["m1", "m3"]),
        ])
        #expect(annotations.chain(of: "m1")?.id == "c2")
        #expect(annotations.chain(of: "m2")?.id == "c1")
        #expect(annotations.chain(of: "m4") == nil)
    }

    @Test("notes are found by what they are about")
    func notesByTarget() {
        let annotations = Annotations(notes: [
            Note(id: "n1", target: .article, text: "a"), Note(id: "n2", target: .annotation("m1"), text: "b"),
            Note(id: "n3", target: .span(Span(0, 4)), text: "c"),
        ])
        #expect(annotations.notes(on: .article).map(\.id) == ["n1"])
        #expect(annotations.notes(on: .annotation("m1")).map(\.id) == ["n2"])
        #expect(annotations.notes(on: .span(Span(0, 4))).map(\.id) == ["n3"])
    }
}
