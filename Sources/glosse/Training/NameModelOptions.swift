import ArgumentParser
import Language

/// Which tagger of names works, and in which language.
struct NameModelOptions: ParsableArguments {
    enum Engine: String, CaseIterable, ExpressibleByArgument {
        case fast, deep
    }

    @Option(help: "fast is the linear tagger, deep a transformer, which needs --model.")
    var engine = Engine.fast

    @Option(
        help: ArgumentHelp(
            "A model from glosse train ner, or of the deep engine, instead of the program's own.",
            valueName: "file"))
    var model: String?

    @Option(help: "The language of the text; told by its words otherwise.")
    var language: ArticleOptions.Language?

    func validate() throws {
        if engine == .deep, model == nil {
            throw ValidationError("--engine deep needs a model file: name it with --model")
        }
    }

    /// - Parameter personal: whether to use what a person has taught; only the fast engine can learn.
    func run(_ personal: PersonalOptions? = nil) throws -> NameRun {
        switch engine {
        case .fast:
            let tagger = try tagger()
            return NameRun(
                TaggingRun(tagger, language: language?.rawValue, personal: try personal?.layer(tagger)))
        case .deep:
            let fast = TaggingRun(try tagger(nil), language: language?.rawValue)
            guard let model else { return NameRun(fast) }
            return NameRun(
                fast,
                deep: try Self.read(model) { bytes throws(ModelError) in
                    DeepRun(try DeepTagger(bytes: bytes))
                })
        }
    }

    func tagger() throws -> NameTagger { try tagger(model) }

    private func tagger(_ model: String?) throws -> NameTagger {
        guard let model else {
            guard let tagger = NameTagger.embedded else {
                throw FileError("the program was built without its model of names; build it again")
            }
            return tagger
        }
        return try Self.read(model) { bytes throws(ModelError) in try NameTagger(bytes: bytes) }
    }

    private static func read<Model>(
        _ path: String, _ make: ([UInt8]) throws(ModelError) -> Model
    ) throws -> Model {
        let bytes = try FileBytes.read(path)
        do throws(ModelError) {
            return try make(bytes)
        } catch {
            throw FileError("\(path): \(error)")
        }
    }
}
