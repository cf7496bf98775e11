import Testing

@testable import Formats

@Suite("words divided at the ends of lines")
struct HyphenationTests {
    private func joined(_ first: String, _ second: String, in lines: [String]) -> String {
        var text = Array(first.utf8)
        Hyphenation(lines).append(second, to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    private static let german = ["der Bestand und die Länder sind nicht von den alten", "das ist die Frage"]
    private static let english = ["the ships of the harbour and the boats", "is not that for the city"]

    @Test(
        "German: the line's hyphen goes, the word's and the one that stands for a part stay",
        arguments: [
            ("der Be-", "stand wächst", "der Bestand wächst"), ("die NATO-", "Länder", "die NATO-Länder"),
            ("in Nord-", "und Süddeutschland", "in Nord- und Süddeutschland"),
            ("Haupt-", "oder Nebensache", "Haupt- oder Nebensache"),
            ("Baden-", "Württemberg", "Baden-Württemberg"),
            ("die 20-", "jährige Frau", "die 20-jährige Frau"), ("Covid-", "19", "Covid-19"),
            ("EU-", "weit gilt", "EU-weit gilt"), ("so-", "fort", "sofort"),
            ("Stadt –", "und Land", "Stadt – und Land"),
            ("Brü\u{AD}", "cke", "Brücke"), ("BRÜ-", "CKE GESPERRT", "BRÜCKE GESPERRT"),
            ("Hund und", "Katze", "Hund und Katze"), ("(Ge-", "meinde)", "(Gemeinde)"),
            ("Abend -", "so", "Abend - so"),
        ])
    func german(first: String, second: String, wanted: String) {
        #expect(joined(first, second, in: Self.german) == wanted)
    }

    @Test(
        "English: compounds keep theirs after the parts that they are made of, or as the text writes them",
        arguments: [
            ("the govern-", "ment", "the government"), ("a well-", "known man", "a well-known man"),
            ("pre-", "and post-war", "pre- and post-war"), ("U.S.-", "based", "U.S.-based"),
            ("Anglo-", "American", "Anglo-American"), ("sea-", "side", "sea-side"),
            ("a co-", "operation", "a cooperation"),
        ])
    func english(first: String, second: String, wanted: String) {
        #expect(joined(first, second, in: Self.english + ["The sea-side town."]) == wanted)
    }

    @Test("the text's own spelling decides where both could be")
    func vocabulary() {
        #expect(joined("High-", "land", in: Self.english + ["in the highland"]) == "Highland")
        #expect(joined("Kosten-", "druck", in: Self.german + ["Der Kosten-druck"]) == "Kosten-druck")
    }

    @Test("a text without a blank is not searched again with every line")
    func endless() {
        let hyphenation = Hyphenation([])
        var text = Array("a-".utf8)
        for _ in 0..<20_000 { hyphenation.append("aaaaaaaaaa-", to: &text) }
        #expect(text.count < 300_000)
    }
}
