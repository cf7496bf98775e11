import Testing

@testable import Language

@Suite struct PieceTests {
    private static func tagger() throws -> DeepTagger { try DeepTagger(bytes: TinyModel().bytes()) }

    private static func pieces(_ word: String) throws -> [String] { try tagger().pieces(of: word) }

    @Test("a word is cut into the likeliest pieces")
    func likeliest() throws {
        #expect(try Self.pieces("Angela") == ["▁Angela"])
        #expect(try Self.pieces("Angelas") == ["▁Angela", "s"])
        #expect(try Self.pieces("Angel") == ["▁An", "g", "el"])
        #expect(try Self.pieces("bäk") == ["▁", "b", "ä", "k"])
    }

    @Test("letters without a piece are one unknown piece together, and are told")
    func unknown() throws {
        #expect(try Self.pieces("中国a") == ["▁", "<unk>", "a"])
        #expect(try Self.pieces("a😀b") == ["▁", "a", "<unk>", "b"])
        var segmenter = try Self.tagger().segmenter()
        var pieces: [Int32] = []
        #expect(segmenter.append("Angela".utf8, to: &pieces))
        #expect(!segmenter.append("Ω".utf8, to: &pieces))
    }

    @Test("a letter and its mark are one, blanks inside are marks of a start, those at the ends are nothing")
    func normalization() throws {
        #expect(try Self.pieces("a\u{308}") == ["▁", "ä"])
        #expect(try Self.pieces("\u{FF41}\u{308}\u{FF41}") == ["▁", "ä", "a"])
        #expect(try Self.pieces("a\u{2009} b") == ["▁", "a", "▁", "b"])
        #expect(try Self.pieces(" a ") == ["▁", "a"])
        #expect(try Self.pieces("") == ["▁"])
        #expect(try Self.pieces("\u{2009}") == ["▁"])
        #expect(try Self.pieces("ab") == ["▁", "a", "b"])
    }

    @Test("bytes that are no text and words without end are cut too")
    func malformed() throws {
        var segmenter = try Self.tagger().segmenter()
        var chance = Chance(3)
        for length in [1, 2, 3, 10, 300] {
            var pieces: [Int32] = []
            let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &chance) }
            _ = segmenter.append(bytes, to: &pieces)
            #expect(!pieces.isEmpty && pieces.count <= PieceSegmenter.mostPieces)
        }
        var pieces: [Int32] = []
        #expect(segmenter.append(Array(repeating: UInt8(ascii: "a"), count: 100_000), to: &pieces))
        #expect(pieces.count == PieceSegmenter.mostPieces)
    }

    @Test("no other way to cut a word has a better score")
    func best() throws {
        let scores = Dictionary(uniqueKeysWithValues: zip(TinyModel.pieces, TinyModel.scores))
        func score(_ pieces: [String]) -> Float { pieces.reduce(0) { $0 + (scores[$1] ?? -30) } }
        func ways(_ text: Substring) -> [[String]] {
            guard !text.isEmpty else { return [[]] }
            return TinyModel.pieces.filter { text.hasPrefix($0) }.flatMap { piece in
                ways(text.dropFirst(piece.count)).map { [piece] + $0 }
            }
        }
        var chance = Chance(4)
        for _ in 0..<200 {
            let word = (0..<Int.random(in: 1...7, using: &chance)).map { _ in
                "AngelasbkAn".randomElement(using: &chance).map(String.init) ?? ""
            }.joined()
            let found = try Self.pieces(word)
            guard !found.contains("<unk>") else { continue }
            #expect(found.joined() == "▁" + word)
            #expect(score(found) == ways("▁" + word[...]).map(score).max())
        }
    }
}
