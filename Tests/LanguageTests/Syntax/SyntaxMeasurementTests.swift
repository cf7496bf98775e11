import Testing

@testable import Language

/// Measurements on the shared treebanks, on a part of them, since learning is slow in a debug build; `Tests/bench/syntax`
/// measures all of them.
@Suite(.enabled(if: SharedData.exists), .serialized) struct SyntaxMeasurementTests {
    @Test("parts of speech and lemmas of a treebank that was not learned from")
    func heldOut() throws {
        let folder = SharedData.folder + "/syntax/"
        var learned = try Treebank(conllu: SharedData.read(folder + "de-pud.conllu"))
        learned.sentences = Array(learned.sentences.prefix(250))
        var test = try Treebank(conllu: SharedData.read(folder + "de-gsd-dev.conllu"))
        test.sentences = Array(test.sentences.prefix(150))
        var trainer = SyntaxTrainer(language: "de")
        trainer.epochs = 3
        let tagger = try TagModel(bytes: trainer.tagModel(from: learned), language: "de")
        let score = SyntaxScore(test, tagger: tagger)
        print(row("250 sentences of PUD", [score.accuracy, score.lemmaAccuracy]))
        #expect(score.accuracy > 0.88)
        #expect(score.lemmaAccuracy > 0.93)
    }
}
