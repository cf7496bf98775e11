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

    @Test("spans and offsets in a row are counted as each by itself", arguments: texts)
    func spans(_ string: String) {
        let text = Text(string)
        let places = string.unicodeScalars.reduce(into: [0]) { places, scalar in
            places.append(places[places.count - 1] + UTF8.width(scalar))
        }
        var random = SplitMix(seed: 5)
        for unit in OffsetUnit.allCases {
            let offsets = OffsetUnits(text, unit)
            var cursor = OffsetUnits.Cursor(offsets)
            var found = OffsetUnits.Places(offsets)
            for place in places {
                let count = offsets.count(before: place)
                #expect(found.span(count, count + 1) == offsets.span(count, count + 1))
            }
            for place in places { #expect(cursor.count(before: place) == offsets.count(before: place)) }
            for _ in 0..<200 {
                let first = places[Int.random(in: places.indices, using: &random)]
                let last = places[Int.random(in: places.indices, using: &random)]
                let span = Span(min(first, last), max(first, last))
                let range = offsets.count(before: span.start)..<offsets.count(before: span.end)
                #expect(offsets.range(of: span) == range)
                #expect(offsets.span(range.lowerBound, range.upperBound) == span)
                #expect(found.span(range.lowerBound, range.upperBound) == span)
                #expect(cursor.count(before: first) == offsets.count(before: first))
            }
            let end = offsets.count(before: text.byteCount)
            #expect(offsets.span(end, end + 1) == nil && offsets.span(0, end + 1) == nil)
            #expect(offsets.span(1, 0) == nil && offsets.span(-1, 0) == nil)
            #expect(found.span(end, end + 1) == nil && found.span(0, end + 1) == nil)
            #expect(found.span(1, 0) == nil && found.span(-1, 0) == nil && found.span(0, .max) == nil)
        }
    }

    @Test("a unit within a character of two is no place, also as the end of a span")
    func surrogates() {
        let offsets = OffsetUnits(Text("a🙂b"), .utf16)
        #expect(offsets.span(0, 2) == nil && offsets.span(1, 2) == nil && offsets.span(2, 3) == nil)
        #expect(offsets.span(1, 3) == Span(1, 5))
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
