/// What the deep engine says of a sentence, in the labels of the fast one: it is added to the fast one's own scores, so
/// that both, and what a person has taught, decide together.
public struct SecondOpinion: Hashable, Sendable {
    /// Words x labels, natural logarithms; all 0 for a word that the deep engine does not know.
    let scores: [Float]
    /// How the probability of a name by both engines becomes confidence.
    let calibration: Calibration
    /// Words x `StateCoder.groups`, or empty: how each word is used.
    private let codes: [UInt8]

    /// How much the deep engine counts beside the fast one; chosen on the fifth of GermEval that neither has seen.
    static let weight: Float = 1
    /// The least that is said of a label, also of one that the deep engine does not have.
    private static let least: Float = -12

    /// - Parameters:
    ///   - logits: words x the deep engine's labels.
    ///   - places: for each label of the fast engine where the deep one has it.
    init(
        logits: [Float], width: Int, places: [Int?], isUnknown: [Bool], calibration: Calibration = .none,
        codes: [UInt8] = []
    ) {
        self.calibration = calibration
        self.codes = codes.count == isUnknown.count * StateCoder.groups ? codes : []
        var scores: [Float] = []
        scores.reserveCapacity(isUnknown.count * places.count)
        for (word, isUnknown) in isUnknown.enumerated() {
            guard !isUnknown else {
                scores += repeatElement(0, count: places.count)
                continue
            }
            let row = logits[word * width..<(word + 1) * width].map { $0.isFinite ? $0 : 0 }
            let top = row.max() ?? 0
            let sum = row.reduce(0) { $0 + Exponential.of(Double($1 - top)) }
            let norm = top + Float(Logarithm.of(sum))
            for place in places {
                scores.append(Self.weight * max(Self.least, place.map { row[$0] - norm } ?? Self.least))
            }
        }
        self.scores = scores
    }

    /// Appends features of how a word is used, for what a person teaches.
    func appendFeatures(of word: Int, to features: inout [UInt64]) {
        guard !codes.isEmpty else { return }
        for group in 0..<StateCoder.groups {
            features.append(
                FeatureHash.mixed(911, UInt64(group), UInt64(codes[word * StateCoder.groups + group])))
        }
    }
}

extension DeepRun {
    /// What it says of sentences that stand one behind the other, in the labels of a fast tagger.
    public func opinions(
        of sentences: [[String]], for tagger: NameTagger
    ) throws(CancellationError) -> [SecondOpinion] {
        let places = tagger.labels.map { label in labels.firstIndex(of: label) }
        return try coded(sentences).map { sentence in
            SecondOpinion(
                logits: sentence.logits, width: labels.count, places: places,
                isUnknown: sentence.pieces.isUnknown, calibration: calibration, codes: sentence.codes)
        }
    }
}
