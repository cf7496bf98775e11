import CModels

/// The trained tagger of names: tokens in, labels in the IOB2 scheme and their probability out.
public struct NameTagger: Sendable {
    /// What the head of a model file says that this tagger reads.
    static let task = "names 1"

    let model: SequenceModel
    /// Nil where the training text has no names inside names.
    let inner: InnerNames?
    let reader: WordReader
    /// The corpora whose way to annotate is followed.
    private let german: UInt64
    private let english: UInt64
    let calibration: Calibration
    /// Tells this model from others.
    let mark: String

    /// The model that is part of the program; nil only if the program was built wrong.
    public static let embedded: NameTagger? = {
        let names = glosse_model_names()
        let memory = ModelMemory(embedded: UnsafeRawBufferPointer(start: names.bytes, count: names.count))
        guard let reader = WordReader.embedded, let file = try? ModelFile(memory) else { return nil }
        return try? NameTagger(file, reader)
    }()

    /// A model from a file that `glosse train ner` has written.
    public init(bytes: [UInt8]) throws(ModelError) {
        guard let reader = WordReader.embedded else { throw .damaged }
        try self.init(ModelFile(ModelMemory(copying: bytes)), reader)
    }

    init(_ file: ModelFile, _ reader: WordReader) throws(ModelError) {
        let head = try file.lines("names")
        guard head.count == 3, head[0] == Self.head(reader) else {
            throw ModelError(
                kind: .version,
                description: "is a model for another version of this program; train it again")
        }
        german = FeatureHash.of(head[1].utf8)
        english = FeatureHash.of(head[2].utf8)
        mark = String(file.checksum, radix: 16)
        calibration = try Calibration(file.array("calibration"))
        model = try SequenceModel(file)
        inner = try InnerNames(file)
        self.reader = reader
    }

    /// A model works only with the features and the table of words that it was trained with.
    static func head(_ reader: WordReader) -> String { "\(task) \(reader.knowledge.mark)" }

    /// `O`, `B-PER`, `I-PER` and so on.
    public var labels: [String] { model.labels }

    func corpus(_ tongue: Tongue) -> UInt64 { tongue == .english ? english : german }
}

extension WordReader {
    /// The words that the program knows; nil only if it was built wrong.
    static let embedded: WordReader? = {
        let words = glosse_model_words()
        let memory = ModelMemory(embedded: UnsafeRawBufferPointer(start: words.bytes, count: words.count))
        guard let file = try? ModelFile(memory), let knowledge = try? WordKnowledge(file) else { return nil }
        return WordReader(knowledge: knowledge, lexicon: .embedded)
    }()
}
