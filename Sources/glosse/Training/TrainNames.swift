import Agreement
import ArgumentParser
import Language

/// `glosse train ner`: a tagger of names from one or several corpora.
struct TrainNames: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ner",
        abstract: "Train a tagger of names.",
        discussion: """
            Reads CoNLL with any columns, GermEval, WNUT, and JSON lines; a file with weight: name.conll@0.5. A fifth of \
            the corpora that the model follows is held out first, to say how good it is and how sure it may be; then it \
            is trained on everything. Progress and scores go to standard error.
            """)

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Files of annotated text, each with @WEIGHT or without.", valueName: "file"))
    var data: [String]

    @Option(help: "The file to write the model to.")
    var out: String

    @Option(help: "own keeps the labels as they are, news maps known corpora to PER, LOC, ORG, MISC.")
    var labels = LabelScheme.own

    @Option(
        help: ArgumentHelp("Annotate German as this file does; the first one otherwise.", valueName: "file"))
    var german: String?

    @Option(
        help: ArgumentHelp("Annotate English as this file does; the first one otherwise.", valueName: "file"))
    var english: String?

    @Option(help: ArgumentHelp("Leave out sentences that stand in this file too.", valueName: "file"))
    var without: String?

    @Flag(
        inversion: .prefixedNo,
        help: "Hold a fifth of the followed corpora out first, for scores and confidence.")
    var heldOut = true

    @Option(help: "Passes over the data.")
    var epochs = NameTrainer.Options().epochs

    @Option(help: "The share of signs that a step overlooks, so that no name is learned by one sign alone.")
    var dropout = NameTrainer.Options().dropout

    @Option(help: "How strongly weights are drawn to nothing: more makes a smaller model.")
    var l1 = NameTrainer.Options().l1

    @Option(help: "Signs that are seen less often are not learned.")
    var leastCount = NameTrainer.Options().minimumCount

    @Option(help: "The start of the random order of sentences.")
    var seed = NameTrainer.Options().seed

    func validate() throws {
        if data.isEmpty { throw ValidationError("name files to learn from with --data") }
        if epochs < 1 { throw ValidationError("--epochs must be at least 1") }
        if !(0..<1 ~= dropout) { throw ValidationError("--dropout must be at least 0 and less than 1") }
        if !(l1 >= 0) { throw ValidationError("--l1 must be at least 0") }
    }

    func run() throws {
        var options = NameTrainer.Options()
        options.epochs = epochs
        options.dropout = dropout
        options.l1 = l1
        options.minimumCount = leastCount
        options.seed = seed
        var trainer = try NameTrainer(options: options)
        let files = data.map(GoldFile.init(argument:))
        let unwanted = Set(try without.map { try GoldFile(argument: $0).sentences().map(\.key) } ?? [])
        for file in files {
            for sentence in try file.lessons(labels, without: unwanted) {
                trainer.add(sentence, corpus: file.corpus, weight: file.weight)
            }
        }
        let example = NameTrainer.Example(
            german: GoldFile.corpus(of: german ?? files[0].path),
            english: GoldFile.corpus(of: english ?? files[0].path))
        let judged = heldOut ? try self.judged(trainer, example) : nil
        let model = trainer.train(following: example, calibratedBy: judged) { epoch, loss, features in
            StandardError.line("all: epoch \(epoch), loss \(Table.decimal(loss, 4)), \(features) features")
        }
        try FileBytes.write(model, to: out)
        StandardError.line("\(out): \(model.count) bytes")
    }

    /// Trains without a fifth and tells how well that is tagged.
    private func judged(
        _ trainer: NameTrainer, _ example: NameTrainer.Example
    ) throws -> NameTrainer.HeldOut {
        let heldOut = try trainer.heldOut(following: example) { epoch, loss, features in
            StandardError.line(
                "held out: epoch \(epoch), loss \(Table.decimal(loss, 4)), \(features) features")
        }
        StandardError.lines(NameScores(heldOut.sentences).table())
        return heldOut
    }
}

extension LabelScheme: ExpressibleByArgument {}
