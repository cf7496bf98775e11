/// Learns the names inside names, from corpora that tell them: GermEval's inner column.
struct InnerNameTraining {
    private var trainer: SequenceTrainer
    private var rows = FeatureRows()
    private var hasNames = false

    init(_ trainer: SequenceTrainer) { self.trainer = trainer }

    /// Every name of several words teaches, most of them that there is none inside.
    mutating func add(_ sentence: TaggedSentence, _ features: FeatureRows) {
        guard !sentence.inner.isEmpty else { return }
        for name in sentence.names where name.words.count > 1 {
            InnerNames.read(features, name.words, name.label, into: &rows)
            var gold = Array(repeating: 0, count: name.words.count)
            for inner in sentence.innerNames where name.words.contains(inner.words.lowerBound) {
                guard inner.label != name.label, inner.words.upperBound <= name.words.upperBound else {
                    continue
                }
                for word in inner.words {
                    let side = word == inner.words.lowerBound ? "B-" : "I-"
                    gold[word - name.words.lowerBound] = trainer.number(of: side + inner.label)
                }
            }
            hasNames = hasNames || gold.contains { $0 != 0 }
            trainer.add(rows, gold: gold)
        }
    }

    /// A whole model file, or nothing when no name has one inside.
    func bytes() -> [UInt8] {
        guard hasNames else { return [] }
        var writer = ModelWriter()
        trainer.train().write(to: &writer)
        return writer.bytes()
    }
}
