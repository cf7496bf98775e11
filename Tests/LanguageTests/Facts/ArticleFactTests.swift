import Articles
import Language
import Testing

/// The facts of the article that the project began with.
@Suite(.enabled(if: SharedData.exists)) struct ArticleFactTests {
    private func facts() throws -> [(kind: String, slots: [String: [String]])] {
        let text = Text(SharedData.read(SharedData.folder + "/../articles/weltexpress-nato.txt"))
        let article = Article(name: "nato", text: text)
        let found = try Pipeline.news.suggestions(for: article, paragraphs: 0..<text.paragraphCount)
        let names = Dictionary(
            found.mentions.map { ($0.id, text.string(in: $0.bounds)) },
            uniquingKeysWith: { first, _ in first })
        let chains = Dictionary(
            found.chains.flatMap { chain in chain.mentions.map { ($0, chain) } },
            uniquingKeysWith: { first, _ in first })
        return found.facts.sorted { $0.bounds < $1.bounds }.map { fact in
            var slots: [String: [String]] = [:]
            for slot in fact.slots {
                var words = [slot.value, slot.spans.map { text.string(in: $0.bounds) }].compactMap(\.self)
                // All that the filler is called in the article.
                words += slot.mention.flatMap { chains[$0] }?.mentions.compactMap { names[$0] } ?? []
                slots[slot.name, default: []] += words
            }
            return (fact.kind, slots)
        }
    }

    /// Whether there is a fact with all of these fillers.
    private func has(
        _ facts: [(kind: String, slots: [String: [String]])], _ kind: String, _ fillers: [String: String]
    ) -> Bool {
        facts.contains { fact in
            fact.kind == kind && fillers.allSatisfy { fact.slots[$0.key]?.contains($0.value) ?? false }
        }
    }

    @Test("offices, meetings, the founding, both sums, the speakers and the dateline are found")
    func article() throws {
        let facts = try facts()
        let expected: [(String, [String: String])] = [
            ("dateline", ["place": "Brüssel", "agency": "Weltexpress"]),
            ("office", ["person": "Charles Michel", "organisation": "Europäischen Rates"]),
            ("office", ["person": "Mark Rutte", "organisation": "NATO"]),
            ("event", ["type": "meeting", "what": "Treffen", "where": "Brüssel", "when": "2024-10-17"]),
            (
                "event",
                ["type": "meeting", "what": "Gipfeltreffen", "where": "Brüssel", "when": "2024-10-17"]
            ),
            ("event", ["type": "meeting", "what": "Ministertagung", "when": "2024-10-17"]),
            ("event", ["type": "founding", "whom": "NATO-Kommando", "where": "Wiesbaden"]),
            (
                "commitment",
                [
                    "giver": "NATO-Länder", "recipient": "Ukraine", "amount": "40000000000 USD",
                    "purpose": "Militärhilfe", "period": "2025",
                ]
            ),
            (
                "commitment",
                [
                    "giver": "NATO-Staaten", "recipient": "Ukraine", "amount": "20900000000 USD",
                    "purpose": "Militärhilfe", "period": "2024-H1",
                ]
            ),
            ("quote", ["speaker": "Mark Rutte", "form": "direct"]),
            ("quote", ["speaker": "Mark Rutte", "cue": "erklärte"]),
            ("quote", ["speaker": "Mark Rutte", "cue": "versprach"]),
            ("quote", ["speaker": "Mark Rutte", "cue": "versicherte"]),
            ("quote", ["speaker": "Mark Rutte", "cue": "zufolge"]),
            ("quote", ["speaker": "Mark Rutte", "cue": "sagte"]),
            ("quote", ["speaker": "Charles Michel", "cue": "Nach"]),
        ]
        for (kind, fillers) in expected {
            #expect(has(facts, kind, fillers), "\(kind) \(fillers)")
        }
    }

    @Test("nothing else is among them, but what is told twice")
    func precision() throws {
        let facts = try facts()
        #expect(facts.count { $0.kind == "event" } == 4)
        #expect(facts.count { $0.kind == "commitment" } == 2)
        #expect(facts.count { $0.kind == "dateline" } == 1)
        #expect(
            facts.allSatisfy { ["event", "commitment", "dateline", "office", "quote"].contains($0.kind) })
        #expect(facts.count { $0.kind == "quote" } <= 9)
        #expect(facts.count { $0.kind == "office" } == 3)
    }
}
