import TestSupport
import Testing

@testable import Articles

@Suite("A schema as a TOML file")
struct SchemaTOMLTests {
    /// The problems as lines of text, without the file's name.
    private func problems(_ toml: String, reservedKeys: [Character: String] = [:]) -> [String] {
        do {
            _ = try Schema(toml: toml, file: "my.toml", reservedKeys: reservedKeys)
            return []
        } catch {
            return error.problems.map { "\($0.line): \($0.message)" }
        }
    }

    @Test("the news schema keeps its own rules")
    func newsIsSound() {
        #expect(Schema.news.violations().map(\.message) == [])
    }

    @Test("the news schema comes back equal")
    func newsRoundTrip() throws {
        #expect(try Schema(toml: Schema.news.toml, file: "news.toml") == .news)
    }

    @Test("everything that a schema can hold comes back equal")
    func roundTrip() throws {
        let schema = Schema(
            name: "Wald & \"Wiese\"",
            labels: [
                LabelKind(
                    "BAUM", title: "Baum \\ Strauch\n🌳", key: "ä", role: "entity.misc", mark: "ᴮ", nestsIn: []
                ),
                LabelKind("AST", title: "", role: "entity", nestsIn: ["BAUM", "AST"]),
                LabelKind("Ast-2_b", title: "\u{7F}\u{1}", key: "\"", role: "entity.tree.branch"),
            ],
            attributes: [
                AttributeKind("farbe", title: "Farbe", values: ["grün", "rot,gelb"], labels: ["AST"])
            ],
            relations: [RelationKind("wächst-an", title: "wächst an", from: ["AST"], to: ["BAUM", "AST"])],
            facts: [
                FactKind(
                    "fällung", title: "Fällung",
                    slots: [
                        SlotKind("was", title: "Was", labels: ["BAUM"], isRequired: true),
                        SlotKind("wann", title: "Wann"),
                    ]),
                FactKind("blüte", title: "Blüte", slots: [SlotKind("was", title: "Was")]),
            ],
            articleLabels: ["forst", "#1"])
        #expect(try Schema(toml: schema.toml, file: "x.toml") == schema)
    }

    @Test("a name is enough for a label; the schema is called after its file")
    func defaults() throws {
        let schema = try Schema(toml: "[[label]]\nname = \"PER\"\n", file: "schemas/people.v2.toml")
        #expect(schema == Schema(name: "people", labels: [LabelKind("PER", title: "PER", role: "entity")]))
    }

    @Test("a label that is there twice is offered once")
    func offeredOnce() {
        let told = problems("[[label]]\nname = \"JUDGE\"\n[[label]]\nname = \"JUDGE\"\nnests-in = [\"X\"]\n")
        #expect(told.contains("5: there is no label \"X\"; known: JUDGE"))
    }

    @Test("an unknown key names its line and the nearest known key")
    func unknownKeys() {
        #expect(
            problems(
                """
                articel-labels = ["sport"]
                [[label]]
                name = "PER"
                tilte = "Person"
                [[label]]
                name = "LOC"
                weather = "sunny"
                """) == [
                    "1: the file knows no \"articel-labels\"; did you mean \"article-labels\"?",
                    "4: a label knows no \"tilte\"; did you mean \"title\"?",
                    "7: a label knows no \"weather\"; known: name, title, key, role, mark, nests-in",
                ])
    }

    @Test("a value of the wrong type is told once, not again as missing")
    func wrongTypes() {
        #expect(
            problems(
                """
                [[label]]
                name = 5
                [[label]]
                name = "LOC"
                nests-in = "LOC"
                [[label]]
                name = "ORG"
                nests-in = [
                    "LOC",
                    2024-10-17,
                ]
                [[fact]]
                name = "f"
                [[fact.slot]]
                name = "s"
                required = "yes"
                """) == [
                    "2: name must be text in quotes, not a number",
                    "5: nests-in must be a list such as [\"a\", \"b\"], not text",
                    "10: nests-in must hold text in quotes, not a date",
                    "16: required must be true or false, without quotes",
                ])
    }

    @Test("a table where a list of tables belongs is told")
    func tableInsteadOfList() {
        #expect(
            problems("[label]\nname = \"PER\"\n")
                == ["1: label must be a list of tables, not a table; write [[label]] before each"])
    }

    @Test("labels and keys that are there twice name the line of the second")
    func duplicates() {
        #expect(
            problems(
                """
                article-labels = [
                    "sport",
                    "sport",
                ]
                [[label]]
                name = "PER"
                key = "p"
                [[label]]
                key = "a"
                name = "PER"
                [[label]]
                name = "POS"
                key = "p"
                """) == [
                    "3: the article label \"sport\" is there twice; rename or remove one",
                    "10: the label \"PER\" is there twice; rename or remove one",
                    "13: the key \"p\" is already that of PER; \"b\" is free",
                ])
    }

    @Test("a key is one character, no blank, and not that of a command")
    func keys() {
        let toml = """
            [[label]]
            name = "PER"
            key = "pp"
            [[label]]
            name = "LOC"
            key = "x"
            [[label]]
            name = "ORG"
            key = " "
            [[label]]
            name = "FLAG"
            key = "🏴‍☠️"
            """
        #expect(
            problems(toml, reservedKeys: ["x": "reject-suggestion", "a": "append"]) == [
                "3: key must be one character, not \"pp\"",
                "6: the key \"x\" is taken by the command reject-suggestion; \"b\" is free",
                "9: a blank or control character cannot be a key; \"b\" is free",
            ])
    }

    @Test("labels that do not exist are told wherever they are named")
    func references() {
        #expect(
            problems(
                """
                [[label]]
                name = "PER"
                nests-in = ["ORG"]
                [[attribute]]
                name = "a"
                labels = ["PRE"]
                [[relation]]
                name = "r"
                from = ["PER"]
                to = ["X1"]
                [[fact]]
                name = "f"
                [[fact.slot]]
                name = "s"
                [[fact.slot]]
                name = "t"
                labels = ["PERS"]
                """) == [
                    "3: there is no label \"ORG\"; known: PER",
                    "6: there is no label \"PRE\"; did you mean \"PER\"?",
                    "10: there is no label \"X1\"; known: PER",
                    "17: there is no label \"PERS\"; did you mean \"PER\"?",
                ])
    }

    @Test("names, marks, roles and facts without slots are checked")
    func names() {
        #expect(
            problems(
                """
                [[label]]
                title = "Nobody"
                [[label]]
                name = "P R"
                mark = "ᴾᴱᴿˢ"
                role = "Entity Person"
                [[fact]]
                name = "quote"
                """) == [
                    "1: this label has no name; add name = \"…\"",
                    "4: the label \"P R\" may only have letters, digits, - and _ in its name",
                    "5: the mark \"ᴾᴱᴿˢ\" must have one to three characters",
                    "6: \"Entity Person\" is no role of a theme; write one such as \"entity.person\"",
                    "7: the fact \"quote\" has no slot; add one with [[fact.slot]] below it",
                ])
    }

    @Test("an empty file is no schema", arguments: ["", "# nothing\n", "name = \"x\""])
    func empty(toml: String) {
        #expect(problems(toml) == ["1: the schema has no label; add one with [[label]] and name = \"PER\""])
    }

    @Test("several mistakes of syntax are all told, without what follows from them")
    func syntax() {
        let found = problems(
            """
            [[label]]
            name = PER
            title = "Person
            key = "pp"
            [[label]
            name = "LOC"
            nmae = "LOC"
            [[label]]
            name = "ORG"
            """)
        #expect(found.map { $0.prefix { $0 != ":" } } == ["2", "3", "4", "5"])
        #expect(found[2] == "4: key must be one character, not \"pp\"")
    }

    @Test("the error shows one problem a line with the file's name")
    func description() {
        let error = #expect(throws: SchemaError.self) { try Schema(toml: "a = 1\nb = 2\n", file: "my.toml") }
        let lines = error?.description.split(separator: "\n") ?? []
        #expect(lines.count == 2 && lines.allSatisfy { $0.hasPrefix("my.toml:") })
    }

    @Test("a file with any piece of it lost or put elsewhere gives a schema or problems on its lines")
    func damaged() {
        var generator = SplitMix(seed: 5)
        let whole = Array(Schema.news.toml)
        let lineCount = whole.count { $0 == "\n" } + 1
        for _ in 0..<200 {
            var text = whole
            let start = Int.random(in: 0..<whole.count, using: &generator)
            let piece = text[start..<min(whole.count, start + Int.random(in: 1..<20, using: &generator))]
            text.removeSubrange(piece.indices)
            text.insert(contentsOf: piece, at: Int.random(in: 0...text.count, using: &generator))
            do {
                _ = try Schema(toml: String(text), file: "x.toml")
            } catch {
                #expect(error.problems.allSatisfy { (1...lineCount).contains($0.line) })
            }
        }
    }
}
