/// How well a treebank's words are read: shares of all words, gold tokens.
public struct SyntaxScore: Sendable {
    public private(set) var words = 0
    public private(set) var rightParts = 0
    public private(set) var rightLemmas = 0
    /// All of FEATS as the treebank has them.
    public private(set) var rightFeatures = 0
    public private(set) var rightHeads = 0
    public private(set) var rightRelations = 0
    /// Pairs of right and guessed part of speech, where they differ.
    public private(set) var confusions: [String: Int] = [:]

    /// The words of a treebank, read by models.
    public init(_ treebank: Treebank, tagger: TagModel, parser: ParserModel? = nil) {
        let syntax = Syntax(tagger: tagger, parser: parser)
        var workspace = syntax.workspace()
        for sentence in treebank.sentences {
            var bytes: [UInt8] = []
            var ranges: [Range<Int>] = []
            for word in sentence {
                let start = bytes.count
                bytes += word.form.utf8
                ranges.append(start..<bytes.count)
            }
            let parsed = bytes.withUnsafeBufferPointer { syntax.words(ranges, in: $0, &workspace) }
            for (word, found) in zip(sentence, parsed) {
                words += 1
                if word.partOfSpeech == found.partOfSpeech {
                    rightParts += 1
                } else {
                    confusions["\(word.partOfSpeech.name) \(found.partOfSpeech.name)", default: 0] += 1
                }
                if word.lemma == found.lemma { rightLemmas += 1 }
                if word.features == found.features ?? "_" { rightFeatures += 1 }
                let head = found.head.map { $0 + 1 } ?? 0
                guard parser != nil, head == word.head else { continue }
                rightHeads += 1
                if found.relation == word.relation || word.head == 0 { rightRelations += 1 }
            }
        }
    }

    private func share(_ count: Int) -> Double { words == 0 ? 0 : Double(count) / Double(words) }

    public var accuracy: Double { share(rightParts) }
    public var lemmaAccuracy: Double { share(rightLemmas) }
    /// The share of words whose inflection is right in full.
    public var featureAccuracy: Double { share(rightFeatures) }
    /// The share of words with the right head (UAS).
    public var heads: Double { share(rightHeads) }
    /// The share of words with the right head and relation, subtypes included (LAS).
    public var relations: Double { share(rightRelations) }
}
