import Testing

@testable import Reading

@Suite("The configuration file")
struct ConfigurationTests {
    private func problems(_ text: String) -> [String] {
        Configuration.parse(text, file: "config.toml").1.map(\.description)
    }

    @Test("an empty file changes nothing", arguments: ["", "\n\n", "# measure = 10\n"])
    func empty(text: String) {
        let (configuration, problems) = Configuration.parse(text, file: "config.toml")
        #expect(configuration == Configuration())
        #expect(configuration.measure == 90)
        #expect(problems.isEmpty)
    }

    @Test("every setting is read")
    func everything() {
        let (configuration, problems) = Configuration.parse(
            """
            theme = "solarized-dark"
            measure = 72
            schema = "~/schemas/Märchen.toml"
            language = "de"
            pane = "below"
            pane-width = 40
            marks = "on"
            nest = "nest"
            author = "Änne"

            [keys.article]
            "g n" = "go-to-next-mention"
            p = "tag PER"
            "\\"" = "quote"

            [keys.library]
            "C-p" = "previous"
            """, file: "config.toml")
        #expect(problems.isEmpty)
        var expected = Configuration()
        expected.theme = "solarized-dark"
        expected.measure = 72
        expected.schema = "~/schemas/Märchen.toml"
        expected.language = .de
        expected.pane = .below
        expected.paneWidth = 40
        expected.marks = .on
        expected.nesting = .nest
        expected.author = "Änne"
        expected.keys = [
            Configuration.KeyLine(mode: "article", keys: "g n", command: "go-to-next-mention", line: 12),
            Configuration.KeyLine(mode: "article", keys: "p", command: "tag PER", line: 13),
            Configuration.KeyLine(mode: "article", keys: "\"", command: "quote", line: 14),
            Configuration.KeyLine(mode: "library", keys: "C-p", command: "previous", line: 17),
        ]
        #expect(configuration == expected)
    }

    @Test("a wrong line is named and all others count")
    func wrongLines() {
        let (configuration, problems) = Configuration.parse(
            """
            theme = "paper"
            mesure = 72
            measure = 300
            language = "fr"
            pane = rihgt
            marks = true
            nest = "nets"
            author = ""
            pane-width = 30
            """, file: "config.toml")
        #expect(configuration.theme == "paper")
        #expect(configuration.paneWidth == 30)
        #expect(configuration.measure == 90)
        #expect(
            problems.filter { $0.line != 5 }.map(\.description) == [
                "config.toml:2: the file knows no \"mesure\"; did you mean \"measure\"?",
                "config.toml:3: measure must be a number from 20 to 200, not 300",
                "config.toml:4: language cannot be \"fr\"; known: auto, de, en",
                "config.toml:6: marks must be text in quotes, not true or false",
                "config.toml:7: nest cannot be \"nets\"; did you mean \"nest\"?",
                "config.toml:8: author must not be empty; give a value or remove the line",
            ])
        #expect(problems.count == 7)
    }

    @Test(
        "the limits of a number count as good",
        arguments: [(19, false), (20, true), (200, true), (201, false)])
    func measure(value: Int, isGood: Bool) {
        #expect(problems("measure = \(value)").isEmpty == isGood)
    }

    @Test("a number of the wrong type names what it is", arguments: ["\"72\"", "72.5", "[72]", "2024-10-17"])
    func measureType(value: String) {
        #expect(problems("measure = \(value)").count == 1)
        #expect(problems("measure = \(value)").allSatisfy { $0.contains("must be a number from 20 to 200") })
    }

    @Test("a wrong line among the keys costs only itself")
    func keys() {
        let (configuration, problems) = Configuration.parse(
            """
            [keys]
            x = "not in a mode"
            [keys.article]
            a = 1
            b = "accept"
            c =
            b = "twice"
            d = ""
            [keys.library
            e = "lost with its header"
            [keys.pane]
            f = "follow"
            """, file: "config.toml")
        #expect(configuration.keys.map(\.keys) == ["b", "f"])
        #expect(configuration.keys.map(\.mode) == ["article", "pane"])
        #expect(configuration.keys.map(\.line) == [5, 12])
        #expect(problems.map(\.line) == [2, 4, 6, 7, 8, 9])
    }

    @Test("keys that are no table are told", arguments: ["keys = 1", "keys = \"x\"", "[[keys]]"])
    func keysOfWrongType(text: String) {
        let (configuration, problems) = Configuration.parse("measure = 50\n" + text, file: "config.toml")
        #expect(configuration.measure == 50)
        #expect(problems.map(\.line) == [2])
    }
}
