/// Learns from decided sentences, one after the other, in a millisecond or two.
///
/// A step makes what the person decided likelier under model and layer together: the gradient of a linear-chain
/// conditional random field of which some labels are observed and the others summed out (Tsuboi and others, "Training
/// Conditional Random Fields Using Incomplete Annotations", 2008), with steps that shrink a feature at a time.
public struct PersonalLearner {
    public struct Options: Hashable, Sendable {
        /// The step; a feature's later ones are smaller.
        public var rate: Float = 0.1
        /// How often a new sentence is learned at most.
        public var rounds = 3
        /// How many earlier sentences are learned again with it.
        public var replays = 8
        /// So many words are learned at once: what keeps a lesson within some milliseconds.
        public var budget = 150
        /// A word that is surer than this teaches nothing.
        public var quiet: Float = 0.02

        public init() {}
    }

    private let tagger: NameTagger
    private let options: Options
    private var features: NameFeatures
    private var labels: PersonalLabels?
    private var rows = FeatureRows()
    private var workspace = SequenceModel.Workspace()
    private var scores = PersonalScores()
    private var free = Lattice()
    private var bound = Lattice()
    private var masked: [Float] = []
    private var slope: [Float] = []

    public init(_ tagger: NameTagger, options: Options = Options()) {
        self.tagger = tagger
        self.options = options
        features = NameFeatures(tagger.reader, words: 1 << 8)
    }

    /// Takes in what a person has decided about a sentence.
    /// - Parameter opinion: what the deep engine says of it, when that is known; what both engines get right together
    ///   needs no lesson, and what only the deep one gets wrong does.
    /// - Returns: whether the layer is another one now.
    public mutating func learn(
        _ sentence: DecidedSentence, with opinion: SecondOpinion? = nil, into layer: inout PersonalLayer
    ) -> Bool {
        layer.remember(sentence, opinion, tagger.model.labels)
        // Undone: nothing is known of it any more, and what was learned fades.
        guard !sentence.decisions.isEmpty else { return true }
        let labels = labels(for: layer)
        layer.tick &+= 1
        var rest = options.budget
        var hasChanged = false
        for round in 0..<options.rounds where round == 0 || rest > 0 {
            guard step(sentence, opinion, labels, &layer, &rest) else { break }
            hasChanged = true
        }
        // Earlier sentences again, so that they are not forgotten.
        var random = SplitMix(seed: UInt64(layer.tick))
        for _ in 0..<options.replays where rest > 0 {
            let place = Int(random.next() % UInt64(layer.memory.count))
            let earlier = layer.memory.sentences[place]
            _ = step(earlier, layer.memory.opinion(of: earlier), labels, &layer, &rest)
        }
        return hasChanged
    }

    private mutating func labels(for layer: PersonalLayer) -> PersonalLabels {
        if let labels, labels.own == layer.own { return labels }
        let made = PersonalLabels(tagger.model, own: layer.own)
        labels = made
        return made
    }

    /// - Returns: whether there was anything to learn.
    private mutating func step(
        _ sentence: DecidedSentence, _ opinion: SecondOpinion?, _ labels: PersonalLabels,
        _ layer: inout PersonalLayer, _ rest: inout Int
    ) -> Bool {
        let tokens = SentenceTokens(sentence.text.split(separator: " ").map(String.init))
        guard tokens.count > 0 else { return false }
        rest -= tokens.count
        features.read(tokens, corpus: tagger.corpus(sentence.isEnglish ? .english : .german), into: &rows)
        tagger.model.tag(rows, with: opinion, &workspace)
        layer.weights.widen(to: labels.count)
        scores.read(
            rows, scores: workspace.scores, labels: workspace.labels, tagger.model, labels, layer.weights,
            with: opinion)
        free.run(scores.scores, labels.steps, width: labels.count)
        masked = scores.scores
        mask(sentence, labels)
        bound.run(masked, labels.steps, width: labels.count)
        var hasLearned = false
        for token in 0..<tokens.count {
            slope.removeAll(keepingCapacity: true)
            var top: Float = 0
            for label in 0..<labels.count {
                let value = Float(free.probability(token, label) - bound.probability(token, label))
                slope.append(value)
                top = max(top, abs(value))
            }
            guard top > options.quiet else { continue }
            layer.weights.step(
                scores.features(of: token), slope, rate: options.rate, tick: layer.tick)
            hasLearned = true
        }
        return hasLearned
    }

    /// Takes the labels out that what was decided leaves no room for.
    private mutating func mask(_ sentence: DecidedSentence, _ labels: PersonalLabels) {
        let width = labels.count
        let count = masked.count / width
        let impossible: Float = -1e9
        var isFree = (0..<count).map { $0 >= sentence.seen }
        for range in sentence.open { for token in range.clamped(to: 0..<count) { isFree[token] = true } }
        var fixed = Array(repeating: -1, count: count)
        for decision in sentence.decisions where decision.isAccepted {
            let range = decision.words.clamped(to: 0..<count)
            guard let begin = labels.number("B-" + decision.label), let first = range.first else {
                for token in range { isFree[token] = true }
                continue
            }
            for token in range { fixed[token] = token == first ? begin : labels.inside(begin) ?? begin }
            // What comes behind does not go on with the name.
            if range.upperBound < count, fixed[range.upperBound] < 0, let inside = labels.inside(begin) {
                masked[range.upperBound * width + inside] = impossible
            }
        }
        for decision in sentence.decisions where !decision.isAccepted {
            for token in decision.words.clamped(to: 0..<count) where fixed[token] < 0 {
                if isFree[token] {
                    guard let begin = labels.number("B-" + decision.label) else { continue }
                    masked[token * width + begin] = impossible
                    if let inside = labels.inside(begin) { masked[token * width + inside] = impossible }
                }
            }
        }
        for token in 0..<count {
            let only = fixed[token] >= 0 ? fixed[token] : isFree[token] ? -1 : labels.outside
            guard only >= 0 else { continue }
            for label in 0..<width where label != only { masked[token * width + label] = impossible }
        }
    }
}
