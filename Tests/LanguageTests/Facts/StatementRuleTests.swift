import Articles
import Testing

/// Who says what, where the sentence does not say it in the usual order.
@Suite struct StatementRuleTests {
    @Test(
        "what cannot speak does not, where a person stands behind the verb",
        arguments: [
            "Die Äußerungen Brandts bezeichnete Lenz als „Knaller aus Köln“.",
            "Das Angebot der Bahn lehnt Lenz ab: „Wir nehmen das nicht an.“",
        ])
    func objectFirst(text: String) throws {
        let found = try factLines("quote", text)
        #expect(found.contains { $0.contains("speaker=Lenz") }, "\(found)")
        #expect(!found.contains { $0.contains("speaker=D") }, "\(found)")
    }

    @Test("what somebody says of themselves is said by the subject")
    func ownWords() throws {
        #expect(
            try factLines("quote", "Nach eigenen Angaben wurde sie in Bonn gegründet.")
                == ["speaker=sie | content=wurde sie in Bonn gegründet | form=indirect"])
    }

    @Test("a spokesman of a firm speaks, not the firm")
    func spokesman() throws {
        let found = try factLines("quote", "Das Bild wurde laut einem Sprecher der Firma gelöscht.")
        #expect(found.first?.hasPrefix("speaker=einem Sprecher der Firma") == true, "\(found)")
    }

    @Test(
        "what only looks like a word of saying is none",
        arguments: [
            "Nach der Verfassung muss der Präsident zustimmen.",
            "Er trat an, um im Amt bestätigt zu werden, doch dazu kam es nicht.",
            "Das Gebiet wurde zum Sperrgebiet erklärt, wo niemand wohnen darf.",
        ])
    func falseCues(text: String) throws {
        #expect(try factLines("quote", text).isEmpty)
    }

    @Test(
        "what is reported without a clause for it",
        arguments: [
            ("Die Ministerin Ada Brandt hält nichts von einem Verbot.", "speaker=Ada Brandt"),
            ("Beobachter gehen von weiteren Streiks aus.", "speaker=Beobachter"),
            ("Der Sprecher hofft auf eine baldige Lösung.", "speaker="),
            ("Der Hersteller gab gestern die Preise für das neue Gerät bekannt.", "speaker=Der Hersteller"),
            ("Die Tat bezeichnete er als sinnlos.", "speaker=er"),
        ])
    func reported(text: String, speaker: String) throws {
        let found = try factLines("quote", text)
        #expect(found.count == 1, "\(found)")
        #expect(found.first?.hasPrefix(speaker) == true, "\(found)")
        #expect(found.first?.hasSuffix("form=reported") == true, "\(found)")
    }

    @Test("two verbs of saying joined by und are two statements")
    func twoCues() throws {
        let found = try factLines(
            "quote",
            "Lenz kritisierte den Plan der Stadt scharf und forderte ein neues Gesetz.")
        #expect(found.count == 2, "\(found)")
    }

    @Test("what is berichtet needs no subjunctive with sollen")
    func reportedPlan() throws {
        let found = try factLines(
            "quote",
            "Die Zeitung berichtet, 200 feste und 300 freie Mitarbeiter sollen entlassen werden.")
        #expect(
            found.first?.contains("content=200 feste und 300 freie Mitarbeiter sollen entlassen werden")
                == true,
            "\(found)")
    }

    @Test("whom somebody is asked to do something")
    func addressee() throws {
        let found = try factLines(
            "quote", "Der Polizeichef Emil Lenz forderte Karl Ziegler auf, sich zu stellen.")
        #expect(found.first?.contains("addressee=Karl Ziegler") == true, "\(found)")
    }

    @Test("a quotation alone is said by whoever the long sentence before tells of")
    func sentenceBefore() throws {
        let found = try factLines(
            "quote",
            "Der Polizeichef Emil Lenz sagte gestern Abend im Rathaus der Stadt, dass der Zug hielt. „Wir warten jetzt ab.“"
        )
        #expect(found.allSatisfy { $0.hasPrefix("speaker=Emil Lenz") } && !found.isEmpty, "\(found)")
    }

    @Test("a clause ends at a semicolon, and an infinitive may be what is said")
    func clauses() throws {
        let found = try factLines("quote", "Die Frauen gaben an, dass der Zug hielt; danach fuhr er weiter.")
        #expect(found.first?.contains("content=dass der Zug hielt | ") == true, "\(found)")
        let infinitive = try factLines(
            "quote",
            "Emil Lenz hatte Ada Brandt gestern aufgefordert, ihr Mandat niederzulegen.")
        #expect(infinitive.first?.contains("content=ihr Mandat niederzulegen") == true, "\(infinitive)")
    }

    @Test(
        "a noun for what somebody says has a clause, and an owner or the subject of its verb",
        arguments: [
            (
                "Die Mehrheit der Bürger ist der Meinung, dass der Zug zu selten fährt.", "Die Mehrheit",
                "dass der Zug zu selten fährt"
            ),
            (
                "Die Forderung der Polizei, das alte Werk zu schließen, kam unerwartet.", "der Polizei",
                "das alte Werk zu schließen"
            ),
            (
                "Emil Lenz stellte die Theorie auf, dass der Mond hohl ist.", "Emil Lenz",
                "dass der Mond hohl ist"
            ),
        ])
    func nouns(text: String, speaker: String, content: String) throws {
        let found = try factLines("quote", text)
        #expect(found.count == 1, "\(found)")
        #expect(found.first?.contains("content=\(content) |") == true, "\(found)")
        #expect(found.first?.contains(speaker) == true, "\(found)")
    }

    @Test(
        "sources whose name stands between marks, in the genitive, or behind their relative",
        arguments: [
            ("Laut „Bote“ ist die alte Brücke gesperrt.", "Bote", "ist die alte Brücke gesperrt"),
            (
                "Nach Emil Lenz' Meinung ist die alte Brücke gesperrt.", "Emil Lenz",
                "ist die alte Brücke gesperrt"
            ),
            (
                "Ein Bericht der Polizei, wonach die alte Brücke gesperrt sein soll, liegt vor.", "Bericht",
                "die alte Brücke gesperrt sein soll"
            ),
            ("Aus Sicht der Polizei ist die alte Brücke sicher.", "Polizei", "ist die alte Brücke sicher"),
        ])
    func sources(text: String, speaker: String, content: String) throws {
        let found = try factLines("quote", text)
        #expect(found.contains { $0.contains(speaker) && $0.contains("content=\(content) |") }, "\(found)")
    }

    @Test("both sentences at the head of a paragraph are what is said, where the third tells by whom")
    func pointingBack() throws {
        let found = try factLines(
            "quote",
            "Die Brücke ist gesperrt. Der Zug hält nicht mehr in Bonn. Das teilte die Polizei gestern mit.")
        #expect(
            found.contains {
                $0.contains("content=Die Brücke ist gesperrt. Der Zug hält nicht mehr in Bonn.")
                    && $0.contains("speaker=die Polizei")
            }, "\(found)")
    }
}
