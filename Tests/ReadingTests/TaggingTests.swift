import Articles
import Testing

@testable import Reading

@Suite("Tagging by keyboard")
struct TaggingTests {
    @Test("one key tags the token under the cursor, and takes the label away again")
    func toggle() {
        var reader = TestReader("Rutte sprach in Brüssel.")
        reader.type("p")
        #expect(reader.marked == "[Rutte](PER) sprach in Brüssel.")
        reader.type("p")
        #expect(reader.marked == "Rutte sprach in Brüssel.")
    }

    @Test("another label replaces the one with the same span")
    func relabel() {
        var reader = TestReader("[Rutte](LOC) sprach.")
        reader.type("p")
        #expect(reader.marked == "[Rutte](PER) sprach.")
    }

    @Test("the key behind a backslash nests instead")
    func nestSameSpan() {
        var reader = TestReader("[Rutte](LOC) sprach.")
        reader.type("\\ p")
        #expect(reader.document?.annotations.mentions.count == 2)
    }

    @Test("a label on one token of a mention is for all of it; behind a backslash it nests")
    func tokenOfMention() {
        var relabelled = TestReader("Die [Universität zu Köln](ORG) lehrt.")
        relabelled.type("w w w l")
        #expect(relabelled.marked == "Die [Universität zu Köln](LOC) lehrt.")
        #expect(relabelled.state.notice?.text.contains("all of the mention is LOC now") == true)
        var nested = TestReader("Die [Universität zu Köln](ORG) lehrt.")
        nested.type("w w w \\ l")
        #expect(nested.marked == "Die [Universität zu [Köln](LOC)](ORG) lehrt.")
    }

    @Test("the same label on one token of a suggestion accepts it, and on one of a mention takes it away")
    func sameLabelOnToken() {
        var reader = TestReader("Heute kam [Angela Merkel](PER?) an.")
        reader.type("w w w p")
        #expect(reader.marked == "Heute kam [Angela Merkel](PER) an.")
        reader.type("p")
        #expect(reader.marked == "Heute kam [Angela Merkel](PER!) an.")
        var nesting = TestReader(
            "[Angela Merkel](PER?) kam.",
            settings: {
                var own = Settings(); own.nesting = .nest; return own
            }())
        nesting.type("w b p w b o")
        #expect(nesting.marked == "[[Angela](ORG) Merkel](PER) kam.")
    }

    @Test("several tokens inside a mention nest")
    func nestInside() {
        var reader = TestReader("Die [Universität der Stadt Köln](ORG) lehrt.")
        reader.type("w w w f l")
        #expect(reader.marked == "Die [Universität der [Stadt Köln](LOC)](ORG) lehrt.")
    }

    @Test("a boundary stays in its sentence")
    func boundaryInSentence() {
        var reader = TestReader("Er kam. [Merkel](PER) ging. Danach Stille.")
        reader.type("] (")
        #expect(reader.marked == "Er kam. [Merkel](PER) ging. Danach Stille.")
        #expect(reader.state.notice?.text.contains("sentence") == true)
        reader.type("> > > >")
        #expect(reader.marked == "Er kam. [Merkel ging.](PER) Danach Stille.")
    }

    @Test("an emptied line takes note, value and link away")
    func emptied() {
        var reader = TestReader("[Rutte](PER) sprach.")
        for (key, command) in [(";", "note"), ("'", "set-value"), ("@", "set-link")] {
            reader.type(key)
            reader.write("Q1")
            reader.type("Enter \(key) C-u Enter")
            #expect(reader.state.prompt == nil, "\(command)")
        }
        #expect(reader.document?.annotations.notes.isEmpty == true)
        let mention = reader.document?.annotations.mentions.first { _ in true }
        #expect(mention?.value == nil && mention?.link == nil)
        #expect(reader.document?.history.order.count == 6)
        reader.type("; Enter")
        #expect(reader.state.prompt != nil)
    }

    @Test("a label over a part of a mention replaces it")
    func crossing() {
        var reader = TestReader("Der [Rat der](ORG) EU tagt.")
        reader.type("w w f o")
        #expect(reader.marked == "Der Rat [der EU](ORG) tagt.")
    }

    @Test("accepting a suggestion moves to the next one")
    func acceptMovesOn() {
        var reader = TestReader("[Mark Rutte](PER?) sprach in [Brüssel](LOC?).")
        reader.type("Enter")
        #expect(reader.marked == "[Mark Rutte](PER) sprach in [Brüssel](LOC?).")
        #expect(reader.selected == "Brüssel")
    }

    @Test("a rejected suggestion stays known, so that it does not come back")
    func reject() {
        var reader = TestReader("[Mark Rutte](PER?) sprach in [Brüssel](LOC?).")
        reader.type("x")
        #expect(reader.marked == "[Mark Rutte](PER!) sprach in [Brüssel](LOC?).")
        #expect(reader.selected == "Brüssel")
    }

    @Test("the end of a mention moves by tokens and keeps its id")
    func boundary() {
        var reader = TestReader("[Mark](PER) Rutte sprach.")
        let id = reader.document?.annotations.mentions.first { _ in true }?.id
        reader.type(">")
        #expect(reader.marked == "[Mark Rutte](PER) sprach.")
        #expect(reader.document?.annotations.mentions.first { _ in true }?.id == id)
        reader.type("<")
        #expect(reader.marked == "[Mark](PER) Rutte sprach.")
    }

    @Test("the boundaries of a rejected mention stay, and it stays rejected")
    func rejectedBoundary() {
        var reader = TestReader("[Mark](PER?) Rutte sprach.")
        reader.type("x")
        reader.type(">")
        #expect(reader.document?.annotations.mentions.map(\.status) == [.rejected])
        #expect(reader.state.notice?.text == "this mention is rejected; the key of its label brings it back")
    }

    @Test("every occurrence is tagged at once, and taken back at once")
    func everywhere() {
        var reader = TestReader("[EU](ORG) und EU, EU-Rat, die EU?")
        reader.type("a")
        #expect(reader.marked == "[EU](ORG) und [EU](ORG), EU-Rat, die [EU](ORG)?")
        reader.type("u")
        #expect(reader.marked == "[EU](ORG) und EU, EU-Rat, die EU?")
    }

    @Test("everywhere leaves alone what somebody has decided, and takes suggestions over")
    func everywhereKeepsDecisions() {
        var reader = TestReader(
            "[Essen](LOC), [Essen](MISC), [Essen](LOC?), [Essen](ORG?) und [in Essen](MISC?).")
        reader.type("a")
        #expect(
            reader.marked
                == "[Essen](LOC), [Essen](MISC), [Essen](LOC), [Essen](LOC) und [in [Essen](LOC)](MISC!).")
        #expect(reader.row(-2).contains("3 occurrences tagged LOC"))
    }

    @Test("a full stop repeats the last change")
    func repeatLast() {
        var reader = TestReader("Rutte und Michel sprachen.")
        reader.type("p w w .")
        #expect(reader.marked == "[Rutte](PER) und [Michel](PER) sprachen.")
    }

    @Test("undo after anything, redo, and both branches of the history")
    func history() {
        var reader = TestReader("Rutte und Michel sprachen.")
        reader.type("p w w p u u")
        #expect(reader.marked == "Rutte und Michel sprachen.")
        reader.type("U U")
        #expect(reader.marked == "[Rutte](PER) und [Michel](PER) sprachen.")
        reader.type("u o g -")
        #expect(reader.marked == "[Rutte](PER) und [Michel](PER) sprachen.")
    }

    @Test("every change asks to be saved, also undo")
    func saves() {
        var reader = TestReader("Rutte sprach.")
        let saves = reader.type("p u U").filter { if case .save = $0 { true } else { false } }
        #expect(saves.count == 3)
    }

    @Test("the budget of keys")
    func budget() {
        // Accept 1, reject 1, undo 1.
        var review = TestReader("[Mark Rutte](PER?) sprach.")
        review.type("Enter")
        #expect(review.marked == "[Mark Rutte](PER) sprach.")
        review.type("u")
        #expect(review.marked == "[Mark Rutte](PER?) sprach.")
        review.type("x")
        #expect(review.marked == "[Mark Rutte](PER!) sprach.")
        // Tag the token under the cursor 1, relabel 1.
        var tag = TestReader("Rutte sprach.")
        tag.type("p")
        #expect(tag.marked == "[Rutte](PER) sprach.")
        tag.type("o")
        #expect(tag.marked == "[Rutte](ORG) sprach.")
        // A two-token name five tokens ahead: 4, and 2 where it looks like a name.
        var ahead = TestReader("und dann kam es so, dass mark rutte sprach.")
        ahead.type("7 w f p")
        #expect(ahead.marked == "und dann kam es so, dass [mark rutte](PER) sprach.")
        var name = TestReader("und dann kam es so Mark Rutte sprach.")
        name.type("c p")
        #expect(name.marked == "und dann kam es so [Mark Rutte](PER) sprach.")
        // Fix a boundary by one token: 2 at most.
        var boundary = TestReader("[Mark](PER) Rutte sprach.")
        boundary.type(">")
        #expect(boundary.marked == "[Mark Rutte](PER) sprach.")
    }

    @Test("a note on a suggestion keeps the suggestion in the journal, still to be decided about")
    func noteOnSuggestion() {
        var reader = TestReader("[Mark Rutte](PER?) sprach.")
        reader.type(";")
        reader.write("welcher?")
        let saved = reader.type("Enter")
        #expect(reader.marked == "[Mark Rutte](PER?) sprach.")
        var journal = Annotations()
        for case .save(_, let step, _) in saved { journal.apply(step.edit) }
        #expect(journal.mentions.map(\.status) == [.suggested])
        #expect(journal.notes.map(\.text) == ["welcher?"])
    }

    @Test("the gap of a mention in two fragments is not the mention")
    func gap() {
        let text = "Nord- und Südkorea tagen."
        let spans = SpanSet([Span(0, 5), Span(14, 19)]) ?? SpanSet(0, 5)
        var reader = TestReader(text)
        let mention = Mention(id: "m9", spans: spans, label: "LOC", status: .suggested, origin: .engine("x"))
        reader.send(.extracted(ArticleKey(1), 0..<1, Suggestions(mentions: [mention])))
        #expect(reader.state.reading?.mentionAtCursor?.id == "m9")
        reader.type("w w")
        #expect(reader.selected == "und")
        #expect(reader.state.reading?.mentionAtCursor == nil)
    }

    @Test("annotations of an earlier version leave those alone that were made since")
    func carryOver() {
        var reader = TestReader("Rutte und Michel sprachen.")
        reader.type("p")
        let made = reader.document?.annotations.mentions.map(\.id) ?? []
        let earlier = Annotations(
            mentions: made.map { Mention(id: $0, spans: SpanSet(10, 16), label: "PER") })
        reader.send(.offered(ArticleKey(1), CarryOver(annotations: earlier, lost: 0)))
        reader.type("g c")
        #expect(reader.marked == "[Rutte](PER) und [Michel](PER) sprachen.")
        reader.type("u")
        #expect(reader.marked == "[Rutte](PER) und Michel sprachen.")
    }

    /// A schema in which a judge lies in a court and a court in nothing.
    private static let court = Schema(
        name: "court",
        labels: [
            LabelKind("JUDGE", title: "Judge", key: "i", role: "entity.person", nestsIn: ["COURT"]),
            LabelKind("COURT", title: "Court", key: "o", role: "entity.organisation", nestsIn: []),
        ])

    @Test(
        "what the schema forbids inside another label is refused, whichever of the two comes last",
        arguments: [
            // Around and inside; a new label for the outer or the inner one; boundaries moved over another.
            ("Die [Kammer](COURT) tagt", "f f i", "COURT"), ("[Die Kammer tagt](JUDGE)", "w \\ o", "COURT"),
            ("[Die [Kammer](JUDGE) tagt](COURT)", "f f i", "JUDGE"),
            ("[Die](JUDGE) [Kammer](COURT) tagt", ">", "COURT"),
        ])
    func forbiddenNesting(marked: String, keys: String, inner: String) {
        var reader = TestReader(marked, schema: Self.court)
        #expect(reader.type(keys).isEmpty)
        #expect(reader.marked == marked)
        #expect(reader.state.notice?.text == "\(inner) may not lie inside JUDGE by the schema")
    }

    @Test(
        "a suggestion that the schema forbids beside what is accepted cannot be accepted",
        arguments: ["Enter", "i"])
    func forbiddenAcceptance(keys: String) {
        var reader = TestReader("[Die [Kammer](JUDGE?) tagt](JUDGE?)", schema: Self.court)
        reader.type("Enter")
        #expect(reader.selected == "Kammer")
        #expect(reader.type(keys).isEmpty)
        #expect(reader.marked == "[Die [Kammer](JUDGE?) tagt](JUDGE)")
        #expect(reader.state.notice?.text == "JUDGE may not lie inside JUDGE by the schema")
        reader.type("x")
        #expect(reader.marked == "[Die [Kammer](JUDGE!) tagt](JUDGE)")
    }

    @Test("accepting all that is shown leaves what the schema forbids, also among the suggestions")
    func forbiddenBulkAcceptance() {
        var reader = TestReader("[Die [Kammer](JUDGE?) tagt](JUDGE?) in [Bonn](COURT?)", schema: Self.court)
        reader.type("A")
        #expect(reader.marked == "[Die [Kammer](JUDGE?) tagt](JUDGE) in [Bonn](COURT)")
        #expect(
            reader.state.notice?.text
                == "2 suggestions accepted; 1 may not lie where it does by the schema")
    }

    @Test("what the schema allows inside another label is tagged from both sides")
    func allowedNesting() {
        var around = TestReader("Die [Kammer](JUDGE) tagt", schema: Self.court)
        around.type("f f o")
        #expect(around.marked == "[Die [Kammer](JUDGE) tagt](COURT)")
        var inside = TestReader("[Die Kammer tagt](COURT)", schema: Self.court)
        inside.type("w \\ i")
        #expect(inside.marked == "[Die [Kammer](JUDGE) tagt](COURT)")
    }

    @Test("a note is repeated, and what cannot be repeated is not taken for an older change")
    func repeatsOnlyTheLastChange() {
        var reader = TestReader("[Rutte](PER) und [Michel](PER) sprachen.")
        reader.run("note siehe oben")
        reader.type("] .")
        #expect(reader.document?.annotations.notes.map(\.text) == ["siehe oben", "siehe oben"])
        var tagged = TestReader("Rutte, [Michel](PER?) und Merz.")
        tagged.type("p A g g 5 w .")
        #expect(tagged.marked == "[Rutte](PER), [Michel](PER) und Merz.")
        #expect(tagged.screen.contains("nothing to repeat"))
    }

    @Test("a mark for a chain is none for a relation, and . adds further mentions to the chain")
    func marksHavePurposes() {
        var reader = TestReader("[Rutte](PER), [Mark Rutte](PER), [er](PER) und [ihn](PER).")
        reader.type("J ] J")
        #expect(reader.document?.annotations.chains.map(\.mentions.count) == [2])
        reader.type("] . ] .")
        #expect(reader.document?.annotations.chains.map(\.mentions.count) == [4])
        reader.type("J [ R")
        #expect(reader.state.prompt == nil && reader.document?.annotations.relations.isEmpty == true)
    }

    @Test("undo of many changes stays where the reader is")
    func bulkUndoStays() {
        let names = (0..<60).map { "[Rutte](PER?) sprach in Zeile \($0)." }.joined(separator: "\n")
        var reader = TestReader(names, rows: 12)
        reader.type("w w A")
        #expect(reader.marked.contains("](PER) "))
        reader.type("u")
        #expect(!reader.marked.contains("](PER) "))
        #expect((reader.state.reading?.selection.span.start ?? .max) < 200)
    }
}
