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
    /// - Parameter deep: the deep engine, whose word counts for parts of speech and trees.
    public init(_ treebank: Treebank, tagger: TagModel, parser: ParserModel? = nil, deep: DeepRun? = nil) {
        let syntax = Syntax(tagger: tagger, parser: parser)
        var workspace = syntax.workspace()
        // Nobody cancels it: it runs where a command runs.
        let parses = (try? deep?.parses(of: treebank.sentences.map { $0.map(\.form) })) ?? []
        for (number, sentence) in treebank.sentences.enumerated() {
            let parse = number < parses.count ? parses[number] : nil
            var bytes: [UInt8] = []
            var ranges: [Range<Int>] = []
            for word in sentence {
                let start = bytes.count
                bytes += word.form.utf8
                ranges.append(start..<bytes.count)
            }
            let parsed = bytes.withUnsafeBufferPointer { syntax.words(ranges, in: $0, &workspace, parse) }
            for (word, found) in zip(sentence, parsed) {
                let head = parser == nil ? nil : found.head.map { $0 + 1 } ?? 0
                count(word, found.partOfSpeech, head: head, found.relation)
                if word.lemma == found.lemma { rightLemmas += 1 }
                if word.features == found.features ?? "_" { rightFeatures += 1 }
            }
        }
    }

    /// The words of a treebank, read by the deep engine; lemmas and inflections are not.
    public init(_ treebank: Treebank, _ run: DeepRun) {
        // Nobody cancels it: it runs where a training runs.
        guard let parses = try? run.parses(of: treebank.sentences.map { $0.map(\.form) }) else { return }
        for (sentence, parse) in zip(treebank.sentences, parses) {
            for (index, word) in sentence.enumerated() {
                let link = parse.tree?[index]
                count(
                    word, parse.parts[index], head: link?.head.map { $0 + 1 } ?? (link == nil ? nil : 0),
                    link?.relation)
            }
        }
    }

    private mutating func count(
        _ word: TreebankWord, _ part: PartOfSpeech?, head: Int?, _ relation: String?
    ) {
        words += 1
        if word.partOfSpeech == part {
            rightParts += 1
        } else {
            confusions["\(word.partOfSpeech.name) \(part?.name ?? "_")", default: 0] += 1
        }
        guard head == word.head else { return }
        rightHeads += 1
        if relation == word.relation || word.head == 0 { rightRelations += 1 }
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
