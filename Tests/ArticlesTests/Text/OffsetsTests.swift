import Articles
import TestSupport
import Testing

@Suite("Offsets in other units")
struct OffsetsTests {
    private let mixed = "Grüße 😀 aus 北京,\ncafe\u{301} 🇩🇪\n"

    @Test("every boundary between scalars converts as in the views of String, both ways")
    func viewsOfString() {
        // Long enough for several checkpoints.
        let string = String(repeating: mixed, count: 300)
        let text = Text(string)
        var (codePoints, offset, utf16) = (0, 0, 0)
        var wrong: [Int] = []
        for scalar in string.unicodeScalars {
            let isRight =
                text.codePoints(at: offset) == codePoints && text.utf16(at: offset) == utf16
                && text.offset(ofCodePoint: codePoints) == offset && text.offset(ofUTF16: utf16) == offset
            if !isRight { wrong.append(offset) }
            codePoints += 1
            offset += UTF8.width(scalar)
            utf16 += UTF16.width(scalar)
        }
        #expect(wrong.isEmpty)
        #expect(text.codePointCount == string.unicodeScalars.count)
        #expect(text.utf16Count == string.utf16.count)
        #expect(text.offset(ofCodePoint: codePoints) == text.byteCount)
    }

    @Test("nothing lies outside of the text or within a surrogate pair")
    func outside() {
        let text = Text("a😀b")
        #expect([-1, 0, 1, 2, 3, 4].map { text.offset(ofCodePoint: $0) } == [nil, 0, 1, 5, 6, nil])
        #expect([-1, 0, 1, 2, 3, 4, 5].map { text.offset(ofUTF16: $0) } == [nil, 0, 1, nil, 5, 6, nil])
        #expect(Text("abc").offset(ofCodePoint: 4) == nil)
        #expect(Text("").offset(ofUTF16: 0) == 0)
    }

    @Test("an offset inside of a scalar counts as the start of it")
    func insideOfScalar() {
        let text = Text("ü😀")
        #expect((0...6).map { text.codePoints(at: $0) } == [0, 0, 1, 1, 1, 1, 2])
        #expect((0...6).map { text.utf16(at: $0) } == [0, 0, 1, 1, 1, 1, 3])
    }

    @Test("columns count what a reader sees as one character")
    func columns() {
        let text = Text("ab\ncafe\u{301} 🇩🇪!\n")
        #expect(text.columnCount(ofParagraph: 1) == 7)
        #expect(text.offset(ofColumn: 4, inParagraph: 1) == 9)
        #expect(text.column(at: 9) == 4)
        #expect(text.column(at: 12) == 5)
        #expect(text.offset(ofColumn: 7, inParagraph: 1) == text.paragraph(1).end)
        #expect(text.offset(ofColumn: 8, inParagraph: 1) == nil)
        #expect(text.offset(ofColumn: 1, inParagraph: 0) == 1)
        #expect(text.column(at: 2) == 2)
    }

    @Test("columns agree with the characters of String, also when bytes are damaged")
    func charactersOfString() {
        var random = SplitMix(seed: 7)
        for _ in 0..<300 {
            let text = Text(bytes: random.bytes(count: random.below(60)).filter { $0 != 10 && $0 != 13 })
            let string = text.string(in: text.bounds)
            #expect(text.columnCount(ofParagraph: 0) == string.count)
            for column in 0...string.count {
                let offset = text.offset(ofColumn: column, inParagraph: 0)
                #expect(offset.map { text.column(at: $0) } == column)
                #expect(text.string(in: Span(0, offset ?? 0)) == String(string.prefix(column)))
            }
        }
    }

    @Test("ill-formed bytes count as the U+FFFD that they read as")
    func illFormedBytes() {
        var random = SplitMix(seed: 11)
        for _ in 0..<300 {
            let text = Text(bytes: random.bytes(count: random.below(9000)))
            let string = text.string(in: text.bounds)
            #expect(text.codePointCount == string.unicodeScalars.count)
            #expect(text.utf16Count == string.utf16.count)
            let point = random.below(text.codePointCount + 1)
            let offset = text.offset(ofCodePoint: point)
            #expect(offset.map { text.codePoints(at: $0) } == point)
            #expect(text.string(in: Span(0, offset ?? 0)).unicodeScalars.count == point)
        }
    }
}
