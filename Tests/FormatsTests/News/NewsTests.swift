import Articles
import Testing

@testable import Formats

@Suite("formats of news agencies")
struct NewsTests: ArticleSuite {
    static let file = "n.xml"

    @Test("NewsML-G2: the articles of a message with XHTML or NITF in them")
    func newsML() throws {
        let back = try read(.newsML, ArticleSamples.newsML)
        #expect(back.errors.isEmpty && back.documents.count == 2)
        let first = back.documents[0]
        #expect(
            text(first) == "Marl votes on its tower\n\nMarl votes on Sunday.\n\nThe tower is 300 years old.")
        #expect(first.article.date == "2024-10-17" && first.article.language == "en")
        #expect(first.article.source == "Example Agency")
        #expect(
            first.article.metadata == [
                "author": "Lin Marsh", "byline": "By Lin Marsh", "dateline": "MARL, Oct 17 (Example) -",
                "provider": "Example Agency", "subjects": "politics, 01000000", "keywords": "tower",
                "urgency": "3",
                "status": "usable", "id": "tag:agency.example,2024:1",
            ])
        #expect(text(back.documents[1]) == "Turm bleibt\n\nDer Turm bleibt.")
        #expect(back.documents[1].article.metadata["provider"] == "Beispieldienst")
        #expect(back.documents[1].article.language == "de")
        #expect(back.warnings.map(\.message) == ["left out, without text: 1 newsItem, 1 packageItem"])
    }

    @Test("NewsML-G2: a package alone names what it holds")
    func package() {
        #expect(throws: FormatError.self) {
            _ = try read(.newsML, "<packageItem><groupSet/></packageItem>")
        }
    }

    @Test("NITF: headline, second headline, abstract and content; pictures stay out")
    func nitf() throws {
        let back = try read(.nitf, ArticleSamples.nitf)
        let document = try #require(back.documents.first)
        #expect(
            text(document)
                == "Marl keeps its tower\n\nVote was close\n\nA close vote.\n\nMarl keeps its tower.\n\nWhat now\n\nRepairs begin in May.\n\n– Roof\n– Stairs"
        )
        #expect(document.article.date == "2024-10-17")
        #expect(
            document.article.metadata == [
                "author": "Lin Marsh", "byline": "By Lin Marsh Reporter", "dateline": "MARL Oct. 18",
                "id": "ex-7",
                "genre": "current", "keywords": "tower", "provider": "Example Agency",
                "publication": "Marl Daily",
                "rights": "Example", "section": "Local", "subjects": "Local", "urgency": "4",
            ])
    }

    @Test("ninjs 1: the article and those inside it")
    func ninjs() throws {
        let back = try read(.ninjs, ArticleSamples.ninjs)
        #expect(
            back.documents.map { text($0) } == [
                "Marl keeps its tower\n\nMarl keeps its tower.\n\nRepairs begin in May.",
                "The roof\n\nOld.\n\nLeaky.",
            ])
        let article = back.documents[0].article
        #expect(
            article.date == "2024-10-17" && article.language == "en" && article.source == "Example Agency")
        #expect(article.metadata["subjects"] == "politics, medtop:01")
        #expect(article.metadata["author"] == "Lin Marsh" && article.metadata["dateline"] == "Marl")
        #expect(back.warnings.map(\.message) == ["left out: 1 item without text"])
    }

    @Test("ninjs 3: headlines and bodies by their role")
    func ninjs3() throws {
        let document = try #require(read(.ninjs, ArticleSamples.ninjs3).documents.first)
        #expect(text(document) == "Der Turm bleibt\n\nDer Turm bleibt.\n\nGut so.")
        #expect(document.article.metadata["author"] == "Anna Berg")
        #expect(document.article.metadata["provider"] == "Beispieldienst")
        #expect(document.article.date == "2024-10-18")
    }
}
