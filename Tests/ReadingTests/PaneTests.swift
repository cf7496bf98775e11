import Articles
import Cells
import Testing

@testable import Reading

@Suite("The side pane")
struct PaneTests {
    static let office = Fact(
        id: "f1", kind: "office", evidence: SpanSet(21, 44),
        slots: [Slot("person", spans: SpanSet(34, 44)), Slot("title", spans: SpanSet(21, 33))],
        origin: .engine("test"))

    @Test("facts are told by their slots, and Enter goes to their evidence")
    func facts() {
        var reader = TestReader(
            "In Brüssel sprach der Generalsekr. Mark Rutte.", columns: 100, facts: [Self.office])
        #expect(reader.screen.contains("Office"))
        reader.type("C-w Enter")
        #expect(reader.state.reading?.selection.span == Span(21, 44))
        #expect(reader.state.mode == .article)
    }

    @Test("t lists the facts by kind, then those with a date by their days, then those with a sum")
    func factViews() {
        let facts = [("f1", 0, 5, "2024-05-02"), ("f2", 6, 11, "2024-05-01")].map { id, start, end, day in
            Fact(
                id: ID(id), kind: "date", evidence: SpanSet(start, end),
                slots: [
                    Slot("when", spans: SpanSet(start, end), value: day),
                    Slot("what", spans: SpanSet(start, end)),
                ])
        }
        var reader = TestReader("Spät, Früh, und mehr.", columns: 100, facts: facts)
        #expect(!reader.screen.contains("Timeline"))
        reader.type("C-w t")
        let screen = reader.screen
        let days = ["2024-05-01", "2024-05-02"].map { screen.firstRange(of: $0)?.lowerBound }
        #expect(screen.contains("Timeline"))
        #expect(days.allSatisfy { $0 != nil })
        if let first = days[0], let second = days[1] { #expect(first < second) }
        reader.type("t")
        #expect(reader.screen.contains("no fact with a sum"))
        reader.type("t")
        #expect(!reader.screen.contains("Timeline") && reader.screen.contains("Date"))
    }

    @Test(
        "long sums are told in groups of three digits",
        arguments: [
            ("40000000000 USD", "40 000 000 000 USD"), ("100000 EUR", "100 000 EUR"),
            ("2000 EUR", "2000 EUR"),
            ("12345.67890 EUR", "12 345.67890 EUR"), ("2024-10-17", "2024-10-17"),
        ])
    func sums(value: String, shown: String) {
        let fact = Fact(
            id: "f1", kind: "commitment", evidence: SpanSet(0, 5), slots: [Slot("amount", value: value)])
        var reader = TestReader("Viel Geld.", columns: 100, facts: [fact])
        reader.type("C-w t t")
        #expect(reader.screen.contains("┃ \(shown)\n"))
    }

    @Test("a fact can be rejected, and that is undone like everything")
    func rejectFact() {
        var reader = TestReader(
            "In Brüssel sprach der Generalsekr. Mark Rutte.", columns: 100, facts: [Self.office])
        reader.type("C-w x")
        #expect(reader.document?.annotations.facts.first { _ in true }?.status == .rejected)
        #expect(reader.screen.contains("no facts found"))
        reader.type("u")
        #expect(reader.screen.contains("Office"))
    }

    @Test("entities are grouped by name, with what waits for review")
    func entities() {
        var reader = TestReader("[EU](ORG), [EU](ORG?) und [Rom](LOC)", columns: 100)
        reader.type("F3")
        let screen = reader.screen
        #expect(screen.contains("Organisation"))
        #expect(screen.contains("EU"))
        #expect(screen.contains("○1 2"))
        #expect(screen.contains("Place"))
    }

    @Test("a and x in the list of entities decide about all that waits of a name, as one change")
    func decideGroup() {
        var reader = TestReader("[EU](ORG?), [EU](ORG) und [EU](ORG?), [Rom](LOC?)", columns: 100)
        reader.type("F3 C-w j x")
        #expect(reader.marked == "[EU](ORG?), [EU](ORG) und [EU](ORG?), [Rom](LOC!)")
        reader.type("j j j a")
        #expect(reader.marked == "[EU](ORG), [EU](ORG) und [EU](ORG), [Rom](LOC!)")
        reader.type("u u")
        #expect(reader.marked == "[EU](ORG?), [EU](ORG) und [EU](ORG?), [Rom](LOC?)")
        reader.type("k k k k k x")
        #expect(reader.state.notice?.text == "nothing to decide on this line")
    }

    @Test("the pane's keys go from fact to fact, and deciding goes on to the next")
    func factByFact() {
        let words =
            "Der Kanzler Olaf Scholz reiste gestern mit vielen anderen nach Rom und traf dort den Papst Leo."
        let end = words.utf8.count - 1
        let facts = [("f1", 4, 24, 12), ("f2", end - 15, end, end - 9)].map { id, start, end, name in
            Fact(
                id: ID(id), kind: "office", evidence: SpanSet(start, end),
                slots: [Slot("person", spans: SpanSet(name, end)), Slot("title", spans: SpanSet(0, 90))],
                origin: .engine("test"))
        }
        var reader = TestReader(words, columns: 100, facts: facts)
        reader.type("C-w a")
        #expect(reader.document?.annotations.facts["f1"]?.status == .accepted)
        reader.type("x")
        #expect(reader.document?.annotations.facts["f2"]?.status == .rejected)
        #expect(reader.document?.annotations.facts["f1"]?.status == .accepted)
    }

    @Test("a fact that is only suggested goes with the mention that it rests on, and comes back with it")
    func factOfRejected() {
        let fact = Fact(
            id: "f1", kind: "date", evidence: SpanSet(0, 18),
            slots: [Slot("date", mention: .found(Span(0, 7), as: "DATE"))], origin: .engine("test"))
        var reader = TestReader("[Gestern](DATE?) regnete es.", columns: 100, facts: [fact])
        reader.type("x")
        #expect(reader.document?.annotations.facts["f1"]?.status == .rejected)
        reader.type("u")
        #expect(reader.document?.annotations.facts["f1"]?.status == .suggested)
        #expect(reader.marked == "[Gestern](DATE?) regnete es.")
    }

    @Test("a fact that rests on two mentions goes once when both are rejected together")
    func factOfTwoRejected() {
        let fact = Fact(
            id: "f1", kind: "office", evidence: SpanSet(0, 18),
            slots: [
                Slot("title", mention: .found(Span(0, 7), as: "ROLE")),
                Slot("person", mention: .found(Span(8, 14), as: "PER")),
            ], origin: .engine("test"))
        var reader = TestReader("[Kanzler](ROLE?) [Scholz](PER?) kam.", columns: 100, facts: [fact])
        reader.type("X")
        #expect(reader.marked == "[Kanzler](ROLE!) [Scholz](PER!) kam.")
        #expect(reader.state.notice?.text == "2 suggestions rejected")
        #expect(reader.document?.annotations.facts["f1"]?.status == .rejected)
        reader.type("u")
        #expect(reader.marked == "[Kanzler](ROLE?) [Scholz](PER?) kam.")
        #expect(reader.document?.annotations.facts["f1"]?.slots.compactMap(\.mention).count == 2)
    }

    @Test("a long note is shown whole, and x takes it away")
    func longNote() {
        let note =
            "Eine sehr lange Bemerkung, die in keine Zeile der Spalte passt und doch bis zum letzten Wort da ist"
        var reader = TestReader("[Bonn](LOC)", columns: 100)
        reader.run("note \(note)")
        for keys in ["F5", "F4"] {
            reader.type(keys)
            let words = reader.screen.split { " \n│┃•".contains($0) }.joined(separator: " ")
            #expect(words.contains("bis zum letzten Wort da ist"))
        }
        reader.type("F5 C-w x")
        #expect(reader.document?.annotations.notes.isEmpty == true)
    }

    @Test("all tabs have a name in a narrow pane, and a click finds the one under it")
    func narrowTabs() {
        var pane = SidePane()
        pane.show(.details)
        for columns in 11...60 {
            let titles = pane.titles(columns: columns)
            #expect(titles.map(\.tab) == SidePane.Tab.allCases)
            #expect(titles.map { $0.title.count + 1 }.reduce(0, +) <= max(columns, 14))
            var start = 0
            for (tab, title) in titles {
                #expect(!title.isEmpty)
                #expect(pane.tab(atColumn: start + 1, columns: columns) == tab)
                start += title.count + 1
            }
        }
    }

    @Test("the pane is live: a tag shows at once")
    func live() {
        var reader = TestReader("Rom liegt dort.", columns: 100)
        reader.type("F3")
        #expect(!reader.screen.contains("Place"))
        reader.type("l")
        #expect(reader.screen.contains("Place"))
    }

    @Test("details tell everything about the mention, and what else the name was tagged as")
    func details() {
        var reader = TestReader("[Bonn](LOC) und [Bonn](ORG)", columns: 100)
        reader.type("F4")
        reader.write("'")
        reader.write("Bundesstadt")
        reader.type("Enter")
        reader.write("@")
        reader.write("Q586")
        reader.type("Enter")
        let screen = reader.screen
        for part in [
            "Place (LOC)", "Bundesstadt", "Q586", "accepted", "anna", "This name elsewhere", "Organisation",
        ] {
            #expect(screen.contains(part), "\(part) is missing")
        }
    }

    @Test("notes are listed with what they are about")
    func notes() {
        var reader = TestReader("[Bonn](LOC) liegt am Rhein.", columns: 100)
        reader.type(";")
        reader.write("nachprüfen")
        reader.type("Enter F5")
        #expect(reader.screen.contains("nachprüfen"))
        reader.type("u")
        #expect(reader.screen.contains("no notes"))
    }

    @Test("attributes are checked against the schema")
    func attributes() {
        var reader = TestReader("[Bonn](LOC)", columns: 100)
        reader.type(":")
        reader.write("set-attribute certainty=unsure")
        reader.type("Enter")
        #expect(
            reader.document?.annotations.mentions.first { _ in true }?.attributes == ["certainty": "unsure"])
        reader.type(":")
        reader.write("set-attribute certainty=maybe")
        reader.type("Enter")
        #expect(reader.state.notice?.level == .error)
        #expect(
            reader.document?.annotations.mentions.first { _ in true }?.attributes == ["certainty": "unsure"])
    }

    @Test("two mentions are related, joined to a chain, and both are undone")
    func links() {
        var reader = TestReader("[Anna Lenz](PER) führt die [Werft](ORG), so [Lenz](PER).", columns: 100)
        reader.type("R ] R")
        reader.write("member-of")
        reader.type("Enter")
        #expect(reader.document?.annotations.relations.map(\.kind) == ["member-of"])
        reader.type("g g J ] ] J")
        #expect(reader.document?.annotations.chains.map(\.mentions.count) == [2])
        reader.type("u u")
        #expect(reader.document?.annotations.relations.isEmpty == true)
        #expect(reader.document?.annotations.chains.isEmpty == true)
    }

    @Test("taking a mention away takes its relations along, and undo brings both back")
    func removeRelated() {
        var reader = TestReader("[Lenz](PER) führt die [Werft](ORG).", columns: 100)
        reader.type("R ] R")
        reader.write("member-of")
        reader.type("Enter Backspace")
        #expect(reader.document?.annotations.relations.isEmpty == true)
        reader.type("u")
        #expect(reader.document?.annotations.relations.count == 1)
        #expect(reader.marked == "[Lenz](PER) führt die [Werft](ORG).")
    }

    @Test("the pane goes below the text, away, and beside it again")
    func turn() {
        var reader = TestReader("Rom liegt dort.", columns: 100)
        #expect(Areas(of: reader.state).pane.column > 0)
        reader.type("g p")
        #expect(Areas(of: reader.state).pane.column == 0)
        reader.type("g p")
        #expect(Areas(of: reader.state).pane.isEmpty)
        reader.type("g p")
        let width = Areas(of: reader.state).pane.columns
        reader.type("g >")
        #expect(Areas(of: reader.state).pane.columns == width + 4)
    }

    @Test("a pane that has no room takes no keys, and says so")
    func hiddenPaneTakesNoKeys() {
        var reader = TestReader("[Lenz](PER?) spricht.", rows: 10, columns: 44)
        reader.type("C-w")
        #expect(reader.row(-2).contains("no room for the side pane"))
        reader.type("x")
        #expect(reader.marked == "[Lenz](PER!) spricht.")
        #expect(reader.row(-2).contains("READ"))
    }
}
