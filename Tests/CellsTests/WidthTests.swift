import Glibc
import Testing

@testable import Cells

@Suite("widths and clusters")
struct WidthTests {
    private func glyphs(_ text: String) -> [String] { Width.clusters(of: text).map(\.glyph) }
    private func widths(_ text: String) -> [Int] { Width.clusters(of: text).map(\.width) }

    @Test("letters take one cell, Chinese, Japanese, Korean and emoji two")
    func plain() {
        #expect(Width.of("Größe") == 5)
        #expect(widths("a漢한ﾊ👍שﷲ") == [1, 2, 2, 1, 2, 1, 1])
        #expect(Width.of("") == 0)
        #expect(Width.clusters(of: "").isEmpty)
    }

    @Test("marks are drawn on the character before them")
    func marks() {
        #expect(glyphs("o\u{308}a\u{301}\u{302}") == ["o\u{308}", "a\u{301}\u{302}"])
        #expect(Width.of("o\u{308}") == 1)
        #expect(Width.clusters(of: "o\u{308}").map(\.byteCount) == [3])
    }

    @Test("a mark with nothing before it is drawn on a dotted circle")
    func loneMark() {
        #expect(Width.clusters(of: "\u{301}a").map(\.glyph) == ["◌\u{301}", "a"])
        #expect(Width.clusters(of: "\u{301}a").map(\.byteCount) == [2, 1])
    }

    @Test("a flood of marks is cut off, and its bytes still count")
    func flood() {
        let text = "a" + String(repeating: "\u{301}", count: 10_000) + "b"
        let clusters = Width.clusters(of: text)
        #expect(clusters.count == 2)
        #expect(clusters[0].glyph.unicodeScalars.count == 1 + Width.maximumMarks)
        #expect(clusters[0].byteCount == 20_001)
    }

    @Test("control characters are pictures, never themselves")
    func controls() {
        #expect(glyphs("\u{1B}[31m\0\u{7F}\r\n") == ["␛", "[", "3", "1", "m", "␀", "␡", "␍", "␊"])
        #expect(glyphs("\u{9B}\u{85}\u{FFFE}") == ["�", "�", "�"])
        #expect(glyphs("a\tb") == ["a", " ", "b"])
    }

    @Test("characters that reorder or hide text are visible")
    func formats() {
        #expect(
            glyphs("a\u{202E}b\u{2066}c\u{200B}d\u{FEFF}\u{2028}\u{E0041}")
                == Array("a·b·c·d···").map(String.init))
    }

    @Test("joiners, soft hyphens and selectors are not drawn, but belong to the character before")
    func hidden() {
        #expect(glyphs("Dampf\u{AD}schiff").joined() == "Dampfschiff")
        #expect(glyphs("❤\u{FE0F}!") == ["❤", "!"])
        #expect(Width.clusters(of: "❤\u{FE0F}!").map(\.byteCount) == [6, 1])
        #expect(glyphs("\u{200D}a") == ["·", "a"])
    }

    @Test("a family of emoji is drawn as its members, a hand without its skin tone")
    func emoji() {
        #expect(glyphs("👨\u{200D}👩\u{200D}👧") == ["👨", "👩", "👧"])
        #expect(glyphs("👍🏽") == ["👍"])
        #expect(glyphs("a🏽") == ["a", "🏽"])
        #expect(widths("🇩🇪") == [1, 1])
    }

    @Test("the replacement character of invalid input is kept")
    func replacement() {
        #expect(
            Width.clusters(of: "a\u{FFFD}") == [
                Width.Cluster(glyph: "a", width: 1, byteCount: 1),
                Width.Cluster(glyph: "�", width: 1, byteCount: 3),
            ])
    }

    @Test("no scalar is drawn as a control character, empty, or with bytes lost")
    func everyScalar() {
        let scalars = (0...0x10FFFF as ClosedRange<UInt32>).lazy.compactMap(Unicode.Scalar.init)
        var wrong: [Unicode.Scalar] = []
        for scalar in scalars {
            let text = "e" + String(scalar) + "a"
            let clusters = Width.clusters(of: text)
            let isWhole = clusters.reduce(0) { $0 + $1.byteCount } == text.utf8.count
            let isHarmless = clusters.allSatisfy { cluster in
                !cluster.glyph.isEmpty && (1...2).contains(cluster.width)
                    && cluster.glyph.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
            }
            if !isWhole || !isHarmless { wrong.append(scalar) }
        }
        #expect(wrong.isEmpty)
    }

    @Test("a long text for a short place is split no further than it takes to see that it is too long")
    func limited() {
        let text = String(repeating: "漢e\u{301}", count: 1_000)
        for columns in 0...9 {
            let clusters = Width.clusters(of: text, columns: columns)
            let width = clusters.reduce(0) { $0 + $1.width }
            #expect(columns < width && width <= columns + 2)
        }
        #expect(Width.clusters(of: "abc", columns: 3).count == 3)
    }

    @Test("a slice and a string that is not stored as UTF-8 in one piece give the same clusters")
    func slices() {
        let text = "Straße 漢字"
        #expect(Width.clusters(of: text.dropFirst(2)) == Width.clusters(of: String(text.dropFirst(2))))
    }

    /// Where our table differs from the C library's on purpose. Any other difference is a mistake.
    private func differsOnPurpose(_ scalar: Unicode.Scalar, _ ours: Width.Kind, _ theirs: Int32) -> Bool {
        switch scalar.value {
        // Trigrams, digrams and counting rods are wide since Unicode 16, which terminals do not know yet.
        case 0x2630...0x2637, 0x268A...0x268F, 0x1D300...0x1D376: return true
        default: break
        }
        return switch ours {
        // Never sent to the terminal.
        case .hidden, .symbol, .replaced: true
        // Unknown to this C library; the seam to the terminal then draws `�`.
        case .narrow, .wide, .mark: theirs < 0
        }
    }

    @Test("the table agrees with the C library's wcwidth on the characters of Unicode 15.1")
    func agreesWithLibrary() throws {
        // Not in the module of the C library, which hides it behind a macro.
        typealias Function = @convention(c) (wchar_t) -> Int32
        let wcwidth = unsafeBitCast(try #require(dlsym(nil, "wcwidth")), to: Function.self)
        let locale = try #require(newlocale(LC_CTYPE_MASK, "C.UTF-8", nil))
        let before = uselocale(locale)
        defer {
            uselocale(before)
            freelocale(locale)
        }
        var differences: [String] = []
        for value in 0xA0...0x10FFFF as ClosedRange<UInt32> {
            guard let scalar = Unicode.Scalar(value), let age = scalar.properties.age, age <= (15, 1) else {
                continue
            }
            let kind = Width.kind(of: value)
            let theirs = wcwidth(wchar_t(value))
            let ours: Int32 = kind == .wide ? 2 : kind == .mark ? 0 : 1
            if ours != theirs, !differsOnPurpose(scalar, kind, theirs) {
                differences.append("U+\(String(value, radix: 16, uppercase: true)): \(ours), libc \(theirs)")
            }
        }
        #expect(differences.isEmpty)
    }
}
