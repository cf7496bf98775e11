import Articles
import Testing

@testable import Reading

@Suite("Chains")
struct ChainTests {
    /// Three suggested names and the engine's chain of them, as it comes with each opening.
    private static let text = "[Anna Lenz](PER?) kam, [Lenz](PER?) blieb, [A. Lenz](PER?) ging."
    private static let key = ArticleKey(1)

    private func suggestions(in reader: TestReader, members: Int) -> Suggestions {
        let mentions = reader.document.map { Array($0.annotations.mentions) } ?? []
        let chain = Chain(
            id: "e0-9-chain", mentions: mentions.prefix(members).map(\.id), status: .suggested,
            origin: .engine("test", confidence: 0.7))
        return Suggestions(mentions: mentions.filter { !$0.isDecided }, chains: [chain])
    }

    private func reader(members: Int) -> (TestReader, Suggestions) {
        var reader = TestReader(Self.text)
        let found = suggestions(in: reader, members: members)
        reader.send(.extracted(Self.key, 0..<1, found))
        return (reader, found)
    }

    /// The members of each chain that counts, as words.
    private func chains(of reader: TestReader) -> [[String]] {
        guard let annotations = reader.document?.annotations else { return [] }
        return annotations.chains.filter { $0.status != .rejected }.map { chain in
            chain.mentions.map { reader.text(of: annotations.mentions[$0]?.bounds) }
        }
    }

    @Test("a mention that left the engine's chain stays out when the engine suggests the chain again")
    func leave() {
        var (reader, found) = reader(members: 3)
        #expect(chains(of: reader) == [["Anna Lenz", "Lenz", "A. Lenz"]])
        reader.type("] g J")
        #expect(reader.selected == "Lenz")
        #expect(chains(of: reader) == [["Anna Lenz", "A. Lenz"]])
        reader.send(.extracted(Self.key, 0..<1, found))
        #expect(chains(of: reader) == [["Anna Lenz", "A. Lenz"]])
        reader.type("u")
        #expect(chains(of: reader) == [["Anna Lenz", "Lenz", "A. Lenz"]])
    }

    @Test("a pair that was taken apart stays apart, until somebody joins it")
    func pair() {
        var (reader, found) = reader(members: 2)
        reader.type("g J")
        #expect(chains(of: reader).isEmpty)
        reader.send(.extracted(Self.key, 0..<1, found))
        #expect(chains(of: reader).isEmpty)
        reader.type("J ] J")
        #expect(chains(of: reader) == [["Anna Lenz", "Lenz"]])
        #expect(reader.document?.annotations.chains.count == 1)
        reader.send(.extracted(Self.key, 0..<1, found))
        #expect(chains(of: reader) == [["Anna Lenz", "Lenz"]])
    }

    @Test("the journal knows of it, so that it holds at the next opening")
    func journal() {
        var (reader, found) = reader(members: 3)
        var kept = Annotations()
        for case .save(_, let step, _) in reader.type("] g J") { kept.apply(step.edit) }
        var reopened = Document(
            article: Article(name: "test", text: Text("Anna Lenz kam, Lenz blieb, A. Lenz ging.")),
            annotations: kept)
        reopened.suggest(found, in: reopened.text.bounds)
        let all = reopened.annotations.chains.filter { $0.status != .rejected }
        #expect(all.map(\.mentions.count) == [2])
        #expect(reopened.annotations.mentions.count == 3)
    }

    @Test("a mention in no chain says so")
    func alone() {
        var reader = TestReader("[Rom](LOC)")
        #expect(reader.type("g J").isEmpty)
        #expect(reader.state.notice?.text == "this mention is in no chain")
    }
}
