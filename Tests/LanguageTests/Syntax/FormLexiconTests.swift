import CWordLists
import Testing

@testable import Language

@Suite struct FormLexiconTests {
    private func readings(_ word: String) throws -> [FormReading] {
        let lexicon = try #require(FormLexicon.german)
        var word = word
        return word.withUTF8 { bytes in
            lexicon.set(of: bytes).map { Array(lexicon.readings(of: $0)) } ?? []
        }
    }

    private func lemma(_ word: String, _ part: PartOfSpeech) throws -> String? {
        let lexicon = try #require(FormLexicon.german)
        return try readings(word).first { $0.part == part }.map {
            String(decoding: lexicon.lemma(of: Array(word.utf8), by: $0), as: UTF8.self)
        }
    }

    @Test(
        "forms lead to their lemma, by part of speech",
        arguments: [
            ("Häusern", PartOfSpeech.noun, "Haus"), ("ging", .verb, "gehen"),
            ("abgemacht", .verb, "abmachen"),
            ("abzumachen", .verb, "abmachen"), ("üppigstem", .adjective, "üppig"),
            ("wurde", .auxiliary, "werden"),
            ("den", .determiner, "der"), ("Österreichs", .properNoun, "Österreich"),
        ])
    func lemmas(form: String, part: PartOfSpeech, expected: String) throws {
        #expect(try lemma(form, part) == expected)
    }

    @Test(
        "words that are not there have no readings", arguments: ["", "x", "qwrtzp", "Blubberwurstel", "日本"])
    func unknown(word: String) throws {
        #expect(try readings(word).isEmpty)
    }

    @Test("one form can be several things")
    func ambiguous() throws {
        let parts = Set(try readings("die").map(\.part))
        #expect(parts.isSuperset(of: [.determiner, .pronoun]))
    }

    @Test("an unknown compound is known by its tail")
    func compounds() throws {
        let lexicon = try #require(FormLexicon.german)
        let lemmatizer = Lemmatizer(lexicon: lexicon, learned: nil)
        for (word, expected) in [
            ("Hafenverkehrsministers", "Hafenverkehrsminister"), ("Krabbenkutterhäfen", "Krabbenkutterhafen"),
        ] {
            let bytes = Array(word.utf8)
            let lemma = bytes.withUnsafeBufferPointer {
                lemmatizer.lemma($0, WordAtoms($0, isFirst: false, lexicon: lexicon), .noun)
            }
            #expect(lemma == expected)
        }
    }

    @Test("a lexicon with a changed byte is refused")
    func damaged() {
        let sound = Array(UnsafeBufferPointer(start: glosse_forms(), count: glosse_forms_count()))
        for place in [0, 12, 40, 5_000, sound.count - 1] {
            var bytes = sound
            bytes[place] ^= 1
            #expect(throws: ModelError.self) { try FormLexicon(ModelFile(ModelMemory(copying: bytes))) }
        }
    }

    @Test("a lexicon whose sets do not lead to its readings is refused")
    func misled() {
        var writer = ModelWriter()
        writer.add("form.slots", [0] as [UInt32])
        writer.add("end.slots", [0] as [UInt32])
        writer.add("sets", [0, 2] as [UInt32])
        writer.add("readings", [0] as [UInt64])
        writer.add("rules", [] as [UInt64])
        writer.add("letters", [] as [UInt8])
        #expect(throws: ModelError.self) { try FormLexicon(ModelFile(ModelMemory(copying: writer.bytes()))) }
    }
}
