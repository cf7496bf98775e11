/// Trains a tagger of names from gold sentences.
public struct NameTrainer {
    public struct Options: Hashable, Sendable {
        public var epochs = 12
        public var rate: Float = 0.2
        public var l1: Float = 0.5
        public var l2: Float = 0.01
        public var minimumCount = 2
        /// The share of a token's features that a step overlooks, so that no name is learned by a single sign.
        public var dropout: Float = 0
        public var seed: UInt64 = 1

        public init() {}
    }

    /// What a model says of sentences that it was not trained on.
    public struct HeldOut: Sendable {
        public let sentences: [(gold: TaggedSentence, names: [TaggedName])]
        let calibration: Calibration
    }

    public typealias Progress = (_ epoch: Int, _ loss: Double, _ features: Int) -> Void

    /// Whose way to annotate a model follows in German and in English.
    public struct Example: Hashable, Sendable {
        public let german: String
        public let english: String

        public init(german: String, english: String) {
            self.german = german
            self.english = english
        }
    }

    private let options: Options
    private let reader: WordReader
    private var examples: [(sentence: TaggedSentence, corpus: String, weight: Float)] = []

    public init(options: Options = Options()) throws(ModelError) {
        guard let reader = WordReader.embedded else { throw .damaged }
        self.init(reader, options: options)
    }

    init(_ reader: WordReader, options: Options = Options()) {
        self.options = options
        self.reader = reader
    }

    /// - Parameter corpus: sentences of one corpus are annotated in one way; the model learns the ways apart.
    public mutating func add(_ sentence: TaggedSentence, corpus: String, weight: Float = 1) {
        examples.append((sentence, corpus, weight))
    }

    /// Trains without a fifth of the corpora that are followed, and tags that fifth.
    public func heldOut(
        following example: Example, progress: Progress = { _, _, _ in }
    ) throws(ModelError) -> HeldOut {
        let followed = [example.german, example.english]
        let own = examples.indices.filter { followed.contains(examples[$0].corpus) }
        // Of each corpus in twenty blocks every fifth, so that neighbours stay together.
        let held = Set(own.enumerated().filter { $0.offset * 20 / max(1, own.count) % 5 == 4 }.map(\.element))
        let texts = Set(held.map { examples[$0].sentence.key })
        var rest = NameTrainer(reader, options: options)
        for (index, example) in examples.enumerated()
        where !held.contains(index)
            && !(example.sentence.words.count > 4 && texts.contains(example.sentence.key))
        {
            rest.examples.append(example)
        }
        let bytes = rest.train(following: example, progress: progress)
        let tagger = try NameTagger(ModelFile(ModelMemory(copying: bytes)), reader)
        var german = TaggingRun(tagger, language: "de")
        var english = TaggingRun(tagger, language: "en")
        var sentences: [(gold: TaggedSentence, names: [TaggedName])] = []
        var judged: [(probability: Double, isRight: Bool)] = []
        for index in held.sorted() {
            let gold = examples[index].sentence
            let isGerman = examples[index].corpus == example.german
            let names = isGerman ? german.names(in: gold.words) : english.names(in: gold.words)
            let right = gold.names
            for name in names {
                judged.append(
                    (
                        Double(name.confidence),
                        right.contains { $0.words == name.tokens && $0.label == name.label }
                    ))
            }
            sentences.append((gold, names))
        }
        return HeldOut(sentences: sentences, calibration: Calibration(fitting: judged))
    }

    /// The bytes of the model that is trained on all sentences.
    public func train(
        following example: Example, calibratedBy heldOut: HeldOut? = nil, progress: Progress = { _, _, _ in }
    ) -> [UInt8] {
        let types = Set(examples.flatMap { $0.sentence.names.map(\.label) }).sorted()
        var trainer = sequenceTrainer(types)
        var inner = InnerNameTraining(sequenceTrainer(["LOC", "MISC", "ORG", "PER"]))
        var features = NameFeatures(reader, words: 1 << 12)
        var rows = FeatureRows()
        for example in examples {
            features.read(
                SentenceTokens(example.sentence.words), corpus: FeatureHash.of(example.corpus.utf8),
                into: &rows)
            trainer.add(
                rows, gold: example.sentence.labels.map { trainer.number(of: $0) }, weight: example.weight)
            inner.add(example.sentence, rows)
        }
        let result = trainer.train { progress($0.epoch, $0.loss, $0.featureCount) }
        var writer = ModelWriter()
        writer.add("names", lines: [NameTagger.head(reader), example.german, example.english])
        writer.add("calibration", (heldOut?.calibration ?? .none).numbers)
        result.write(to: &writer)
        writer.add("inner", inner.bytes())
        return writer.bytes()
    }

    private func sequenceTrainer(_ types: [String]) -> SequenceTrainer {
        var trained = SequenceTrainer.Options()
        trained.epochs = options.epochs
        trained.rate = options.rate
        trained.l1 = options.l1
        trained.l2 = options.l2
        trained.minimumCount = options.minimumCount
        trained.dropout = options.dropout
        trained.seed = options.seed
        return SequenceTrainer(
            labels: ["O"] + types.flatMap { ["B-" + $0, "I-" + $0] }, options: trained
        ) { before, label in
            guard let label, label.hasPrefix("I-") else { return true }
            return before?.dropFirst(2) == label.dropFirst(2)
        }
    }
}
