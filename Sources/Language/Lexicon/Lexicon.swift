import CWordLists

/// All that the word lists know of a word, read where the table lies; nothing is built at the start.
///
/// Words themselves are not stored: an unknown one is taken for a known one about once in 30,000 times (`HashIndex`).
/// `Resources/make-table` makes the table of the lists.
struct Lexicon: Sendable {
    /// Nil knows no word.
    private let table: (index: HashIndex, traits: ModelArray<UInt16>)?

    /// The table that is part of the program; it knows nothing only if the program was built wrong.
    static let embedded: Lexicon = {
        let memory = ModelMemory(
            embedded: UnsafeRawBufferPointer(start: glosse_lexicon(), count: glosse_lexicon_count()))
        return (try? Lexicon(ModelFile(memory))) ?? Lexicon()
    }()

    private init() { table = nil }

    init(_ file: ModelFile) throws(ModelError) {
        let index = try HashIndex(file)
        let traits = try file.array("traits", of: UInt16.self)
        guard traits.count == index.count else { throw .damaged }
        table = (index, traits)
    }

    func traits(of word: UnsafeBufferPointer<UInt8>) -> WordTraits {
        guard let table else { return [] }
        let number = table.index.number(of: FeatureHash.mixed(0, FeatureHash.of(word)))
        return number < 0 ? [] : WordTraits(rawValue: table.traits[number])
    }
}
