extension DeepTrainer {
    /// What the model of an epoch says of held-out sentences.
    public struct Judgement: Sendable {
        /// Those with names.
        public let sentences: [(gold: TaggedSentence, names: [TaggedName])]
        /// Strict F1 of all names, from 0 to 1; nil without such sentences.
        public let names: Double?
        /// Nil without a treebank.
        public let syntax: SyntaxScore?
        public let isBest: Bool

        /// The mean of what there is: the F1 of names, the share of right heads and relations.
        public var score: Double {
            let scores = [names, syntax?.relations].compactMap { $0 }
            return scores.isEmpty ? 0 : scores.reduce(0, +) / Double(scores.count)
        }
    }

    /// Epochs that were judged.
    public var judgedEpochs: Int { course.judged }

    /// Reads held-out sentences with the model as it would be written now, and keeps it when it is the best so far.
    ///
    /// What is said of names in them also fits the calibration of that model's confidence.
    public func judge(
        on heldOut: [TaggedSentence], _ treebank: Treebank = Treebank()
    ) throws(ModelError) -> Judgement {
        let run = DeepRun(try DeepTagger(bytes: bytes(.none), kernels: kernels))
        // Nobody cancels it: it runs where the training runs.
        guard let read = try? run.read(heldOut.map(\.words)) else { throw .damaged }
        var judged: [(probability: Double, isRight: Bool)] = []
        var goldCount = 0
        let sentences = zip(heldOut, read).map { gold, sentence in
            let right = gold.names
            goldCount += right.count
            let found = run.probableNames(of: sentence)
            for name in found {
                let isRight = right.contains { $0.words == name.words && $0.label == name.label }
                judged.append((name.probability, isRight))
            }
            return (
                gold: gold,
                names: found.map {
                    TaggedName(tokens: $0.words, label: $0.label, confidence: Float($0.probability))
                }
            )
        }
        let matched = judged.count { $0.isRight }
        let syntax = treebank.wordCount == 0 ? nil : SyntaxScore(treebank, run)
        func judgement(isBest: Bool) -> Judgement {
            Judgement(
                sentences: sentences,
                names: heldOut.isEmpty
                    ? nil : Double(2 * matched) / Double(max(1, judged.count + goldCount)),
                syntax: syntax, isBest: isBest)
        }
        let score = judgement(isBest: false).score
        let isBest = score > course.bestScore
        if isBest {
            course.best = try bytes(heldOut.isEmpty ? .none : Calibration(fitting: judged))
            course.bestScore = score
        }
        // Before the first right answer there is nothing to grow.
        course.epochsWithoutGain = isBest || score == 0 ? 0 : course.epochsWithoutGain + 1
        course.judged = epoch
        return judgement(isBest: isBest)
    }

    /// The file of the best judged model, or of the present one when none was judged.
    /// - Parameter calibration: of the present one; the best one brings its own.
    public func model(calibratedBy calibration: Calibration = .none) throws(ModelError) -> [UInt8] {
        course.best.isEmpty ? try bytes(calibration) : course.best
    }

    private func bytes(_ calibration: Calibration) throws(ModelError) -> [UInt8] {
        let model = TrainedModel(
            base: base, parameters: parameters, heads: text.heads, followed: followed,
            precision: options.isFloat ? .floats : .bytes, isBare: options.isBare)
        return try model.bytes(values.start, calibration)
    }
}
