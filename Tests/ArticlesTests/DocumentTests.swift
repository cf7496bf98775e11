import TestSupport
import Testing

@testable import Articles

@Suite("Document")
struct DocumentTests {
    @Test(
        "every state in the history can be gone back to, and replaying the journal gives the same",
        arguments: 1...12)
    func historyAndReplay(seed: Int) {
        var numbers = SplitMix(seed: UInt64(seed))
        var document = Document(article: article, session: 3)
        var journal: [Step] = []
        var states: [ID?: Annotations] = [nil: document.annotations]
        for _ in 0..<150 {
            let step: Step?
            switch Int.random(in: 0..<6, using: &numbers) {
            case 0: step = document.undo()
            case 1: step = document.redo()
            case 2: step = document.travel(to: document.history.order.randomElement(using: &numbers))
            default:
                step = document.perform(
                    numbers.edit(of: document.annotations, within: document.text.byteCount))
            }
            if let step { journal.append(step) }
            let here = document.history.current
            #expect(states[here, default: document.annotations] == document.annotations)
            states[here] = document.annotations
        }
        var replayed = Document(article: article)
        for step in journal { replayed.replay(step) }
        #expect(replayed.annotations == document.annotations)
        #expect(replayed.history.current == document.history.current)
        #expect(replayed.history.order == document.history.order)

        var restored = Document(article: article, annotations: document.annotations)
        restored.restoreHistory(journal)
        for (place, state) in states {
            _ = restored.travel(to: place)
            #expect(restored.annotations == state)
        }
    }

    @Test("undo takes back what two programs did, the later first")
    func undoAcrossPrograms() throws {
        var here = Document(article: article, session: 1)
        var there = Document(article: article, session: 2)
        let ours = here.perform(tag("m1.1", 0, 4, "PER"))
        let theirs = there.perform(tag("m2.1", 5, 9, "LOC"))
        here.replay(try #require(theirs))
        #expect(here.annotations.mentions.map(\.id) == ["m1.1", "m2.1"])
        _ = here.undo()
        #expect(here.annotations.mentions.map(\.id) == ["m1.1"])
        _ = here.undo()
        #expect(here.annotations.isEmpty)

        there.replay(try #require(ours))
        let back = there.travel(to: nil)
        #expect(there.annotations.isEmpty)
        here.replay(try #require(back))
        #expect(here.annotations.isEmpty)
    }

    @Test("another program's undo is an edit of its own when it does not fit our history")
    func foreignUndo() throws {
        var here = Document(article: article, session: 1)
        var there = Document(article: article, session: 2)
        let made = there.perform(tag("m2.1", 5, 9, "LOC"))
        let undone = there.undo()
        _ = here.perform(tag("m1.1", 0, 4, "PER"))
        here.replay(try #require(made))
        here.replay(try #require(undone))
        #expect(here.annotations.mentions.map(\.id) == ["m1.1"])
        _ = here.undo()
        #expect(here.annotations.mentions.map(\.id) == ["m1.1", "m2.1"])
        _ = here.undo()
        _ = here.undo()
        #expect(here.annotations.isEmpty)
        #expect(!here.history.canUndo)
    }

    @Test("new names avoid those that imported annotations have")
    func namesAreFree() {
        let imported = Annotations(mentions: [Mention(id: "m1", spans: SpanSet(0, 4), label: "PER")])
        var document = Document(article: article, annotations: imported)
        #expect(document.newID("m") == "m2")
    }

    @Test("an empty edit, undo at the beginning and redo at the end do nothing")
    func nothingToDo() {
        var document = Document(article: article)
        let steps = [
            document.perform(Edit("nothing", [])), document.undo(), document.redo(),
            document.travel(to: "h9"),
        ]
        #expect(steps.allSatisfy { $0 == nil })
        #expect(document.revision == 0)
    }

    private var article: Article {
        Article(name: "test", text: Text("Anna Berg reiste im Mai nach Wien und blieb dort eine Woche lang."))
    }

    private func tag(_ id: ID, _ start: Int, _ end: Int, _ label: Label) -> Edit {
        Edit("tag \(label)", [.add(.mention(Mention(id: id, spans: SpanSet(start, end), label: label)))])
    }
}
