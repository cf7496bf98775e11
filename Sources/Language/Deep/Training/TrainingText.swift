/// Sentences with right labels as a transformer learns from them: segments of pieces, a label on each word's first one.
///
///     words   Angela Merkels        pieces  <s> ▁Angela ▁Merkel s </s>
///     labels  B-PER  I-PER          targets      B-PER   I-PER
///
/// A sentence of a treebank has parts of speech for labels, and a tree over the first pieces.
public struct TrainingText: Sendable {
    /// A sentence, or the part of one that is too long for one segment.
    struct Segment: Sendable {
        /// With those before and behind.
        let pieces: Range<Int>
        let targets: Range<Int>
        /// What the words hang on; empty for one of names.
        let links: Range<Int>
        let head: Int
        /// How often an epoch has it; a fraction is a chance.
        let times: Float
    }

    struct Link: Hashable, Sendable {
        let place: Int32
        let head: Int32?
        let relation: Int32
    }

    /// One a corpus of names, and two for all treebanks, in the order in which they came.
    private(set) var heads: [TrainedHead] = []
    private(set) var pieces: [Int32] = []
    /// The place in the segment and the number among the corpus's labels.
    private(set) var targets: [(place: Int32, label: Int32)] = []
    /// The place in the segment; how many words from the segment's first on the head is, from 1, 0 for the root, and the
    /// relation's number; no head where it is not to be learned here.
    private(set) var links: [Link] = []
    private(set) var segments: [Segment] = []
    private let base: DeepBase
    private var segmenter: PieceSegmenter
    private let limit: Int

    /// - Parameter longest: so many pieces a segment has at most; longer sentences are cut, and the parts overlap.
    public init(_ base: DeepBase, longest: Int = 128) {
        self.base = base
        segmenter = base.segmenter()
        limit = max(8, min(longest, base.model.shape.positions)) - 2
    }

    /// Adds a sentence.
    /// - Parameters:
    ///   - corpus: sentences of one corpus are annotated in one way; each has its own labels.
    ///   - times: how often an epoch has the sentence; of sentences with 0.6 it has six of ten, each time others.
    public mutating func add(_ sentence: TaggedSentence, corpus: String, times: Float = 1) {
        guard !sentence.words.isEmpty, sentence.words.count == sentence.labels.count, times > 0 else {
            return
        }
        let head = head(of: corpus)
        add(
            sentence.words, labels: sentence.labels.map { number(of: $0, head) }, head: head, links: [],
            times: times)
    }

    /// Adds the sentences of a treebank, and says how often an epoch has them.
    public mutating func add(_ treebank: Treebank, times: Float = 1) {
        guard times > 0 else { return }
        for sentence in treebank.sentences where !sentence.isEmpty {
            let (parts, tree) = treebankHeads()
            let labels = sentence.map { word in
                heads[parts].labels.firstIndex(of: word.partOfSpeech.name) ?? 0
            }
            let links = sentence.map { word in
                (head: word.head, relation: number(ofRelation: word.relation, tree))
            }
            add(sentence.map(\.form), labels: labels, head: parts, links: links, times: times)
        }
    }

    /// - Parameter links: the head of each word, from 1, 0 for the root, and its relation; none for names.
    private mutating func add(
        _ words: [String], labels: [Int], head: Int, links: [(head: Int, relation: Int)], times: Float
    ) {
        var cut = PieceSentence()
        for word in words { cut.add(word.utf8, &segmenter) }
        for window in Window.windows(starts: cut.starts, limit: limit) {
            let (firstPiece, firstTarget) = (pieces.count, targets.count)
            let before = cut.starts[window.words.lowerBound]
            pieces.append(base.model.shape.startPiece)
            pieces += cut.pieces(window.words).prefix(limit)
            pieces.append(base.model.shape.endPiece)
            for word in window.core where cut.starts[word] - before < limit {
                targets.append((Int32(1 + cut.starts[word] - before), Int32(labels[word])))
            }
            let firstLink = self.links.count
            if !links.isEmpty { add(links, cut, window) }
            segments.append(
                Segment(
                    pieces: firstPiece..<pieces.count, targets: firstTarget..<targets.count,
                    links: firstLink..<self.links.count, head: head, times: times))
        }
    }

    /// What the words of a window hang on, where both words are in it.
    private mutating func add(
        _ links: [(head: Int, relation: Int)], _ cut: PieceSentence, _ window: Window
    ) {
        let before = cut.starts[window.words.lowerBound]
        let words = window.words.filter { cut.starts[$0] - before < limit }
        for word in words {
            let head = links[word].head - window.words.lowerBound
            let isLearned =
                window.core.contains(word) && links[word].head != word + 1
                && (links[word].head == 0 || 1...words.count ~= head)
            self.links.append(
                Link(
                    place: Int32(1 + cut.starts[word] - before),
                    head: isLearned ? Int32(links[word].head == 0 ? 0 : head) : nil,
                    relation: Int32(links[word].relation)))
        }
    }

    /// Adds neighbouring sentences: half of the times each for itself, half together with as many of those behind it as
    /// a segment holds, so that the transformer learns both with context and without.
    /// - Parameters:
    ///   - corpus: as for a single sentence.
    ///   - times: how often an epoch has each sentence, in one way or the other.
    public mutating func add(_ sentences: [TaggedSentence], corpus: String, times: Float = 1) {
        var words: [String] = []
        var labels: [String] = []
        var count = 0
        for sentence in sentences {
            add(sentence, corpus: corpus, times: times / 2)
            var cut = PieceSentence()
            for word in sentence.words { cut.add(word.utf8, &segmenter) }
            if count + cut.pieces.count > limit {
                add(TaggedSentence(words: words, labels: labels), corpus: corpus, times: times / 2)
                (words, labels, count) = ([], [], 0)
            }
            words += sentence.words
            labels += sentence.labels
            count += cut.pieces.count
        }
        add(TaggedSentence(words: words, labels: labels), corpus: corpus, times: times / 2)
    }

    /// What tells this text from another.
    var checksum: UInt64 {
        var numbers = pieces.map(Int64.init)
        for segment in segments {
            numbers += [
                Int64(segment.pieces.count), Int64(segment.head), Int64(segment.times.bitPattern),
            ]
        }
        numbers += targets.map { Int64($0.place) << 32 | Int64($0.label) }
        for link in links {
            numbers.append(Int64(link.place) << 32 | Int64(link.head ?? -1) << 16 ^ Int64(link.relation))
        }
        let names = Array(heads.map(\.line).joined(separator: "\n").utf8)
        return numbers.withUnsafeBytes(Checksum.of) ^ names.withUnsafeBytes(Checksum.of) &* 31
    }

    /// The head of a corpus; one that the base has keeps its labels and their order.
    private mutating func head(of corpus: String) -> Int {
        if let head = heads.firstIndex(where: { $0.kind == .names && $0.corpus == corpus }) { return head }
        heads.append(
            base.heads.first { $0.corpus == corpus } ?? TrainedHead(corpus: corpus, labels: ["O"]))
        return heads.count - 1
    }

    /// The heads of all treebanks; relations that the base has keep their order.
    private mutating func treebankHeads() -> (parts: Int, tree: Int) {
        if let parts = heads.firstIndex(where: { $0.kind == .parts }) { return (parts, parts + 1) }
        heads.append(TrainedHead(.parts, labels: PartOfSpeech.allCases.map(\.name)))
        heads.append(TrainedHead(.tree, labels: base.model.syntax?.relations ?? ["root"]))
        return (heads.count - 2, heads.count - 1)
    }

    private mutating func number(ofRelation relation: String, _ head: Int) -> Int {
        if let number = heads[head].labels.firstIndex(of: relation) { return number }
        heads[head] = TrainedHead(.tree, labels: heads[head].labels + [relation])
        return heads[head].labels.count - 1
    }

    /// The number of a label; a new one brings its whole class, so that every `B-` has its `I-`.
    private mutating func number(of label: String, _ head: Int) -> Int {
        if let number = heads[head].labels.firstIndex(of: label) { return number }
        let name = label.dropFirst(2)
        let labels = heads[head].labels
        heads[head] = TrainedHead(
            corpus: heads[head].corpus,
            labels: labels + ["B-\(name)", "I-\(name)"].filter { !labels.contains($0) })
        return heads[head].labels.firstIndex(of: label) ?? 0
    }
}
