import Testing

/// Words and phrases that tell of events, and who takes part in them: what counts and what only looks like it.
@Suite struct EventRuleTests {
    @Test(
        "deaths by verbs, phrases and nouns",
        arguments: [
            (
                "Bei einem Busunfall sind am Montag zwei Wanderer ums Leben gekommen.",
                "type=death | what=Leben … gekommen"
            ),
            ("Dabei haben 20 Personen ihr Leben verloren.", "type=death | what=Leben … verloren"),
            ("Das Feuer kostete drei Menschen das Leben.", "type=death"),
            ("Der Sturm forderte in Peru 14 Menschenleben.", "type=death"),
            (
                "Gestern ist in Bonn eine junge Frau erstochen worden.",
                "type=death | what=erstochen | who=eine junge Frau"
            ),
            ("Emil Lenz erlag am Montag seinen Verletzungen.", "type=death"),
            ("Nach dem Tod Emil Lenz’ trauerte Bonn.", "type=death | what=Tod | who=Emil Lenz"),
            ("Im November wurden neun Gefangene hingerichtet.", "type=death | what=hingerichtet"),
        ])
    func deaths(text: String, event: String) throws {
        try expectFact("event", text, event)
    }

    @Test("who is dead is not what killed them, nor who tells it, and no length counts the dead")
    func victims() throws {
        let flood = try factLines("event", "In Peru gab es 120 Tote durch Hochwasser.")
        #expect(flood.contains { $0.hasPrefix("type=death") && !$0.contains("who=") }, "\(flood)")
        let told = try factLines(
            "event", "Im Juli waren offiziellen Angaben zufolge etwa 200 Menschen getötet worden.")
        #expect(!told.contains { $0.contains("who=") && $0.contains("Angaben") }, "\(told)")
        let fall = try factLines("event", "In Peru stürzte am Montag ein Bus 60 Meter tief in einen Fluss.")
        #expect(fall.contains { $0.hasPrefix("type=accident") }, "\(fall)")
        #expect(!fall.contains { $0.contains("60 Meter") }, "\(fall)")
    }

    @Test(
        "arrests, verdicts and resignations of people without a name",
        arguments: [
            ("Ihr Freund wurde von der Polizei festgenommen.", "type=arrest | what=festgenommen"),
            ("Die Polizei nahm in Bonn elf Wärter in Haft.", "type=arrest"),
            ("Er wurde wegen Betrugs verurteilt.", "type=verdict | what=verurteilt | whom=Er"),
            ("Das Gericht verurteilte Emil Lenz zu drei Jahren Haft.", "type=verdict | what=verurteilte"),
            ("Nach dem Rücktritt Ada Brandts begann die Suche.", "type=resignation | what=Rücktritt"),
        ])
    func courts(text: String, event: String) throws {
        try expectFact("event", text, event)
    }

    @Test(
        "attacks, accidents, explosions and openings",
        arguments: [
            (
                "In Bonn wurden am Montag drei Spaziergänger angegriffen.",
                "type=attack | what=angegriffen"
            ),
            ("Am Montag explodierte in Bonn eine Bombe.", "type=explosion | what=explodierte"),
            ("Bei einem Massaker in Peru starben 40 Menschen.", "type=attack | what=Massaker"),
            ("Die neue Strecke wurde im Mai in Betrieb genommen.", "type=founding"),
            ("Die Rakete hob am 24. März von der Insel ab.", "type=launch"),
            ("Tausende protestierten am Montag in Bonn.", "type=protest | what=protestierten"),
            ("Peru: Drei Tote bei Erdbeben", "type=disaster | what=Erdbeben | where=Peru"),
        ])
    func happenings(text: String, event: String) throws {
        try expectFact("event", text, event)
    }

    @Test("an attack is on somebody, and who rules it out did not commit it")
    func targets() throws {
        let found = try factLines("event", "Am Montag wurde ein Anschlag auf die Bahn in Bonn verübt.")
        #expect(found.contains { $0.contains("whom=") && !$0.contains("who=") }, "\(found)")
        let excluded = try factLines("event", "Die Fachleute schlossen in Bonn einen Terroranschlag aus.")
        #expect(!excluded.contains { $0.contains("who=") }, "\(excluded)")
        let planned = try factLines(
            "event",
            "Die Schüler sollen Teil einer Bande sein, welche vielleicht einen Anschlag auf den norwegischen "
                + "Premier Otto Brandt plante.")
        #expect(
            planned.contains { $0.contains("whom=Otto Brandt") && !$0.contains("who=") }, "\(planned)")
    }

    @Test(
        "words of the same sound that tell of something else",
        arguments: [
            "Der Minister wurde scharf angegriffen.", "Das Gericht eröffnete im Mai ein Verfahren.",
            "Ada Brandt verurteilte die Tat.", "Die Jugendlichen wurden gegen Kaution entlassen.",
            "Der Start der Saison gefiel der Ministerin.", "Der Bus startete in Bonn am Montag.",
        ])
    func noEvents(text: String) throws {
        let found = try factLines("event", text)
        #expect(found.isEmpty, "\(found)")
    }
}
