/// One word of an annotated sentence.
struct TreebankWord: Sendable {
    var form: String
    var lemma: String
    var partOfSpeech: PartOfSpeech
    /// The treebank's own tag.
    var tag: String
    var features: String
    /// The number of the head's word, from 1; 0 for the root.
    var head: Int
    var relation: String
}

/// Sentences with parts of speech, lemmas and dependencies, from CoNLL-U (universaldependencies.org/format).
public struct Treebank: Sendable {
    var sentences: [[TreebankWord]]
    /// Sentences that a model annotated, not a person; lemmas are not learned from them.
    var silver: [[TreebankWord]] = []

    public var wordCount: Int { sentences.reduce(0) { $0 + $1.count } }

    init(sentences: [[TreebankWord]]) { self.sentences = sentences }

    /// No sentences yet.
    public init() { self.init(sentences: []) }

    public mutating func append(_ other: Treebank) {
        sentences += other.sentences
        silver += other.silver
    }

    /// Adds sentences that a model annotated.
    public mutating func append(silver other: Treebank) { silver += other.sentences }

    /// What makes each sentence the same text as another, as `TaggedSentence.key`.
    public var keys: [String] { sentences.map(Self.key) }

    /// Takes sentences out that stand elsewhere; what is as short as a greeting may stand anywhere.
    public mutating func leaveOut(_ keys: Set<String>) {
        sentences.removeAll { $0.count >= 5 && keys.contains(Self.key($0)) }
    }

    private static func key(_ sentence: [TreebankWord]) -> String {
        sentence.map(\.form).joined().lowercased()
    }

    /// Words as the treebank counts them, so `am` is `an dem`; empty nodes are left out.
    ///
    /// - Throws: the line that is no CoNLL-U, and why.
    public init(conllu text: String) throws(TreebankError) {
        sentences = []
        for sentence in try Self.blocks(text) { sentences.append(sentence.words) }
    }

    /// The same sentences with contractions as they are written, so that a model knows `am` as well as `an dem`.
    ///
    /// Only a contraction of a preposition and the article that follows it is put together: it becomes a preposition.
    public static func contracted(conllu text: String) throws(TreebankError) -> Treebank {
        Treebank(sentences: try blocks(text).compactMap { $0.contracted() })
    }

    private struct Block {
        var words: [TreebankWord] = []
        /// Ranges of words that are written as one, and how.
        var contractions: [(words: ClosedRange<Int>, form: String)] = []

        /// Nil when there is nothing to put together.
        func contracted() -> [TreebankWord]? {
            let joined = contractions.filter { contraction in
                contraction.words.count == 2 && contraction.words.upperBound <= words.count
                    && words[contraction.words.lowerBound - 1].partOfSpeech == .adposition
                    && words[contraction.words.upperBound - 1].partOfSpeech == .determiner
            }
            guard !joined.isEmpty else { return nil }
            let dropped = Set(joined.map(\.words.upperBound))
            let forms = Dictionary(joined.map { ($0.words.lowerBound, $0.form) }) { first, _ in first }
            var numbers = [0]
            var count = 0
            for number in 1...words.count {
                if !dropped.contains(number) { count += 1 }
                numbers.append(count)
            }
            return words.enumerated().compactMap { index, word in
                guard !dropped.contains(index + 1) else { return nil }
                var word = word
                if let form = forms[index + 1] { word.form = form }
                word.head = numbers[word.head]
                return word
            }
        }
    }

    private static func blocks(_ text: String) throws(TreebankError) -> [Block] {
        var blocks: [Block] = []
        var block = Block()
        var number = 0
        func finish() throws(TreebankError) {
            guard !block.words.isEmpty else { return }
            if let word = block.words.first(where: { !(0...block.words.count).contains($0.head) }) {
                throw TreebankError(line: number, "“\(word.form)” has head \(word.head), which is not there")
            }
            blocks.append(block)
            block = Block()
        }
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            number += 1
            if line.hasPrefix("#") { continue }
            if line.allSatisfy(\.isWhitespace) {
                try finish()
                continue
            }
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard fields.count == 10 else {
                throw TreebankError(
                    line: number, "has \(fields.count) fields; CoNLL-U has 10, with tabs between")
            }
            if fields[0].contains(".") { continue }
            let ends = fields[0].split(separator: "-").compactMap { Int($0) }
            if ends.count == 2, ends[0] > 0, ends[0] < ends[1] {
                block.contractions.append((ends[0]...ends[1], String(fields[1])))
                continue
            }
            guard ends == [block.words.count + 1] else {
                throw TreebankError(
                    line: number, "has number \(fields[0]); \(block.words.count + 1) comes next")
            }
            guard let part = PartOfSpeech(name: fields[3]) else {
                throw TreebankError(
                    line: number, "“\(fields[3])” is no part of speech of Universal Dependencies")
            }
            block.words.append(
                TreebankWord(
                    form: String(fields[1]), lemma: String(fields[2]), partOfSpeech: part,
                    tag: String(fields[4]),
                    features: String(fields[5]), head: Int(fields[6]) ?? 0, relation: String(fields[7])))
        }
        try finish()
        return blocks
    }
}

/// What is wrong with a treebank, and where.
public struct TreebankError: Error, CustomStringConvertible {
    public let line: Int
    public let reason: String

    init(line: Int, _ reason: String) {
        self.line = line
        self.reason = reason
    }

    public var description: String { "\(line): \(reason)" }
}
