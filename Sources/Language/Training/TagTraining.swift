/// Learns to tell the classes of words from a treebank.
struct TagTraining: Sendable {
    var options = SequenceTrainer.Options()
    let lexicon: FormLexicon?

    init(lexicon: FormLexicon?, seed: UInt64 = 1) {
        self.lexicon = lexicon
        // English has ten times as much to learn from: a stronger pull to zero keeps the model small for 0.3 points.
        options.l1 = lexicon == nil ? 4 : 2
        options.epochs = lexicon == nil ? 6 : 8
        options.minimumCount = lexicon == nil ? 3 : 2
        options.seed = seed
    }

    func trained(
        _ examples: [SyntaxTrainer.Example], progress: (SequenceTrainer.Progress) -> Void = { _ in }
    ) -> TrainedSequence {
        var trainer = SequenceTrainer(
            labels: WordClass.allCases.map { "\($0)" }, options: options, allows: { _, _ in true })
        var rows = FeatureRows()
        for example in examples {
            TagFeatures.rows(of: SentenceAtoms(example.words, lexicon: lexicon), into: &rows)
            trainer.add(
                rows, gold: example.words.map { Int(gold($0).rawValue) }, weight: 1 / Float(example.period))
        }
        return trainer.train(progress: progress)
    }

    /// German treebanks disagree about `schnell laufen`: here an adjective stays one wherever it stands.
    private func gold(_ word: TreebankWord) -> WordClass {
        let found = WordClass(word)
        guard found == .adverb, let lexicon else { return found }
        var form = word.form.lowercased()
        let set = form.withUTF8 { lexicon.set(of: $0) }
        guard let set else { return found }
        let parts = lexicon.summary(of: set) & 0xF_FFFF
        let (adjective, adverb) = (PartOfSpeech.adjective.rawValue, PartOfSpeech.adverb.rawValue)
        return parts & 1 << UInt32(adjective) != 0 && parts & 1 << UInt32(adverb) == 0 ? .adjective : found
    }
}

extension SentenceAtoms {
    init(_ words: [TreebankWord], lexicon: FormLexicon?) {
        var bytes: [UInt8] = []
        var ranges: [Range<Int>] = []
        for word in words {
            let start = bytes.count
            bytes += word.form.utf8
            ranges.append(start..<bytes.count)
        }
        self = bytes.withUnsafeBufferPointer { SentenceAtoms(ranges, in: $0, lexicon: lexicon) }
    }
}
