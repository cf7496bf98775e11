/// Learns the weights of the relation labeller on right trees: an averaged perceptron that sees its own guesses.
struct RelationTraining {
    var bits: UInt64 = 14
    var epochs = 10
    var seed: UInt64 = 1

    struct Sentence {
        let tokens: ParseSentence
        let heads: [Int32]
        /// Numbers of relations; nothing is asked for the root.
        let relations: [Int]
        /// It is learned from in each so many passes.
        let period: Int
    }

    func weights(
        _ sentences: [Sentence], names: [String], progress: (Int, Double) -> Void = { _, _ in }
    ) -> [Int16] {
        let learned = AveragedWeights(rowCount: 1 << bits, columns: RelationLabeller.columns)
        let labeller = RelationLabeller(
            hash: FeatureRow(bits: bits), relationCount: names.count, core: RelationLabeller.core(of: names),
            sign: names.firstIndex(of: "punct"))
        var order = SplitMix(seed: seed)
        var indices = Array(sentences.indices)
        for epoch in 0..<epochs {
            indices.shuffle(using: &order)
            var (right, count) = (0, 0)
            for index in indices {
                let sentence = sentences[index]
                guard (index + epoch).isMultiple(of: sentence.period) else { continue }
                sentence.tokens.withTokens { tokens in
                    labeller.forEach(sentence.heads, tokens, weights: learned.rows) { best, rows, word in
                        guard let rows else { return best }
                        let gold = sentence.relations[word]
                        learned.advance()
                        count += 1
                        guard best != gold else {
                            right += 1
                            return best
                        }
                        for feature in 0..<RelationFeatures.count {
                            learned.change(rows[feature], gold, by: 1)
                            learned.change(rows[feature], best, by: -1)
                        }
                        return best
                    }
                }
            }
            progress(epoch, Double(right) / Double(max(1, count)))
        }
        return learned.averages(scale: 64, limit: 32767)
    }
}
