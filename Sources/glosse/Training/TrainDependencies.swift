import ArgumentParser
import Language

/// `glosse train dep`: a model of dependencies from a treebank.
struct TrainDependencies: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dep",
        abstract: "Train dependencies from CoNLL-U.",
        discussion: """
            The parser learns from word classes as a tagger guesses them. With --test it is scored on other sentences, \
            with the classes of the model that --tagger names.
            """)

    @OptionGroup var options: TreebankOptions

    @Option(help: "So many readings of a sentence are kept while it is parsed, twice as many while learning.")
    var beam = 4

    @Option(help: ArgumentHelp("A model of train pos, for --test.", valueName: "file"))
    var tagger: String?

    func validate() throws {
        guard 1...32 ~= beam else { throw ValidationError("--beam must be between 1 and 32") }
        if options.test != nil, tagger == nil { throw ValidationError("--test needs --tagger") }
    }

    func run() throws {
        var trainer = try options.trainer()
        trainer.beam = beam
        let model = try trainer.parserModel(from: try options.treebank(), progress: StandardError.lines)
        try FileBytes.write(model, to: options.out)
        guard let tagger, let test = try options.testTreebank() else { return }
        let score = SyntaxScore(
            test, tagger: try TagModel(bytes: FileBytes.read(tagger), language: options.language),
            parser: try ParserModel(bytes: model))
        StandardError.lines(
            "\(score.words) words: head \(Share(score.heads)), head and relation \(Share(score.relations))")
    }
}
