import Articles
import Testing

@testable import Formats

@Suite struct MarkdownTests {
    private func article(_ text: String) throws -> Article {
        try #require(Format.markdown.read(Input(name: "a.md", bytes: Array(text.utf8))).documents.first)
            .article
    }

    private func text(_ markdown: String) throws -> String {
        let article = try article(markdown)
        return article.text.string(in: article.text.bounds)
    }

    @Test(
        "the first heading is the title",
        arguments: [
            ("# Der *Rat* tagt #\n\nText", "Der Rat tagt"), ("Vorspann\n\n## C#\n", "C#"),
            ("Titel\n=====\n", "Titel"), ("```\n# kein Titel\n```\n# Titel", "Titel"),
            ("Nur Text\n\nmehr", "Nur Text"),
            ("#kein Titel\n\n# Titel", "Titel"),
        ])
    func headings(_ text: String, _ title: String) throws { #expect(try article(text).title == title) }

    @Test("an article with everything in it")
    func whole() throws {
        let article = try article(ArticleSamples.markdown)
        #expect(
            article.text.string(in: article.text.bounds) == """
                Der Turm: ein Bericht

                Ein anderer Titel

                Marl stimmt am Sonntag über den Turm ab. Er ist 300 Jahre alt & steht_mitten_im_Ort.

                Unterwegs

                Der Turm bleibt,
                sagte sie.

                – Dach
                – Treppe und Tor
                1. Mai

                Jahr | Euro
                2024 | 8|50

                let a = *b*

                Siehe hier und https://example.org/x.

                Fußnote.
                """)
        #expect(
            article.title == "Der Turm: ein Bericht" && article.date == "2024-10-17"
                && article.language == "de")
        #expect(article.metadata == ["author": "Anna Berg, Jonas Thies", "categories": "Marl, Turm"])
    }

    @Test(
        "marks go where they are marks",
        arguments: [
            ("5 * 3 * 2", "5 * 3 * 2"), ("snake_case_name", "snake_case_name"), ("**a *b* c**", "a b c"),
            ("*a", "*a"), ("a\\*b", "a*b"), ("`a * b` ``c`d``", "a * b c`d"), ("~~weg~~", "weg"),
            ("~5", "~5"),
            ("[a] b", "[a] b"), ("[a](b) c", "a c"), ("[a][b]", "[a][b]"), ("![a](b)c", "c"),
            ("[![a](b)](c) d", "d"),
            ("a &amp; b &x; &#228;", "a & b &x; ä"), ("a<br>b<span x='y'>c</span>", "a\nbc"),
            ("1 < 2 > 0", "1 < 2 > 0"),
            ("a  \nb", "a\nb"), ("a\nb", "a b"), ("***x***", "x"), ("__x__ y", "x y"), ("**", "**"),
            ("[a](b(c)d)e", "ae"), ("https://a.b/c_d_e", "https://a.b/c_d_e"),
        ])
    func inline(_ markdown: String, _ plain: String) throws { #expect(try text(markdown) == plain) }

    @Test("blocks: code, quotations, rules, lists in lists")
    func blocks() throws {
        #expect(
            try text("a\n\n    b  c\n\n---\n\n> d\n> > e\n\n- f\n\n    - *g*\n\nh")
                == "a\n\nb  c\n\nd e\n\n– f\n\n– g\n\nh")
        #expect(try text("+++\ntitle = \"T\"\ndate = 2024-10-17\n+++\nText") == "T\n\nText")
        #expect(try text("a | b\n--|--\nc | d\n\ne") == "a | b\nc | d\n\ne")
    }

    @Test("front matter without an end is text")
    func openFrontMatter() throws { #expect(try text("---\ntitle: x\n") == "title: x") }

    @Test("a year at the beginning of a line is no item, a comment no text, whatever it holds")
    func looksAlike() throws {
        #expect(
            try text("Das war im Jahr\n2024. Danach kam nichts.")
                == "Das war im Jahr 2024. Danach kam nichts.")
        #expect(try text("Zu tun:\n1. a\n2. b") == "Zu tun:\n\n1. a\n2. b")
        #expect(try text("a\n\n<!-- nicht\n\n> *zu* lesen --> b\n\nc") == "a\n\nb\n\nc")
    }

    @Test("values of the front matter over several lines and with quotes in quotes")
    func frontMatter() throws {
        let article = try article(
            "---\ntitle: \"Der \\\"Turm\\\"\"\ndescription: >\n  Ein Satz\n  und noch einer.\nauthor: 'Anna O''Berg'\n---\nText"
        )
        #expect(article.title == "Der \"Turm\"")
        #expect(article.metadata == ["summary": "Ein Satz und noch einer.", "author": "Anna O'Berg"])
    }
}
