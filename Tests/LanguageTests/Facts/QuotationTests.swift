import Articles
import Testing

/// Who says what stands between marks, and which marks stand around no speech.
@Suite struct QuotationTests {
    @Test(
        "a sentence in marks is said by whom the words beside it name",
        arguments: [
            ("Innenminister Emil Lenz: „Wir warten jetzt alle ab.“", "Emil Lenz"),
            ("„Wir haben viel zu lange gewartet.“ Das sagte Emil Lenz gestern in Bonn.", "Emil Lenz"),
            ("Ada Brandt war nach dem Spiel zufrieden: „Das war ein guter Anfang für uns.“", "Ada Brandt"),
            ("Ada Brandt bat um Ruhe: „Wir warten jetzt ab“, sagte ihr Sprecher Emil Lenz.", "Emil Lenz"),
            ("Emil Lenz wollte nicht gehen, sagte aber: „Wir warten jetzt alle ab.“", "Emil Lenz"),
            ("„Wo bleibt der nächste Zug?“, wollten die Einwohner gestern wissen.", "die Einwohner"),
            ("„Das reicht mir jetzt aber“, mit diesen Worten ging Ada Brandt nach Hause.", "Ada Brandt"),
            ("Emil Lenz traf Ada Brandt in Bonn. „Der Zug hält hier nicht mehr“, so letztere.", "letztere"),
            ("Gestern sagte Ada Brandt einigen Gästen zufolge: „Wir warten jetzt alle ab.“", "Ada Brandt"),
        ])
    func sentences(text: String, speaker: String) throws {
        let found = try factLines("quote", text).filter { $0.hasSuffix("form=direct") }
        #expect(found.count == 1, "\(found)")
        #expect(found.first?.contains("speaker=\(speaker) |") == true, "\(found)")
    }

    @Test("of two verbs the one before a word in marks calls it so, not the one of the next clause")
    func nearestVerb() throws {
        let found = try factLines(
            "quote",
            "Emil Lenz nannte den Plan „überzogen“, die Ministerin Ada Brandt bezeichnete ihn als gut.")
        #expect(
            found.contains { $0.contains("speaker=Emil Lenz") && $0.contains("content=überzogen |") },
            "\(found)")
    }

    @Test(
        "a word between marks that somebody uses is theirs",
        arguments: [
            "Emil Lenz sagte, das Verfahren sei leider „kaputt“ und müsse enden.",
            "Nach Angaben der Polizei war der Verkehr gestern „zäh“.",
            "Emil Lenz riet allen zu „Ruhe und Geduld“.",
            "Der Verein feierte den Umbau als „großen Erfolg für alle in Bonn“.",
        ])
    func words(text: String) throws {
        #expect(try factLines("quote", text).contains { $0.hasSuffix("form=direct") })
    }

    @Test(
        "marks around a name, a term or what something is called are no speech",
        arguments: [
            "Emil Lenz sprach über die so genannten „blauen Zonen“ der Stadt.",
            "Der Verein, der sich selbst stolz „Bund für neue Wege und Ziele“ nennt, sagte nichts.",
            "Emil Lenz schrieb für die Zeitschrift „auto und rad“ über Bonn.",
        ])
    func terms(text: String) throws {
        #expect(try !factLines("quote", text).contains { $0.hasSuffix("form=direct") })
    }

    @Test("marks inside a quotation end no part of it")
    func nested() throws {
        let found = try factLines(
            "quote", "„Wir haben viele „gute Leute“ in der Stadt und brauchen noch mehr“, sagte Emil Lenz.")
        #expect(
            found.contains {
                $0.contains("content=Wir haben viele „gute Leute“ in der Stadt und brauchen noch mehr |")
            }, "\(found)")
    }
}
