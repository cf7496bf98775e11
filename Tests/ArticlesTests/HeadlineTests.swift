import Articles
import Testing

@Suite("titles of articles that do not say theirs") struct HeadlineTests {
    private func article(_ text: String) -> Article { Article(name: "a", text: Text(text)) }

    @Test("the first line that is not blank is the title, when it reads like a headline")
    func firstLine() {
        let headline =
            "Der Rat der Stadt streitet bis tief in die Nacht über den Bau einer neuen Brücke über die Elbe"
        for line in ["Der Titel", "Mehr Geld! Der Rat sagt: nein", headline] {
            #expect(article("\n  \n  \(line) \nText").title == line)
            #expect(article("\n  \n  \(line) \nText").ownTitle == line)
        }
        #expect(article(" \n ").title == "a" && article(" \n ").ownTitle == nil)
    }

    @Test("of a paragraph the title is its first words, and the article has none of its own")
    func paragraph() {
        let sentence = "Der Rat der Stadt hat am Montag beschlossen, eine Brücke zu bauen, die viel kostet."
        for text in [sentence + " Das dauert.", sentence + sentence + sentence] {
            let article = article(text)
            #expect(
                article.title
                    == "Der Rat der Stadt hat am Montag beschlossen, eine Brücke zu bauen, die viel …")
            #expect(article.ownTitle == nil)
        }
    }

    @Test("a line of 200,000 letters is cut within its only word")
    func endless() {
        let article = article(String(repeating: "ä", count: 200_000))
        #expect(article.title == String(repeating: "ä", count: 80) + "…")
        #expect(article.ownTitle == nil)
    }

    @Test("a title that is given is kept, and what the library made is known again")
    func given() {
        let long = String(repeating: "Der Rat tagt. ", count: 40)
        let made = article(long).title
        #expect(Article(name: "a", title: "Rat", text: Text(long)).ownTitle == "Rat")
        #expect(Article(name: "b", title: made, text: Text(long)).ownTitle == nil)
        #expect(Article(name: "b", title: made, text: Text("Rat")).ownTitle == made)
    }
}
