import ArgumentParser
import Articles
import Language

/// Which engine reads articles on the command line.
struct EngineOptions: ParsableArguments {
    /// In bytes: of what is longer the deep engine would make people wait.
    private static let deepLimit = 100_000

    @Option(
        help: ArgumentHelp(
            "fast, or deep, which is better and some hundred times slower; deep for texts under 100 kB when absent.",
            valueName: "engine"))
    var engine: NameModelOptions.Engine?

    func validate() throws {
        if engine == .deep, !DeepTagger.isEmbedded {
            throw ValidationError("this program was built without the deep engine")
        }
    }

    /// The engine for a text: the one that was asked for, else the deep one where it is there and the text is short.
    func pipeline(
        for text: Text, personal layer: PersonalLayer?, _ patterns: [PatternTable]
    ) -> Pipeline {
        let isDeep =
            engine.map { $0 == .deep } ?? (DeepTagger.isEmbedded && text.byteCount < Self.deepLimit)
        guard isDeep, let names = NameTagger.embedded else {
            return .news(.embedded, personal: layer, patterns: patterns)
        }
        let second = SecondReading(with: names) { .embedded }
        return .news(names, personal: layer, patterns: patterns, deep: (second, .all))
    }
}
