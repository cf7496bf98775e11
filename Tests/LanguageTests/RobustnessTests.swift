import Articles
import Language
import Testing

@Suite struct RobustnessTests {
    @Test(
        "whatever the text is, the engine ends and its mentions lie in the text",
        arguments: [
            "", " ", "\n\n\n", "\"", "„", "„“", "....", "17.", "17. ", "1.", "vor", "vor drei", "in", "ein",
            "2024-", "2024–",
            "$", "$ ", "%", "3 %%", "Dr.", "Dr. ", "NATO-", "-NATO", "--", "von der", "Mark", "Mark von",
            "Dr. Ä.", "Frau W.",
            "Mark „", "AG",
            "Die AG", "Uhr", "um 25:61", "31.02.2024", "99.99.9999", "1/1/1/1/1", "’s", "'s", "s", "…",
            "🎺 2 % 🎺", "\u{0}\u{1}",
            "ÄÖÜ", "MÜNCHEN: ALLES ANDERS, SAGT DER BÜRGERMEISTER", "a-b-c-d-e-f", "日本の首相は2024年に訪問した。",
            "في عام 2024",
            "12345678901234567890 Euro", "9999999999999999 Milliarden Euro", "in 99999999 Jahren",
            "vor 100000 Jahren",
        ])
    func oddTexts(text: String) throws {
        for date in [nil, "2024-10-15", "0001-01-01", "9999-12-31", "gestern"] {
            for language in [nil, "de", "en", "ja"] {
                let found = try suggestions(text, date: date, language: language)
                for mention in found.mentions {
                    #expect(Text(text).bounds.contains(mention.bounds))
                    #expect(!mention.bounds.isEmpty)
                    #expect(mention.status == .suggested)
                }
                #expect(Set(found.mentions.map(\.id)).count == found.mentions.count)
            }
        }
    }

    @Test("random bytes are read like any text")
    func randomBytes() throws {
        var state: UInt64 = 20_241_017
        for _ in 0..<200 {
            let bytes = (0..<120).map { _ -> UInt8 in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return UInt8(truncatingIfNeeded: state >> 40)
            }
            let article = Article(name: "random", language: "de", text: Text(bytes: bytes))
            let found = try Pipeline.news.suggestions(
                for: article, paragraphs: 0..<article.text.paragraphCount)
            #expect(found.mentions.allSatisfy { article.text.bounds.contains($0.bounds) })
        }
    }

    @Test("a range of paragraphs gives mentions of these paragraphs only, and a range beyond the text none")
    func ranges() throws {
        let article = Article(name: "test", language: "de", text: Text("In Berlin.\nIn Paris.\nIn Rom."))
        let found = try Pipeline.news.suggestions(for: article, paragraphs: 1..<2)
        #expect(found.mentions.map { article.text.string(in: $0.bounds) } == ["Paris"])
        #expect(try Pipeline.news.suggestions(for: article, paragraphs: 7..<9).mentions.isEmpty)
    }

    @Test("two runs over the same text agree in everything")
    func sameAgain() throws {
        let text = "„Wir geben 5 Millionen Euro“, sagte Mark Rutte am Montag in Kiew. Rutte ging."
        let (first, second) = (try suggestions(text), try suggestions(text))
        #expect(first.mentions == second.mentions)
        #expect(first.facts == second.facts)
        #expect(first.chains == second.chains)
    }

    @Test("a cancelled task stops between two paragraphs")
    func cancellation() async {
        let article = Article(name: "test", language: "de", text: Text("In Berlin.\nIn Paris."))
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return (try? Pipeline.news.suggestions(for: article, paragraphs: 0..<2)) == nil
        }
        #expect(await task.value)
    }

    @Test("a paragraph of 100,000 words is read like many short ones")
    func longParagraph() throws {
        let sentence = "Am 17. Oktober sprach Mark Rutte in Brüssel über 5 Euro. "
        let found = try suggestions(String(repeating: sentence, count: 10_000), language: "de")
        // A line beyond 64 KB is cut into several paragraphs, and a cut may fall into a value.
        #expect(39_900...40_010 ~= found.mentions.count)
    }

    @Test(
        "the language is guessed from function words",
        arguments: [
            ("Der Vertrag ist nicht unterschrieben, und das wird auch so bleiben.", "17. Mai", true),
            ("The treaty is not signed, and it will stay that way for a while.", "May 17", true),
            ("Le traité n'est pas signé et cela va rester ainsi pour un bon moment.", "17. Mai", false),
        ])
    func languages(sentence: String, date: String, isRead: Bool) throws {
        let found = try suggestions("\(sentence) – \(date)")
        #expect(found.mentions.contains { $0.label == "DATE" } == isRead)
    }
}
