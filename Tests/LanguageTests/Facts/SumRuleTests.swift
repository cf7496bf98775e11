import Testing

/// Sums that somebody gives, gets or has to pay, and numbers that rise and fall.
@Suite struct SumRuleTests {
    @Test(
        "who gives, who gets, and who has to pay",
        arguments: [
            ("Der Verein muss 15.000 Euro Strafe zahlen.", ["giver=Der Verein", "15.000 Euro"]),
            (
                "Griechenland bekommt einen Kredit über 3 Milliarden Euro.",
                ["recipient=Griechenland", "3 Milliarden Euro"]
            ),
            (
                "Das Gericht verurteilte Emil Lenz zu einer Geldstrafe von 5.000 Euro.",
                ["giver=Emil Lenz", "5.000 Euro"]
            ),
            ("Deutschland stellt 20 Millionen Euro Soforthilfe bereit.", ["giver=Deutschland"]),
            (
                "Die Stadt Bonn erhält vom Land 3 Millionen Euro für den Bau einer Brücke.",
                ["recipient=", "purpose=den Bau"]
            ),
        ])
    func commitments(text: String, parts: [String]) throws {
        let found = try factLines("commitment", text)
        #expect(found.contains { fact in parts.allSatisfy { fact.contains($0) } }, "\(found)")
    }

    @Test(
        "prices, damage and turnover are no promises",
        arguments: [
            "Die Karte kostet 5 Euro.", "Der Schaden beträgt 3 Millionen Euro.",
            "Der Umsatz der Bahn lag bei 3 Millionen Euro.", "Die Firma machte 2 Millionen Euro Verlust.",
        ])
    func noCommitments(text: String) throws {
        let found = try factLines("commitment", text)
        #expect(found.isEmpty, "\(found)")
    }

    @Test(
        "changes with the verb at the end, with “sich”, and by a noun",
        arguments: [
            ("Der Umsatz erhöhte sich um 3 Prozent auf 4 Millionen Euro.", "direction=up"),
            ("Der Gewinn der Firma ist nach ersten Zahlen um 12 Prozent gesunken.", "direction=down"),
            ("Der Schuldenstand war bis 2010 auf 121 Prozent gestiegen.", "direction=up"),
            ("Der Flugverkehr verzeichnete eine Steigerung um 14 Prozent.", "direction=up"),
            ("Die Zahl der Gäste stieg gegenüber dem Vorjahr auf 45.213.", "direction=up"),
        ])
    func changes(text: String, direction: String) throws {
        let found = try factLines("change", text)
        #expect(found.count == 1, "\(found)")
        #expect(found.first?.contains(direction) == true, "\(found)")
    }

    @Test("what only lies somewhere does not change")
    func noChanges() throws {
        #expect(try factLines("change", "Der Anteil liegt bei 12 Prozent.").isEmpty)
    }
}
