import Articles
import TestSupport
import Testing

@testable import Reading

@Suite("Regular expressions")
struct RegularExpressionTests {
    private func hits(_ pattern: String, _ string: String) throws -> [String] {
        let text = Text(string)
        let hits = try RegularExpression(pattern).hits(in: text, span: text.bounds, limit: .max) { false }
        #expect(hits.isComplete)
        return hits.spans.map(text.string)
    }

    @Test(
        "finds what the notation says",
        arguments: [
            ("a|bc", "abcb", ["a", "bc"]), ("(ab)+", "ababxab", ["abab", "ab"]),
            ("a{2,3}", "aaaaa", ["aaa", "aa"]),
            ("a{2}", "aaaaa", ["aa", "aa"]), ("a{2,}?", "aaaaa", ["aa", "aa"]), ("ab??", "ab", ["a"]),
            ("<.+?>", "<a><b>", ["<a>", "<b>"]), ("<.+>", "<a><b>", ["<a><b>"]), ("a|ab", "ab", ["a"]),
            ("^\\w+", "Der Rat", ["Der"]), ("\\w+$", "Der Rat", ["Rat"]), ("\\bra\\w", "Erat rat", ["rat"]),
            ("\\Bat", "at rat", ["at"]), ("[^a-z ]+", "über 20 x", ["ü", "20"]), ("[]a]+", "x]a", ["]a"]),
            ("[a-]+", "b-a", ["-a"]), ("\\d+[.,]\\d", "1,5 oder 20.7", ["1,5", "20.7"]),
            ("x*", "axxb", ["xx"]),
            ("\\p{Lu}{2,}", "Die EU und die USA", ["EU", "USA"]), ("\\S+\\s\\S+", "a b c", ["a b"]),
            ("\\x{20AC}|\\u00df", "5 € und ß", ["€", "ß"]), ("(?:a|b)(?<n>c)", "bc", ["bc"]),
            ("a{,b", "a{,b", ["a{,b"]),
            ("ratz", "RATZ Ratz", ["RATZ", "Ratz"]), ("Ratz", "RATZ Ratz", ["Ratz"]), ("..", "北京é", ["北京"]),
            ("(a*)*b", "aab", ["aab"]), ("(|a)+", "aa", ["aa"]), ("a.b", "a\nb", []), ("", "abc", []),
        ])
    func notation(pattern: String, text: String, expected: [String]) throws {
        #expect(try hits(pattern, text) == expected)
    }

    @Test(
        "says what is wrong",
        arguments: [
            ("(", "has no “)”"), (")", "has no “(”"), ("[a", "has no “]”"),
            ("*a", "nothing stands before “*”"),
            ("a\\", "behind the last"), ("(?=a)", "look-around"), ("(a)\\1", "refer back"),
            ("\\q", "means nothing"),
            ("[b-a]", "before it begins"), ("\\p{Xx}", "is no category"), ("a{3,2}", "is empty"),
            ("a{2000}", "at most 1000"), ("(a{900}){900}", "repeats too much"),
            ("\\x{110000}", "no character"),
            ("a++", "possessive"), (String(repeating: "(", count: 5000), "too deep"),
        ])
    func wrong(pattern: String, reason: String) {
        do {
            _ = try RegularExpression(pattern)
            Issue.record("\(pattern) was taken")
        } catch {
            #expect(error.description.contains(reason))
        }
    }

    @Test("agrees with Swift's engine where both have the same notation")
    func agreesWithSwift() throws {
        var numbers = SplitMix(seed: 20_261_125)
        let patterns = [
            "a+b", "(a|b)c", "a(b|c)*d", "[ab]+c?", "(ab|a)(bc)?", "a.c", "^a+", "c+$", "\\bab", "(a+)+$",
            "b{2,3}",
            "(a|ab)(c|bcd)", "a+?b", "(?:ab){1,2}c", "[^a]b",
        ]
        for pattern in patterns {
            let regex = try Regex(pattern)
            for _ in 0..<60 {
                let text = String(
                    (0..<Int.random(in: 0...14, using: &numbers)).map { _ in
                        "abcd ".randomElement(using: &numbers) ?? "a"
                    })
                let expected = text.matches(of: regex).map { String(text[$0.range]) }
                #expect(try hits(pattern, text) == expected, "\(pattern) in \(text)")
            }
        }
    }

    @Test(
        "the work grows with the text and not faster",
        arguments: ["(a+)+$", "(a|a)*b", "(a*)*c", "a*a*a*a*b"])
    func linear(pattern: String) throws {
        let expression = try RegularExpression(pattern)
        let text = Text(String(repeating: "a", count: 5_000))
        let hits = expression.hits(in: text, span: text.bounds, limit: .max) { false }
        #expect(hits.work < 50 * text.byteCount)
    }

    @Test("bytes that are no UTF-8 end in hits on whole characters, or in none", arguments: 1...20)
    func hostile(seed: Int) throws {
        var numbers = SplitMix(seed: UInt64(seed))
        let bytes = (0..<200).map { _ in UInt8.random(in: 0...255, using: &numbers) }
        let text = Text(bytes: bytes)
        for pattern in [".", "\\w+", "[^a]", "\u{FFFD}+", "ä|ö"] {
            let hits = try RegularExpression(pattern).hits(in: text, span: text.bounds, limit: .max) { false }
            #expect(hits.spans.allSatisfy { !$0.isEmpty && text.bounds.contains($0) })
            #expect(zip(hits.spans, hits.spans.dropFirst()).allSatisfy { $0.end <= $1.start })
        }
    }
}
