import Testing

@testable import Language

/// Small numbers of labels and tokens, so that all sequences can be listed.
@Suite struct DecodingTests {
    private let scores: [Int32] = [3, 1, 0, -2, 5, 4, 1, 1, 2, 0, 3, 3]
    private let transitions = Transitions(
        labelCount: 3,
        weights: [
            1, -2, Transitions.forbidden, 0,
            0, 3, -1, 2,
            -4, Transitions.forbidden, 2, 1,
            0, 1, Transitions.forbidden, 0,
        ])

    private var sequences: [[Int]] {
        (0..<81).map { number in [number / 27, number / 9 % 3, number / 3 % 3, number % 3] }
    }

    private func score(_ sequence: [Int]) -> Int {
        var sum = Int(transitions[3, sequence[0]]) + Int(transitions[sequence[3], 3])
        for token in 0..<4 {
            sum += Int(scores[token * 3 + sequence[token]])
            if token > 0 { sum += Int(transitions[sequence[token - 1], sequence[token]]) }
        }
        return sum
    }

    @Test("the best of all sequences is found, and none with a forbidden step")
    func best() throws {
        var viterbi = Viterbi()
        var labels: [UInt8] = []
        viterbi.labels(of: scores, transitions, into: &labels)
        let best = try #require(sequences.max { score($0) < score($1) })
        #expect(labels.map(Int.init) == best)
        #expect(score(best) > -1000)
    }

    @Test(
        "scores far apart leave most labels out, and the best sequence is still the best of all",
        arguments: UInt64(0)..<20)
    func prunedBest(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let scores = (0..<12).map { _ in Int32.random(in: -40...40, using: &random) }
        let steps = Transitions(
            labelCount: 3, weights: (0..<16).map { _ in Int32.random(in: -9...9, using: &random) })
        func score(_ sequence: [Int]) -> Int {
            (0..<4).reduce(Int(steps[3, sequence[0]]) + Int(steps[sequence[3], 3])) { sum, token in
                let step = token == 0 ? 0 : Int(steps[sequence[token - 1], sequence[token]])
                return sum + Int(scores[token * 3 + sequence[token]]) + step
            }
        }
        var viterbi = Viterbi()
        var labels: [UInt8] = []
        viterbi.labels(of: scores, steps, into: &labels)
        #expect(score(labels.map(Int.init)) == sequences.map(score).max())
    }

    @Test("probabilities are the shares of all sequences")
    func probabilities() {
        var lattice = Lattice()
        let steps = transitions.weights.map { Float($0) }
        lattice.run(scores.map { Float($0) }, steps, width: 3)
        let weights = sequences.map { Exponential.of(Double(max(-700, score($0)))) }
        let total = weights.reduce(0, +)
        func share(_ holds: ([Int]) -> Bool) -> Double {
            zip(sequences, weights).reduce(0) { $0 + (holds($1.0) ? $1.1 : 0) } / total
        }
        for token in 0..<4 {
            for label in 0..<3 {
                #expect(abs(lattice.probability(token, label) - share { $0[token] == label }) < 1e-9)
                guard token > 0 else { continue }
                for before in 0..<3 {
                    let expected = share { $0[token] == label && $0[token - 1] == before }
                    #expect(abs(lattice.probability(token, before, label) - expected) < 1e-9)
                }
            }
        }
        let span = lattice.probability(1..<3, [1, 1], notBefore: [2])
        #expect(abs(span - share { $0[1] == 1 && $0[2] == 1 && $0[3] != 2 }) < 1e-9)
    }

    @Test("very long and very uneven sentences have finite probabilities")
    func long() {
        var lattice = Lattice()
        let steps = transitions.weights.map { Float($0) }
        lattice.run((0..<30_000).map { Float($0 % 7) * 100 }, steps, width: 3)
        for token in [0, 5000, 9999] {
            let sum = (0..<3).reduce(0) { $0 + lattice.probability(token, $1) }
            #expect(abs(sum - 1) < 1e-6)
        }
    }

    @Test("the exponential is exact to ten digits")
    func exponential() {
        #expect(abs(Exponential.of(1) - 2.718281828459045) < 1e-10)
        #expect(abs(Exponential.of(-10) / 4.5399929762484854e-05 - 1) < 1e-10)
        #expect(Exponential.of(0) == 1)
        #expect(Exponential.of(-1000) == 0)
        #expect(Exponential.of(1000).isFinite)
    }

    @Test("no tokens have no labels")
    func empty() {
        var viterbi = Viterbi()
        var labels: [UInt8] = [1]
        viterbi.labels(of: [], transitions, into: &labels)
        #expect(labels.isEmpty)
    }
}

@Suite struct SequenceTrainerTests {
    /// Words say their label, but for "x", which has that of the word before.
    private func trained(on words: [String], epochs: Int = 20) -> [UInt8] {
        var options = SequenceTrainer.Options()
        options.epochs = epochs
        options.l1 = 0.1
        var trainer = SequenceTrainer(labels: ["a", "b"], options: options) { _, _ in true }
        var random = SplitMix(seed: 5)
        for _ in 0..<80 {
            let sentence = (0..<6).map { _ in words[Int(random.next() % UInt64(words.count))] }
            trainer.add(rows(sentence), gold: gold(sentence))
        }
        var writer = ModelWriter()
        trainer.train().write(to: &writer)
        return writer.bytes()
    }

    private func rows(_ words: [String]) -> FeatureRows {
        var rows = FeatureRows()
        for (before, word) in zip(["border"] + words, words) {
            rows.add(FeatureHash.mixed(1, FeatureHash.of(word.utf8)))
            rows.add(FeatureHash.mixed(2, FeatureHash.of(before.utf8), FeatureHash.of(word.utf8)))
            rows.endToken()
        }
        return rows
    }

    private func gold(_ words: [String]) -> [Int] {
        var last = 0
        return words.map { word in
            if word != "x" { last = word.hasPrefix("b") ? 1 : 0 }
            return last
        }
    }

    private let words = ["a1", "x", "b1", "b2", "x", "a2", "a3", "x", "b3"]

    @Test(
        "a model learns the labels of words, and from a word's neighbour the label of one that says nothing")
    func learns() throws {
        let model = try SequenceModel(ModelFile(ModelMemory(copying: trained(on: words))))
        var workspace = SequenceModel.Workspace()
        for sentence in [["a1", "x", "b3", "x", "x"], ["b2", "x", "a3"], ["x", "b1", "x"]] {
            model.tag(rows(sentence), &workspace)
            #expect(workspace.labels.map(Int.init) == gold(sentence))
            model.weigh(&workspace)
            for token in sentence.indices {
                #expect(workspace.lattice.probability(token, Int(workspace.labels[token])) > 0.6)
            }
        }
    }

    @Test("the same examples make the same bytes")
    func deterministic() {
        #expect(trained(on: words) == trained(on: words))
        #expect(trained(on: words) != trained(on: words, epochs: 2))
    }

    @Test("a sentence of which no feature was ever seen is labelled all the same")
    func unseen() throws {
        let model = try SequenceModel(ModelFile(ModelMemory(copying: trained(on: words))))
        var workspace = SequenceModel.Workspace()
        var rows = FeatureRows()
        for number in 0..<5 {
            rows.add(FeatureHash.mixed(77, UInt64(number)))
            rows.endToken()
        }
        model.tag(rows, &workspace)
        #expect(workspace.labels.count == 5)
    }

    @Test("a table gives each feature its row, and other features nothing")
    func table() throws {
        let features = (0..<3000).map { (FeatureHash.mixed(3, UInt64($0)), [Int16($0), Int16(-$0)]) }
        var writer = ModelWriter()
        WeightTable.write(features, to: &writer)
        let table = try WeightTable(ModelFile(ModelMemory(copying: writer.bytes())), labelCount: 2)
        #expect(table.featureCount == 3000)
        var wrong = 0
        for number in 0..<6000 {
            var scores: [Int32] = [0, 0]
            let hash = [FeatureHash.mixed(3, UInt64(number))]
            scores.withUnsafeMutableBufferPointer { scores in
                hash.withUnsafeBufferPointer { hash in
                    if let base = scores.baseAddress { table.add(hash, to: base) }
                }
            }
            let expected = number < 3000 ? [Int32(number), Int32(-number)] : [0, 0]
            // A weight of up to 3,000 is kept in steps of at most 24.
            if zip(scores, expected).contains(where: { abs($0 - $1) > 12 }) { wrong += 1 }
        }
        // 16 bits within a bucket of two: one in some ten thousand is mistaken for another.
        #expect(wrong <= 3)
    }
}
