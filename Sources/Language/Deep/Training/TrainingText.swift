/// Sentences with right labels as a transformer learns from them: segments of pieces, a label on each word's first one.
///
///     words   Angela Merkels        pieces  <s> ▁Angela ▁Merkel s </s>
///     labels  B-PER  I-PER          targets      B-PER   I-PER
public struct TrainingText: Sendable {
    /// A sentence, or the part of one that is too long for one segment.
    struct Segment: Sendable {
        /// With those before and behind.
        let pieces: Range<Int>
        let targets: Range<Int>
        let head: Int
        /// How often an epoch has it; a fraction is a chance.
        let times: Float
    }

    /// One a corpus, in the order in which they came.
    private(set) var heads: [TrainedHead] = []
    private(set) var pieces: [Int32] = []
    /// The place in the segment and the number among the corpus's labels.
    private(set) var targets: [(place: Int32, label: Int32)] = []
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
        var cut = PieceSentence()
        for word in sentence.words { cut.add(word.utf8, &segmenter) }
        let head = head(of: corpus)
        let labels = sentence.labels.map { number(of: $0, head) }
        for window in Window.windows(starts: cut.starts, limit: limit) {
            let (firstPiece, firstTarget) = (pieces.count, targets.count)
            let before = cut.starts[window.words.lowerBound]
            pieces.append(base.model.shape.startPiece)
            pieces += cut.pieces(window.words).prefix(limit)
            pieces.append(base.model.shape.endPiece)
            for word in window.core where cut.starts[word] - before < limit {
                targets.append((Int32(1 + cut.starts[word] - before), Int32(labels[word])))
            }
            segments.append(
                Segment(
                    pieces: firstPiece..<pieces.count, targets: firstTarget..<targets.count, head: head,
                    times: times))
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
        let names = Array(heads.map(\.line).joined(separator: "\n").utf8)
        return numbers.withUnsafeBytes(Checksum.of) ^ names.withUnsafeBytes(Checksum.of) &* 31
    }

    /// The head of a corpus; one that the base has keeps its labels and their order.
    private mutating func head(of corpus: String) -> Int {
        if let head = heads.firstIndex(where: { $0.corpus == corpus }) { return head }
        heads.append(
            base.heads.first { $0.corpus == corpus } ?? TrainedHead(corpus: corpus, labels: ["O"]))
        return heads.count - 1
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
