import Testing

@testable import Articles

@Suite("Annotations from elsewhere")
struct MergeTests {
    private func mention(_ id: ID, _ start: Int, _ end: Int, _ label: Label = "PER") -> Mention {
        Mention(id: id, spans: SpanSet(start, end), label: label)
    }

    private func merged(_ here: Annotations, _ others: Annotations) -> Annotations {
        let article = Article(name: "test", text: Text("Rutte und Michel sprachen in Rom."))
        var document = Document(article: article, annotations: here, session: 4)
        _ = document.perform(Edit("import", document.merge(of: others).changes))
        return document.annotations
    }

    @Test("what came in before comes in only once")
    func twice() {
        let others = Annotations(
            mentions: [mention("T1", 0, 5), mention("T2", 10, 16)],
            relations: [Relation(id: "R1", kind: "related-to", from: "T1", to: "T2")],
            notes: [Note(id: "#1", target: .annotation("T1"), text: "wer?")])
        #expect(merged(others, others) == others)
        #expect(merged(Annotations(), others) == others)
    }

    @Test("the same place and label under another id is the same mention, also for what refers to it")
    func sameContent() {
        let here = Annotations(mentions: [mention("m7.1", 0, 5), mention("m7.2", 10, 16)])
        let others = Annotations(
            mentions: [mention("T1", 0, 5), mention("T2", 10, 16)],
            relations: [Relation(id: "R1", kind: "related-to", from: "T1", to: "T2")])
        let result = merged(here, others)
        #expect(result.mentions.map(\.id) == ["m7.1", "m7.2"])
        #expect(result.relations.map(\.from) == ["m7.1"])
        #expect(merged(result, others) == result)
    }

    @Test("another annotator's T1 elsewhere in the text does not take the place of the one here")
    func sameName() {
        let here = Annotations(mentions: [mention("T1", 0, 5)])
        let others = Annotations(
            mentions: [mention("T1", 29, 32, "LOC")],
            notes: [Note(id: "#1", target: .annotation("T1"), text: "Stadt oder Regierung?")])
        let result = merged(here, others)
        #expect(result.mentions.map(\.bounds) == [Span(0, 5), Span(29, 32)])
        #expect(result.notes.map(\.target) == result.mentions.suffix(1).map { .annotation($0.id) })
    }

    @Test("a mention that was changed outside and comes back is changed here")
    func changedOutside() {
        let result = merged(
            Annotations(mentions: [mention("m1", 0, 5)]), Annotations(mentions: [mention("m1", 0, 16, "ORG")])
        )
        #expect(result.mentions.map(\.label) == ["ORG"])
    }

    @Test("what one person has decided another does not take away, and what differs is told")
    func anotherPerson() {
        func decided(_ name: String, _ id: ID, _ end: Int) -> Mention {
            Mention(id: id, spans: SpanSet(0, end), label: "PER", origin: .person(name))
        }
        let here = Annotations(mentions: [decided("Anna", "e0-5-PER", 5)])
        var document = Document(
            article: Article(name: "a", text: Text("Rutte und Michel")), annotations: here, session: 4)
        let (changes, kept) = document.merge(of: Annotations(mentions: [decided("Ben", "e0-5-PER", 16)]))
        #expect(changes.isEmpty && kept == [.mention(decided("Anna", "e0-5-PER", 5))])
        let same = document.merge(of: Annotations(mentions: [decided("Ben", "e0-5-PER", 5)]))
        #expect(same.changes.isEmpty && same.kept.isEmpty)
        let own = merged(here, Annotations(mentions: [decided("Anna", "e0-5-PER", 16)]))
        #expect(own.mentions.map(\.bounds) == [Span(0, 16)])
        var suggested = decided("", "e0-5-PER", 16)
        suggested.status = .suggested
        suggested.origin = .engine("rules")
        let again = document.merge(of: Annotations(mentions: [suggested]))
        #expect(again.changes.isEmpty && again.kept.isEmpty)
    }

    @Test("a suggestion becomes what a person has said elsewhere")
    func suggestion() {
        var suggested = mention("e0-5-PER", 0, 5)
        suggested.status = .suggested
        suggested.origin = .engine("rules")
        let result = merged(Annotations(mentions: [suggested]), Annotations(mentions: [mention("T1", 0, 5)]))
        #expect(result.mentions.map(\.status) == [.accepted])
        #expect(result.mentions.map(\.id) == ["e0-5-PER"])
    }
}
