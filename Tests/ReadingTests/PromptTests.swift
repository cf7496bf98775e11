import Articles
import Cells
import Testing

@testable import Reading

@Suite("The prompt, help and keys")
struct PromptTests {
    @Test("Tab completes commands and what they take")
    func completion() {
        var reader = TestReader("Rom")
        reader.type(":")
        reader.write("them")
        reader.type("Tab")
        #expect(reader.state.prompt?.text == "theme ")
        reader.type("Escape :")
        reader.write("tag P")
        reader.type("Tab Enter")
        #expect(reader.marked == "[Rom](PER)")
    }

    @Test("a theme is seen while its name is typed, and gone when that is cancelled")
    func preview() {
        let themes = [Theme(name: "another", styles: [:]), Theme.default, Theme(name: "other", styles: [:])]
        var state = State(size: Size(rows: 10, columns: 40), themes: themes)
        for character in ":theme oth" { _ = state.update(.terminal(.key(Key(character)))) }
        #expect(state.theme.name == Theme.default.name, "half a name shows the theme that is set")
        for character in "er" { _ = state.update(.terminal(.key(Key(character)))) }
        #expect(state.theme.name == "other")
        _ = state.update(.terminal(.key(Key(.escape))))
        #expect(state.theme.name == Theme.default.name)
    }

    @Test("older lines come back, those that begin alike")
    func history() {
        var reader = TestReader("Rom")
        for line in ["tab notes", "theme dark", "tab facts"] {
            reader.type(":")
            reader.write(line)
            reader.type("Enter")
        }
        reader.type(":")
        reader.write("tab")
        reader.type("Up Up")
        #expect(reader.state.prompt?.text == "tab notes")
        reader.type("Down")
        #expect(reader.state.prompt?.text == "tab facts")
        reader.type("Down")
        #expect(reader.state.prompt?.text == "tab")
    }

    @Test("the line is edited anywhere, also with wide characters")
    func editing() {
        var reader = TestReader("Rom")
        reader.type(":")
        reader.write("東京x")
        reader.type("Left Backspace Home")
        reader.write("a")
        #expect(reader.state.prompt?.text == "a東x")
        reader.type("C-e C-w")
        #expect(reader.state.prompt?.text == "")
        reader.type("Backspace")
        #expect(reader.state.prompt == nil)
    }

    @Test("pasted text is searched for and never taken as commands")
    func paste() {
        var reader = TestReader("Rom und xxq")
        reader.send(.terminal(.paste("xxq\nq")))
        #expect(reader.state.isRunning)
        #expect(reader.state.prompt?.text == "xxq q")
        #expect(reader.document?.annotations.isEmpty == true)
    }

    @Test("an unknown command and an unknown key are told")
    func unknown() {
        var reader = TestReader("Rom")
        reader.type(":")
        reader.write("fly")
        reader.type("Enter")
        #expect(reader.row(-2).contains("no command “fly”"))
        reader.type("F9")
        #expect(reader.row(-2).contains("F9 does nothing here"))
    }

    @Test("help lists every key and finds what is looked for")
    func help() {
        var reader = TestReader("Rom", rows: 200, columns: 100)
        reader.type("?")
        for binding in reader.state.keyMap.bindings where binding.mode == .article {
            #expect(reader.screen.contains(binding.keyNames), "\(binding.keyNames) is missing")
        }
        reader.type("/")
        reader.write("undo")
        reader.type("Enter")
        #expect(!reader.screen.contains("Go to the next token"))
        reader.type("q")
        #expect(reader.state.help == nil)
    }

    @Test(
        "help is whole on every screen: what is wider than its column goes on below",
        arguments: [20, 40, 59, 60, 72, 132])
    func narrowHelp(columns: Int) {
        var reader = TestReader("Rom", rows: 1000, columns: columns)
        reader.type("?")
        let words = reader.screen.split(whereSeparator: \.isWhitespace).joined()
        for line in Help.lines(of: reader.state.keyMap, schema: .news) {
            for part in [line.keys, line.summary] {
                let wanted = part.split(whereSeparator: \.isWhitespace).joined()
                // Beside each other, a wrapped summary is cut apart by the keys.
                let isThere =
                    words.contains(wanted)
                    || part.split(separator: " ").allSatisfy { reader.screen.contains($0) }
                #expect(isThere, "\(part) is missing at \(columns) columns")
            }
        }
        #expect(!reader.screen.contains("…"))
    }

    @Test("help scrolls to its last row on a narrow screen")
    func narrowHelpEnd() {
        var reader = TestReader("Rom", rows: 10, columns: 40)
        reader.type("? G")
        let last = Help.lines(of: reader.state.keyMap, schema: .news).last
        #expect(reader.screen.contains(last?.summary ?? "no line"))
    }

    @Test("every command has a key or is reached at the prompt, and names are unique")
    func commands() {
        let names = Command.all.map(\.name)
        #expect(Set(names).count == names.count)
        #expect(Command.all.allSatisfy { !$0.summary.isEmpty && !$0.summary.hasSuffix(".") })
    }

    @Test("no key of a label takes a key of a command away")
    func labelKeys() {
        for kind in Schema.news.labels {
            guard let key = kind.key else { continue }
            #expect(KeyMap.reservedKeys[key] == nil, "\(key) is taken")
        }
    }

    @Test("a user's line replaces a key; a wrong one says what is wrong")
    func binding() throws {
        var map = KeyMap.standard(for: .news)
        try map.bind(line: "article C-n next-mention")
        #expect(map.match(.article, [Key("n", .control)]) == .command(Invocation("next-mention")))
        #expect(throws: KeyMapError.self) { try map.bind(line: "nowhere x undo") }
        #expect(throws: KeyMapError.self) { try map.bind(line: "article Hyper-x undo") }
        #expect(throws: KeyMapError.self) { try map.bind(line: "article x fly") }
        #expect(throws: KeyMapError.self) { try map.bind(line: "article x undo twice") }
    }

    @Test("erasing the line leaves the command that asks")
    func erasesOnlyTheArgument() {
        var reader = TestReader("[Rutte](PER) sprach.")
        reader.type("'")
        reader.write("falsch")
        reader.type("C-u")
        reader.write("Q57661")
        reader.type("Enter")
        #expect(reader.document?.annotations.mentions.first { _ in true }?.value == "Q57661")
    }
}
