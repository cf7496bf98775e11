/// A trained tagger of word classes, with what it learned about lemmas.
public struct TagModel: Sendable {
    let sequence: SequenceModel
    let lemmatizer: Lemmatizer

    /// A model from the bytes of a file, for a language by its code.
    ///
    /// - Throws: what is wrong with the bytes.
    public init(bytes: [UInt8], language: String) throws(ModelError) {
        try self.init(ModelFile(ModelMemory(copying: bytes)), lexicon: Self.lexicon(for: language))
    }

    init(_ file: ModelFile, lexicon: FormLexicon?) throws(ModelError) {
        sequence = try SequenceModel(file)
        guard sequence.labels == WordClass.allCases.map({ "\($0)" }) else { throw .missing("word classes") }
        lemmatizer = Lemmatizer(lexicon: lexicon, learned: try LemmaTable(file))
    }

    static func lexicon(for language: String) -> FormLexicon? { language.hasPrefix("de") ? .german : nil }

    /// What a run needs, made to be used again.
    struct Workspace {
        fileprivate var rows = FeatureRows()
        fileprivate var sequence = SequenceModel.Workspace()
    }

    func classes(_ sentence: SentenceAtoms, _ workspace: inout Workspace) -> [UInt8] {
        TagFeatures.rows(of: sentence, into: &workspace.rows)
        sequence.tag(workspace.rows, &workspace.sequence)
        return workspace.sequence.labels
    }

    func morphologies(_ sentence: SentenceAtoms, _ classes: [UInt8]) -> [Morphology] {
        guard lemmatizer.lexicon != nil else {
            return classes.map { .unknown(WordClass(rawValue: $0)?.partOfSpeech ?? .other) }
        }
        return sentence.withWords { words in
            classes.enumerated().map { index, raw in
                lemmatizer.morphology(words[index], WordClass(rawValue: raw) ?? .other)
            }
        } ?? []
    }
}
