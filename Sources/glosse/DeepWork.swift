import Articles
import Language
import Reading

/// The deep engine in the program: the article that it reads, and when it may.
final class DeepWork {
    private(set) var refinement: Configuration.Refinement
    private var reading: (key: ArticleKey, text: Text, second: SecondReading)?

    init(_ refinement: Configuration.Refinement) {
        self.refinement = DeepTagger.isEmbedded ? refinement : .off
    }

    func set(_ refinement: Configuration.Refinement) {
        self.refinement = DeepTagger.isEmbedded ? refinement : .off
        if self.refinement == .off { reading = nil }
    }

    /// What the deep engine says of an article; only of the last one it is kept. Nil when it has no say.
    func view(
        of key: ArticleKey, _ text: Text, _ effort: SecondReading.Effort
    ) -> (SecondReading, SecondReading.Effort)? {
        guard refinement != .off, let names = NameTagger.embedded else { return nil }
        if let reading, reading.key == key, reading.text == text { return (reading.second, effort) }
        let second = SecondReading(with: names) { DeepTagger.embedded }
        reading = (key, text, second)
        return (second, effort)
    }
}
