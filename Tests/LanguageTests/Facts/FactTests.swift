import Articles
import Language
import Testing

@Suite struct FactTests {
    /// The facts of a kind as text: `speaker=Rutte | cue=sagte | content=…`; slots with only a value are left out.
    private func facts(_ kind: String, _ text: String, language: String = "de") throws -> [String] {
        let article = Text(text)
        return try suggestions(text, language: language).facts.filter { $0.kind == kind }.map { fact in
            fact.slots.filter { $0.spans != nil }.map { slot in
                "\(slot.name)=\(slot.spans.map { article.string(in: $0.bounds) } ?? "")"
            }.joined(separator: " | ")
        }
    }

    @Test(
        "a quote before its speaker",
        arguments: [
            "„Wir warten jetzt ab“, sagte Mark Rutte in Brüssel.",
            "„Wir warten jetzt ab“, sagte der Vertreter Mark Rutte.",
        ])
    func quoteBefore(text: String) throws {
        #expect(try facts("quote", text) == ["speaker=Mark Rutte | cue=sagte | content=Wir warten jetzt ab"])
    }

    @Test("a quote behind its speaker")
    func quoteBehind() throws {
        #expect(
            try facts("quote", "Mark Rutte sagte: „Wir warten jetzt ab.“")
                == ["speaker=Mark Rutte | cue=sagte | content=Wir warten jetzt ab."])
    }

    @Test("a quote with so, and one with nothing but a colon")
    func quoteWithoutVerb() throws {
        #expect(
            try facts("quote", "„Wir warten jetzt ab“, so Mark Rutte.")
                == ["speaker=Mark Rutte | cue=so | content=Wir warten jetzt ab"])
        #expect(
            try facts("quote", "Mark Rutte: „Wir warten jetzt ab.“")
                == ["speaker=Mark Rutte | content=Wir warten jetzt ab."])
    }

    @Test("an English quote, in both orders")
    func englishQuote() throws {
        let expected = ["speaker=Mark Rutte | cue=said | content=We will wait and see,"]
        #expect(try facts("quote", "“We will wait and see,” Mark Rutte said.", language: "en") == expected)
        #expect(try facts("quote", "“We will wait and see,” said Mark Rutte.", language: "en") == expected)
    }

    @Test(
        "the subject of the verb speaks, not the medium, whom it was said to, or what stands in brackets",
        arguments: [
            ("„Wir warten jetzt ab“, sagte Mark Rutte der Financial Times.", "Mark Rutte"),
            ("„Wir warten jetzt ab“, sagte er in einem Interview mit der Financial Times.", "er"),
            ("Gegenüber NDR Info äußerte er sich mit den Worten: „Wir warten jetzt ab.“", "er"),
            ("Im Deutschlandfunk sagte sie: „Wir warten jetzt ab.“", "sie"),
            ("Gegenüber dem Tagesspiegel sagte der Minister: „Wir warten jetzt ab.“", "der Minister"),
            ("Auch die Ministerin Ada Brandt (SPD) äußerte Vorbehalte: „Wir warten ab.“", "Ada Brandt"),
            ("Mark Rutte, Generalsekretär der NATO, sagte: „Wir warten jetzt ab.“", "Mark Rutte"),
            (
                "Das geschah laut dem Chefankläger des Internationalen Strafgerichts, Luis Moreno Ocampo, „aus "
                    + "reiner Willkür heraus“.", "Luis Moreno Ocampo"
            ),
            (
                "„Wir warten jetzt ab“, sagte die Ministerin bei einem Treffen mit Mark Rutte.",
                "die Ministerin"
            ),
            ("Die NATO erklärte am Montag: „Wir warten jetzt ab.“", "NATO"),
            ("„Wir warten jetzt ab“, teilte die NATO mit.", "NATO"),
        ])
    func subject(text: String, speaker: String) throws {
        // What stands in the marks may be told as a part of what is said around it as well.
        let all = try facts("quote", text)
        #expect(!all.isEmpty)
        #expect(all.allSatisfy { $0.hasPrefix("speaker=\(speaker) | ") }, "\(all)")
    }

    @Test("a title in marks is no quote")
    func title() throws {
        let text = "Den Namen der Sendung gab das ZDF bekannt: „Karol Wojtyla – Geheimnisse eines Papstes“."
        #expect(try facts("quote", text).isEmpty)
    }

    @Test("marks around a name are no quote")
    func scareQuotes() throws {
        #expect(try facts("quote", "Die Zeitung „Der Bote“ sagte ab.").isEmpty)
    }

    @Test("an office before a name, in a compound with its organisation")
    func officeBeforeName() throws {
        #expect(
            try facts("office", "Dort sprach NATO-Sprecherin Ada Brandt.")
                == ["person=Ada Brandt | title=NATO-Sprecherin | organisation=NATO"])
    }

    @Test("an office with its organisation in the genitive, before a name and behind it")
    func officeWithGenitive() throws {
        #expect(
            try facts(
                "office", "Nach Worten des Präsidenten des Deutschen Bundestages, Emil Brandt, ging es gut.")
                == ["person=Emil Brandt | title=Präsidenten | organisation=Deutschen Bundestages"])
        #expect(
            try facts("office", "Emil Brandt, der Präsident des Deutschen Bundestages, kam.")
                == ["person=Emil Brandt | title=Präsident | organisation=Deutschen Bundestages"])
    }

    @Test("a date with its sentence, a sum with its purpose")
    func dateAndSum() throws {
        let text = "Es regnet. Am 17. Oktober kommen 30 Millionen Euro für das Stadion."
        #expect(
            try facts("date", text)
                == ["when=17. Oktober | what=Am 17. Oktober kommen 30 Millionen Euro für das Stadion."])
        #expect(try facts("sum", text) == ["amount=30 Millionen Euro | what=das Stadion"])
    }

    @Test(
        "a year alone is tagged, but no fact",
        arguments: [
            "Das 1998 gebaute Stadion brannte ab.", "Der Verein wurde im Jahr 1904 gegründet.",
            "In den 1990er Jahren wuchs die Stadt.", "Im 19. Jahrhundert wuchs die Stadt.",
        ])
    func bareYear(text: String) throws {
        let found = try suggestions(text)
        #expect(found.mentions.contains { $0.label == "DATE" })
        #expect(found.facts.filter { $0.kind == "date" }.isEmpty)
    }

    @Test(
        "a month, a part of a year and a year that is only pointed at are facts",
        arguments: [
            "Im Mai 2024 öffnet das Stadion.", "Im 2. Halbjahr 2024 öffnet das Stadion.",
            "Nächstes Jahr öffnet das Stadion.", "Am Montag öffnet das Stadion.",
        ])
    func moreThanYear(text: String) throws {
        let found = try suggestions(text, date: "2023-10-17")
        #expect(found.facts.filter { $0.kind == "date" }.count == 1)
    }

    @Test("every slot lies in the text, and every mention that a slot names exists")
    func slotsAreSound() throws {
        let text = "„Wir geben 5 Millionen Euro“, sagte NATO-Sprecherin Ada Brandt am Montag in Kiew."
        let found = try suggestions(text)
        let ids = Set(found.mentions.map(\.id))
        for slot in found.facts.flatMap(\.slots) {
            if let spans = slot.spans { #expect(Text(text).bounds.contains(spans.bounds)) }
            if let mention = slot.mention { #expect(ids.contains(mention)) }
        }
    }
}

/// Indirect speech, events, commitments and what else is more than a quotation.
@Suite struct MoreFactTests {
    @Test(
        "indirect speech, with whoever says it",
        arguments: [
            (
                "Der Minister Emil Lenz sagte, dass die Brücke sicher sei.", "Emil Lenz",
                "dass die Brücke sicher sei"
            ),
            ("Emil Lenz erklärte am Montag, die Brücke sei sicher.", "Emil Lenz", "die Brücke sei sicher"),
            ("Die Brücke sei sicher, sagte Emil Lenz.", "Emil Lenz", "Die Brücke sei sicher"),
            ("Nach Angaben der Polizei wurde niemand verletzt.", "Polizei", "wurde niemand verletzt"),
            ("Niemand wurde verletzt, wie die Polizei mitteilte.", "Polizei", "Niemand wurde verletzt"),
            ("Laut Emil Lenz kostet die Brücke zu viel Geld.", "Emil Lenz", "kostet die Brücke zu viel Geld"),
            ("Die Brücke ist teuer geworden, so Emil Lenz.", "Emil Lenz", "Die Brücke ist teuer geworden"),
        ])
    func indirect(text: String, speaker: String, content: String) throws {
        let found = try factLines("quote", text)
        #expect(found.count == 1, "\(found)")
        #expect(
            found.first?.contains("speaker=") == true && found.first?.contains(speaker) == true, "\(found)")
        #expect(found.first?.contains("content=\(content) | form=indirect") == true, "\(found)")
    }

    @Test("a sentence in the subjunctive goes on with what was said, and a pronoun is whoever spoke")
    func goesOn() throws {
        let found = try factLines(
            "quote", "Emil Lenz sagte, die Brücke sei alt. Sie müsse bald erneuert werden.")
        #expect(found.count == 2)
        #expect(found.last == "speaker=Emil Lenz | content=Sie müsse bald erneuert werden. | form=indirect")
    }

    @Test(
        "what only looks like speech is none",
        arguments: [
            "Die Brücke, die seit Jahren gesperrt ist, wird erneuert.",
            "Nach dem Spiel feierten die Fans in Bonn.",
            "Wenn es regnet, bleibt die Brücke gesperrt.", "Der Zug kam so spät, dass alle gingen.",
        ])
    func noSpeech(text: String) throws {
        #expect(try factLines("quote", text).isEmpty)
    }

    @Test("an event with who, where and when")
    func event() throws {
        #expect(
            try factLines("event", "Das Treffen der EU-Minister findet am 17. Oktober in Brüssel statt.")
                .first?.contains("type=meeting | what=Treffen") == true)
        let accident = try factLines(
            "event", "Bei einem Unfall in Hamburg wurde am Montag ein Mann verletzt.")
        #expect(accident == ["type=accident | what=Unfall | where=Hamburg | when=Montag"])
    }

    @Test("a word without anything to know about it is no event")
    func bareEvent() throws {
        #expect(try factLines("event", "Das Treffen war gut. Die Wahl fiel schwer.").isEmpty)
    }

    @Test("who promises how much to whom")
    func commitment() throws {
        #expect(
            try factLines(
                "commitment", "Deutschland hat der Ukraine 3 Milliarden Euro für das Jahr 2024 zugesagt.")
                == ["giver=Deutschland | recipient=Ukraine | amount=3 Milliarden Euro | period=das Jahr 2024"]
        )
    }

    @Test("what is only told, or only possible, says so")
    func modality() throws {
        #expect(
            try factLines("event", "In Hamburg soll es am Montag einen Streik der Deutschen Bahn geben.")
                .first?
                .hasSuffix("modality=reported") == true)
    }

    @Test("age, party and origin of a person")
    func people() throws {
        #expect(
            try factLines("affiliation", "Gestern sprach Angela Merkel (CDU).") == [
                "person=Angela Merkel | organisation=CDU"
            ])
        #expect(
            try factLines("age", "Gestern sprach Angela Merkel (70).") == ["person=Angela Merkel | age=70"])
    }

    @Test("what rises, and from what to what")
    func change() throws {
        let found = try factLines("change", "Der Umsatz stieg um 3 Prozent.")
        #expect(found == ["what=Der Umsatz | by=3 Prozent | direction=up"])
    }

    @Test("where an article was written, and for whom")
    func dateline() throws {
        #expect(
            try factLines("dateline", "Hamburg (Reuters) – Es regnet.") == ["place=Hamburg | agency=Reuters"])
        #expect(try factLines("dateline", "Hamburg ist eine schöne Stadt.").isEmpty)
    }

    @Test("an office that somebody held before")
    func formerOffice() throws {
        let text = "Gestern kam der frühere Bundeskanzler Gerhard Schröder."
        let found = try suggestions(text).facts.first { $0.kind == "office" }
        #expect(found?.slots(named: "status").first?.value == "former")
    }
}
