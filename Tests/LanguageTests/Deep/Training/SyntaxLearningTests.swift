import Testing

@testable import Language

/// Parts of speech and trees, learned alone and beside names.
@Suite struct SyntaxLearningTests {
    private let lessons: TinyLessons
    private let treebank: TinyTreebank

    init() throws { (lessons, treebank) = (try TinyLessons(), try TinyTreebank()) }

    private func trainer(
        _ text: TrainingText, _ change: (inout DeepTrainer.Options) -> Void = { _ in }
    ) throws -> DeepTrainer {
        var options = DeepTrainer.Options()
        options.epochs = 15
        options.patience = 15
        options.rate = 2e-3
        options.headFactor = 5
        options.batch = 120
        options.isFloat = true
        (options.arcWidth, options.relationWidth) = (32, 16)
        change(&options)
        return try DeepTrainer(lessons.base, text, options: options)
    }

    private func both() -> TrainingText {
        var text = lessons.text()
        text.add(treebank.learned)
        return text
    }

    @Test("a tiny grammar is learned alone, and what the base knows of names stays")
    func grammar() throws {
        var text = TrainingText(lessons.base)
        text.add(treebank.learned)
        let trainer = try trainer(text)
        var best = 0.0
        while !trainer.isDone {
            trainer.takeStep()
            guard trainer.epoch > trainer.judgedEpochs else { continue }
            let judgement = try trainer.judge(on: [], treebank.heldOut)
            #expect(judgement.names == nil && judgement.score == judgement.syntax?.relations)
            best = max(best, judgement.score)
        }
        #expect(best > 0.95)
        let model = try DeepTagger(bytes: trainer.model())
        #expect(model.hasSyntax && model.labels == lessons.base.model.labels)
        #expect(SyntaxScore(treebank.heldOut, DeepRun(model)).accuracy > 0.95)
    }

    @Test("names and a grammar are learned side by side, in 8 bits, too")
    func sideBySide() throws {
        let trainer = try trainer(both()) { $0.isFloat = false }
        while !trainer.isDone { trainer.takeStep() }
        let judgement = try trainer.judge(on: lessons.heldOut, treebank.heldOut)
        #expect((judgement.names ?? 0) > 0.85, "\(judgement.names ?? 0)")
        #expect((judgement.syntax?.relations ?? 0) > 0.9, "\(judgement.syntax?.relations ?? 0)")
        let run = DeepRun(try DeepTagger(bytes: trainer.model()))
        let words = lessons.heldOut.map(\.words) + [[], ["中国", "Angela"]]
        let parses = try #require(try run.parses(of: words))
        #expect(try run.names(of: words).last?.unknown == [0])
        #expect(parses.last?.parts == [nil, .verb])
        #expect(parses.last?.tree?.count == 2)
        #expect(parses[words.count - 2] == DeepParse(parts: [], tree: []))
    }

    @Test("the same text gives the same model, in whatever order halves are worked on, in one go or resumed")
    func determinism() throws {
        func run(_ trainer: DeepTrainer, to step: Int = .max) {
            while !trainer.isDone, trainer.step < step { trainer.takeStep() }
        }
        let whole = try trainer(both()) { $0.epochs = 2 }
        run(whole)
        let turned = try trainer(both()) { $0.epochs = 2 }
        while !turned.isDone {
            turned.takeStep { count, work in for index in (0..<count).reversed() { work(index) } }
        }
        #expect(try whole.model() == turned.model())
        let begun = try trainer(both()) { $0.epochs = 2 }
        run(begun, to: 11)
        let resumed = try trainer(both()) { $0.epochs = 2 }
        try resumed.resume(from: begun.state())
        run(resumed)
        #expect(try whole.model() == resumed.model())
        var other = lessons.text()
        var grammar = treebank.learned
        grammar.leaveOut(Set(grammar.keys.prefix(5)))
        other.add(grammar)
        let state = begun.state()
        #expect(throws: DeepTrainingError.otherState) { try self.trainer(other).resume(from: state) }
    }

    @Test("what was written in single precision reads back as it was, and new relations find their place")
    func goingOn() throws {
        let first = try trainer(both()) { $0.epochs = 1 }
        while !first.isDone { first.takeStep() }
        let model = try first.model()
        let base = try DeepBase(bytes: model)
        var text = TrainingText(base)
        for sentence in lessons.sentences { text.add(sentence, corpus: "own") }
        text.add(treebank.learned)
        var options = DeepTrainer.Options()
        options.isFloat = true
        (options.arcWidth, options.relationWidth) = (32, 16)
        #expect(try DeepTrainer(base, text, options: options).model() == model)
        // Seventeen relations need a second panel.
        for number in 0..<17 {
            text.add(try Treebank(conllu: "1\tbal\t_\tADV\t_\t_\t0\troot:\(number)\t_\t_\n"))
        }
        let wider = try DeepTagger(bytes: DeepTrainer(base, text, options: options).model())
        let forms = treebank.heldOut.sentences.map { $0.map(\.form) }
        let parses = try DeepRun(wider).parses(of: forms)
        #expect(
            try parses?.map { $0.tree?.map(\.head) }
                == DeepRun(DeepTagger(bytes: model)).parses(of: forms)?.map { $0.tree?.map(\.head) })
        #expect(wider.model.syntax?.relations.count == 20)
    }

    @Test("words of a treebank hang on words of their segment, contractions are put together")
    func links() throws {
        var text = TrainingText(lessons.base, longest: 10)
        let lines = (1...12).map { word in
            "\(word)\tab\t_\tADV\t_\t_\t\(word == 1 ? 0 : word == 2 ? 12 : word - 1)\tadvmod\t_\t_\n"
        }
        text.add(try Treebank(conllu: "1-2\tabab\t_\t_\t_\t_\t_\t_\t_\t_\n" + lines.joined()))
        #expect(text.heads.map(\.kind) == [.parts, .tree] && text.segments.count > 1)
        #expect(text.heads[1].labels == ["root", "advmod"])
        #expect(text.targets.count == 12)
        let roots = text.links.filter { $0.head == 0 }
        #expect(roots.count == 1, "a word is learned once")
        for segment in text.segments {
            let links = text.links[segment.links]
            #expect(links.count == links.map(\.place).reduce(into: Set<Int32>()) { $0.insert($1) }.count)
            #expect(links.allSatisfy { 0...Int32(links.count) ~= $0.head ?? 0 })
        }
        // The second word's head is too far away.
        #expect(text.links.count { $0.head != nil } < 12)
        #expect(text.segments.allSatisfy { text.links[$0.links].first?.place == 1 })
    }

    @Test("a file whose syntax does not fit, or lacks a part, is refused")
    func damaged() throws {
        var text = TrainingText(lessons.base)
        text.add(treebank.learned)
        let model = try trainer(text).model()
        #expect(kind(try Self.changing(model) { _, _ in }) == nil)
        for section in ["part-head", "relations", "tree-widths", "tree"] {
            let without = try Self.changing(model) { name, bytes in if name == section { bytes = nil } }
            #expect(kind(without) == .task, "\(section)")
            // A relation with another name is one.
            guard section != "relations" else { continue }
            let cut = try Self.changing(model) { name, bytes in
                if name == section { bytes?.removeLast(4) }
            }
            #expect(kind(cut) == .damaged, "\(section)")
        }
        let foreign = try Self.changing(model) { name, bytes in
            if name == "parts" { bytes?[0] = UInt8(ascii: "Q") }
        }
        #expect(kind(foreign) == .damaged)
        let namesOnly = try Self.changing(model) { name, bytes in if name == "parts" { bytes = nil } }
        let tagger = try DeepTagger(bytes: namesOnly)
        #expect(!tagger.hasSyntax)
        #expect(try DeepRun(tagger).parses(of: [["bal"]]) == nil)
    }

    private func kind(_ bytes: [UInt8]) -> ModelError.Kind? {
        do throws(ModelError) {
            _ = try DeepTagger(bytes: bytes)
            return nil
        } catch {
            return error.kind
        }
    }

    /// The same model file with other sections.
    private static func changing(
        _ model: [UInt8], _ change: (String, inout [UInt8]?) -> Void
    ) throws -> [UInt8] {
        let file = try ModelFile(ModelMemory(copying: model))
        var writer = ModelWriter()
        for name in [
            "deep", "labels", "calibration", "pieces", "piece-ends", "scores", "rules", "table", "epsilon",
            "positions", "embedding", "weights", "numbers", "head", "parts", "part-head", "relations",
            "tree-widths", "tree", "tree-halves",
        ] where file.has(name) {
            var bytes: [UInt8]? = Array(try file.array(name, of: UInt8.self).buffer)
            change(name, &bytes)
            if let bytes { writer.add(name, bytes) }
        }
        return writer.bytes()
    }
}
