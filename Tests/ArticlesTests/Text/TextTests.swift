import Testing

@testable import Articles

@Suite("Text")
struct TextTests {
    private func paragraphs(_ text: Text) -> [String] {
        (0..<text.paragraphCount).map { text.string(in: text.paragraph($0)) }
    }

    @Test(
        "a paragraph is a line without its break",
        arguments: [
            ("", [""]), ("a", ["a"]), ("a\n", ["a"]), ("a\nb", ["a", "b"]), ("\n", [""]),
            ("\n\na", ["", "", "a"]),
            ("a\r\nb\r\n", ["a", "b"]), ("a\r\n\r\nb", ["a", "", "b"]),
        ])
    func lines(string: String, expected: [String]) { #expect(paragraphs(Text(string)) == expected) }

    @Test("a carriage return breaks lines only in a text without any line feed")
    func carriageReturns() {
        #expect(paragraphs(Text("a\rb\r\rc")) == ["a", "b", "", "c"])
        #expect(paragraphs(Text("a\rb\nc\r")) == ["a\rb", "c\r"])
    }

    @Test("a line break belongs to the paragraph before it")
    func breaks() {
        let text = Text("ab\r\ncd\n")
        #expect((0...7).map { text.paragraphIndex(at: $0) } == [0, 0, 0, 0, 1, 1, 1, 1])
    }

    @Test("a line that is too long is cut behind a blank")
    func longLineWithBlanks() {
        let words = Array(repeating: "Wörterbuch", count: 20_000).joined(separator: " ")
        let text = Text(words + "\nkurz")
        let lengths = (0..<text.paragraphCount).map { text.paragraph($0).count }
        #expect(lengths.allSatisfy { $0 <= ParagraphIndex.limit })
        #expect(text.paragraphCount == 5)
        #expect(paragraphs(text).dropLast(2).allSatisfy { $0.hasSuffix("Wörterbuch ") })
        #expect(paragraphs(text).joined() == words + "kurz")
    }

    @Test("a line without blanks is cut between two characters", arguments: ["a", "ü", "北", "😀"])
    func longLineWithoutBlanks(character: String) {
        let line = "x" + String(repeating: character, count: 150_000)
        let text = Text(line)
        #expect(paragraphs(text).joined() == line)
        #expect(
            paragraphs(text).allSatisfy { $0.utf8.count <= ParagraphIndex.limit && !$0.contains("\u{FFFD}") })
        #expect((0..<text.paragraphCount).allSatisfy { !text.tokens(inParagraph: $0).isEmpty })
    }

    @Test("invalid bytes are counted, kept, and read as U+FFFD")
    func invalidBytes() {
        let bytes: [UInt8] = Array("gut\nGr".utf8) + [0xFC] + Array("n ".utf8) + [0xE2, 0x82, 0x20, 0xC3]
        let text = Text(bytes: bytes)
        #expect(text.invalidByteCount == 4)
        #expect(text.firstInvalidLine == 2)
        #expect(text.byteCount == bytes.count)
        #expect(text.string(in: text.paragraph(1)) == "Gr\u{FFFD}n \u{FFFD} \u{FFFD}")
        #expect(text.withBytes { Array($0) } == bytes)
    }

    @Test(
        "what is not UTF-8 is seen wherever it stands",
        arguments: [
            [0x80], [0xC0, 0x80], [0xC3], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF0, 0x80, 0x80, 0x80],
            [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80], [0xFF], [0xE2, 0x82],
        ])
    func illFormed(bytes: [UInt8]) {
        for padding in 0..<9 {
            let ascii = [UInt8](repeating: 0x61, count: padding)
            #expect(Text(bytes: ascii + bytes + ascii).invalidByteCount == bytes.count)
        }
    }

    @Test("a sound text has no invalid byte")
    func soundText() {
        let text = Text("Größe, naïve 北京 😀\nmehr")
        #expect(text.invalidByteCount == 0 && text.firstInvalidLine == nil && !text.isASCII)
        #expect(Text("plain").isASCII)
    }

    @Test("the cache holds a bounded number of paragraphs and changes no answer")
    func cache() {
        let text = Text((0..<3000).map { "Absatz Nummer \($0)." }.joined(separator: "\n"))
        for index in (0..<3000) + (0..<3000).reversed() {
            #expect(text.tokens(inParagraph: index) == text.tokenized(paragraph: index).tokens)
        }
        #expect(text.tokenCache.count <= 512)
    }

    @Test("what is asked for again and again stays in the cache")
    func cacheKeepsWhatIsUsed() {
        let cache = ParagraphCache<Int>(paragraphs: 4) { _ in 1 }
        var made = 0
        for index in 0..<100 {
            _ = cache.value(index) { index }
            _ = cache.value(-1) {
                made += 1
                return -1
            }
        }
        #expect(made == 1)
    }
}
