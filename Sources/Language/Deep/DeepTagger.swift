/// The deep engine's model at hand: a transformer with its pieces, its labels of names and what it may know of syntax.
public struct DeepTagger: Sendable {
    let model: DeepModel
    let kernels: Kernels
    private let vocabulary: PieceVocabulary
    private let normalizer: PieceNormalizer
    let coders = StateCoder.Cache()

    /// A model from a file that `Sources/Language/Deep/convert` or `glosse train deep` has written.
    /// - Parameter kernels: what to compute with; the fastest that this processor can.
    public init(bytes: [UInt8], kernels: Kernels? = Kernels.best) throws(ModelError) {
        try self.init(ModelFile(ModelMemory(copying: bytes)), kernels)
    }

    init(_ file: ModelFile, _ kernels: Kernels? = Kernels.best) throws(ModelError) {
        guard let kernels else { throw .damaged }
        model = try DeepModel(file)
        vocabulary = try PieceVocabulary(file, model.shape)
        normalizer = try PieceNormalizer(file)
        self.kernels = kernels
    }

    /// `O`, `B-PER`, `I-PER` and so on.
    public var labels: [String] { model.labels }

    /// Whether it knows parts of speech and trees, too.
    public var hasSyntax: Bool { model.syntax != nil }

    /// How the model's probabilities become confidence.
    public var calibration: Calibration { model.calibration }

    /// The set of kernels that it computes with.
    public var kernelName: String { kernels.name }

    func segmenter() -> PieceSegmenter {
        PieceSegmenter(vocabulary, normalizer, unknown: model.shape.unknownPiece)
    }

    /// The pieces of a word as they are written, `<unk>` for an unknown one.
    func pieces(of word: String) -> [String] {
        var segmenter = segmenter()
        var pieces: [Int32] = []
        _ = segmenter.append(word.utf8, to: &pieces)
        return pieces.map { $0 == model.shape.unknownPiece ? "<unk>" : vocabulary.string(Int($0)) }
    }
}
