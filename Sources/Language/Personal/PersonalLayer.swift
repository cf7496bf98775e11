import Articles

/// What the engine has learned from one person: weights on top of the shipped model, labels of their own, and findings
/// that they do not want to see again.
///
/// A value. Empty it changes nothing and costs nothing.
public struct PersonalLayer: Sendable {
    /// The person's labels that the model does not know.
    private(set) var own: [String] = []
    var weights = PersonalWeights()
    private(set) var refusals = Refusals()
    /// Sentences that were decided about, which are learned again so that they are not forgotten.
    private(set) var memory = SentenceMemory()
    /// The sentence that was learned last.
    private(set) var latest: DecidedSentence?
    /// Counts the sentences that were learned.
    var tick: UInt32 = 0

    public init() {}

    public var isEmpty: Bool { memory.isEmpty }
    public var sentenceCount: Int { memory.count }
    /// Whether it has learned from this sentence, whatever was decided there.
    public func knows(_ sentence: DecidedSentence) -> Bool { memory[sentence.key] != nil }
    public var ownLabels: [String] { own }

    var hasRefusals: Bool { !refusals.counts.isEmpty }

    /// Whether a person has rejected this text with this label again and again.
    func refuses(_ text: some Sequence<UInt8>, _ label: String) -> Bool { refusals.contains(text, label) }

    mutating func restore(own: [String], weights: PersonalWeights, tick: UInt32) {
        self.own = own
        self.weights = weights
        self.tick = tick
    }

    /// Keeps a sentence, and makes room for its labels.
    /// - Parameter known: the labels of the model.
    mutating func remember(_ sentence: DecidedSentence, _ opinion: SecondOpinion?, _ known: [String]) {
        // Whoever goes on to another sentence has seen all of the last one, unless they left something open there.
        if var last = latest, last.key != sentence.key, last.open.isEmpty {
            last.seen = last.words.count
            memory.add(last)
        }
        if let former = memory[sentence.key] { refusals.remove(former) }
        refusals.add(sentence)
        latest = sentence.decisions.isEmpty ? nil : sentence
        if sentence.decisions.isEmpty {
            memory.remove(sentence.key)
        } else {
            memory.add(sentence, opinion)
        }
        for decision in sentence.decisions where decision.isAccepted {
            let isKnown = known.contains("B-" + decision.label) || own.contains(decision.label)
            if !isKnown, !DecidedSentence.valueLabels.contains(Label(decision.label)),
                own.count < Self.ownLimit
            {
                own.append(decision.label)
            }
        }
    }

    /// So many labels of their own a person can teach.
    static let ownLimit = 64
}

/// How often findings were rejected, less how often they were accepted.
struct Refusals: Sendable {
    private(set) var counts: [UInt64: Int] = [:]
    /// So many rejections more than acceptances, and the finding is not suggested again.
    private static let limit = 2

    func contains(_ text: some Sequence<UInt8>, _ label: String) -> Bool {
        guard !counts.isEmpty else { return false }
        return counts[Self.key(text, label), default: 0] >= Self.limit
    }

    mutating func add(_ sentence: DecidedSentence) { count(sentence, 1) }
    mutating func remove(_ sentence: DecidedSentence) { count(sentence, -1) }

    private mutating func count(_ sentence: DecidedSentence, _ step: Int) {
        for decision in sentence.decisions {
            let key = Self.key(sentence.string(of: decision.words).utf8, decision.label)
            let value = counts[key, default: 0] + (decision.isAccepted ? -step : step)
            counts[key] = value == 0 ? nil : value
        }
    }

    private static func key(_ text: some Sequence<UInt8>, _ label: String) -> UInt64 {
        FeatureHash.of(text, from: FeatureHash.of(label.utf8))
    }
}

/// The sentences that were learned, the newest last; the oldest are forgotten.
struct SentenceMemory: Sendable {
    static let limit = 2048
    private(set) var sentences: [DecidedSentence] = []
    private var places: [UInt64: Int] = [:]
    /// What the deep engine has said of some of them, by their keys; it is not kept from one run of the program to the
    /// next.
    private var opinions: [UInt64: SecondOpinion] = [:]

    var isEmpty: Bool { sentences.isEmpty }
    var count: Int { sentences.count }

    subscript(key: UInt64) -> DecidedSentence? { places[key].map { sentences[$0] } }

    func opinion(of sentence: DecidedSentence) -> SecondOpinion? { opinions[sentence.key] }

    mutating func add(_ sentence: DecidedSentence, _ opinion: SecondOpinion? = nil) {
        if let opinion { opinions[sentence.key] = opinion }
        if let place = places[sentence.key] {
            sentences[place] = sentence
            return
        }
        if sentences.count == Self.limit {
            sentences.removeFirst(Self.limit / 8)
            places = Dictionary(uniqueKeysWithValues: sentences.enumerated().map { ($1.key, $0) })
            opinions = opinions.filter { places[$0.key] != nil || $0.key == sentence.key }
        }
        places[sentence.key] = sentences.count
        sentences.append(sentence)
    }

    mutating func remove(_ key: UInt64) {
        guard let place = places[key] else { return }
        sentences.remove(at: place)
        opinions[key] = nil
        places = Dictionary(uniqueKeysWithValues: sentences.enumerated().map { ($1.key, $0) })
    }
}
