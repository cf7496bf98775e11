import Agreement
import Articles
import Testing

@Suite("Agreement about tokens")
struct TokenAgreementTests {
    @Test("kappa is that of Cohen's formula")
    func formula() throws {
        // 50 things, two judges: 20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no; 0.7 observed, 0.5 by chance.
        var agreement = TokenAgreement()
        for _ in 0..<20 { agreement.add("PER", "PER") }
        for _ in 0..<5 { agreement.add("PER", nil) }
        for _ in 0..<10 { agreement.add(nil, "PER") }
        for _ in 0..<15 { agreement.add(nil, nil) }
        #expect(agreement.tokenCount == 50)
        #expect(abs(agreement.observed - 0.7) < 1e-9)
        #expect(abs(try #require(agreement.kappa) - 0.4) < 1e-9)
    }

    @Test("has no value where there is nothing to disagree about")
    func nothing() {
        #expect(TokenAgreement().kappa == nil)
        var agreement = TokenAgreement()
        agreement.add(nil, nil)
        #expect(agreement.kappa == nil)
        #expect(agreement.observed == 1)
    }

    @Test("a token has the label of the outermost mention around it")
    func outermost() throws {
        let text = Text("Die Universität zu Köln tagt.")
        let outer = Mention(id: "m1", spans: SpanSet(4, 25), label: "ORG")
        let inner = Mention(id: "m2", spans: SpanSet(20, 25), label: "LOC")
        var agreement = TokenAgreement()
        agreement.add(text, first: SpanTable([outer, inner]), second: SpanTable([outer]))
        #expect(agreement.kappa == 1)
        agreement.add(text, first: SpanTable([inner]), second: SpanTable([outer]))
        #expect(try #require(agreement.kappa) < 1)
    }
}
