@testable import Language

/// A language that a tiny transformer can learn, for which only first pieces matter: `▁Angela` is a person, what begins
/// with `▁An` a place, and all else no name.
struct TinyLessons {
    private static let words = [
        ("Angela", "B-PER"), ("Anbal", "B-LOC"), ("Ankas", "B-LOC"), ("bal", "O"), ("kas", "O"), ("säg", "O"),
    ]
    let base: DeepBase
    let sentences: [TaggedSentence]
    let heldOut: [TaggedSentence]

    init(seed: UInt64 = 1, isFloat: Bool = true) throws {
        base = try DeepBase(bytes: TinyModel(isFloat: isFloat, positions: 48, seed: seed).bytes())
        var chance = Chance(seed)
        let all = (0..<160).map { _ in Self.sentence(&chance) }
        (sentences, heldOut) = (Array(all[..<120]), Array(all[120...]))
    }

    private static func sentence(_ chance: inout Chance) -> TaggedSentence {
        let chosen = (0..<Int.random(in: 2...5, using: &chance)).compactMap { _ in
            words.randomElement(using: &chance)
        }
        return TaggedSentence(words: chosen.map(\.0), labels: chosen.map(\.1))
    }

    func text(corpus: String = "own", times: Float = 1) -> TrainingText {
        var text = TrainingText(base)
        for sentence in sentences { text.add(sentence, corpus: corpus, times: times) }
        return text
    }

    func trainer(_ change: (inout DeepTrainer.Options) -> Void = { _ in }) throws -> DeepTrainer {
        var options = DeepTrainer.Options()
        options.epochs = 10
        options.patience = 10
        options.rate = 5e-3
        options.headFactor = 2
        options.batch = 120
        options.isFloat = true
        change(&options)
        return try DeepTrainer(base, text(), options: options)
    }
}
