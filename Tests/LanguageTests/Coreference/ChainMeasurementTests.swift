import Articles
import Language
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Chains beside those that a person wrote down for sixteen articles.
@Suite(.serialized) struct ChainMeasurementTests {
    @Test(
        "links of names, pronouns and descriptions, on the articles that the rules were tuned on and on the others"
    )
    func links() throws {
        let gold = try ChainGold.read()
        for half in ["tuned", "held out"] {
            var comparison = ChainComparison()
            for item in gold where item.half == half {
                let article = item.document.article
                let found = try Pipeline.news.suggestions(
                    for: article, paragraphs: 0..<article.text.paragraphCount)
                comparison.add(gold: item.document, found: found)
            }
            print("Chains, \(half)".padded(24) + "   right   found   links")
            for kind in ["name", "pronoun", "description"] {
                let score = comparison.scores[kind] ?? LinkScore()
                print(row(kind, [score.precision, score.recall]) + "   \(score.found + score.missed)")
            }
            let sums = comparison.bCubed
            print(
                row(
                    "B³",
                    [
                        sums.precision / Double(max(1, sums.foundCount)),
                        sums.recall / Double(max(1, sums.goldCount)),
                    ]))
            // The held-out half is not to be looked at.
            if half == "tuned", getenv("GLOSSE_CHAIN_FAULTS") != nil {
                print(comparison.faults.joined(separator: "\n"))
            }
            if SharedData.exists {
                #expect(comparison.scores["name"]?.precision ?? 0 > 0.8)
                #expect(comparison.scores["pronoun"]?.precision ?? 0 > 0.8)
            }
        }
    }
}

extension String {
    fileprivate func padded(_ length: Int) -> String {
        self + String(repeating: " ", count: max(0, length - count))
    }
}
