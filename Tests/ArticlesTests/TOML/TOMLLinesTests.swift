import TestSupport
import Testing

@testable import Articles

@Suite("Lines of a TOML file")
struct TOMLLinesTests {
    private func line(_ path: TOMLPath, in text: String) -> Int { TOMLLines(Array(text.utf8)).line(of: path) }

    @Test("keys of the top table, of tables and of lists of tables")
    func tables() {
        let text = """
            # a comment with [brackets] = 1
            name = "x"

            [keys.article]
            "g n" = "go"
            g.e = 'x'

            [[fact]]
            name = "a"
              [[fact.slot]]
              name = "s"
              [[fact.slot]]   # second
              name = "t"
            [[fact]]
            [[fact.slot]]
            name = "u"
            """
        #expect(line(["name"], in: text) == 2)
        #expect(line(["keys", "article"], in: text) == 4)
        #expect(line(["keys", "article", "g n"], in: text) == 5)
        #expect(line(["keys", "article", "g", "e"], in: text) == 6)
        #expect(line(["fact", 0, "name"], in: text) == 9)
        #expect(line(["fact", 0, "slot", 1, "name"], in: text) == 13)
        #expect(line(["fact", 1], in: text) == 14)
        #expect(line(["fact", 1, "slot", 0, "name"], in: text) == 16)
    }

    @Test("what is not there has the line of the table around it")
    func missing() {
        let text = "a = 1\n\n[[label]]\nname = \"x\"\n[[label]]\n"
        #expect(line(["label", 1, "name"], in: text) == 5)
        #expect(line(["nothing", "at", "all"], in: text) == 1)
    }

    @Test("strings over lines, with quotes, hashes and headers in them, do not confuse")
    func strings() {
        let text = """
            a = \"\"\"
            [b]
            b = 1 # "x" \\\"\"\" still
            \"\"\"\"
            b = '''
            c = 1'''
            c = "\\"#" # ["
            d = 'a\\'
            e = 1
            """
        #expect(line(["b"], in: text) == 5)
        #expect(line(["c"], in: text) == 7)
        #expect(line(["d"], in: text) == 8)
        #expect(line(["e"], in: text) == 9)
    }

    @Test("elements of lists and keys of inline tables have lines")
    func lists() {
        let text = """
            a = [ "x", # ]
              "y", [1,
              2],
            ]
            label = [
              { name = "A" },
              { name = "B", nests.in = [] }
            ]
            b = 1
            """
        #expect(line(["a", 0], in: text) == 1)
        #expect(line(["a", 1], in: text) == 2)
        #expect(line(["a", 2, 1], in: text) == 3)
        #expect(line(["label", 1, "name"], in: text) == 7)
        #expect(line(["label", 1, "nests", "in"], in: text) == 7)
        #expect(line(["b"], in: text) == 9)
    }

    @Test("CRLF and a byte order mark change no line")
    func lineBreaks() {
        #expect(line(["b"], in: "\u{FEFF}a = 1\r\n# x\r\nb = [\r\n1]\r\n") == 3)
        #expect(line(["a"], in: "\u{FEFF}a = 1\r\n") == 1)
    }

    @Test("the lines around a mistake: a value with all its lines, a header with what stands under it")
    func statements() {
        let lines = TOMLLines(Array("a = [\n1,\n2 3]\nb = 1\n[c]\nd = 1\ne = 2\n\n[f]\ng = 1\n".utf8))
        #expect(lines.statement(around: 3) == 1...3)
        #expect(lines.statement(around: 4) == 4...4)
        #expect(lines.statement(around: 5) == 5...7)
        #expect(lines.statement(around: 7) == 7...7)
        #expect(lines.statement(around: 99) == 99...99)
    }

    @Test("bytes of any kind are read to the end")
    func anyBytes() {
        var generator = SplitMix(seed: 7)
        let alphabet = Array("ab.=[]{}\"'\\#,\n\r\t é\u{0}".utf8)
        for _ in 0..<2000 {
            let bytes = (0..<Int.random(in: 0..<60, using: &generator)).map { _ in
                alphabet.randomElement(using: &generator) ?? 0
            }
            let lines = TOMLLines(bytes)
            #expect(lines.line(of: ["a", 0, "b"]) <= 1 + bytes.count { $0 == 10 })
        }
        _ = TOMLLines(Array(repeating: UInt8(ascii: "["), count: 100_000))
        _ = TOMLLines(Array("a = ".utf8) + Array(repeating: UInt8(ascii: "["), count: 100_000))
    }
}
