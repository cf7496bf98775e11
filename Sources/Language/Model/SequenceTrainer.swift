/// Trains a `SequenceModel`: a linear-chain conditional random field.
///
/// The likelihood is climbed sentence by sentence with FTRL-Proximal (McMahan, "Follow-the-Regularized-Leader and
/// Mirror Descent", 2011), whose L1 term leaves most features without weight. One thread, a fixed order of shuffles and
/// its own exponential: the same examples give the same bytes.
struct SequenceTrainer {
    struct Options: Sendable {
        var epochs = 12
        /// The step; `beta` keeps the first steps of a weight small.
        var rate: Float = 0.2
        var beta: Float = 1
        var l1: Float = 0.5
        var l2: Float = 0.01
        /// Features that are seen less often are not learned.
        var minimumCount = 2
        /// The share of a token's features that a step overlooks.
        var dropout: Float = 0
        var seed: UInt64 = 1
    }

    /// One pass over the examples is done.
    struct Progress: Sendable {
        let epoch: Int
        /// The mean negative logarithm of the probability of a gold sentence, a token.
        let loss: Double
        let featureCount: Int
    }

    let labels: [String]
    let options: Options
    private let isForbidden: [Bool]
    private let numbers: [String: Int]
    private var index = FeatureIndex()
    /// The features of all tokens, token by token.
    private var features: [UInt32] = []
    private var tokenEnds: [Int] = [0]
    private var gold: [UInt8] = []
    private var sentences: [(tokens: Range<Int>, weight: Float)] = []

    /// - Parameter allows: whether a label may follow another; nil is the border of a sentence.
    init(labels: [String], options: Options = Options(), allows: (String?, String?) -> Bool) {
        self.labels = labels
        self.options = options
        numbers = Dictionary(zip(labels, labels.indices)) { first, _ in first }
        let all: [String?] = labels.map { $0 } + [nil]
        isForbidden = all.flatMap { before in all.map { !allows(before, $0) } }
    }

    var tokenCount: Int { gold.count }

    /// A label that the model does not have counts as the first one.
    func number(of label: String) -> Int { numbers[label] ?? 0 }

    /// Adds a sentence with the number of the right label of each token.
    mutating func add(_ rows: FeatureRows, gold labels: [Int], weight: Float = 1) {
        guard rows.count == labels.count, !labels.isEmpty else { return }
        let first = gold.count
        for token in 0..<rows.count {
            for hash in rows.hashes[rows.range(token)] { features.append(UInt32(index.number(of: hash))) }
            tokenEnds.append(features.count)
            gold.append(UInt8(labels[token]))
        }
        sentences.append((first..<gold.count, weight))
    }

    /// The sections of the trained model.
    func train(progress: (Progress) -> Void = { _ in }) -> TrainedSequence {
        var climb = SequenceClimb(
            width: labels.count, featureCount: index.count, isForbidden: isForbidden, options: options)
        let kept = index.counts.map { Int($0) >= options.minimumCount }
        let examples = SequenceClimb.Examples(
            features: features.map { kept[Int($0)] ? $0 : UInt32.max }, tokenEnds: tokenEnds, gold: gold)
        var order = Array(sentences.indices)
        var random = SplitMix(seed: options.seed)
        for epoch in 1...max(1, options.epochs) {
            order.shuffle(using: &random)
            var loss = 0.0
            for sentence in order {
                loss += climb.step(sentences[sentence].tokens, sentences[sentence].weight, examples)
            }
            progress(
                Progress(
                    epoch: epoch, loss: loss / Double(max(1, gold.count)),
                    featureCount: climb.liveFeatureCount))
        }
        return climb.result(labels: labels, hashes: index.hashes)
    }
}

/// What was learned, ready to be written.
struct TrainedSequence: Sendable {
    let labels: [String]
    let features: [(hash: UInt64, row: [Int16])]
    let transitions: [Int32]
    let scale: Float

    func write(to writer: inout ModelWriter) {
        writer.add("labels", lines: labels)
        writer.add("transitions", transitions)
        writer.add("scale", [scale])
        WeightTable.write(features, to: &writer)
    }
}

/// Numbers that look random and are the same each time (Steele, Lea and Flood, 2014).
public struct SplitMix: RandomNumberGenerator, Sendable {
    private var state: UInt64

    public init(seed: UInt64) { state = seed }

    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
