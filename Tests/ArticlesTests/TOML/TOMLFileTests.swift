import TestSupport
import Testing

@testable import Articles

@Suite("TOML files with mistakes")
struct TOMLFileTests {
    private func keys(of file: TOMLFile) -> [String] { file.read { $0.keys }.value }

    @Test("a line that is no TOML is told and the rest is read")
    func oneBadLine() {
        let file = TOMLFile(name: "c.toml", text: "a = 1\nb = = 2\nc = 3\n")
        #expect(file.syntaxProblems.map(\.line) == [2])
        #expect(keys(of: file) == ["a", "c"])
        #expect(file.line(of: ["c"]) == 3)
    }

    @Test("the message says what the parser met and what to do")
    func message() {
        let file = TOMLFile(name: "c.toml", text: "theme = paper\n[keys\n")
        #expect(
            file.syntaxProblems.map(\.description) == [
                "c.toml:1: this is no TOML: could not determine value type (text needs quotes); correct or remove it",
                "c.toml:2: this is no TOML: expected ']', saw '\\n'; correct or remove it",
            ])
    }

    @Test("a broken header takes its keys along, so that they do not fall to the table before")
    func badHeader() {
        let file = TOMLFile(name: "c.toml", text: "a = 1\n[b\nx = 1\ny = 2\n[c]\nz = 3\n")
        #expect(file.syntaxProblems.map(\.line) == [2])
        #expect(keys(of: file) == ["a", "c"])
    }

    @Test("a header without a name is told", arguments: ["[]", "[[]]", "[ = ]", "[", "[[ ", "[#]"])
    func namelessHeader(header: String) {
        let file = TOMLFile(name: "c.toml", text: "a = 1\n\(header)\nx = 1\n[c]\n")
        #expect(file.syntaxProblems.map(\.line) == [2])
        #expect(keys(of: file) == ["a", "c"])
    }

    @Test("a list with a brace in it is told", arguments: ["x = [ }", "x = [1, } ]", "x = [[{a = [\n}]}]]"])
    func braceInList(value: String) {
        let file = TOMLFile(name: "c.toml", text: "a = 1\n\(value)\n[c]\n")
        #expect(file.syntaxProblems.map(\.line) == [2])
        #expect(keys(of: file) == ["a", "c"])
    }

    @Test(
        "what lies too deep is told and left out",
        arguments: [
            String(repeating: "[", count: 200_000), "x = " + String(repeating: "[", count: 200_000),
            "x = " + String(repeating: "{x=", count: 200_000), "x" + String(repeating: ".x", count: 200_000),
            "[x" + String(repeating: ".x", count: 50) + "]\ny" + String(repeating: ".y", count: 50) + " = 1",
        ])
    func deep(text: String) {
        let file = TOMLFile(name: "c.toml", text: "a = 1\n" + text)
        #expect(file.syntaxProblems.count == 1)
        #expect(keys(of: file).first == "a")
    }

    @Test("a key that is there twice is told on its second line; the first counts")
    func duplicate() {
        let file = TOMLFile(name: "c.toml", text: "a = 1\nb = 2\na = 3\n")
        #expect(file.syntaxProblems.map(\.line) == [3])
        #expect(file.read { $0.integer("a", in: 0...9) }.value == 1)
    }

    @Test("a string or list that never ends is told where it begins")
    func endless() {
        #expect(TOMLFile(name: "c", text: "a = 1\nb = \"\"\"x\ny\nz\n").syntaxProblems.map(\.line) == [2])
        #expect(TOMLFile(name: "c", text: "a = 1\nb = [\n1,\n2\n").syntaxProblems.map(\.line) == [2])
    }

    @Test("NUL bytes are told and do not end the file", arguments: ["a = 1\n\0b = 2\n", "a = 1\nb\0 = 2\n"])
    func nul(text: String) {
        let file = TOMLFile(name: "c.toml", text: text)
        #expect(file.syntaxProblems.map(\.description) == ["c.toml:2: a NUL byte; remove it"])
        #expect(keys(of: file) == ["a", "b"])
    }

    @Test("a NUL written as an escape in a key does no harm")
    func escapedNul() {
        _ = keys(of: TOMLFile(name: "c.toml", text: "\"a\\u0000b\" = 1\n"))
    }

    @Test("no message carries control characters of the file to the terminal")
    func escapes() {
        let file = TOMLFile(
            name: "c.toml", text: "\"\\u001b[31m\\u202e\" = 1\n\"b\\u001b\" = = 2\nc = \"\u{1B}\"\n")
        let problems = file.syntaxProblems + file.read { _ in }.problems
        #expect(problems.count == 3)
        let scalars = problems.flatMap(\.description.unicodeScalars)
        #expect(!scalars.contains { $0.value < 0x20 || $0.value == 0x7F || $0.value == 0x202E })
    }

    @Test("a file of nothing but mistakes ends after fifty")
    func onlyMistakes() {
        let file = TOMLFile(name: "c.toml", text: String(repeating: "= nonsense\n", count: 500))
        #expect(file.syntaxProblems.count == 51)
        #expect(file.syntaxProblems.last?.message == "too many mistakes; nothing of this file is used")
        #expect(keys(of: file) == [])
    }

    @Test("text of any kind ends in a table or in problems")
    func anyText() {
        var generator = SplitMix(seed: 11)
        let alphabet: [Character] =
            Array("ab.=[]{}\"'\\#,\n\t é1\u{0}") + [
                "\r\n", "\u{FEFF}", "\u{2028}", "\u{A0}", "\u{B}", "_", "-", "+", "0", "t", "i", "n", "T",
                ":", "u", "e",
            ]
        for _ in 0..<2000 {
            let text = String((0..<40).compactMap { _ in alphabet.randomElement(using: &generator) })
            let file = TOMLFile(name: "x", text: text)
            #expect(file.syntaxProblems.allSatisfy { (1...42).contains($0.line) })
        }
    }

    @Test("the nearest word is found in spite of case and slips, and nothing far")
    func nearest() {
        let words = ["theme", "measure", "nest"]
        #expect(words.nearest(to: "Theme") == "theme")
        #expect(words.nearest(to: "mesure") == "measure")
        #expect(words.nearest(to: "net") == "nest")
        #expect(words.nearest(to: "nets") == "nest")
        #expect(words.nearest(to: "weather") == nil)
        #expect(words.nearest(to: "") == nil)
        #expect(words.nearest(to: String(repeating: "x", count: 10_000)) == nil)
    }
}
