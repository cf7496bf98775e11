import ArgumentParser
import Language

/// Which tagger of names works, and in which language.
struct NameModelOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("A model from glosse train ner instead of the program's own.", valueName: "file"))
    var model: String?

    @Option(help: "The language of the text; told by its words otherwise.")
    var language: ArticleOptions.Language?

    func run() throws -> TaggingRun { TaggingRun(try tagger(), language: language?.rawValue) }

    private func tagger() throws -> NameTagger {
        guard let model else {
            guard let tagger = NameTagger.embedded else {
                throw FileError("the program was built without its model of names; build it again")
            }
            return tagger
        }
        let bytes = try FileBytes.read(model)
        do throws(ModelError) {
            return try NameTagger(bytes: bytes)
        } catch {
            throw FileError("\(model): \(error)")
        }
    }
}
