import Foundation
import Testing

/// Files that are not what they should be, through `glosse extract`: each ends in a document or in a message that says
/// what, where and what to do.
@Suite("bad input")
struct BadInputTests {
    private let home: Home

    init() throws {
        home = try Home()
    }

    @Test("a missing file is named; so is one that may not be read")
    func missing() throws {
        try expectFailure(["no.txt"], ["no.txt: does not exist; check the name"])
        try home.write("ein haus\n", to: "a.txt")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0], ofItemAtPath: home.folder.appendingPathComponent("a.txt").path)
        if getuid() != 0 { try expectFailure(["a.txt"], ["a.txt: may not be read; check its permissions"]) }
    }

    @Test("an empty file is an empty article")
    func empty() throws {
        try home.write("", to: "a.txt")
        #expect(try #require(extracted("a.txt").documents.first).text == "")
    }

    @Test("binary files are refused with their kind, NUL bytes with their place")
    func binary() throws {
        try home.write([0x7F, 0x45, 0x4C, 0x46, 1, 2, 3], to: "program.txt")
        try expectFailure(["program.txt"], ["program.txt: is a program, not text"])
        try home.write("%PDF-1.7\n", to: "paper.txt")
        try expectFailure(["paper.txt"], ["paper.txt: is a PDF, not text; save it as text first"])
        try home.write("ein\nhaus\0boot\n", to: "nul.txt")
        try expectFailure(["nul.txt"], ["nul.txt:2: holds a NUL byte (offset 8)"])
    }

    @Test("the good files count although one is bad")
    func goodOnesStay() throws {
        try home.write("ein haus\n", to: "news/a.txt")
        try home.write("ein\0boot\n", to: "news/b.txt")
        try home.write("ein zug\n", to: "news/c.txt")
        let (ending, documents) = try extracted("news")
        #expect(ending.status == 1)
        #expect(ending.errors.contains("news/b.txt:1: "))
        #expect(documents.map(\.title) == ["ein haus", "ein zug"])
    }

    @Test("a file above 1 GB is refused at once, in little memory")
    func tooLarge() throws {
        let file = home.folder.appendingPathComponent("a.txt")
        try Data().write(to: file)
        #expect(truncate(file.path, 3_000_000_000) == 0)
        let ending = try expectFailure(["a.txt"], ["a.txt: is larger than 1 GB; split it first"])
        #expect(ending.peakMemory < 200 << 20)
        for command in [["import", "a.txt"], ["stats", "a.txt"]] {
            let ending = try home.glosse(command)
            #expect(ending.status == 1 && ending.errors.contains("larger than 1 GB"))
        }
    }

    @Test("a pipe without an end is refused when it has given 1 GB", .enabled(if: hasMemory))
    func endlessPipe() throws {
        let ending = try Program.ending(
            of: "bash", ["-c", "yes ein haus am see | '\(Program.glosse)' stats -"],
            in: Program.Surroundings(environment: home.environment, folder: home.folder.path))
        #expect(ending.status == 1)
        #expect(ending.errors.contains("standard input: is larger than 1 GB"))
    }

    /// A text of 1 GB is held in memory.
    static let hasMemory = ProcessInfo.processInfo.physicalMemory > 8 << 30

    @Test("other encodings are read, and said; offsets are those of the text as UTF-8")
    func encodings() throws {
        let text = "Grüße aus Köln, schöne Straße\n"
        let little = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        try home.write([0xFF, 0xFE] + little, to: "little.txt")
        try home.write([0xFE, 0xFF] + big, to: "big.txt")
        try home.write(text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }, to: "latin.txt")
        try home.write([0xEF, 0xBB, 0xBF] + text.utf8, to: "mark.txt")
        for (name, word) in [
            ("little.txt", "is UTF-16"), ("big.txt", "is UTF-16"), ("latin.txt", "read as Windows-1252"),
            ("mark.txt", "byte order mark"),
        ] {
            let (ending, documents) = try extracted(name)
            #expect(ending.status == 0)
            #expect(ending.errors.contains("warning: \(name): ") && ending.errors.contains(word))
            #expect(documents.map(\.text) == [text])
        }
    }

    @Test("invalid UTF-8 is kept, shown as replacement characters, and said once")
    func invalidUTF8() throws {
        try home.write(Array("haus ".utf8) + [0xFF, 0x20, 0xC3] + Array(" ä ö ü ß boot\n".utf8), to: "a.txt")
        let (ending, documents) = try extracted("a.txt")
        #expect(ending.status == 0)
        #expect(ending.errors.split(separator: "\n").count == 1)
        #expect(ending.errors.contains("a.txt:1: 2 places are not UTF-8 and shown as U+FFFD"))
        #expect(documents.map(\.text) == ["haus \u{FFFD} \u{FFFD} ä ö ü ß boot\n"])
        let screen = try home.glosse("screen", "--size", "8x60", "a.txt")
        #expect(screen.text.contains("haus � � ä ö ü ß boot"))
    }

    @Test("line breaks of Windows stay in the text and are not drawn")
    func returns() throws {
        try home.write("ein haus\r\nein boot\r\n", to: "a.txt")
        #expect(try extracted("a.txt").documents.map(\.text) == ["ein haus\r\nein boot\r\n"])
        let screen = try home.glosse("screen", "--size", "8x60", "a.txt").text
        #expect(screen.contains(" ein haus ") && screen.contains(" ein boot ") && !screen.contains("␍"))
    }

    @Test("a flood of combining marks is an article, and its screen is short")
    func floodOfMarks() throws {
        let flood = "e" + String(repeating: "\u{301}", count: 1000) + " boot\n"
        try home.write(flood, to: "a.txt")
        #expect(try extracted("a.txt").documents.map(\.text) == [flood])
        let screen = try home.glosse("screen", "--size", "8x60", "a.txt").text
        #expect(screen.contains(" boot"))
        #expect(screen.utf8.count < 4000)
    }

    @Test("control characters and escape sequences are pictures on the screen")
    func controls() throws {
        try home.write("ein\u{1B}[2Jhaus\u{7}\u{9B}5m \u{202E}boot\u{85}\n", to: "a.txt")
        let screen = try home.glosse("screen", "--size", "8x60", "a.txt").text
        #expect(screen.contains("ein␛[2Jhaus␇"))
        #expect(!screen.unicodeScalars.contains { $0 != "\n" && $0.properties.generalCategory == .control })
        #expect(!screen.unicodeScalars.contains("\u{202E}"))
    }

    @Test("a file's name reaches neither stderr nor the screen raw", arguments: ["", "stats", "import"])
    func hostileNames(command: String) throws {
        let name = "no\nsuch\u{1B}]0;title\u{7}\u{9B}file.txt"
        let arguments = [command.isEmpty ? "read" : command, name]
        let missing = try home.glosse(arguments)
        #expect(missing.status == 1)
        #expect(missing.errors.contains("no␊such␛]0;title␇�file.txt: does not exist"))
        expectHarmless(missing.errors)
        try home.write("ein\0boot\n", to: name)
        let bad = try home.glosse("extract", name)
        #expect(bad.status == 1)
        #expect(bad.errors.contains("no␊such␛]0;title␇�file.txt:1: holds a NUL byte"))
        expectHarmless(bad.errors)
        try home.write("ein haus\n", to: name)
        expectHarmless(try home.glosse("screen", name).text)
        expectHarmless(try home.glosse("extract", "--to", "nonsense\u{1B}[2J", name).errors)
        expectHarmless(try home.glosse("read", "--schema", name, name).errors)
    }

    @Test("broken JSON lines are told with file, line and reason; the good ones come in")
    func brokenJSONLines() throws {
        let lines = [
            #"{"id":"a","text":"ein haus"}"#, #"{"id":"b","text":"ein"#, "",
            #"{"id":"c","text":"ein boot","mentions":[{"id":"m","start":4,"end":99,"label":"PER"}]}"#,
            "[1, 2]",
            #"{"id":"d","text":"ein zug"}"#,
        ]
        try home.write(lines.joined(separator: "\n"), to: "a.jsonl")
        for command in ["import", "extract"] {
            let ending = try home.glosse(command, "a.jsonl")
            #expect(ending.status == 1)
            for place in ["a.jsonl:2:", "a.jsonl:4:", "a.jsonl:5:"] {
                #expect(ending.errors.contains("error: \(place)"), "\(ending.errors)")
            }
            let output = try command == "import" ? home.glosse("export").output : ending.output
            #expect(try JSONLine.all(in: output).map(\.text) == ["ein haus", "ein zug"])
        }
    }

    @Test("broken lines of brat are told with file, line and reason; the good ones come in")
    func brokenBrat() throws {
        try home.write("ein haus am see\n", to: "a.txt")
        try home.write(
            "T1\tLOC 4 8\thaus\nT2\tLOC 12 90\tsee\nnonsense\nR1\tnear Arg1:T1 Arg2:T9\nT3\tPER 0 3\tein\n",
            to: "a.ann")
        let ending = try home.glosse("import", "a.ann")
        #expect(ending.status == 1)
        for line in 2...4 { #expect(ending.errors.contains("error: a.ann:\(line): "), "\(ending.errors)") }
        #expect(try Set(home.keptMentions()) == ["LOC haus", "PER ein"])
    }

    @Test("brat without its text says which file is missing")
    func bratWithoutText() throws {
        try home.write("T1\tLOC 4 8\thaus\n", to: "a.ann")
        try expectFailure(["a.ann"], ["a.ann: ", "a.txt"])
    }

    @Test("a folder without articles is told")
    func emptyFolder() throws {
        try home.write("x", to: "news/picture.png")
        for command in [["extract", "news"], ["read", "news"], ["stats", "news"], ["import", "news"]] {
            let ending = try home.glosse(command)
            #expect(ending.status == 1)
            #expect(ending.errors.contains("there is no article in news"), "\(ending.errors)")
        }
    }

    @Test("folders that lead back to themselves are read once")
    func circle() throws {
        try home.write("ein haus\n", to: "news/a.txt")
        try home.write("ein boot\n", to: "b.txt")
        let news = home.folder.appendingPathComponent("news")
        for (name, target) in [("again", "."), ("up.txt", "../news"), ("file", "../b.txt"), ("dead", "gone")]
        {
            try FileManager.default.createSymbolicLink(
                atPath: news.appendingPathComponent(name).path, withDestinationPath: target)
        }
        let (ending, documents) = try extracted("news")
        #expect(ending.status == 0, "\(ending.errors)")
        #expect(documents.map(\.title) == ["ein haus", "ein boot"])
    }

    @Test("a wrong schema is told with file, line and remedy")
    func wrongSchema() throws {
        try home.write("[[label]]\nname = \"PER\"\nkey = \"pp\"\n", to: "own.toml")
        for command in [["read"], ["screen"], ["list", "labels"]] {
            let ending = try home.glosse(command + ["--schema", "own.toml"])
            #expect(ending.status == 1)
            #expect(ending.errors.contains("own.toml:3: "), "\(command): \(ending.errors)")
        }
        let missing = try home.glosse("read", "--schema", "no.toml", "a.txt")
        #expect(missing.status == 1)
        #expect(missing.errors.contains("no.toml: does not exist"))
    }

    private func extracted(_ arguments: String...) throws -> (Program.Ending, documents: [JSONLine]) {
        let ending = try home.glosse(["extract"] + arguments)
        return (ending, try JSONLine.all(in: ending.output))
    }

    /// `glosse extract` ends with status 1 and says these things.
    @discardableResult
    private func expectFailure(_ arguments: [String], _ words: [String]) throws -> Program.Ending {
        let ending = try home.glosse(["extract"] + arguments)
        #expect(ending.status == 1)
        for word in words { #expect(ending.errors.contains(word), "\(ending.errors)") }
        return ending
    }

    /// Nothing in the text could command a terminal.
    private func expectHarmless(_ text: String) {
        let commanding = text.unicodeScalars.filter {
            $0 != "\n" && ($0.properties.generalCategory == .control || $0 == "\u{202E}")
        }
        #expect(commanding.isEmpty, "\(text)")
    }
}
