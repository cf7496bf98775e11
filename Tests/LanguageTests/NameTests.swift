import Articles
import Language
import Testing

@Suite struct NameTests {
    @Test(
        "persons in German",
        arguments: [
            "Dort sprach [Mark Rutte](PER) lange.",
            "Dort sprach [Ursula von der Leyen](PER) lange.",
            "Dort sprach Dr. [Weber](PER) lange.",
            "Dort sprach [George W. Bush](PER) lange.",
            "[Angela Merkel](PER) kam. Dann ging [Merkel](PER) wieder.",
            "[Jette Quandolin](PER) kam. Nun sind [Quandolins](PER) Pläne bekannt.",
            "Die Rede von Kanzlerin [Quandolin](PER) war kurz.",
            "Er zahlte 40 Mark Strafe.",
        ])
    func germanPersons(marked: String) throws {
        try expect(marked, language: "de", labels: nameLabels)
    }

    @Test(
        "places in German",
        arguments: [
            "Er reiste von [Brüssel](LOC) nach [Kiew](LOC) weiter.",
            "Er kam aus den [Vereinigten Staaten](LOC) zurück.",
            "Die [deutsche](LOC:derived) Wirtschaft wuchs.",
            "Die Wirtschaft [Deutschlands](LOC) wuchs.",
            "Das Essen war gut, in [Essen](LOC) nicht.",
            "Der [Kiewer](LOC:derived) Markt ist offen.",
        ])
    func germanPlaces(marked: String) throws {
        try expect(marked, language: "de", labels: nameLabels)
    }

    @Test(
        "organisations in German",
        arguments: [
            "Die [NATO](ORG) und die [Europäische Union](ORG) berieten.",
            "Die Rede des [Europäischen Rates](ORG) war kurz.",
            "Die [NATO-Länder](ORG:part) berieten.",
            "Die Firma [Quandolin GmbH](ORG) ist pleite.",
            "Sie lehrt an der [Universität Zürich](ORG) seit Langem.",
        ])
    func germanOrganisations(marked: String) throws {
        try expect(marked, language: "de", labels: nameLabels)
    }

    @Test(
        "names in English",
        arguments: [
            "Yesterday [Mark Rutte](PER) spoke in [Brussels](LOC) about [NATO](ORG).",
            "He works for the [University of Chicago](ORG) now.",
            "He works for [Quandolin Inc.](ORG) now.",
            "Shares of [Germany](LOC)'s largest firm fell.",
            "The [German](LOC:derived) economy grew.",
        ])
    func english(marked: String) throws {
        try expect(marked, language: "en", labels: nameLabels)
    }

    @Test(
        "common words at the head of a sentence are not names",
        arguments: [
            "Gleichzeitig begann das Treffen.", "Diplomatische Quellen erklärten das.",
            "Als er kam, ging sie.",
            "Mehr Waffen", "Die Verteidigungshaushalte steigen.",
        ])
    func commonWords(plain: String) throws {
        try expect(plain, language: "de", labels: nameLabels)
    }

    @Test("a headline knows the person that the text introduces later")
    func headline() throws {
        try expect(
            "Quandolin warnt\nDort sprach [Jette Quandolin](PER) lange.".replacing(
                "Quandolin warnt", with: "[Quandolin](PER) warnt"),
            language: "de", labels: nameLabels)
    }

    @Test(
        "offices, whole compounds and feminine forms",
        arguments: [
            "[NATO-Generalsekretär](ROLE) Mark Rutte kam.", "Die [Bundeskanzlerin](ROLE) kam.",
            "Der [Verteidigungsminister](ROLE) kam.",
            "Ein Forscher kam.",
        ])
    func offices(marked: String) throws {
        try expect(marked, language: "de", labels: ["ROLE"])
    }

    @Test("English offices are tagged beside a name, small or large")
    func englishOffices() throws {
        try expect(
            "The [chancellor](ROLE), Olaf Scholz, met Maria Lopez, a [spokeswoman](ROLE) here.",
            language: "en", labels: ["ROLE"])
        try expect("A spokeswoman was there.", language: "en", labels: ["ROLE"])
    }

    @Test("short forms are joined to the full name, and surnames to whom they were named for")
    func chains() throws {
        let text = "Mark Rutte kam. Später ging Rutte. Die NATO schwieg. Das Haus der NATO blieb leer."
        let found = try suggestions(text, language: "de")
        let article = Text(text)
        let chains = found.chains.map { chain in
            chain.mentions.compactMap { id in found.mentions.first { $0.id == id } }.map {
                article.string(in: $0.bounds)
            }
        }
        #expect(chains == [["Mark Rutte", "Rutte"], ["NATO", "NATO"]])
    }

    @Test("a headline's surname begins the chain of the person, and mentions stand in reading order")
    func headlineChain() throws {
        let found = try suggestions(
            "Quandolin warnt\nDort sprach Jette Quandolin. Dann ging Quandolin.", language: "de")
        let starts = found.chains.map { chain in
            chain.mentions.compactMap { id in found.mentions.first { $0.id == id }?.bounds.start }
        }
        #expect(starts == [[0, 28, 55]])
    }

    @Test("a common abbreviation is no organisation, but one of the same shape is")
    func commonAbbreviations() throws {
        let text = Text("Zwei Prozent des BIP gehen an den BND.\n")
        let found = try Pipeline.news.suggestions(
            for: Article(name: "a", language: "de", text: text), paragraphs: 0..<text.paragraphCount)
        let names = found.mentions.filter { $0.label == "ORG" }
        #expect(names.map { text.string(in: $0.bounds) } == ["BND"])
    }
}
