import CModels
import CWordLists
import Testing

@testable import Language

/// The program takes its own models to be whole; this is where they are checked.
@Suite struct EmbeddedModelTests {
    private func file(_ start: UnsafePointer<UInt8>, _ count: Int) throws(ModelError) -> ModelFile {
        try ModelFile(ModelMemory(copying: Array(UnsafeBufferPointer(start: start, count: count))))
    }

    private func bytes(_ model: glosse_model) -> [UInt8] {
        Array(UnsafeBufferPointer(start: model.bytes, count: model.count))
    }

    private func bytes(syntax index: Int32) -> [UInt8] {
        let model = glosse_syntax_model_at(index)
        return Array(UnsafeBufferPointer(start: model.bytes, count: model.count))
    }

    @Test("words and names are whole")
    func names() throws {
        _ = try WordKnowledge(ModelFile(ModelMemory(copying: bytes(glosse_model_words()))))
        _ = try NameTagger(bytes: bytes(glosse_model_names()))
        #expect(NameTagger.embedded != nil)
    }

    @Test("parts of speech and dependencies are whole", arguments: ["de", "en"])
    func syntax(language: String) throws {
        let index: Int32 = language == "de" ? 0 : 1
        _ = try TagModel(bytes: bytes(syntax: index), language: language)
        _ = try ParserModel(bytes: bytes(syntax: index + 2))
        #expect(Syntax.embedded(language: language) != nil)
    }

    @Test("word lists and forms are whole")
    func lexicons() throws {
        _ = try Lexicon(file(glosse_lexicon(), glosse_lexicon_count()))
        _ = try FormLexicon(file(glosse_forms(), glosse_forms_count()))
        #expect(FormLexicon.german != nil)
    }

    @Test("all of them together stay below 30 MB")
    func size() {
        let syntax = (0..<4).reduce(0) { $0 + glosse_syntax_model_at(Int32($1)).count }
        let names = glosse_model_words().count + glosse_model_names().count
        #expect(syntax + names + glosse_lexicon_count() + glosse_forms_count() < 30_000_000)
    }
}
