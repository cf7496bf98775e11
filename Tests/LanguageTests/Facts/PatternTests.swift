import Articles
import Testing

@testable import Language

@Suite struct PatternReaderTests {
    private func mistake(in text: String) -> PatternError? {
        do throws(PatternError) {
            _ = try PatternReader.read(text, file: "my.patterns", schema: .news)
            return nil
        } catch {
            return error
        }
    }

    @Test("a line is read into words and the ways between them")
    func line() throws {
        let patterns = try PatternReader.read(
            """
            $giving = zusagen|bewilligen     # a list
            commitment(modality=reported) 0.8: giver:@ORG|LOC <nsubj v:$giving >obj|obl amount:@MONEY, v ~ ?recipient:@LOC&[Case=Dat]+
            """, file: "my.patterns", schema: .news)
        let pattern = try #require(patterns.first)
        #expect(patterns.count == 1)
        #expect(pattern.kind == "commitment")
        #expect(pattern.confidence == 0.8)
        #expect(pattern.values.map(\.value) == ["reported"])
        #expect(pattern.nodes.map(\.name) == ["giver", "v", "amount", "recipient"])
        #expect(pattern.nodes.map(\.parent) == [nil, 0, 1, 1])
        #expect(
            pattern.nodes.map(\.link) == [nil, .head(["nsubj"]), .child(["obj", "obl"]), .near])
        #expect(pattern.nodes[3].isOptional)
        #expect(pattern.nodes[3].takesPhrase)
        #expect(
            pattern.nodes[3].tests == [.mention(["LOC"]), .feature("Case=Dat")])
        #expect(pattern.neededLemmas == ["zusagen", "bewilligen"])
    }

    @Test(
        "what is wrong is told with line and column",
        arguments: [
            ("foo: a:NOUN", 1, 1, "no kind of fact"),
            ("\n\nage 0.5: person:@PER, person . x:NUM", 3, 1, "nothing fills the slot age"),
            ("age 0.5: person:@PERSON . age:NUM", 1, 17, "no label"),
            ("age 0.5: person:@PER age:NUM", 1, 22, "a way to the next word"),
            ("age 7: person:@PER . age:NUM", 1, 5, "from 0 to 1"),
            ("age 0.5: person:@PER . years:NUM", 1, 24, "has no slot “years”"),
            ("age 0.5: person:$people . age:NUM", 1, 17, "no list $people"),
            ("age 0.5: person:@PER . age:/drei", 1, 28, "not closed"),
            ("age 0.5: person:@PER . age:NUM, y > z:NUM", 1, 33, "named before"),
            ("age 0.5 person:@PER . age:NUM", 1, 9, "colon"),
            ("$a =", 1, 5, "is empty"),
            ("age(type=x) 0.5: person:@PER . age:NUM", 1, 5, "has no slot “type”"),
            ("age: ?person:@PER . age:NUM", 1, 6, "cannot be missing"),
        ])
    func mistakes(text: String, line: Int, column: Int, message: String) throws {
        let error = try #require(mistake(in: text))
        #expect(error.file == "my.patterns")
        #expect([error.line, error.column] == [line, column], "\(error)")
        #expect(error.message.contains(message), "\(error)")
    }

    @Test("bytes of any kind end in patterns or an error, never in a crash")
    func noise() {
        let signs = Array("age:@.~<>&|$()[]!?+,/ \n=*PERNOUNx0.5ä🙂")
        var state: UInt64 = 7
        for _ in 0..<3000 {
            var text = "age 0.5: person:@PER . age:NUM"
            for _ in 0..<3 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                let place = text.index(text.startIndex, offsetBy: Int(state >> 33) % text.count)
                text.insert(signs[Int(state >> 40) % signs.count], at: place)
            }
            if let error = mistake(in: text) { #expect(error.line > 0 && error.column > 0) }
        }
    }

    @Test("the tables of the program have no mistake", arguments: PatternTable.sources.map(\.name))
    func ownTables(name: String) throws {
        for source in PatternTable.sources where source.name == name {
            #expect(try !PatternReader.read(source.text, file: name, schema: .news).isEmpty)
        }
    }
}

@Suite struct PatternMatcherTests {
    private func found(_ patterns: String, _ text: String, language: String = "de") throws -> [String] {
        let table = try PatternTable("mine", patterns, schema: .news)
        let article = Article(name: "test", language: language, text: Text(text))
        var engine = NewsEngine(article, patterns: [table], for: 0..<1)
        return try engine.suggestions(in: 0..<1, between: {}).facts.filter { $0.origin.name == "mine" }.map {
            fact in
            fact.slots.map { slot in
                "\(slot.name)=\(slot.spans.map { article.text.string(in: $0.bounds) } ?? slot.value ?? "")"
            }.joined(separator: " | ")
        }
    }

    @Test("words that hang together, with what hangs on one of them")
    func dependencies() throws {
        let pattern = "relation 0.7: subject:@PER <nsubj predicate:besuchen >obj object:@LOC"
        #expect(
            try found(pattern, "Angela Merkel besuchte Frankreich.")
                == ["subject=Angela Merkel | predicate=besuchte | object=Frankreich"])
        #expect(try found(pattern, "Angela Merkel verließ Frankreich.").isEmpty)
    }

    @Test("words in a row; a mention counts as one word")
    func row() throws {
        #expect(
            try found("origin: person:@PER . a:/aus/ . place:@LOC", "Gestern kam Angela Merkel aus Hamburg.")
                == ["person=Angela Merkel | place=Hamburg"])
        #expect(
            try found("origin: person:@PER .. place:@LOC", "Angela Merkel wohnt lange in Hamburg.")
                == ["person=Angela Merkel | place=Hamburg"])
    }

    @Test("a word that may be missing, a value of the pattern, and what is denied")
    func optional() throws {
        let pattern = "event(type=visit): who:@PER <nsubj what:besuchen, what >obj ?whom:@LOC"
        #expect(
            try found(pattern, "Angela Merkel besuchte Frankreich nicht.")
                == ["who=Angela Merkel | what=besuchte | whom=Frankreich | type=visit | modality=nicht"])
        #expect(
            try found(pattern, "Angela Merkel besuchte uns.") == [
                "who=Angela Merkel | what=besuchte | type=visit"
            ])
    }

    @Test("a hostile pattern on a long sentence takes no time to speak of")
    func linear() throws {
        let nodes = (0..<10).map { " ~ \(Character(UnicodeScalar(98 + UInt8($0)))):NOUN|PROPN|VERB" }.joined()
        let text = String(repeating: "Hunde jagen Katzen ", count: 80) + "."
        let time = try ContinuousClock().measure {
            _ = try found("sum: amount:NOUN" + nodes, text)
        }
        #expect(time < .seconds(5))
    }
}
