import Dispatch
import Language

/// Takes a training to its end: epoch after epoch, with progress, scores, and a state on disk to go on from.
struct DeepTrainingRun {
    /// What is lost at most when the program is killed.
    private static let saved = Duration.seconds(60)

    let trainer: DeepTrainer
    /// Sentences that each epoch is judged by; none when empty.
    let heldOut: [TaggedSentence]
    let treebank: Treebank
    let statePath: String?
    let minutes: Double?
    let cores: Int

    func run() throws {
        let start = ContinuousClock.now
        let isResumed = try resume()
        StandardError.line(
            "\(trainer.steps) steps in \(trainer.options.epochs) epochs"
                + (isResumed ? ", \(trainer.step) of them taken before" : ""))
        var lastSaved = start
        // An epoch whose judgement the state does not have.
        try judge()
        while !trainer.isDone {
            var pieces = 0
            let epochStart = ContinuousClock.now
            do {
                let epoch = trainer.epoch + 1
                var progress = Progress("epoch \(epoch)", total: trainer.steps)
                progress.advance(by: trainer.step)
                while trainer.epoch < epoch {
                    pieces += takeStep()
                    progress.advance()
                    let now = ContinuousClock.now
                    if let minutes, now - start >= .seconds(60 * minutes) { return try stop(minutes) }
                    if now - lastSaved > Self.saved {
                        try save()
                        lastSaved = now
                    }
                }
            }
            let seconds = (ContinuousClock.now - epochStart) / .seconds(1)
            StandardError.line(
                "epoch \(trainer.epoch): loss \(Table.decimal(trainer.loss, 4)), "
                    + "\(Table.decimal(Double(pieces) / max(seconds, 0.001), 0)) pieces/s")
            try judge()
            try save()
        }
    }

    private func takeStep() -> Int {
        guard cores > 1 else { return trainer.takeStep() }
        return trainer.takeStep { WorkShares.sideBySide($0, $1) }
    }

    private func stop(_ minutes: Double) throws {
        try save()
        StandardError.line(
            "stopped after \(Table.decimal(minutes, 1)) minutes and \(trainer.step) of \(trainer.steps) steps"
        )
    }

    /// Judges the epoch that has just ended, once.
    private func judge() throws {
        guard !heldOut.isEmpty || treebank.wordCount > 0, trainer.epoch > trainer.judgedEpochs else { return }
        let judgement: DeepTrainer.Judgement
        do throws(ModelError) {
            judgement = try trainer.judge(on: heldOut, treebank)
        } catch {
            throw FileError("the model of epoch \(trainer.epoch) \(error)")
        }
        var scores: [String] = []
        if let names = judgement.names {
            StandardError.lines(NameScores(judgement.sentences).table())
            scores.append("F1 \(Table.decimal(100 * names, 2))")
        }
        if let syntax = judgement.syntax {
            scores.append(
                "part of speech \(Share(syntax.accuracy)), head \(Share(syntax.heads)), head and relation "
                    + "\(Share(syntax.relations))")
        }
        StandardError.line(
            "epoch \(trainer.epoch): " + scores.joined(separator: ", ")
                + (judgement.isBest ? ", the best so far" : ""))
    }

    private func save() throws {
        guard let statePath else { return }
        try FileBytes.write(trainer.state(), to: statePath)
    }

    /// - Returns: whether there was a state to go on from.
    private func resume() throws -> Bool {
        guard let statePath, FileBytes.resolved(statePath) != nil else { return false }
        let bytes = try FileBytes.read(statePath)
        do throws(DeepTrainingError) {
            try trainer.resume(from: bytes)
        } catch {
            throw FileError("\(statePath): \(error)")
        }
        return true
    }
}

extension WorkShares {
    /// Runs pieces of work side by side, as many as there are cores.
    static func sideBySide(_ count: Int, _ work: (Int) -> Void) {
        withoutActuallyEscaping(work) { work in
            // Pieces touch different memory, and the call returns when all are done.
            nonisolated(unsafe) let work = work
            DispatchQueue.concurrentPerform(iterations: count) { work($0) }
        }
    }
}
