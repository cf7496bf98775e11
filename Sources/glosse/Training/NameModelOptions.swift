import ArgumentParser
import Language

/// Which tagger of names works, and in which language.
struct NameModelOptions: ParsableArguments {
    enum Engine: String, CaseIterable, ExpressibleByArgument {
        case fast, deep
    }

    @Option(help: "fast is the linear tagger; deep a transformer that decides together with it.")
    var engine = Engine.fast

    @Option(
        help: ArgumentHelp(
            "A model from glosse train ner, or of the deep engine, instead of the program's own.",
            valueName: "file"))
    var model: String?

    @Option(
        help: ArgumentHelp(
            "With --engine deep: the fast engine's model that decides together with it.", valueName: "file"))
    var beside: String?

    @Flag(help: "With --engine deep: the fast engine has no say.")
    var alone = false

    @Option(help: "The language of the text; told by its words otherwise.")
    var language: ArticleOptions.Language?

    func validate() throws {
        if engine == .deep, model == nil, !DeepTagger.isEmbedded {
            throw ValidationError("this program was built without the deep engine; name a model with --model")
        }
        if engine == .fast, beside != nil || alone {
            throw ValidationError("--beside and --alone go with --engine deep")
        }
    }

    /// - Parameter personal: whether to use what a person has taught.
    func run(_ personal: PersonalOptions? = nil) throws -> NameRun {
        let tagger = try Self.tagger(engine == .fast ? model : beside)
        let layer = try personal?.layer(tagger)
        guard engine == .deep, let deep = try deepTagger() else {
            return NameRun(tagger, language: language?.rawValue, personal: layer)
        }
        let isKnown = deep.labels.allSatisfy(tagger.labels.contains)
        return NameRun(
            tagger, language: language?.rawValue, personal: layer, deep: DeepRun(deep),
            alone || !isKnown ? .deepAlone : .both)
    }

    private func deepTagger() throws -> DeepTagger? {
        guard let model else { return .embedded }
        return try FileBytes.model(model) { bytes throws(ModelError) in try DeepTagger(bytes: bytes) }
    }

    func tagger() throws -> NameTagger { try Self.tagger(model) }

    static func tagger(_ model: String?) throws -> NameTagger {
        guard let model else {
            guard let tagger = NameTagger.embedded else {
                throw FileError("the program was built without its model of names; build it again")
            }
            return tagger
        }
        return try FileBytes.model(model) { bytes throws(ModelError) in try NameTagger(bytes: bytes) }
    }
}
