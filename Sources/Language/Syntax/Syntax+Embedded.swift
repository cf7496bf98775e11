import CWordLists

extension Syntax {
    /// The models that are part of the program, for a language by its code; nil for one that has none.
    ///
    /// Made once, when first asked for.
    public static func embedded(language: String) -> Syntax? {
        switch language.split(whereSeparator: { $0 == "-" || $0 == "_" }).first {
        case "de": german
        case "en": english
        default: nil
        }
    }

    private static let german = embedded(tagger: 0, parser: 2, lexicon: .german)
    private static let english = embedded(tagger: 1, parser: 3, lexicon: nil)

    private static func embedded(tagger: Int32, parser: Int32, lexicon: FormLexicon?) -> Syntax? {
        guard let tagger = try? TagModel(ModelFile(memory(tagger)), lexicon: lexicon) else { return nil }
        return Syntax(tagger: tagger, parser: try? ParserModel(ModelFile(memory(parser))))
    }

    private static func memory(_ index: Int32) -> ModelMemory {
        let model = glosse_syntax_model_at(index)
        return ModelMemory(embedded: UnsafeRawBufferPointer(start: model.bytes, count: model.count))
    }
}
