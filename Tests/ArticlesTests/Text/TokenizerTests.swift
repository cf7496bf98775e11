import Articles
import Testing

@Suite("Tokens")
struct TokenizerTests {
    @Test(
        "quotation marks of every style are tokens of their own",
        arguments: [
            "„|Wir kommen|“|, sagte sie|.", "»|Ja|«|, rief er|.", "«|Oui|»|, dit-il|.",
            "“|Yes|,|” she said|.",
            "‚|kurz|‘ und ‹|knapp|›", "\"|Nein|\"|, so der Rat|.", "'|Maybe|'|, they said|.",
            "(|siehe [|1|]|)",
        ])
    func quotationMarks(drawn: String) { expectTokens(drawn) }

    @Test(
        "German abbreviations keep their full stop",
        arguments: [
            "Das gilt z. B. für Obst|, d. h. Äpfel u. a. Sorten|.",
            "Es kostet ca. 3 Mio. Euro bzw. 4 Mrd. Dollar|.",
            "Dr. Prof. Dipl.-Ing. Anna Berg wohnt in St. Gallen|.", "Siehe Nr. 5|, Abs. 2 und Art. 7|.",
            "Um 300 v. Chr. lebten dort usw. usf. viele|.", "Das ist z.B. richtig|, d.h. wahr|.",
            "Der Verein e.V. wuchs|.", "Dr.|Müller kam|.", "Die Ndrl. und Belgien|.",
            "Er lebt in der Schweiz|. ‖Dort ist er gern|.",
        ])
    func germanAbbreviations(drawn: String) { expectTokens(drawn) }

    @Test(
        "English abbreviations and initials keep their full stop",
        arguments: [
            "Mr. Brown met Mrs. Grey and Dr. White at 5 p.m. today|.",
            "The U.S. envoy J. R. Hill|, e.g. last May|.",
            "George W. Carter Jr. of Acme Inc. left|.", "See No. 7 and pp. 3|-|5|.",
            "She holds a Ph.D. in law|.",
        ])
    func englishAbbreviations(drawn: String) { expectTokens(drawn) }

    @Test(
        "an ordinal keeps its full stop, a number at the end of a sentence does not",
        arguments: [
            "Am 17. Oktober und im 2. Halbjahr|.", "vom 3. bis 5. Mai", "der 1. FC Köln im 20. Jahrhundert",
            "Am 17.10. kamen sie|.", "Es war 1998|. ‖Dann kam er|.", "Es waren 12|. ‖Die Zahl stieg|.",
            "König Ludwig XIV. regierte|.", "im II. Weltkrieg", "Kaiser Franz Joseph I. war alt|.",
            "He was 30|. ‖Smith left|.", "Es stand 0:3|. ‖Dann kam die Pause|.",
        ])
    func ordinals(drawn: String) { expectTokens(drawn) }

    @Test(
        "numbers keep the signs between their digits, and units stand apart",
        arguments: [
            "20,9 Milliarden", "1.000,50 €", "2 % mehr", "2|%|, 3|% und 4|‰", "$|1,250.75|, €|40|, 30|€",
            "um 12:30 Uhr",
            "3/4 der 2024-10-17 Fälle", "10|-|15 Tage", "1990|–|1995", "Tel. 030-555-0199",
            "5|kg und 11:30|am",
            "die 1990er|, das 3D-Bild|, 17th", "CO₂ und 20|m²", "½ Liter",
        ])
    func numbers(drawn: String) { expectTokens(drawn) }

    @Test(
        "hyphen compounds stay whole, dashes separate",
        arguments: [
            "NATO-Generalsekretär Meier-Schulze", "der 15-jährige E-Mail-Schreiber", "Vor|- und Nachteile",
            "a state-of-the-art plan", "so – oder so|—|nicht", "ja -- nein",
            "non\u{2011}stop",
        ])
    func hyphens(drawn: String) { expectTokens(drawn) }

    @Test(
        "clitics are cut off, other apostrophes are not",
        arguments: [
            "I do|n't know|, it|'s fine|.", "They|'re here|, we|'ve won|, you|'ll see|, I|'d go|.",
            "can|not stay",
            "Mary|’s dog is|n’t big|.", "Wie geht|'s|?",
            "O'Brien aß auf l'Oréal-Art",
            "'s ist 'ne Frage", "rock'n'roll", "the workers|' vote", "the '90s",
        ])
    func clitics(drawn: String) { expectTokens(drawn) }

    @Test(
        "addresses are one token, without the punctuation of the sentence",
        arguments: [
            "Mehr auf https://example.org/a/b?c=d&e=f#g|.", "(|siehe www.example.de/wiki/A_(B)|)|,",
            "an anna.berg@mail.example.de|!", "von A.Berg@example.com heute", "#Wahl2025 und @glosse_app|:",
            "laut example.com|: nein", "example.com/news|, ok",
        ])
    func addresses(drawn: String) { expectTokens(drawn) }

    @Test("runs of dots, dashes and lines are one token")
    func runs() {
        expectTokens("Nun|... also |… ja |----- |===== |.......")
    }

    @Test("exclamation and question marks are tokens one by one")
    func exclamations() { expectTokens("Was|?|!|!") }

    @Test(
        "a missing blank after a full stop is seen",
        arguments: [
            "Sie bleiben stehen|.|‖Gleichzeitig geht es weiter|.", "Das war alles|.|‖Übrigens kam er|.",
            "wegen der NATO|.|‖Das stimmt|.", "Er ging|!|‖Sie blieb|?|‖Ja|.",
        ])
    func missingBlank(drawn: String) { expectTokens(drawn) }

    @Test("gendered forms, company names and short slashes stay whole, other slashes separate")
    func innerSigns() {
        expectTokens("Bürger*innen und Lehrer:innen von AT&T fahren 30 km/h und|/|oder mehr|, w/o stop")
    }

    @Test("Chinese and Japanese have a token a character, Katakana a token a word")
    func chineseAndJapanese() {
        expectTokens("北|京|今|天|下|雨|。|‖我|们|在|家|。")
        expectTokens("カメラ|を|買|い|ま|し|た|。")
        expectTokens("2024|年|10|月|NATO|会|议")
    }

    @Test("Korean, Arabic, Hebrew and Hindi have their words")
    func otherScripts() {
        expectTokens("서울에서 비가 온다|.")
        expectTokens("وصل الوزير إلى برلين|. ‖هل يبقى|؟")
        expectTokens("השר הגיע לברלין|.")
        expectTokens("मंत्री बर्लिन पहुँचे|।")
        expectTokens("مُحَمَّد كَتَبَ")
    }

    @Test(
        "what a reader sees as one character is never cut",
        arguments: [
            "e\u{301}tude Mu\u{308}nchen", "👩‍👩‍👧‍👦|👍🏽|😀", "🇩🇪|🇫🇷|🇪", "1️⃣|❤️|✈️", "🏳️‍🌈 🏴󠁧󠁢󠁥󠁮󠁧󠁿", "Wort\u{AD}trennung",
            "\u{301}a b\u{200D}c",
        ])
    func characters(drawn: String) { expectTokens(drawn) }

    @Test("all white space of Unicode separates, and zero width space and byte order mark with it")
    func whiteSpace() {
        let spaces = "\u{FEFF}a\u{A0}b\u{2003}c\u{202F}d\u{3000}e\u{2028}f\u{85}g\u{200B}h\u{9}i"
        let text = Text(spaces)
        #expect(text.tokens(inParagraph: 0).map { text.string(in: $0.span) } == "abcdefghi".map(String.init))
    }

    @Test("each kind of token is told apart")
    func tokenKinds() {
        #expect(kinds("Rat, 20,9 % 17. Mai") == [.word, .punctuation, .number, .symbol, .number, .word])
        #expect(
            kinds("😀 € § „ - NATO-Rat z. 1990er") == [
                .symbol, .symbol, .symbol, .punctuation, .punctuation, .word, .word, .punctuation, .word,
            ])
        #expect(kinds("a@b.de #x https://x.y www.x.de x-y.com") == Array(repeating: .address, count: 5))
    }

    @Test("a damaged word stays one token")
    func damagedWord() {
        let text = Text(bytes: Array("Gr".utf8) + [0xFC, 0xDF] + Array("e an alle".utf8))
        #expect(
            text.tokens(inParagraph: 0).map { text.string(in: $0.span) } == [
                "Gr\u{FFFD}\u{FFFD}e", "an", "alle",
            ])
    }
}
