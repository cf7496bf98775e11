/// The noun that says what a sum is given as: `15.000 Euro Strafe`, `ein Kredit über 3 Millionen Euro`.
struct Grant {
    /// The noun where it stands behind the sum, as what the sum is for.
    let purpose: Range<Int>?

    /// - Parameter amount: the words of the sum.
    init?(of amount: ClosedRange<Int>, in sentence: FactSentence) {
        let behind = amount.upperBound + 1
        let noun = sentence.isForm(behind, "an", "als", "in", "of") ? behind + 1 : behind
        if noun < sentence.count, Self.isGrant(noun, sentence) {
            purpose = noun..<noun + 1
            return
        }
        // `einer Spende in Höhe von rund …`
        var before = amount.lowerBound - 1
        while before >= 0, amount.lowerBound - before < 6,
            [.adposition, .adverb, .adjective, .determiner].contains(sentence.words[before].partOfSpeech)
                || sentence.isForm(before, "höhe", "wert", "umfang")
        {
            before -= 1
        }
        guard before >= 0, before < amount.lowerBound - 1, Self.isGrant(before, sentence) else { return nil }
        purpose = nil
    }

    private static func isGrant(_ index: Int, _ sentence: FactSentence) -> Bool {
        let word = sentence.words[index]
        guard word.partOfSpeech == .noun || word.partOfSpeech == .properNoun else { return false }
        return endings.contains { word.form.hasSuffix($0) || word.lemma.hasSuffix($0) }
    }

    private static let endings = [
        "hilfe", "hilfen", "hilfsgelder", "fördermittel", "fördergelder", "förderung", "kredit", "kredite",
        "kredits", "darlehen", "spende", "spenden", "zuschuss", "zuschüsse", "subvention", "subventionen",
        "strafe", "geldbuße", "bußgeld", "entschädigung", "schadenersatz", "schadensersatz", "schmerzensgeld",
        "lösegeld", "abfindung", "unterstützung", "prämie", "belohnung", "stipendium", "bürgschaft",
        "bürgschaften", "beihilfe", "beihilfen", "zuwendung", "nachzahlung", "loan", "grant", "aid", "fine",
        "donation", "subsidy",
    ]
}
