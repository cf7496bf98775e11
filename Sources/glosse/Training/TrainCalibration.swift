import ArgumentParser
import Language

/// `glosse train calibration`: how sure both engines together may say that they are.
struct TrainCalibration: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calibration",
        abstract: "Fit the confidence of a deep model that decides together with the fast engine.",
        discussion: """
            Both models must not have learned from the sentences of --data. Writes the deep model with its new \
            calibration; train deep --calibration takes it over for a model that has learned from everything.
            """)

    @Option(help: ArgumentHelp("The deep engine's model.", valueName: "file"))
    var model: String

    @Option(
        help: ArgumentHelp(
            "The fast engine's model; the program's own when absent.", valueName: "file"))
    var beside: String?

    @Option(help: ArgumentHelp("Sentences with right names.", valueName: "file"))
    var data: String

    @Option(help: "own keeps the labels as they are, news maps known corpora to PER, LOC, ORG, MISC.")
    var labels = LabelScheme.news

    @Option(help: "The file to write the model to.")
    var out: String

    func run() throws {
        try FileBytes.checkWriting(to: out)
        let names = try NameModelOptions.tagger(beside)
        let heldOut = try GoldFile(argument: data).sentences().map { $0.mapping(labels.label) }
        let written = try FileBytes.model(model) { bytes throws(ModelError) in
            let deep = try DeepTagger(bytes: bytes)
            // Nobody cancels it: it runs in the command's own thread.
            let calibration = try? deep.calibration(with: names, on: heldOut)
            return try DeepTagger.bytes(bytes, calibratedBy: calibration ?? .none)
        }
        try FileBytes.write(written, to: out)
        StandardError.line("\(out): \(written.count) bytes")
    }
}
