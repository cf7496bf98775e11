import Testing

@testable import Language

/// Where names end; numbers are those of the words.
@Suite struct NameEdgeTests {
    private func names(
        _ text: String, _ found: Range<Int>..., taught: Set<String> = [], isPersonal: Bool = false
    ) -> [String] {
        let words = text.split(separator: " ").map(String.init)
        let edges = NameEdges(sentence: SentenceTokens(words)) { _, sign in taught.contains(sign) }
        let tagged = found.map {
            TaggedName(tokens: $0, label: "LOC", confidence: 0.9, isPersonal: isPersonal)
        }
        return edges.names(tagged).map { words[$0.tokens].joined(separator: " ") }
    }

    @Test("a bracket that is open is closed where its partner follows directly")
    func closed() {
        #expect(names("in Halle ( Saale ) heute", 1..<4) == ["Halle ( Saale )"])
        #expect(names("in Halle [ Saale ] heute", 1..<4) == ["Halle [ Saale ]"])
        #expect(names("in Halle ( Saale ) heute", 1..<5) == ["Halle ( Saale )"])
    }

    @Test("else the longest part without it stays, and of two that are as long the last")
    func cut() {
        #expect(names("in Halle ( Saale heute", 1..<4) == ["Saale"])
        #expect(names("in Neu Halle ( Saale heute", 1..<5) == ["Neu Halle"])
        #expect(names("aus New Jersey ) heute", 1..<4) == ["New Jersey"])
        #expect(names("Voreqe ( Frank ) Bainirama kam", 2..<5) == ["Bainirama"])
        #expect(names("Halle ( Saale ] heute", 0..<3) == ["Saale"])
        #expect(names("Halle ( heute", 0..<2) == ["Halle"])
        #expect(names("in Halle ( Saale ) heute", 1..<4, 4..<5) == ["Saale"])
    }

    @Test("what has no letter and no digit is no name")
    func signs() {
        #expect(names("kam ( heute ) -", 1..<2, 3..<5).isEmpty)
        #expect(names("am 9/11 in 1.", 1..<2, 3..<4) == ["9/11", "1."])
    }

    @Test("a learned name begins and ends in a sign only where a person has tagged one so")
    func learned() {
        #expect(names("Präsident „ Edmund ( heute", 1..<4, isPersonal: true) == ["Edmund"])
        #expect(
            names("Präsident „ Edmund “ heute", 1..<4, taught: ["„", "“"], isPersonal: true) == ["„ Edmund “"]
        )
        #expect(names("in Halle ( Saale ) heute", 1..<5, isPersonal: true) == ["Halle ( Saale )"])
        #expect(names("Präsident „ Edmund heute", 1..<3) == ["„ Edmund"])
    }
}
