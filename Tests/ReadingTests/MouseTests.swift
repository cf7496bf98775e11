import Articles
import Cells
import Testing

@testable import Reading

@Suite("The mouse")
struct MouseTests {
    private func place(of word: String, in reader: TestReader) -> (row: Int, column: Int) {
        for (row, line) in reader.screen.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        {
            if let range = line.firstRange(of: word) {
                return (row, line.distance(from: line.startIndex, to: range.lowerBound))
            }
        }
        return (0, 0)
    }

    private func mouse(_ action: Mouse.Action, _ place: (row: Int, column: Int)) -> Message {
        .terminal(.mouse(Mouse(action, row: place.row, column: place.column)))
    }

    @Test("a click selects the token, dragging extends, a second click takes the name")
    func click() {
        var reader = TestReader("Heute sprach [Mark Rutte](PER) in Brüssel.", columns: 100)
        reader.send(mouse(.press, place(of: "sprach", in: reader)))
        #expect(reader.selected == "sprach")
        reader.send(mouse(.drag, place(of: "Rutte", in: reader)))
        #expect(reader.selected == "sprach Mark Rutte")
        reader.send(mouse(.press, place(of: "Brüssel", in: reader)))
        reader.send(mouse(.press, place(of: "Rutte", in: reader)))
        #expect(reader.selected == "Rutte")
        reader.send(mouse(.press, place(of: "Rutte", in: reader)))
        #expect(reader.selected == "Mark Rutte")
    }

    @Test("the wheel scrolls and the cursor stays in view")
    func wheel() {
        var reader = TestReader(
            (1...200).map { "Zeile \($0)" }.joined(separator: "\n"), rows: 12, columns: 50)
        for _ in 0..<10 { reader.send(mouse(.wheelDown, (5, 5))) }
        #expect(reader.row(1).contains("Zeile 31"))
        #expect((1..<11).contains { reader.roles(["cursor": "c"], row: $0).contains("c") })
    }

    @Test("a click on a tab shows it, a click on a line goes to its place")
    func pane() {
        var reader = TestReader("Heute in [Rom](LOC).", columns: 100)
        reader.send(mouse(.press, place(of: "Entities", in: reader)))
        #expect(reader.state.reading?.pane.tab == .entities)
        let line = place(of: "  Rom", in: reader)
        reader.send(mouse(.press, (line.row, line.column + 3)))
        #expect(reader.selected == "Rom")
    }

    @Test("a click below the last article of the list does nothing")
    func belowList() {
        var state = LibraryTests.state(["a", "b"])
        let effects = state.update(.terminal(.mouse(Mouse(.press, row: 6, column: 3))))
        #expect(state.library.cursor == 0)
        #expect(!effects.contains { if case .load = $0 { true } else { false } })
    }

    @Test("a click clears the message, so that the status line tells what was clicked")
    func clickClearsMessage() {
        var reader = TestReader("Heute sprach [Rutte](PER).")
        reader.type("u")
        #expect(reader.row(-2).contains("nothing to undo"))
        reader.send(mouse(.press, place(of: "Rutte", in: reader)))
        #expect(reader.row(-2).contains("Person · Rutte"))
    }
}
