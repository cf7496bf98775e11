import Articles
import Testing

@testable import Language

@Suite("The language of a paragraph")
struct TongueTests {
    private func tongue(_ text: String) -> Tongue { Passage(paragraph: 0, of: Text(text)).tongue }

    @Test(
        "is told by its function words, however few and however often they come",
        arguments: [
            (
                "Angela Merkel besuchte Berlin am Montag. Olaf Scholz besuchte Hamburg am Dienstag.",
                Tongue.german
            ),
            ("The mayor said that she would not open the bridge before the summer.", .english),
            ("Der Bürgermeister sagte, dass die Brücke noch gesperrt ist.", .german),
        ])
    func functionWords(text: String, expected: Tongue) {
        #expect(tongue(text) == expected)
        #expect(tongue(Array(repeating: text, count: 50).joined(separator: " ")) == expected)
    }

    @Test("is German where a few words tell nothing, as in a row of names")
    func namesAlone() {
        #expect(
            tongue("Ada Brandt, Joe Biden, Kim Lee, Ann Hall, Tom Reed, Eva Roth, Max Kern, Pia Lenz.")
                == .german)
    }

    @Test(
        "is another one where a whole paragraph has hardly any of the words that German and English have everywhere",
        arguments: [
            """
            Le gouvernement français présente aujourd'hui une réforme importante du système scolaire, avec plusieurs \
            mesures nouvelles pour les collèges et les lycées du pays, selon le ministre chargé du dossier, qui promet \
            davantage de moyens pour tous les établissements concernés par cette transformation majeure et attendue.
            """,
            """
            Rząd przedstawił dzisiaj nowy plan inwestycji w kolej, który obejmuje zakup pociągów, remonty torów oraz \
            budowę nowych stacji w wielu miastach, jak powiedział minister podczas konferencji prasowej w Warszawie, \
            dodając, że pierwsze prace rozpoczną się jeszcze w tym roku dzięki pieniądzom przyznanym przez sejm.
            """,
        ])
    func others(text: String) {
        #expect(tongue(text) == .other)
    }
}
