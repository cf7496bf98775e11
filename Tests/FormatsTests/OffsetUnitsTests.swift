import Articles
import TestSupport
import Testing

@testable import Formats

@Suite struct OffsetUnitsTests {
    private static let texts = [
        "", "plain", "aä🙂e\u{301}", String(repeating: "Größe 🙂 名", count: 300),
        String(repeating: "🙂", count: 512),
        String(repeating: "x", count: 511) + "ä" + String(repeating: "y", count: 600),
    ]

    @Test("offsets agree with the views of String, both ways", arguments: texts)
    func agreement(_ string: String) {
        let text = Text(string)
        for unit in OffsetUnit.allCases {
            let offsets = OffsetUnits(text, unit)
            var (utf8, units) = (0, 0)
            for scalar in string.unicodeScalars {
                #expect(offsets.count(before: utf8) == units)
                #expect(offsets.offset(after: units) == utf8)
                let width = unit.width(scalar)
                for inside in 1..<max(1, width) { #expect(offsets.offset(after: units + inside) == nil) }
                utf8 += UTF8.width(scalar)
                units += width
            }
            #expect(offsets.count(before: utf8) == units)
            #expect(offsets.offset(after: units) == utf8)
            #expect(offsets.offset(after: units + 1) == nil)
            #expect(offsets.offset(after: -1) == nil)
            #expect(offsets.offset(after: .max) == nil)
        }
    }

    @Test("bytes that are not UTF-8 become U+FFFD on the way out, and every place moves along")
    func repair() {
        let bytes = Array("ä".utf8) + [0xFF] + Array("b".utf8) + [0xE2, 0x82] + Array("c".utf8)
        let mention = Mention(id: "m", spans: SpanSet(3, 4), label: "X")
        let last = Mention(id: "z", spans: SpanSet(4, 7), label: "X")
        let document = Document(
            article: Article(name: "a", text: Text(bytes: bytes)),
            annotations: Annotations(mentions: [mention, last])
        ).withValidText()
        #expect(document.text.string(in: document.text.bounds) == "ä\u{FFFD}b\u{FFFD}c")
        #expect(
            document.annotations.mentions.map { document.text.string(in: $0.bounds) } == ["b", "\u{FFFD}c"])
    }

    @Test("broken sequences are found where String finds them")
    func illFormed() {
        var random = SplitMix(seed: 11)
        for _ in 0..<3000 {
            let bytes = (0..<12).map { _ in
                [0x41, 0x80, 0xBF, 0xC2, 0xE0, 0xA0, 0xED, 0xEF, 0xF0, 0x90, 0xF4, 0xFF][
                    Int.random(in: 0..<12, using: &random)]
            }.map { UInt8($0) }
            let broken = bytes.withUnsafeBufferPointer { IllFormedUTF8.ranges(in: $0) }
            let replaced = String(decoding: bytes, as: UTF8.self).unicodeScalars.count { $0 == "\u{FFFD}" }
            #expect(broken.count == replaced, "\(bytes)")
        }
    }
}

extension OffsetUnit {
    fileprivate func width(_ scalar: Unicode.Scalar) -> Int {
        switch self {
        case .utf8: UTF8.width(scalar)
        case .utf16: UTF16.width(scalar)
        case .codePoints: 1
        }
    }
}
