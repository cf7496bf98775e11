import ArgumentParser
import Language

/// `glosse train deep`: a transformer for names and syntax, fine-tuned on one or several corpora and treebanks.
struct TrainDeep: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deep",
        abstract: "Fine-tune a transformer for names, parts of speech and dependencies.",
        discussion: """
            Reads what train ner reads. Files whose names differ only in -train, -dev, -test or a number are one corpus; \
            each corpus has a head of its own over the shared layers, and the model uses that of the file that --follow \
            names. FILE.conllu is a treebank: parts of speech and trees are learned from it, beside names or alone; all \
            treebanks share their heads. FILE@2 has its sentences twice in an epoch, FILE@0.6 six of ten, each time \
            others. What the base knows of names stays when only treebanks are learned from; what it knows of syntax \
            is left out when none is.

            --from names a model of the deep engine: what Sources/Language/Deep/convert has made of a pretrained \
            transformer, or what this command has written, which then goes on with other data. Its pieces and their \
            table stay as they are. With --dev each epoch is judged, by strict F1 and, on a treebank, by the share of words \
            with the right head and relation (the mean of both where both are given); the best one is written, and its \
            confidence is calibrated.

            The same data, base and options give the same model, byte for byte, on one core or two, in one go or \
            resumed, on processors with the same kernels. Progress and scores go to standard error.
            """)

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "Files of annotated text, each with @TIMES or without.", valueName: "file"))
    var data: [String]

    @Option(help: ArgumentHelp("The model to begin with.", valueName: "file"))
    var from: String

    @Option(help: "The file to write the model to.")
    var out: String

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Sentences to judge by; they are not learned from.", valueName: "file"))
    var dev: [String] = []

    @Option(help: ArgumentHelp("Annotate as this file does; the first one otherwise.", valueName: "file"))
    var follow: String?

    @Option(help: ArgumentHelp("Leave out sentences that stand in this file too.", valueName: "file"))
    var without: String?

    @Option(help: "own keeps the labels as they are, news maps known corpora to PER, LOC, ORG, MISC.")
    var labels = LabelScheme.own

    @Option(
        help: ArgumentHelp(
            "Keep the state of the training in this file, and go on from it when it is there.",
            valueName: "file"))
    var resume: String?

    @Option(help: "Stop after so many minutes; with --resume the next call goes on.")
    var minutes: Double?

    @Option(
        help: ArgumentHelp(
            "Without --dev: take over how this model's confidence was calibrated.", valueName: "file"))
    var calibration: String?

    @Option(help: "Use so many layers of the base, from below; all otherwise.")
    var layers: Int?

    @Option(help: "Passes over the data.")
    var epochs = DeepTrainer.Options().epochs

    @Option(help: "With --dev: end after so many epochs without a better score.")
    var patience = DeepTrainer.Options().patience

    @Option(help: "The largest step; it grows at first, then falls to nothing.")
    var rate = DeepTrainer.Options().rate

    @Option(help: "The heads take steps so many times larger than the layers.")
    var headFactor = DeepTrainer.Options().headFactor

    @Option(help: "So many pieces of words are learned from at a time.")
    var batch = DeepTrainer.Options().batch

    @Option(help: "The share of numbers that a step overlooks, so that none is relied on alone.")
    var dropout = DeepTrainer.Options().dropout

    @Option(help: "The start of all chance.")
    var seed = DeepTrainer.Options().seed

    @Flag(help: "Write layers in single precision, four times as large, to go on from with no loss.")
    var float = false

    @Flag(help: "Write only the head of the corpus that is followed, for a smaller file.")
    var bare = false

    @Option(help: "Work on so many cores; more than 2 gain nothing.")
    var cores = 2

    func validate() throws {
        if data.isEmpty { throw ValidationError("name files to learn from with --data") }
        if !(1...1000 ~= epochs) { throw ValidationError("--epochs must be between 1 and 1000") }
        if patience < 1 { throw ValidationError("--patience must be at least 1") }
        if layers.map({ $0 < 1 }) ?? false { throw ValidationError("--layers must be at least 1") }
        if !(rate > 0 && rate < 1) { throw ValidationError("--rate must be more than 0 and less than 1") }
        if !(headFactor > 0 && headFactor <= 1000) {
            throw ValidationError("--head-factor must be more than 0 and at most 1000")
        }
        if !(16...65_536 ~= batch) { throw ValidationError("--batch must be between 16 and 65536") }
        if !(0..<1 ~= dropout) { throw ValidationError("--dropout must be at least 0 and less than 1") }
        if !(minutes.map { $0 > 0 && $0 <= 100_000 } ?? true) {
            throw ValidationError("--minutes must be more than 0 and at most 100000")
        }
        for file in data.map(GoldFile.init(argument:)) where !(file.weight <= 100) {
            throw ValidationError("\(file.path)@…: an epoch has a file at most 100 times")
        }
        if cores < 1 { throw ValidationError("--cores must be at least 1") }
        if !dev.isEmpty, calibration != nil {
            throw ValidationError("--dev calibrates already; give it or --calibration, not both")
        }
    }

    func run() throws {
        for path in [out, resume].compactMap({ $0 }) { try FileBytes.checkWriting(to: path) }
        let base = try FileBytes.model(from) { bytes throws(ModelError) in try DeepBase(bytes: bytes) }
        let judges = dev.map(GoldFile.init(argument:))
        let heldOut = try judges.filter { !$0.isTreebank }.flatMap { try sentences($0) }
        var treebank = Treebank()
        for file in judges where file.isTreebank { treebank.append(try file.treebank()) }
        let calibrated = try calibration.map {
            try FileBytes.model($0) { bytes throws(ModelError) in try DeepTagger(bytes: bytes).calibration }
        }
        let unwanted =
            try heldOut.map(\.key) + treebank.keys + (without.map { try keys(GoldFile(argument: $0)) } ?? [])
        let text = try text(base, without: Set(unwanted))
        let trainer: DeepTrainer
        do throws(DeepTrainingError) {
            trainer = try DeepTrainer(
                base, text, following: follow.map(GoldFile.corpus), options: options)
        } catch {
            throw FileError("\(error)")
        }
        try DeepTrainingRun(
            trainer: trainer, heldOut: heldOut, treebank: treebank, statePath: resume, minutes: minutes,
            cores: cores
        ).run()
        let bytes: [UInt8]
        do throws(ModelError) {
            bytes = try trainer.model(calibratedBy: calibrated ?? .none)
        } catch {
            throw FileError("\(from): \(error)")
        }
        try FileBytes.write(bytes, to: out)
        StandardError.line("\(out): \(bytes.count) bytes")
    }

    private var options: DeepTrainer.Options {
        var options = DeepTrainer.Options()
        options.layers = layers
        options.epochs = epochs
        options.patience = patience
        options.rate = rate
        options.headFactor = headFactor
        options.batch = batch
        options.dropout = dropout
        options.seed = seed
        options.isFloat = float
        options.isBare = bare
        return options
    }

    /// What is learned from, without sentences that also stand elsewhere.
    private func text(_ base: DeepBase, without unwanted: Set<String>) throws -> TrainingText {
        var text = TrainingText(base)
        for argument in data {
            let file = GoldFile(argument: argument)
            guard !file.isTreebank else {
                text.add(try file.grammarLessons(without: unwanted), times: file.weight)
                continue
            }
            let remark = ", corpus \(file.corpus)"
            text.add(
                try file.lessons(labels, without: unwanted, remark: remark), corpus: file.corpus,
                times: file.weight)
        }
        return text
    }

    private func sentences(_ file: GoldFile) throws -> [TaggedSentence] {
        try file.sentences().map { $0.mapping(labels.label) }
    }

    private func keys(_ file: GoldFile) throws -> [String] {
        file.isTreebank ? try file.treebank().keys : try sentences(file).map(\.key)
    }
}
