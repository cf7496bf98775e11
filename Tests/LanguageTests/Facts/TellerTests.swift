import Articles
import Testing

/// Who is the one who says something, where more than one noun could be.
@Suite struct TellerTests {
    @Test(
        "of all nouns the one speaks that agrees with the verb, can speak, and stands where subjects stand",
        arguments: [
            ("Die Kinder warnte er gestern vor dem Eis auf der alten Brücke.", "er"),
            ("Ada Brandt, Leiterin der Werft, warnte die Stadt vor dem Eis auf der Brücke.", "Ada Brandt"),
            ("Den Einwohnern rieten die Helfer, zu Hause zu bleiben.", "die Helfer"),
            ("Emil Lenz schreibt der Stadt den Erfolg zu, den Umbau beendet zu haben.", "Emil Lenz"),
            ("Ein Verein, der die Stadt aufforderte, die Brücke zu sperren, klagt.", "Ein Verein"),
        ])
    func subject(text: String, speaker: String) throws {
        let found = try factLines("quote", text)
        #expect(!found.isEmpty)
        #expect(found.allSatisfy { $0.hasPrefix("speaker=\(speaker) |") }, "\(found)")
    }

    @Test("who is nobody in the clause behind is no subject of the verb before")
    func emptySubjectBehind() throws {
        #expect(
            try factLines("quote", "Gestern sagte Emil Lenz, man werde auf den nächsten Zug warten.").first?
                .hasPrefix("speaker=Emil Lenz | content=man werde auf den nächsten Zug warten")
                == true)
    }

    @Test(
        "any verb of somebody tells what its clause with dass says, but one of how loud it was",
        arguments: [
            ("Der Leiter der Werft ärgerte sich darüber, dass der Zug nicht hielt.", "Der Leiter der Werft"),
            ("Im Bericht der Polizei steht, dass der Kran sehr alt ist.", "Bericht der Polizei"),
            ("Der Sprecher lachte so laut, dass alle Gäste gingen.", nil),
        ])
    func thatClause(text: String, speaker: String?) throws {
        let found = try factLines("quote", text)
        #expect(found.count == (speaker == nil ? 0 : 1), "\(found)")
        if let speaker { #expect(found.first?.hasPrefix("speaker=\(speaker) |") == true, "\(found)") }
    }

    @Test(
        "what is said ends where its own clause does",
        arguments: [
            (
                "Die Polizei forderte die Einwohner auf, ihre Häuser zu verlassen, was viele taten.",
                "ihre Häuser zu verlassen"
            ),
            (
                "Wie die Polizei gestern bekannt gab, fährt das Schiff wieder nach Bonn.",
                "fährt das Schiff wieder nach Bonn"
            ),
            (
                "Ein neuer Kran sei in diesem Jahr nicht nötig, heißt es.",
                "Ein neuer Kran sei in diesem Jahr nicht nötig"
            ),
            (
                "Die Werft hatte zugesagt, den Kran, das größte Gerät am Rhein, nicht verkaufen zu wollen.",
                "den Kran, das größte Gerät am Rhein, nicht verkaufen zu wollen"
            ),
        ])
    func contents(text: String, content: String) throws {
        let found = try factLines("quote", text)
        #expect(found.contains { $0.contains("content=\(content) |") }, "\(found)")
    }

    @Test(
        "what somebody leaves unsaid, or had said before all this, is not reported",
        arguments: [
            "Die Polizei gab den Namen des Fahrers nicht bekannt.",
            "Die Polizei hatte den Umbau der Brücke kritisiert.",
        ])
    func unsaid(text: String) throws {
        #expect(try factLines("quote", text).isEmpty)
    }
}

/// Who goes on speaking in sentences that name nobody.
@Suite struct FreeSpeechTests {
    @Test(
        "the first subjunctive goes on with whoever spoke or was told of in the sentence before",
        arguments: [
            ("Gestern sagte Emil Lenz, der Zug halte. Der Umbau koste sehr viel Geld.", "Emil Lenz"),
            ("Emil Lenz kam nach Bonn. Gestern sagte er, der Zug halte. Die Brücke bleibe offen.", "er"),
            ("Ministerin Ada Brandt ist besorgt. Der Streit um die Brücke sei nicht zu Ende.", "Ada Brandt"),
            (
                "Emil Lenz sagte, der Plan, den Ada Brandt lobte, sei gut. Der Umbau koste nicht viel.",
                "Emil Lenz"
            ),
        ])
    func goesOn(text: String, speaker: String) throws {
        let found = try factLines("quote", text)
        #expect(found.last?.hasPrefix("speaker=\(speaker) | content=D") == true, "\(found)")
    }

    @Test("once somebody speaks so, the second subjunctive goes on with them")
    func secondSubjunctive() throws {
        let found = try factLines(
            "quote",
            "Die Polizei kam nach Bonn. Dabei handele es sich um Geld. Zwei Leute hätten es verlangt.")
        #expect(
            found.contains {
                $0.hasPrefix(
                    "speaker=Die Polizei | content=Dabei handele es sich um Geld. Zwei Leute hätten es verlangt."
                )
            }, "\(found)")
    }

    @Test("what is told within it is told by another, and it stays one statement")
    func nested() throws {
        let found = try factLines(
            "quote", "Gestern sagte Emil Lenz, der Zug halte. Die Ministerin rate, zu Hause zu bleiben.")
        #expect(
            found.contains { $0.hasPrefix("speaker=Die Ministerin | content=zu Hause zu bleiben |") },
            "\(found)")
        #expect(
            found.contains {
                $0.hasPrefix("speaker=Emil Lenz | content=Die Ministerin rate, zu Hause zu bleiben.")
            }, "\(found)")
    }
}
