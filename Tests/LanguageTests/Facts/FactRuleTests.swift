import Articles
import Testing

/// Offices, events and people: one sentence for each group of rules.
@Suite struct FactRuleTests {
    @Test(
        "an office whose holder is named behind what it is the office of",
        arguments: [
            (
                "Der Vorsitzende des Betriebsrats, Emil Lenz, kam nach Bonn.",
                "person=Emil Lenz | title=Vorsitzende"
            ),
            (
                "Der Sprecher der Fraktion im neuen Parlament, Emil Lenz, kam nach Bonn.",
                "person=Emil Lenz | title=Sprecher"
            ),
            ("Der Vorsitzende der Genossenschaft Emil Lenz kam.", "person=Emil Lenz | title=Vorsitzende"),
        ])
    func officeBehindGenitive(text: String, office: String) throws {
        let found = try factLines("office", text)
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix(office) == true, "\(found)")
    }

    @Test(
        "the name behind another office, or behind a verb, is not the holder's",
        arguments: [
            "Der Sprecher der Ministerin Ada Brandt schwieg.",
            "Der Vorsitzende der Genossenschaft kritisierte Emil Lenz.",
        ])
    func otherOffice(text: String) throws {
        let found = try factLines("office", text)
        #expect(
            !found.contains { $0.contains("title=Sprecher") || $0.contains("title=Vorsitzende") }, "\(found)")
    }

    @Test(
        "an office that a verb tells of",
        arguments: [
            ("Emil Lenz ist der Chef der Werft.", "person=Emil Lenz | title=Chef"),
            ("Ada Brandt wurde im Mai als Senatorin vereidigt.", "person=Ada Brandt | title=Senatorin"),
            (
                "Ada Brandt hatte die Funktion der Außenministerin übernommen.",
                "person=Ada Brandt | title=Außenministerin"
            ),
            ("Emil Lenz wurde gestern zum Minister ernannt.", "person=Emil Lenz | title=Minister"),
        ])
    func officeByVerb(text: String, office: String) throws {
        let found = try factLines("office", text)
        let slots = office.split(separator: " | ")
        #expect(found.contains { fact in slots.allSatisfy { fact.contains($0) } }, "\(found)")
    }

    @Test("the organisation in an office, written in capitals")
    func officeOfShortName() throws {
        #expect(
            try factLines("office", "Dort sprach XYZ-Chefin Ada Brandt.")
                == ["person=Ada Brandt | title=XYZ-Chefin | organisation=XYZ"])
    }

    @Test("an English office, by a verb and behind a comma")
    func englishOffice() throws {
        let found = try factLines(
            "office",
            "Emma Lane was appointed chairwoman in May. The chairman of the works council, Tom Hill, left.",
            language: "en")
        #expect(found.contains { $0.contains("person=Tom Hill | title=chairman") }, "\(found)")
    }

    @Test(
        "events by words that were missing, with who or whom",
        arguments: [
            ("Der Musiker Emil Lenz ist tot.", "type=death | what=tot | who=Emil Lenz"),
            (
                "Am Montag wurde in Bonn ein alter Mann getötet.",
                "type=death | what=getötet | who=ein alter Mann"
            ),
            ("Eine Maschine musste am Montag in Bonn notlanden.", "type=accident"),
            ("Das neue Album „Nordwind“ erscheint am 3. Mai.", "type=launch"),
            ("Das Telefon kommt am 3. Mai in den Handel.", "type=launch | what=kommt … Handel"),
            ("Emil Lenz scheidet im Mai aus.", "type=resignation | what=scheidet … aus | who=Emil Lenz"),
            (
                "Ada Brandt wurde 2006 in den Stadtrat gewählt.",
                "type=election | what=gewählt | whom=Ada Brandt"
            ),
            ("200 Mitarbeiter sollen entlassen werden.", "type=layoffs"),
            ("Bis 2011 soll die Fusion der beiden Hersteller erreicht sein.", "type=merger | what=Fusion"),
        ])
    func events(text: String, event: String) throws {
        try expectFact("event", text, event)
    }

    @Test(
        "what only sounds like an event is none",
        arguments: [
            "Der Bericht erscheint jedes Jahr.", "Der Angeklagte wurde zum Tod verurteilt.",
            "Die Firma stürzt in eine Krise.", "Die Beteiligung der Bürger war gering.",
        ])
    func noEvents(text: String) throws {
        #expect(try factLines("event", text).isEmpty)
    }

    @Test("English events")
    func englishEvents() throws {
        let found = try factLines(
            "event", "Tom Hill died in London on Monday. Two men were killed in Leeds.", language: "en")
        #expect(found.count == 2, "\(found)")
    }

    @Test("a change by a verb with its prefix at the end, and one whose verb is said only once")
    func changes() throws {
        let found = try factLines(
            "change",
            "Im Mai ging der Umsatz um 3 Prozent auf 8 Millionen Euro zurück, der Gewinn um 2 Prozent auf 4 Millionen Euro."
        )
        #expect(found.count == 2, "\(found)")
        #expect(found.allSatisfy { $0.hasSuffix("direction=down") }, "\(found)")
    }

    @Test(
        "age, kin, party, home and what one does to another",
        arguments: [
            ("age", "Ada Brandt ist 42 Jahre alt.", "person=Ada Brandt | age=42 Jahre"),
            (
                "family", "Dort war Ada Brandt, die Tochter Emil Lenz'.",
                "person=Ada Brandt | relation=Tochter | relative=Emil Lenz"
            ),
            (
                "affiliation", "Dagegen war Renate Brandt von den Grünen.",
                "person=Renate Brandt | organisation=Grünen"
            ),
            ("origin", "Emil Lenz stammt aus Bonn.", "person=Emil Lenz | place=Bonn"),
            (
                "relation", "Emil Lenz wurde durch Ada Brandt ersetzt.",
                "object=Emil Lenz | predicate=ersetzt | subject=Ada Brandt"
            ),
            (
                "relation", "Emil Lenz ernannte die Demokratin Ada Brandt.",
                "subject=Emil Lenz | predicate=ernannte | object=Ada Brandt"
            ),
        ])
    func people(kind: String, text: String, fact: String) throws {
        let found = try factLines(kind, text)
        #expect(found == [fact], "\(found)")
    }
}
