import Testing

@testable import Language

@Suite struct NameTrainerTests {
    private static let towns = [
        "Brandau", "Lindfurt", "Ostheim", "Talbach", "Neuwerder", "Karstadt", "Ulmenau", "Seedorf",
    ]
    private static let people = [
        "Ada Brandt", "Emil Koch", "Ida Weber", "Otto Lang", "Rosa Stein", "Hugo Wolf",
    ]

    /// Sentences in which the words around a name say what it is.
    private static let sentences: [TaggedSentence] = (0..<60).map { number in
        let (town, person) = (towns[number % towns.count], people[number % people.count])
        let name = person.split(separator: " ").map(String.init)
        switch number % 3 {
        case 0:
            return TaggedSentence(
                words: ["Der", "Zug", "fährt", "nach", town, "weiter", "."],
                labels: ["O", "O", "O", "O", "B-LOC", "O", "O"])
        case 1:
            return TaggedSentence(
                words: ["Dort", "sprach"] + name + ["lange", "."],
                labels: ["O", "O", "B-PER", "I-PER", "O", "O"])
        default:
            return TaggedSentence(
                words: ["Das", "Haus", "in", town, "ist", "alt", "."],
                labels: ["O", "O", "O", "B-LOC", "O", "O", "O"])
        }
    }

    private func trainer() throws -> NameTrainer {
        var options = NameTrainer.Options()
        options.epochs = 10
        var trainer = try NameTrainer(options: options)
        for sentence in Self.sentences { trainer.add(sentence, corpus: "small") }
        return trainer
    }

    private let example = NameTrainer.Example(german: "small", english: "small")

    @Test("the same sentences make the same model, byte for byte, and it tags names that it never saw")
    func twice() throws {
        let model = try trainer().train(following: example)
        #expect(try trainer().train(following: example) == model)
        var run = TaggingRun(try NameTagger(bytes: model), language: "de")
        #expect(
            run.labels(of: ["Der", "Zug", "fährt", "nach", "Quandolin", "weiter", "."])
                == ["O", "O", "O", "O", "B-LOC", "O", "O"])
    }

    @Test("a fifth is held out, tagged without having been seen, and nearly all of it is right")
    func heldOut() throws {
        var passes: [Int] = []
        let heldOut = try trainer().heldOut(following: example) { epoch, _, _ in passes.append(epoch) }
        #expect(passes == Array(1...10))
        #expect(heldOut.sentences.count == 12)
        let (gold, right) = heldOut.sentences.reduce((0, 0)) { sum, sentence in
            let names = sentence.gold.names.filter { name in
                sentence.names.contains { $0.tokens == name.words && $0.label == name.label }
            }
            return (sum.0 + sentence.gold.names.count, sum.1 + names.count)
        }
        #expect(gold == 12)
        #expect(right >= 8)
    }

    @Test("labels of one's own are learned as they are")
    func ownLabels() throws {
        var trainer = try NameTrainer()
        for sentence in Self.sentences {
            trainer.add(sentence.mapping { $0 == "LOC" ? "station" : nil }, corpus: "mine")
        }
        let tagger = try NameTagger(bytes: trainer.train(following: .init(german: "mine", english: "mine")))
        #expect(tagger.labels == ["O", "B-station", "I-station"])
    }

    @Test("confidence says how many are right")
    func calibration() {
        // Of what has the probability 0.9 only two thirds are right, of 0.6 one third.
        let examples = (0..<300).map {
            (probability: $0 < 150 ? 0.9 : 0.6, isRight: $0 < 150 ? $0 % 3 != 0 : $0 % 3 == 0)
        }
        let calibration = Calibration(fitting: examples)
        #expect(abs(calibration.confidence(0.9) - 0.667) < 0.02)
        #expect(abs(calibration.confidence(0.6) - 0.333) < 0.02)
        #expect(calibration.confidence(0.95) > calibration.confidence(0.5))
        #expect(Calibration(fitting: []) == .none)
    }
}
