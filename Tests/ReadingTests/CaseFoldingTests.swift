import Testing

@testable import Reading

@Suite("Case folding")
struct CaseFoldingTests {
    @Test("every character is among the forms of what it folds to, and they all fold alike")
    func complete() {
        var wrong: [Unicode.Scalar] = []
        for scalar in (UInt32(0)...0x1E943).compactMap({ Unicode.Scalar($0) })
        where scalar.properties.changesWhenCaseMapped || scalar.properties.isCased {
            let folded = CaseFolding.folded(scalar)
            let forms = CaseFolding.forms(of: scalar)
            if !forms.contains(scalar) || forms.contains(where: { CaseFolding.folded($0) != folded }) {
                wrong.append(scalar)
            }
        }
        #expect(wrong.isEmpty)
    }

    @Test("forms are told apart from other letters")
    func forms() {
        #expect(CaseFolding.forms(of: "ς") == ["σ", "Σ", "ς"])
        #expect(CaseFolding.forms(of: "ẞ") == ["ß", "ẞ"])
        #expect(CaseFolding.forms(of: "I") == ["i", "I", "İ", "ı"])
        #expect(CaseFolding.forms(of: "東") == ["東"])
        #expect(CaseFolding.forms(of: "5") == ["5"])
    }
}
