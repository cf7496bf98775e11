import Articles
import CWordLists
import Foundation
import Testing

@testable import Language

@Suite struct LexiconTests {
    private func traits(of word: String, in lexicon: Lexicon = .embedded) -> WordTraits {
        var word = word
        return word.withUTF8 { lexicon.traits(of: $0) }
    }

    @Test("what several lines say about a word is joined")
    func joined() throws {
        let lexicon = try Lexicon(text: "Essen\tT\nEssen\tW\nNew York\tC\nDr.\tD\n")
        #expect(traits(of: "Essen", in: lexicon) == [.town, .common])
        #expect(traits(of: "New", in: lexicon) == .startsPhrase)
        #expect(traits(of: "Dr", in: lexicon) == .startsPhrase)
        #expect(traits(of: "New York", in: lexicon) == .country)
        #expect(traits(of: "essen", in: lexicon).isEmpty)
        #expect(traits(of: "", in: lexicon).isEmpty)
    }

    @Test(
        "broken lines are passed by",
        arguments: ["", "\n\n", "\t", "word", "\tT\n", "a\t\n", "a\t?#1\n", "\u{0}\t\u{0}"])
    func brokenLines(text: String) throws {
        #expect(try traits(of: "word", in: Lexicon(text: text)).isEmpty)
    }

    @Test("the embedded lists know what news speaks of")
    func embedded() {
        #expect(traits(of: "Deutschland").contains(.country))
        #expect(traits(of: "Brüssel").contains(.town))
        #expect(traits(of: "Angela").contains(.firstName))
        #expect(traits(of: "NATO") == .organisation)
        #expect(traits(of: "Präsidentin").contains(.office))
        #expect(traits(of: "deutsche").contains(.derived))
        #expect(traits(of: "Treffen").contains(.common))
        #expect(traits(of: "because").contains(.common))
    }

    @Test("the embedded table is the one that the lists make")
    func isCurrent() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Sources/Language/Resources")
        let lists = try ["own", "countries", "cities", "german", "english", "wikinews"].map {
            try String(contentsOf: folder.appending(path: "\($0).txt"), encoding: .utf8)
        }
        let embedded = UnsafeBufferPointer(start: glosse_lexicon(), count: glosse_lexicon_count())
        #expect(
            Lexicon.table(of: lists.joined()).elementsEqual(embedded),
            "run Sources/Language/Resources/make-table")
    }

    @Test("a table finds every word that it was given, through all its growth, and no other")
    func table() {
        let words = (0..<2000).map { ("wort\($0)", $0) }
        let table = WordTable(words + [("wort7", -1)])
        #expect(table.count == 2000)
        for (word, value) in words {
            var word = word
            #expect(word.withUTF8 { table.value(of: $0) } == value)
        }
        var other = "wort2000"
        #expect(other.withUTF8 { table.value(of: $0) } == nil)
    }
}

@Suite struct PassageTests {
    private func pieces(_ text: String) -> [String] {
        let passage = Passage(paragraph: 0, of: Text(text), tongue: .german)
        return passage.pieces.indices.map { passage.string(of: $0..<$0 + 1) }
    }

    @Test("signs, numbers and the genitive's s are pieces of their own")
    func split() {
        #expect(pieces("„2 %“") == ["„", "2", "%", "“"])
        #expect(pieces("300km/h") == ["300", "km", "/", "h"])
        #expect(pieces("NATO-Staaten") == ["NATO-Staaten"])
        #expect(pieces("Trump’s") == ["Trump", "’", "s"])
        #expect(pieces("D’Alema") == ["D’Alema"])
        #expect(pieces("2002–2005") == ["2002", "–", "2005"])
        #expect(pieces("2024-10-17") == ["2024-10-17"])
        #expect(pieces("1.000,50 €") == ["1.000,50", "€"])
    }

    @Test(
        "pieces cover everything but white space, in order",
        arguments: [
            "„Wir warten“, sagte er (um 14.30 Uhr).", "Ä Ö ß – … 🎺", "a\u{301}b", "日本の首相", "1990er-Jahre/2 %",
            "\u{FEFF}x",
        ])
    func cover(text: String) {
        let passage = Passage(paragraph: 0, of: Text(text))
        var end = 0
        for piece in passage.pieces {
            #expect(piece.start >= end)
            #expect(piece.end > piece.start)
            #expect(passage.bytes[end..<piece.start].allSatisfy { $0 <= 0x20 || $0 >= 0x80 })
            end = piece.end
        }
        #expect(passage.sentences.reduce(0) { $0 + $1.count } == passage.pieces.count)
    }

    @Test(
        "letters are written small in place, byte for byte",
        arguments: [
            ("ÄÖÜ ẞ", "äöü ẞ"), ("Žižek Łódź", "žižek łódź"), ("NATO×2", "nato×2"), ("Ÿ", "Ÿ"),
            ("Ελλάδα", "Ελλάδα"),
        ])
    func fold(text: String, folded: String) {
        #expect(String(decoding: Letters.folded(Array(text.utf8)), as: UTF8.self) == folded)
    }
}
