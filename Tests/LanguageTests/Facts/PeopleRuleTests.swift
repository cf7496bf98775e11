import Testing

/// What is told of people: kin, home, age, party, office.
@Suite struct PeopleRuleTests {
    @Test(
        "kin, where both have names",
        arguments: [
            ("Emil Lenz ist mit Ada Brandt verheiratet.", ["Emil Lenz", "Ada Brandt", "verheiratet"]),
            (
                "Ada Brandt, Witwe des früheren Präsidenten Otto Lenz, kam.",
                ["person=Ada Brandt", "relative=Otto Lenz"]
            ),
            (
                "Jan Lenz, der Sohn von Otto Lenz, kam.", ["person=Jan Lenz", "relation=Sohn", "Otto Lenz"]
            ),
            (
                "Emil Lenz und seine Frau Ada Brandt kamen.",
                ["person=Ada Brandt", "relation=Frau", "relative=Emil Lenz"]
            ),
            (
                "Emil Lenz kam mit seiner Tochter Ada Lenz.",
                ["person=Ada Lenz", "relation=Tochter", "relative=Emil Lenz"]
            ),
        ])
    func family(text: String, parts: [String]) throws {
        let found = try factLines("family", text)
        #expect(found.contains { fact in parts.allSatisfy { fact.contains($0) } }, "\(found)")
    }

    @Test("a form of address is no kin")
    func noFamily() throws {
        #expect(try factLines("family", "Dort sprachen Emil Lenz und Frau Brandt.").isEmpty)
    }

    @Test(
        "where somebody is from or at home",
        arguments: [
            ("Die aus Somalia stammende Malerin Ada Brandt kam.", "person=Ada Brandt", "place=Somalia"),
            ("Der in Bonn geborene Emil Lenz kam.", "person=Emil Lenz", "place=Bonn"),
            ("Emil Lenz lebt in Berlin.", "person=Emil Lenz", "place=Berlin"),
            ("Emil Lenz aus den Niederlanden gewann.", "person=Emil Lenz", "place=Niederlanden"),
        ])
    func origin(text: String, person: String, place: String) throws {
        let found = try factLines("origin", text)
        #expect(found.contains { $0.contains(person) && $0.contains(place) }, "\(found)")
    }

    @Test("who comes to a place is not from there")
    func noOrigin() throws {
        #expect(try factLines("origin", "Emil Lenz kommt in Bonn vor ein Gericht.").isEmpty)
    }

    @Test(
        "ages, also at death",
        arguments: [
            ("Emil Lenz starb im Alter von 85 Jahren.", "age=85"),
            ("Der 41-jährige Emil Lenz gewann.", "age=41-jährige"),
            ("Emil Lenz (34) gewann.", "age=34"),
        ])
    func age(text: String, age: String) throws {
        let found = try factLines("age", text)
        #expect(found.contains { $0.contains("person=Emil Lenz") && $0.contains(age) }, "\(found)")
    }

    @Test(
        "years that are no age",
        arguments: ["Der langjährige Emil Lenz gewann.", "Der diesjährige Kurator Emil Lenz gewann."])
    func noAge(text: String) throws {
        #expect(try factLines("age", text).isEmpty)
    }

    @Test(
        "the body that somebody belongs to",
        arguments: [
            ("Emil Lenz gehört der SPD an.", "SPD"), ("Emil Lenz vom Sender RTL sprach.", "RTL"),
            ("Emil Lenz, Mitglied der SPD, sprach.", "SPD"),
        ])
    func affiliation(text: String, body: String) throws {
        let found = try factLines("affiliation", text)
        #expect(found == ["person=Emil Lenz | organisation=\(body)"], "\(found)")
    }

    @Test(
        "offices beside a name and by a verb",
        arguments: [
            ("Emil Lenz wird neuer Trainer beim VfB Stuttgart.", "Emil Lenz", "title=Trainer"),
            ("Otto Brandt, Ordnungsdezernent der Stadt, sprach.", "Otto Brandt", "title=Ordnungsdezernent"),
            ("Otto Brandt, Manager der Bahn, sprach.", "Otto Brandt", "title=Manager"),
            (
                "Der Bundesrat hat die Ministerpräsidentin Ada Brandt zu seiner Vorsitzenden gewählt.",
                "Ada Brandt", "title=Vorsitzenden"
            ),
        ])
    func office(text: String, person: String, title: String) throws {
        let found = try factLines("office", text)
        #expect(found.contains { $0.contains("person=\(person)") && $0.contains(title) }, "\(found)")
    }

    @Test("what one does to another, where the words stand in a row")
    func relation() throws {
        let found = try factLines("relation", "Gestern ernannte Emil Lenz die Malerin Ada Brandt.")
        #expect(
            found.contains { $0.contains("subject=Emil Lenz") && $0.contains("object=Ada Brandt") },
            "\(found)")
        #expect(try factLines("relation", "Anna Brandt (SPD) und Otto Lenz (FDP) starteten gut.").isEmpty)
    }

    @Test(
        "a profession beside a name is no office",
        arguments: [
            "Otto Brandt, ein junger Rechtsanwalt, sprach.",
            "Dort sprach die deutsche Schauspielerin Ada Brandt.",
        ])
    func noOffice(text: String) throws {
        #expect(try factLines("office", text).isEmpty)
    }
}
