import Articles
import Testing

@testable import Language

@Suite("Chains of names") struct NameChainTests {
    @Test("a surname means the person last named in full with it, in any case")
    func surnames() {
        expectChains("[Mark Rutte](PER 1) kam. Dann ging [Rutte](PER 1). Das war [Ruttes](PER 1) Rede.")
        expectChains(
            "[Anna Lenz](PER) und [Karl Lenz](PER 1) kamen. Das Wort hatte [Lenz](PER 1).")
        expectChains("[Lenz](PER 1) kommt. Hier ist [Anna Lenz](PER 1), dort [A. Lenz](PER 1).")
        expectChains("[Ursula von der Leyen](PER 1) kam. Dann ging [von der Leyen](PER 1).")
    }

    @Test("a title tells two with one surname apart")
    func titles() {
        expectChains("[Karl Lenz](PER 1) kam. Herr [Lenz](PER 1) blieb. Frau [Lenz](PER) ging.")
    }

    @Test("an acronym means the name whose first letters it has, or that it stands behind in brackets")
    func acronyms() {
        expectChains("Die [EU](ORG 1) wächst. Die [Europäische Union](ORG 1) prüft es.")
        expectChains("Die [Neue Nordische Partei](ORG 1) gewann. Die [NNP](ORG 1) feiert.")
        expectChains("Der [Bund für Flussschutz](ORG 1) ([BfF](ORG 1)) klagt. Der [BfF](ORG 1) hofft.")
        expectChains("Die [NNP](ORG 1) feiert. Die [Neue Nordische Partei](ORG 1) gewann.")
    }

    @Test("an acronym in brackets that no letter explains stays alone")
    func foreignAcronym() {
        expectChains("Das [Wahlamt](ORG) ([SPD](ORG)) klagt.")
    }

    @Test("cases of a name, and its other names, are one")
    func cases() {
        expectChains("Der [Europäische Rat](ORG 1) tagt. Der Präsident des [Europäischen Rates](ORG 1) kam.")
        expectChains("Die Zukunft [Ugandas](LOC 1). In [Uganda](LOC 1) regnet es.")
        expectChains("Die [USA](LOC 1) warten. Die [Vereinigten Staaten](LOC 1) und die [US](LOC 1).")
        expectChains("[PORT ELLERY](LOC 1) – In [Port Ellery](LOC 1) regnet es.")
    }

    @Test("different things with a word in common stay apart")
    func different() {
        expectChains("Die [Deutsche Bank](ORG) und die [Deutsche Bahn](ORG) streiten.")
        expectChains("In [Berlin](LOC) spielt [Berlin](ORG).")
    }
}

@Suite("Pronouns") struct PronounTests {
    @Test("a pronoun means the subject of the sentence before, when nobody else can be meant")
    func subjects() {
        expectChains("[Mark Rutte](PER 1) kam nach [Brüssel](LOC). Dort sprach [er](1) lange.")
        expectChains("[Angela Merkel](PER) lobte [Mark Rutte](PER 1). [Er](1) dankte.")
        expectChains("[Angela Merkel](PER 1) lobte [Mark Rutte](PER). [Sie](1) habe viel gelernt.")
    }

    @Test("of two that can be meant none is taken")
    func unclear() {
        expectChains(
            "Nach dem Spiel trafen sich [Karl Lenz](PER) und [Peter Brandt](PER). Dort sprach er lange.")
    }

    @Test("a noun without a name takes part")
    func rivals() {
        expectChains("[Mark Rutte](PER) kam. Der Fahrer wartete. Dann stieg er aus.")
        expectChains("[Angela Merkel](PER) kam. Eine Frau wartete. Dann sagte sie nichts.")
    }

    @Test("a possessive means the subject of its sentence")
    func possessives() {
        expectChains("[Mark Rutte](PER 1) verteidigte [seine](1) Pläne gegen [Karl Lenz](PER).")
        expectChains("[Herta Müller](PER 1) kam. In [ihrem](1) Roman steht es.")
    }

    @Test("'sie' with a verb in the plural, the formal address and a bare 'sein' mean nobody")
    func noPronouns() {
        expectChains("[Angela Merkel](PER) kam. Dort warteten sie lange.")
        expectChains("[Angela Merkel](PER) kam. Haben Sie Fragen?")
        expectChains("[Mark Rutte](PER) kam. Das muss nicht sein.")
    }

    @Test("whoever speaks in a quote means others than those around it")
    func quotes() {
        expectChains("[Mark Rutte](PER) sagte: „Dann ging er weg, das war alles.“")
        expectChains("„Das ist gut“, sagte [Mark Rutte](PER 1). „Es bleibt so“, fügte [er](1) hinzu.")
    }

    @Test("no pronoun goes back further than two sentences")
    func distance() {
        expectChains(
            "[Mark Rutte](PER) kam. Es regnete. Das Wetter blieb kalt. Niemand wusste es. Dort sprach er.")
    }

    @Test("English pronouns agree with the first name")
    func english() {
        expectChains("[Mary Lopez](PER 1) met [John Doe](PER). [She](1) said nothing.", .english)
        expectChains("[John Doe](PER 1) lost [his](1) keys.", .english)
    }
}

@Suite("Descriptions") struct DescriptionTests {
    @Test("an office means the person that it has stood beside, in any case and shortened")
    func offices() {
        expectChains("Bundeskanzlerin [Angela Merkel](PER 1) kam. Später ging [die Kanzlerin](1).")
        expectChains(
            "Der Ministerpräsident [Karl Lenz](PER 1) kam. Der Rücktritt [des Ministerpräsidenten](1) ist nah."
        )
        expectChains("[Karl Lenz](PER 1), Sprecher der Werft, kam. Mehr sagte [der Sprecher](1) nicht.")
    }

    @Test("an office of somebody else means nobody")
    func otherOffices() {
        expectChains("Bundeskanzlerin [Angela Merkel](PER) kam. Später ging die Ministerin.")
        expectChains("Bundeskanzlerin [Angela Merkel](PER) kam. Dann sprach die Kanzlerin von Utopia.")
    }

    @Test("the end of a name is what the thing is called")
    func heads() {
        expectChains(
            "The [Ellery Transit Authority](ORG 1) has a plan. Later [the authority](1) was silent.", .english
        )
        expectChains("Die [Europäische Kommission](ORG 1) prüft es. Dann schwieg [die Kommission](1).")
    }

    @Test("a general noun means the only one of its sort")
    func general() {
        expectChains("[Siemens](ORG 1) wächst. In Bayern baut [das Unternehmen](1) neu.")
        expectChains("[Siemens](ORG) und [Bosch](ORG) wachsen. In Bayern baut das Unternehmen neu.")
    }
}

@Suite("Chains of long and strange texts") struct ChainRobustnessTests {
    @Test("many names, pronouns and nouns take time for each only once")
    func linear() {
        let start = ContinuousClock.now
        var coreference = Coreference(engine: "test")
        let line = "Der Minister Karl Lenz sah Bosch und sagte, dass er seine Bank der Bank gab."
        let text = Text(Array(repeating: line, count: 4_000).joined(separator: "\n"))
        for paragraph in 0..<text.paragraphCount {
            let passage = Passage(paragraph: paragraph, of: text, tongue: .german)
            let names = [2..<4, 5..<6].map { pieces in
                FoundName(
                    pieces: pieces, label: pieces.count == 2 ? .person : .organisation, confidence: 1,
                    key: "\(passage.string(of: pieces))\(paragraph % 977)")
            }
            coreference.read(
                ParagraphReading(passage, values: [], names: names, engine: "test"), paragraph: paragraph,
                for: .report)
        }
        #expect(coreference.chains().count > 900)
        // A debug build on a busy machine; quadratic time would take minutes.
        #expect(ContinuousClock.now - start < .seconds(60))
    }

    @Test(
        "words without sense, unclosed quotes and one long sentence end in chains or none",
        arguments: [
            "", "„", "der die das er sie ihr sein", "„er“ „sie", "(((", "Der der Der der",
            "the his her its .",
        ])
    func strange(words: String) {
        let text = Text(Array(repeating: words, count: 300).joined(separator: " "))
        for tongue in [Tongue.german, .english, .other] {
            var coreference = Coreference(engine: "test")
            let passage = Passage(paragraph: 0, of: text, tongue: tongue)
            coreference.read(
                ParagraphReading(passage, values: [], names: [], engine: "test"), paragraph: 0, for: .report)
            #expect(coreference.chains().isEmpty)
        }
    }

    @Test("an article that is read in pieces has the chains of one that is read whole")
    func pieces() throws {
        let text = Text(
            """
            Rutte warnt

            Mark Rutte sprach am Montag in Brüssel. Er lobte die NATO.

            Später traf Rutte die Kanzlerin Angela Merkel. Sie sagte wenig.

            Die NATO schwieg. Rutte ging.
            """)
        let article = Article(name: "test", language: "de", text: text)
        func document(_ pieces: [Range<Int>]) throws -> Document {
            var document = Document(article: article)
            for paragraphs in pieces {
                let found = try Pipeline.news.suggestions(for: article, paragraphs: paragraphs)
                let span = text.paragraph(paragraphs.lowerBound).union(
                    text.paragraph(paragraphs.upperBound - 1))
                document.suggest(found, in: span)
            }
            return document
        }
        let whole = try document([0..<text.paragraphCount])
        #expect(!whole.annotations.chains.isEmpty)
        for pieces in [[0..<3, 3..<7], [3..<7, 0..<3], [4..<5, 5..<7, 0..<4], [5..<7, 3..<5, 0..<3]] {
            let parts = try document(pieces)
            #expect(
                parts.annotations.chains.map(\.mentions) == whole.annotations.chains.map(\.mentions),
                "\(pieces)")
        }
    }
}
