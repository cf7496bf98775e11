/// The part of speech of a word, in the classes of Universal Dependencies (universaldependencies.org/u/pos).
///
/// The raw values stand in the lexicon file and in model files.
public enum PartOfSpeech: UInt8, Hashable, Sendable, CaseIterable {
    case adjective, adposition, adverb, auxiliary, coordinator, determiner, interjection, noun, numeral,
        particle
    case pronoun, properNoun, punctuation, subordinator, symbol, verb, other

    /// The name in CoNLL-U: `ADJ`, `PROPN`, …
    public var name: String { Self.names[Int(rawValue)] }

    public init?(name: some StringProtocol) {
        guard let index = Self.names.firstIndex(where: { $0 == name }) else { return nil }
        self.init(rawValue: UInt8(index))
    }

    private static let names = [
        "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT",
        "SCONJ",
        "SYM", "VERB", "X",
    ]
}
