/// Learns the inflections of words on right trees: an averaged perceptron that sees its own guesses.
struct InflectionTraining {
    var bits: UInt64 = 14
    var epochs = 8
    var seed: UInt64 = 1

    struct Sentence {
        let atoms: SentenceAtoms
        let tree: InflectionLabeller.Tree
        /// FEATS of each word.
        let features: [String]
        /// It is learned from in each so many passes.
        let period: Int
    }

    /// The inflections of each class, the most frequent first; none seen is none at all.
    static func inventory(_ sentences: [Sentence]) -> [[String]] {
        var counts = [[String: Int]](repeating: [:], count: WordClass.allCases.count)
        for sentence in sentences {
            for (kind, features) in zip(sentence.tree.classes, sentence.features) {
                counts[Int(kind)][features, default: 0] += 1
            }
        }
        return counts.map { counts in
            let sorted = counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
            return Array(sorted.map(\.key).prefix(InflectionLabeller.columns))
        }
    }

    func weights(
        _ sentences: [Sentence], inventory: [[String]], subjects: UInt64,
        progress: (Int, Double) -> Void = { _, _ in }
    ) -> [Int16] {
        let learned = AveragedWeights(rowCount: 1 << bits, columns: InflectionLabeller.columns)
        let labeller = InflectionLabeller(
            hash: FeatureRow(bits: bits), counts: inventory.map(\.count), subjects: subjects)
        let numbers = inventory.map { Dictionary(zip($0, 0...)) { first, _ in first } }
        let gold = sentences.map { sentence in
            zip(sentence.tree.classes, sentence.features).map { numbers[Int($0)][$1] }
        }
        var order = SplitMix(seed: seed)
        var indices = Array(sentences.indices)
        for epoch in 0..<epochs {
            indices.shuffle(using: &order)
            var (right, count) = (0, 0)
            for index in indices {
                let sentence = sentences[index]
                guard (index + epoch).isMultiple(of: sentence.period) else { continue }
                labeller.forEach(sentence.tree, sentence.atoms, weights: learned.rows) { best, rows, word in
                    learned.advance()
                    // What is rarer than all columns is not learned.
                    guard let gold = gold[index][word] else { return best }
                    count += 1
                    guard best != gold else {
                        right += 1
                        return best
                    }
                    for feature in 0..<InflectionFeatures.count {
                        learned.change(rows[feature], gold, by: 1)
                        learned.change(rows[feature], best, by: -1)
                    }
                    return best
                }
            }
            progress(epoch, Double(right) / Double(max(1, count)))
        }
        return learned.averages(scale: 64, limit: 32767)
    }
}
