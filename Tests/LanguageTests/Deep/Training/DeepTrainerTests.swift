import Testing

@testable import Language

@Suite struct DeepTrainerTests {
    private let lessons: TinyLessons

    init() throws { lessons = try TinyLessons() }

    private func train(_ trainer: DeepTrainer, judging: Bool = true, steps: Int = .max) throws {
        while !trainer.isDone, trainer.step < steps {
            trainer.takeStep()
            if judging, trainer.epoch > trainer.judgedEpochs { _ = try trainer.judge(on: lessons.heldOut) }
        }
    }

    private func error(_ body: () throws -> Void) -> DeepTrainingError? {
        do {
            try body()
            return nil
        } catch {
            return error as? DeepTrainingError
        }
    }

    @Test("a tiny language is learned, with dropout, from a base in single precision and one in 8 bits")
    func learning() throws {
        for isFloat in [true, false] {
            let lessons = try TinyLessons(isFloat: isFloat)
            let trainer = try lessons.trainer()
            var scores: [Double] = []
            while !trainer.isDone {
                trainer.takeStep()
                if trainer.epoch > trainer.judgedEpochs {
                    scores.append(try trainer.judge(on: lessons.heldOut).score)
                }
            }
            #expect((scores.max() ?? 0) > 0.9, "\(scores)")
            #expect((scores.first ?? 1) < (scores.max() ?? 0))
        }
    }

    @Test(
        "the same seed gives the same model, in whatever order the halves are worked on; another seed another"
    )
    func determinism() throws {
        let first = try lessons.trainer { $0.epochs = 2 }
        try train(first)
        let second = try lessons.trainer { $0.epochs = 2 }
        while !second.isDone {
            second.takeStep { count, work in for index in (0..<count).reversed() { work(index) } }
            if second.epoch > second.judgedEpochs { _ = try second.judge(on: lessons.heldOut) }
        }
        #expect(try first.model() == second.model())
        let other = try lessons.trainer {
            $0.epochs = 2
            $0.seed = 2
        }
        try train(other)
        #expect(try first.model() != other.model())
    }

    @Test(
        "a training that was resumed gives what one in one go gives, bit for bit", arguments: [1, 7, 13, 30])
    func resuming(step: Int) throws {
        let whole = try lessons.trainer { $0.epochs = 3 }
        try train(whole)
        let begun = try lessons.trainer { $0.epochs = 3 }
        try train(begun, steps: step)
        let resumed = try lessons.trainer { $0.epochs = 3 }
        try resumed.resume(from: begun.state())
        #expect(resumed.step == step)
        try train(resumed)
        #expect(resumed.state() == whole.state())
        #expect(try resumed.model() == whole.model())
    }

    @Test(
        "a state that is damaged, of something else, or of another training is refused, and says what to do")
    func refusedStates() throws {
        let trainer = try lessons.trainer()
        trainer.takeStep()
        let state = trainer.state()
        var changed = state
        changed[state.count / 2] ^= 1
        #expect(error { try trainer.resume(from: changed) } == .damagedState)
        #expect(error { try trainer.resume(from: Array(state.dropLast(8))) } == .damagedState)
        #expect(error { try trainer.resume(from: []) } == .noState)
        #expect(error { try trainer.resume(from: Array("weights".utf8)) } == .noState)
        #expect(error { try trainer.resume(from: try trainer.model()) } == .noState)
        for change: (inout DeepTrainer.Options) -> Void in [
            { $0.rate = 1e-3 }, { $0.seed = 7 }, { $0.epochs = 11 }, { $0.layers = 1 }, { $0.dropout = 0 },
        ] {
            let other = try lessons.trainer(change)
            #expect(error { try other.resume(from: state) } == .otherState)
        }
        let text = "\(DeepTrainingError.damagedState) \(DeepTrainingError.otherState)"
        #expect(text.contains("remove it to begin anew"))
    }

    @Test("layers in 8 bits give nearly always the labels that those in single precision give")
    func precisions() throws {
        let models = try [true, false].map { isFloat in
            let trainer = try lessons.trainer {
                $0.epochs = 6
                $0.isFloat = isFloat
            }
            try train(trainer, judging: false)
            return try trainer.model()
        }
        #expect(models[1].count < models[0].count)
        let labels = try models.map { model in
            try DeepRun(DeepTagger(bytes: model)).labels(of: lessons.heldOut.map(\.words)).flatMap { $0 }
        }
        let same = zip(labels[0], labels[1]).count { $0 == $1 }
        #expect(same * 100 >= labels[0].count * 97, "\(same) of \(labels[0].count)")
        #expect(Set(labels[0]).count == 3)
    }

    @Test("what was written in single precision reads back as it was: layers, heads and labels")
    func goingOn() throws {
        let trainer = try lessons.trainer { $0.epochs = 2 }
        try train(trainer, judging: false)
        let model = try trainer.model()
        let base = try DeepBase(bytes: model)
        var text = TrainingText(base)
        for sentence in lessons.sentences { text.add(sentence, corpus: "own") }
        var options = DeepTrainer.Options()
        options.isFloat = true
        #expect(try DeepTrainer(base, text, options: options).model() == model)
        // A new corpus begins with what another one says of its labels.
        var other = TrainingText(base)
        for sentence in lessons.sentences { other.add(sentence, corpus: "other") }
        let begun = try DeepTagger(bytes: DeepTrainer(base, other, options: options).model())
        let words = lessons.heldOut.map(\.words)
        #expect(try DeepRun(begun).labels(of: words) == DeepRun(DeepTagger(bytes: model)).labels(of: words))
    }

    @Test("corpora keep their own labels, and the model uses the head that it follows")
    func corpora() throws {
        var text = lessons.text()
        for sentence in lessons.sentences {
            text.add(sentence.mapping { $0 == "PER" ? "person" : nil }, corpus: "people")
        }
        #expect(text.heads.map(\.labels.count) == [5, 3])
        var options = DeepTrainer.Options()
        options.layers = 1
        for (corpus, labels) in [(nil, 5), ("people", 3)] as [(String?, Int)] {
            let trainer = try DeepTrainer(lessons.base, text, following: corpus, options: options)
            let tagger = try DeepTagger(bytes: trainer.model())
            #expect(tagger.labels.count == labels && tagger.model.shape.layers == 1)
        }
    }

    @Test("a bare model has only the head that it uses, and another corpus begins with that")
    func bare() throws {
        var text = lessons.text()
        for sentence in lessons.sentences { text.add(sentence, corpus: "others") }
        var options = DeepTrainer.Options()
        options.isBare = true
        let model = try DeepTrainer(lessons.base, text, options: options).model()
        let whole = try DeepTrainer(lessons.base, text).model()
        #expect(model.count < whole.count)
        #expect(try DeepTagger(bytes: model).labels == DeepTagger(bytes: whole).labels)
        let base = try DeepBase(bytes: model)
        let known = try #require(base.label("B-PER", of: "mine"))
        let first = try #require(DeepBase(bytes: whole).label("B-PER", of: "mine"))
        #expect(known.weights == first.weights && known.bias == first.bias)
    }

    @Test("what cannot be learned from is told")
    func refusals() throws {
        let base = lessons.base
        func begin(_ text: TrainingText, following: String? = nil, layers: Int? = nil) -> DeepTrainingError? {
            error {
                var options = DeepTrainer.Options()
                options.layers = layers
                _ = try DeepTrainer(base, text, following: following, options: options)
            }
        }
        #expect(begin(TrainingText(base)) == .empty)
        #expect(begin(lessons.text(), following: "none") == .follow("none"))
        #expect(begin(lessons.text(), layers: 3) == .layers(3, 2))
        var text = TrainingText(base)
        for number in 0..<40 {
            text.add(TaggedSentence(words: ["bal"], labels: ["B-L\(number)"]), corpus: "many")
        }
        #expect(begin(text) == .labels(text.heads[0]))
        #expect("\(DeepTrainingError.labels(text.heads[0]))".contains("81 labels"))
        #expect("\(DeepTrainingError.follow("x"))".contains("follow one of the data"))
    }
}
