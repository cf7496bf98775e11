import ArgumentParser
import Language

/// `glosse train pos`: a model of parts of speech and lemmas from a treebank.
struct TrainPOS: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pos",
        abstract: "Train parts of speech and lemmas from CoNLL-U.",
        discussion: """
            The same data, options and version give the same bytes. With --test the new model is scored on other \
            sentences, word by word as they are written there.
            """)

    @OptionGroup var options: TreebankOptions

    func run() throws {
        let trainer = try options.trainer()
        let model = trainer.tagModel(from: try options.treebank(), progress: StandardError.lines)
        try FileBytes.write(model, to: options.out)
        guard let test = try options.testTreebank() else { return }
        let tagger = try TagModel(bytes: model, language: options.language)
        let score = SyntaxScore(test, tagger: tagger)
        StandardError.lines(
            "\(score.words) words: part of speech \(Share(score.accuracy)), lemma \(Share(score.lemmaAccuracy))"
        )
    }
}
