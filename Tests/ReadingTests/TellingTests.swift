import Articles
import Testing

@testable import Reading

/// Making facts and changing them with the keyboard.
@Suite("telling facts")
struct TellingTests {
    private static let told =
        "[Mara Lenz](PER) sagte am Montag, das Werk bleibe offen. [Jonas Ott](PER?) widersprach."

    private func facts(_ reader: TestReader) -> [Fact] {
        reader.document.map { Array($0.annotations.facts) } ?? []
    }

    private func words(_ name: String, of fact: Fact?, _ reader: TestReader) -> [String] {
        (fact?.slots(named: name) ?? []).map { reader.text(of: $0.spans?.bounds) }
    }

    @Test("a fact is begun with the selection, and the next selections fill its slots one after another")
    func begin() throws {
        var reader = TestReader(Self.told)
        reader.type("[ +")
        #expect(reader.state.prompt != nil)
        reader.write("quo")
        reader.type("Tab Enter")
        #expect(words("speaker", of: facts(reader).first, reader) == ["Mara Lenz"])
        #expect(reader.row(-2).contains("Statement · next Content: any words"))
        reader.type("w w w w w f f f +")
        let fact = try #require(facts(reader).first)
        #expect(words("content", of: fact, reader) == ["das Werk bleibe offen"])
        #expect(fact.slots.map(\.name) == ["speaker", "content"])
        #expect(fact.slots.first?.mention != nil)
        #expect(fact.status == .accepted && fact.origin.author == .person)
        #expect(reader.text(of: fact.bounds) == "Mara Lenz sagte am Montag, das Werk bleibe offen.")
    }

    @Test("each step can be taken back, the first of them with the fact")
    func undo() {
        var reader = TestReader(Self.told)
        reader.type("[")
        reader.run("new-fact quote")
        reader.type("w w w w w f f f + u")
        #expect(facts(reader).first?.slots.map(\.name) == ["speaker"])
        reader.type("u")
        #expect(facts(reader).isEmpty)
        #expect(reader.state.reading?.workedFact == nil)
        reader.type("U U")
        #expect(facts(reader).first?.slots.map(\.name) == ["speaker", "content"])
    }

    @Test("a slot that takes other labels refuses the mention and says which it takes")
    func refusal() {
        var reader = TestReader("[Bonn](LOC) wählt [Mara Lenz](PER).")
        reader.type("] ]")
        reader.run("new-fact office")
        let before = facts(reader)
        reader.type("[")
        reader.run("fill-slot person")
        #expect(reader.state.notice?.level == .error)
        #expect(reader.state.notice?.text.contains("takes Person") ?? false)
        #expect(facts(reader) == before)
    }

    @Test("a suggestion that fills a slot is accepted with it")
    func acceptance() {
        var reader = TestReader(Self.told)
        reader.type("]")
        #expect(reader.selected == "Jonas Ott")
        reader.run("new-fact quote")
        #expect(reader.document?.annotations.mentions.allSatisfy { $0.status == .accepted } ?? false)
    }

    @Test("skipping goes to the slot behind, and Escape ends the work")
    func skipping() {
        var reader = TestReader(Self.told)
        reader.type("[")
        reader.run("new-fact quote")
        reader.type(",")
        #expect(reader.row(-2).contains("next To"))
        reader.type("Escape")
        #expect(reader.state.reading?.factWork == nil)
        reader.type("+")
        #expect(reader.state.prompt?.text == "new-fact ")
    }

    @Test("a slot of the engine's fact is corrected by the selection; the fact counts as accepted")
    func correction() throws {
        let fact = Fact(
            id: "e1", kind: "quote", evidence: SpanSet(0, 49),
            slots: [Slot("speaker", spans: SpanSet(50, 59)), Slot("content", spans: SpanSet(27, 48))],
            origin: .engine("statement", confidence: 0.6))
        var reader = TestReader(Self.told, facts: [fact])
        reader.type("[")
        reader.run("fill-slot speaker")
        let changed = try #require(facts(reader).first)
        #expect(words("speaker", of: changed, reader) == ["Mara Lenz"])
        #expect(changed.status == .accepted && changed.id == "e1")
        reader.run("fill-slot form=indirect")
        #expect(facts(reader).first?.slots(named: "form").first?.value == "indirect")
        reader.run("fill-slot form=-")
        #expect(facts(reader).first?.slots(named: "form").isEmpty ?? false)
        reader.run("fill-slot mood")
        #expect(reader.state.notice?.text.contains("speaker, cue, content") ?? false)
    }

    @Test("a slot may hold several things")
    func several() {
        var reader = TestReader(Self.told)
        reader.type("[")
        reader.run("new-fact quote")
        reader.type("]")
        reader.run("add-to-slot speaker")
        #expect(words("speaker", of: facts(reader).first, reader) == ["Mara Lenz", "Jonas Ott"])
    }

    @Test(
        "the fact at work is listed by its slots, the next one pointed at; its words are underlined in the text"
    )
    func picture() throws {
        var reader = TestReader(Self.told, columns: 110)
        reader.type("[")
        reader.run("new-fact quote")
        let screen = (0..<24).map { reader.row($0) }.joined(separator: "\n")
        #expect(screen.contains("Speaker Mara Lenz"))
        #expect(screen.contains("▸ Content –"))
        let reading = try #require(reader.state.reading)
        let fact = try #require(reading.workedFact)
        #expect(reading.slotRoles(of: fact, .news).map(\.role) == ["slot.1"])
    }

    @Test("a low pane shows all slots of the fact at work, below the facts before it")
    func scrolling() {
        let before = (0..<8).map { index in
            Fact(
                id: ID("e\(index)"), kind: "dateline", evidence: SpanSet(0, 9),
                slots: [Slot("place", spans: SpanSet(index, index + 2))], origin: .engine("test"))
        }
        var reader = TestReader(Self.told, rows: 12, columns: 110, facts: before)
        reader.type("[ +")
        reader.write("quo")
        reader.type("Tab Enter")
        let screen = (0..<12).map { reader.row($0) }.joined(separator: "\n")
        #expect(screen.contains("Speaker Mara Lenz") && screen.contains("Form –"))
    }

    @Test("what a person has made goes when it is rejected in the pane; the engine's is kept as rejected")
    func removal() {
        var reader = TestReader(Self.told, columns: 110)
        reader.type("[")
        reader.run("new-fact quote")
        reader.type("Escape C-w x")
        #expect(facts(reader).isEmpty)
        reader.type("u")
        #expect(facts(reader).count == 1)
    }

    @Test("from the pane a fact is taken up to be worked on")
    func takingUp() {
        var reader = TestReader(Self.told, columns: 110)
        reader.type("[")
        reader.run("new-fact quote")
        reader.type("Escape C-w e")
        #expect(reader.state.reading?.workedFact != nil)
        #expect(reader.state.reading?.pane.isFocused == false)
    }
}
