import Articles
import Cells
import Testing

@testable import Reading

/// Pronouns and descriptions that the engine has put into a chain.
@Suite("Quiet mentions")
struct QuietMentionTests {
    private static let key = ArticleKey(1)

    /// Two names and a pronoun between, in one chain; the third name is somebody else's.
    private func reader(columns: Int = 100) -> TestReader {
        var reader = TestReader(
            "Anna Lenz kam. Dort sprach sie viel. Dann ging Lenz mit Karl.", columns: columns)
        func mention(_ start: Int, _ end: Int, form: String? = nil) -> Mention {
            Mention(
                id: .found(Span(start, end), as: "PER"), spans: SpanSet(start, end), label: "PER",
                status: .suggested, origin: .engine("test", confidence: 0.8),
                attributes: form.map { ["form": $0] } ?? [:])
        }
        let mentions = [mention(0, 9), mention(27, 30, form: "pronoun"), mention(47, 51), mention(56, 60)]
        let chain = Chain(
            id: "e0-9-chain", mentions: mentions.prefix(3).map(\.id), status: .suggested,
            origin: .engine("test", confidence: 0.7))
        reader.send(.extracted(Self.key, 0..<1, Suggestions(mentions: mentions, chains: [chain])))
        return reader
    }

    @Test("they are not counted")
    func counts() {
        let reader = reader()
        #expect(reader.document?.annotations.mentions.count == 4)
        #expect(reader.screen.contains("3 mentions · 3 to review"))
        #expect(reader.state.describedRow()?.entities == 3)
        #expect(reader.state.describedRow()?.open == 3)
    }

    @Test("no key that goes from mention to mention stops at them")
    func stepping() {
        var reader = reader()
        for keys in ["Tab", "]"] {
            reader.type("g g \(keys)")
            #expect(reader.selected == "Lenz", "\(keys)")
        }
        reader.type("G S-Tab S-Tab")
        #expect(reader.selected == "Lenz")
        reader.type("[")
        #expect(reader.selected == "Anna Lenz")
    }

    @Test("accepting or rejecting all on the screen leaves them, and decided they are mentions like others")
    func deciding() {
        var reader = reader()
        reader.type("A")
        #expect(reader.marked.contains("[sie](PER?)"))
        #expect(reader.screen.contains("3 mentions · 0 to review"))
        reader.type("g g w w w w w w")
        #expect(reader.selected == "sie")
        reader.type("Enter")
        #expect(reader.marked.contains("[sie](PER)"))
        #expect(reader.screen.contains("4 mentions"))
        reader.type("u")
        #expect(reader.marked.contains("[sie](PER?)"))
    }

    @Test("they are drawn only while the cursor is in their chain, as are the other names of it")
    func drawing() {
        var reader = reader()
        reader.type("G")
        #expect(look("sie", in: reader) == "   " && look("Lenz mit", in: reader) == "PPPP    ")
        reader.type("g g")
        #expect(look("sie", in: reader) == "ccc")
        #expect(look("Lenz mit", in: reader) == "cccc    ")
        #expect(look("Karl", in: reader) == "PPPP")
    }

    /// What is drawn under words of the text: a person, a chain, or nothing.
    private func look(_ words: String, in reader: TestReader) -> String {
        guard let row = (0..<24).first(where: { reader.row($0).contains("Anna Lenz kam") }) else { return "" }
        let line = reader.row(row)
        guard let start = line.ranges(of: words).last?.lowerBound else { return "" }
        let column = line.distance(from: line.startIndex, to: start)
        let roles = reader.roles(["entity.person": "P", "chain": "c"], row: row)
        let padded = roles + String(repeating: " ", count: line.count)
        return String(padded.dropFirst(column).prefix(words.count))
    }

    @Test("the status line says whom a pronoun means, and the details the rest of the chain")
    func telling() {
        var reader = reader()
        reader.type("w w w w w w F4")
        #expect(reader.selected == "sie")
        #expect(reader.row(-2).contains("sie → Anna Lenz"))
        #expect(reader.screen.contains("Same as"))
    }

    @Test("the entities are one line for each chain: the longest name, its names, and the quiet ones apart")
    func entities() {
        var reader = reader()
        reader.type("F3")
        #expect(reader.screen.contains("○2 2 +1"))
        #expect(reader.screen.contains("○1 1"))
        let names = reader.state.reading?.entityGroups?.groups.map(\.name)
        #expect(names == ["Anna Lenz", "Karl"])
    }

    @Test("Enter in the entities goes to the next name of the chain, and behind the last to the first")
    func going() {
        var reader = reader()
        reader.type("F3 C-w j Enter")
        #expect(reader.selected == "Anna Lenz" || reader.selected == "Lenz")
        let first = reader.selected
        reader.type("C-w Enter")
        #expect(reader.selected != first && reader.selected.hasSuffix("Lenz"))
        reader.type("C-w Enter")
        #expect(reader.selected == first)
    }

    @Test("a pronoun is not tagged everywhere")
    func everywhere() {
        var reader = reader()
        reader.type("w w w w w w a")
        #expect(reader.state.notice?.text.contains("only names") == true)
        #expect(reader.marked.contains("[sie](PER?)"))
    }

    @Test("a pronoun can be taken out of its chain like a name")
    func leaving() {
        var reader = reader()
        reader.type("w w w w w w g J")
        let chains = reader.document?.annotations.chains.filter { $0.status != .rejected }
        #expect(chains?.map(\.mentions.count) == [2])
    }

    @Test("going into a chain of many redraws few cells")
    func redrawing() {
        let line = Array(repeating: "Lenz kam", count: 40).joined(separator: ". ")
        var reader = TestReader(line + ".", columns: 100)
        let mentions = (0..<40).map { index in
            let span = Span(index * 10, index * 10 + 4)
            return Mention(
                id: .found(span, as: "PER"), spans: SpanSet(span), label: "PER", status: .suggested,
                origin: .engine("test", confidence: 0.8))
        }
        let chain = Chain(
            id: "e0-4-chain", mentions: mentions.map(\.id), status: .suggested, origin: .engine("test"))
        reader.send(.extracted(Self.key, 0..<1, Suggestions(mentions: mentions, chains: [chain])))
        reader.type("w")
        let before = reader.state.draw()
        reader.type("w")
        let after = reader.state.draw()
        let changed = (0..<20).flatMap { row in
            (0..<65).filter { before.roles(atRow: row, column: $0) != after.roles(atRow: row, column: $0) }
        }
        #expect(0 < changed.count && changed.count <= 13 * 4 + 8)
    }
}
