import Articles
import Testing

@testable import Language

/// The article that the engine must read without a fault.
@Suite(.enabled(if: SharedData.exists)) struct ArticleTests {
    @Test(
        "every person, place and organisation of the article on the NATO is found as it is, and nothing else")
    func nato() throws {
        let text = Text(SharedData.read(SharedData.folder + "/../articles/weltexpress-nato.txt"))
        let article = Article(name: "nato", date: "2024-10-16", text: text)
        let found = try Pipeline.news.suggestions(for: article, paragraphs: 0..<text.paragraphCount).mentions
        let names = found.filter {
            ["PER", "LOC", "ORG", "MISC"].contains($0.label) && $0.attributes["form"] == nil
        }
        let expected: [String: Label] = [
            "Brüssel": "LOC", "Königreich Belgien": "LOC", "Kiew": "LOC", "Ukraine": "LOC", "Russland": "LOC",
            "Wiesbaden": "LOC", "Washington": "LOC", "Europäischen Union": "ORG", "Europäischen Rates": "ORG",
            "NATO Ukraine-Rates": "ORG", "NATO": "ORG", "Weltexpress": "ORG", "Charles Michel": "PER",
            "Mark Rutte": "PER", "Rutte": "PER", "Selenski": "PER",
        ]
        for name in names {
            let words = text.string(in: name.bounds)
            #expect(expected[words] == name.label, "\(words) \(name.label.name)")
        }
        // The paper's name in the dateline may be left out.
        #expect(Set(names.map { text.string(in: $0.bounds) }).union(["Weltexpress"]) == Set(expected.keys))
        #expect(names.count { $0.label == "LOC" } == 15)
        #expect(names.count { $0.label == "PER" } == 5)
        #expect(names.count { $0.label == "ORG" } >= 4)
    }
}
