import Foundation
import Testing

/// Annotations that come onto texts of the library.
@Suite("import onto texts that are there")
struct ImportTests {
    private let home: Home
    private let text = "Der Rat\r\nin Köln   tagte.\r\n\r\n„Gut so“, sagte Eva Lenz (Köln).\r\n"
    private let tokens = """
        Der O
        Rat B-ORG
        in O
        Köln B-LOC
        tagte O
        . O

        " O
        Gut O
        so O
        " O
        , O
        sagte O
        Eva B-PER
        Lenz I-PER
        ( O
        Köln B-LOC
        ) O
        . O

        """

    init() throws {
        home = try Home()
        try home.write(text, to: "rat.txt")
        try home.write("Nichts davon.\n", to: "other.txt")
        try good("import", "rat.txt", "other.txt")
    }

    @discardableResult
    private func good(_ arguments: String...) throws -> Program.Ending {
        let ending = try home.glosse(arguments)
        #expect(ending.status == 0, "\(ending.errors)")
        return ending
    }

    private func kept(_ name: String) throws -> JSONLine? {
        try JSONLine.all(in: good("export").output).first { $0.id == name }
    }

    @Test("a file of tokens is placed on the text that has its words, whatever it is called")
    func tokensOntoText() throws {
        try home.write(tokens, to: "elsewhere.conll")
        let ending = try good("import", "elsewhere.conll")
        #expect(ending.errors.contains("1 article, 4 annotations imported"))
        #expect(ending.errors.contains(", 1 placed on texts that are there"))
        let article = try #require(try kept("rat"))
        #expect(article.text == text)
        #expect(article.shownMentions == ["ORG Rat", "LOC Köln", "PER Eva Lenz", "LOC Köln"])
        #expect(try JSONLine.all(in: good("export").output).count == 2)
        #expect(try good("import", "elsewhere.conll").errors.contains("0 annotations"))
    }

    @Test("--apart keeps it as an article of its own")
    func apart() throws {
        try home.write(tokens, to: "elsewhere.conll")
        try good("import", "--apart", "elsewhere.conll")
        #expect(try JSONLine.all(in: good("export").output).count == 3)
        #expect(try kept("rat")?.mentions == nil)
    }

    @Test("a text of the same name with a few other words takes annotations whose own words are the same")
    func sameName() throws {
        try importLong("Eva Lenz kam.", then: "Eva  Lenz ging.", where: "Eva  Lenz")
        #expect(try kept("long")?.shownMentions == ["PER Eva Lenz"])
        #expect(try JSONLine.all(in: good("export").output).count == 3)
    }

    @Test("a later version whose annotations have no place in the one that is there stays apart")
    func laterVersion() throws {
        try importLong("Eva Lenz kam.", then: "Ada Lenz kam.", where: "Ada Lenz")
        #expect(try JSONLine.all(in: good("export").output).count == 4)
    }

    /// Takes a long text in, then another of the same name with a person in its first sentence.
    private func importLong(_ first: String, then second: String, where person: String) throws {
        let rest = (1...30).map { "Das ist der Satz mit der Nummer \($0)." }.joined(separator: " ")
        try home.write("\(first) \(rest)\n", to: "long.txt")
        try good("import", "long.txt")
        let mention = #"{"id": "m1", "start": 0, "end": \#(person.count), "label": "PER"}"#
        try home.write(
            #"{"id": "long", "text": "\#(second) \#(rest)", "mentions": [\#(mention)]}"#, to: "changed.jsonl")
        try good("import", "changed.jsonl")
    }

    @Test("a mention that the other text joins with its neighbour is named, and the rest comes in")
    func lost() throws {
        try home.write("Der Rat-Haus-Bau in Köln\n", to: "a.txt")
        try good("import", "a.txt")
        try home.write(
            #"{"id": "b", "text": "Der RatHaus Bau in Köln", "mentions": ["#
                + #"{"id": "m1", "start": 7, "end": 11, "label": "ORG"}, {"id": "m2", "start": 19, "end": 23, "label": "LOC"}]}"#,
            to: "b.jsonl")
        let ending = try home.glosse("import", "b.jsonl")
        #expect(ending.status == 1)
        #expect(ending.errors.contains("error: b: ORG \"Haus\" has no place in “a” of the library"))
        #expect(try kept("a")?.shownMentions == ["LOC Köln"])
    }
}
