import Articles
import Testing

@testable import Language

/// Dates and periods: what is marked, and its value of TIMEX3, in a sentence of its own.
@Suite struct DateTests {
    @Test(
        "German days, months and years",
        arguments: [
            "Er kam am [17. Oktober 2024](DATE=2024-10-17) an.",
            "Er kam am [17. Oktober](DATE=2024-10-17) an.",
            "Er kam am [2. Januar](DATE=2025-01-02) an.",
            "Er kam am [17.10.2024](DATE=2024-10-17) an.",
            "Er kam am [17.10.99](DATE=1999-10-17) an.",
            "Er kam am [17.10.](DATE=2024-10-17) an.",
            "Er kam am [Donnerstag, 17. Oktober 2024](DATE=2024-10-17) an.",
            "Er kam am [Donnerstag, den 17. Oktober](DATE=2024-10-17), an.",
            "Er kam im [Oktober 2024](DATE=2024-10) an.",
            "Er kam im [Oktober](DATE=2024-10) an.",
            "Er kam [Ende März 2023](DATE=2023-03) an.",
            "Er kam im [Jahr 2019](DATE=2019) an.",
            "Er kam [2019](DATE=2019) an.",
            "Er kam [Mitte 2019](DATE=2019) an.",
            "Das war von [2002](DATE=2002)–[2005](DATE=2005) so.",
            "Das war zwischen [1914](DATE=1914) und [1918](DATE=1918) so.",
            "Das war vom [3.](DATE=2024-10-03) bis [5. Oktober](DATE=2024-10-05) so.",
            "Das war am [3.](DATE=2024-10-03), [4.](DATE=2024-10-04) und [5. Oktober](DATE=2024-10-05) so.",
            "Stand vom [2024-10-17](DATE=2024-10-17) laut Liste.",
            "Er kam an [Silvester](DATE=2024-12-31) an.",
            "Er kam am [Ostermontag 2025](DATE=2025-04-21) an.",
        ])
    func germanDates(marked: String) throws {
        try expect(marked, date: "2024-10-15", language: "de", labels: valueLabels)
    }

    @Test(
        "German halves, quarters, seasons, decades and centuries",
        arguments: [
            "Das gilt für [das 2. Halbjahr 2024](DATE=2024-H2) noch.",
            "Das gilt für [die zweite Hälfte des Jahres 2019](DATE=2019-H2) noch.",
            "Das gilt für [das dritte Quartal](DATE=2024-Q3) noch.",
            "Das gilt für [den Sommer 2015](DATE=2015-SU) noch.",
            "Das war im [Frühjahr](DATE=2024-SP) so.",
            "Das war in [den 1990er-Jahren](DATE=199) so.",
            "Das war in [den 80er Jahren](DATE=198) so.",
            "Das war in [den Achtzigerjahren](DATE=198) so.",
            "Das war im [19. Jahrhundert](DATE=18) so.",
            "Das war in [der ersten Hälfte des 15. Jahrhunderts](DATE=14) so.",
        ])
    func germanPeriods(marked: String) throws {
        try expect(marked, date: "2024-10-15", language: "de", labels: valueLabels)
    }

    @Test(
        "German words that are resolved against the day of publication",
        arguments: [
            "Er kam [gestern](DATE=2024-10-14) an.",
            "Er kommt [übermorgen](DATE=2024-10-17) an.",
            "Er kam am [Donnerstag](DATE=2024-10-10) an.",
            "Er wird am [Donnerstag](DATE=2024-10-17) kommen.",
            "Er kam am [vergangenen Samstag](DATE=2024-10-12) an.",
            "Er kam im [vergangenen Jahr](DATE=2023) an.",
            "Er kommt [nächste Woche](DATE=2024-W43) an.",
            "[Das kommende Jahr](DATE=2025) wird gut.",
            "Er kam im [Dezember](DATE=2023-12) an.",
            "Er kam im [August vorigen Jahres](DATE=2023-08) an.",
            "Er wird im [Dezember](DATE=2024-12) kommen.",
            "Er kam am [Wochenende](DATE=2024-W41-WE) an.",
            "Er kam [heuer](DATE=2024) und im [Vorjahr](DATE=2023) an.",
            "Sie ist [derzeit](DATE=PRESENT_REF) krank, in [Zukunft](DATE=FUTURE_REF) nicht.",
            "Das gilt auch [heute](DATE=PRESENT_REF) noch.",
        ])
    func germanRelativeDates(marked: String) throws {
        try expect(marked, date: "2024-10-15", language: "de", labels: valueLabels)
    }

    @Test(
        "dates that are told from the last one that the text has named",
        arguments: [
            "Er kam am [3. Mai 2023](DATE=2023-05-03). Am [selben Tag](DATE=2023-05-03) ging er.",
            "Er kam am [3. Mai 2023](DATE=2023-05-03). [Zwei Tage später](DATE=2023-05-05) ging er.",
            "Er kam am [3. Mai 2023](DATE=2023-05-03), sie am [Tag zuvor](DATE=2023-05-02).",
            "Er kam [2019](DATE=2019). Im [Jahr zuvor](DATE=2018) war er krank.",
        ])
    func germanAnaphora(marked: String) throws {
        try expect(marked, date: "2024-10-15", language: "de", labels: valueLabels)
    }

    @Test(
        "without a day of publication the value leaves open what is not said",
        arguments: [
            "Er kam am [17. Oktober](DATE=XXXX-10-17) an.",
            "Er kam am [Donnerstag](DATE=XXXX-WXX-4) an.",
            "Er kam [gestern](DATE) an.",
            "Er kam im [vergangenen Jahr](DATE) an.",
            "Er kam im [Oktober](DATE=XXXX-10) an.",
        ])
    func openDates(marked: String) throws {
        try expect(marked, language: "de", labels: valueLabels)
    }

    @Test("a weekday, its date and a year that the text names tell the year of publication, which is marked")
    func inferredYear() throws {
        let text = """
            Das Fest beginnt am Donnerstag, 17. Oktober. Es endet am 20. Oktober.

            Der Verein wurde 1904 gegründet, das Heim 2024 gebaut.
            """
        let dates = try suggestions(text, language: "de").mentions.filter { $0.label == "DATE" }
        #expect(dates.map(\.value) == ["2024-10-17", "2024-10-20", "1904", "2024"])
        #expect(dates.map { $0.attributes["inferred"] } == ["true", "true", nil, nil])
    }

    @Test("a weekday and a date that stand apart tell the year too, and the weekday its day")
    func weekdayApart() throws {
        let text = """
            Auf dem Treffen, das am Donnerstag beginnt, geht es um Geld. Am Montag reist er ab.

            Das kommt am 17. Oktober zur Sprache. Für 2024 ist alles zugesagt, das war 2019 anders.
            """
        let dates = try suggestions(text, language: "de").mentions.filter { $0.label == "DATE" }
        #expect(dates.map(\.value) == ["2024-10-17", "XXXX-WXX-1", "2024-10-17", "2024", "2019"])
        #expect(dates.map { $0.attributes["inferred"] } == ["true", nil, "true", nil, nil])
        let other = text.replacing("Donnerstag", with: "Freitag")
        let open = try suggestions(other, language: "de").mentions.filter { $0.label == "DATE" }
        #expect(open.prefix(3).map(\.value) == ["XXXX-WXX-5", "XXXX-WXX-1", "XXXX-10-17"])
        let chance =
            "Am Montag, am Freitag und am Samstag kam er, auch am 2. Mai, am 8. Juni und am 11. Juli, nicht 2024."
        let left = try suggestions(chance, language: "de").mentions.filter { $0.label == "DATE" }
        #expect(left.contains { $0.value == "XXXX-05-02" })
    }

    @Test(
        "a time of day is one of the day that its sentence names, or the sentence before, else of the article's own",
        arguments: [
            "Er kam am [2. Oktober](DATE=2024-10-02) um [8:00 Uhr](TIME=2024-10-02T08:00) an.",
            "In [der Nacht des 2. Oktober](TIME=2024-10-02TNI) kam er um [3 Uhr](TIME=2024-10-02T03:00) an.",
            "Er kam am [2. Oktober](DATE=2024-10-02) an. Um [8:00 Uhr](TIME=2024-10-02T08:00) ging er.",
            "Dort wird erst am [2. Oktober](DATE=2024-10-02) gewählt. Das dauert. Von [8:00](TIME=2024-10-15T08:00) "
                + "bis [14:00 Uhr](TIME=2024-10-15T14:00) kamen viele. Am [Abend](TIME=2024-10-15TEV) sprach er.",
        ])
    func dayOfTimes(marked: String) throws {
        try expect(marked, date: "2024-10-15", language: "de", labels: valueLabels)
    }

    @Test(
        "a weekend beside another day is counted from that day; beside an event its week is not known",
        arguments: [
            "Am [Wochenende](DATE=2005-W35-WE) vor [dem 9. September](DATE=2005-09-09) kam er an.",
            "Am [Wochenende](DATE=2005-W36-WE) nach [dem 9. September](DATE=2005-09-09) kam er an.",
            "Am [Wochenende](DATE=XXXX-WXX-WE) vor der Notlandung kam er an.",
            "Am [Wochenende](DATE=2005-W37-WE) vor der Küste kam er an.",
        ])
    func weekendBeside(marked: String) throws {
        try expect(marked, date: "2005-09-18", language: "de", labels: valueLabels)
    }

    @Test("a dateline tells the day of publication")
    func dateline() throws {
        let text = "BERLIN, 15. Oktober 2024 (eig.) – Gestern kam er an."
        let dates = try suggestions(text, language: "de").mentions.filter { $0.label == "DATE" }
        #expect(dates.map(\.value) == ["2024-10-15", "2024-10-14"])
        #expect(dates.map { $0.attributes["inferred"] } == [nil, "true"])
    }

    @Test(
        "English dates",
        arguments: [
            "He came on [October 17, 2024](DATE=2024-10-17), by train.",
            "He came on [October 17](DATE=2024-10-17) by train.",
            "He came on [17 October 2024](DATE=2024-10-17) by train.",
            "He came on [the 17th of October](DATE=2024-10-17) by train.",
            "He came on [10/17/2024](DATE=2024-10-17) by train.",
            "He came on [Thursday, October 17](DATE=2024-10-17) by train.",
            "He will come [next Thursday](DATE=2024-10-17) by train.",
            "He came [last Friday](DATE=2024-10-11) by train.",
            "He came [last year](DATE=2023) by train.",
            "He came [yesterday](DATE=2024-10-14) by train.",
            "He came [three years ago](DATE=2021) by train.",
            "He came in [the 1990s](DATE=199) by train.",
            "He came in [October 2024](DATE=2024-10) by train.",
            "He may come in [May](DATE=2024-05) by train.",
            "He came in [the third quarter of 2024](DATE=2024-Q3) by train.",
            "He came in [early 2023](DATE=2023) by train.",
            "He came in [the third quarter](DATE=2024-Q3) by train.",
            "He is [now](DATE=PRESENT_REF) the head of the firm.",
        ])
    func englishDates(marked: String) throws {
        try expect(marked, date: "2024-10-15", language: "en", labels: valueLabels)
    }

    @Test(
        "words that look like dates and are none",
        arguments: [
            "Das Spiel endete 3:2 nach Toren.", "Er wohnt in Zimmer 17 im Erdgeschoss.",
            "Version 1.2.3 ist da.", "Das 5. Mal war das beste.", "Ein Tag wie jeder andere begann.",
            "In letzter Minute traf er.", "Eines Tages kam er an.", "Rufen Sie an: 0471 925 1984.",
            "Mit der Agenda 2010 begann es.",
            "Zur Zeit der Römer war es so.", "Den 9. Platz belegte Jan Huber.",
            "9. Jan Huber (Bozen).", "Sechzehnjährige Schüler kamen.", "Sie ist 22 Jahre alt.",
            "Er starb im Alter von 80 Jahren.",
            "Nach Paragraf 12 Absatz 3 ist es erlaubt.", "Der 47-jährige Mann und die 24-Jährige kamen.",
        ])
    func germanIdioms(plain: String) throws {
        try expect(plain, date: "2024-10-15", language: "de", labels: valueLabels)
    }

    @Test(
        "English words that look like dates and are none",
        arguments: [
            "A box rewrites a century of sea levels.", "He may march on.",
            "The home side won 3-2 in the end.",
            "She is 22 years old.",
        ])
    func englishIdioms(plain: String) throws {
        try expect(plain, date: "2024-10-15", language: "en", labels: valueLabels)
    }
}
