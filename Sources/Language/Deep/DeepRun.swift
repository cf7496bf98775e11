/// A deep tagger at work: it takes sentences, runs as many together as fill a batch, and keeps its memory.
///
/// One at a time; several may run beside each other, each in its own thread, over the same tagger.
public final class DeepRun {
    /// A batch is run when it has so many rows: enough that reading the weights costs little.
    static let batchRows = 256

    /// What is known of one sentence.
    struct Sentence {
        let pieces: PieceSentence
        /// Words x labels.
        var logits: [Float]
    }

    private let tagger: DeepTagger
    private let encoder: Encoder
    private var segmenter: PieceSegmenter
    private var decoder: LabelDecoder
    private var batch = PieceBatch()
    private var scores: [Float] = []
    /// For each window of the batch: its sentence and where its first piece is.
    private var waiting: [(sentence: Int, window: Window, row: Int)] = []

    public init(_ tagger: DeepTagger) {
        self.tagger = tagger
        encoder = Encoder(tagger.model, tagger.kernels)
        segmenter = tagger.segmenter()
        decoder = LabelDecoder(tagger.labels)
    }

    /// The labels of sentences, one a word; nil for a word with letters that the model does not know.
    public func labels(of sentences: [[String]]) throws(CancellationError) -> [[String?]] {
        try read(sentences).map { sentence in
            var found: [UInt8] = []
            decoder.labels(of: sentence.logits, into: &found)
            return zip(found, sentence.pieces.isUnknown).map { $1 ? nil : tagger.labels[Int($0)] }
        }
    }

    /// The names of sentences and how sure the model is of each; `unknown` are the words that it does not know.
    public func names(
        of sentences: [[String]]
    ) throws(CancellationError) -> [(names: [TaggedName], unknown: [Int])] {
        try read(sentences).map { sentence in
            let names = probableNames(of: sentence).map { name in
                TaggedName(
                    tokens: name.words, label: name.label,
                    confidence: tagger.model.calibration.confidence(name.probability))
            }
            return (names, sentence.pieces.isUnknown.indices.filter { sentence.pieces.isUnknown[$0] })
        }
    }

    /// The names of a sentence with the model's own probabilities, which no calibration has touched.
    func probableNames(
        of sentence: Sentence
    ) -> [(words: Range<Int>, label: String, probability: Double)] {
        var found: [UInt8] = []
        decoder.labels(of: sentence.logits, into: &found)
        return decoder.names(of: sentence.logits, found).map { ($0.words, String($0.label), $0.probability) }
    }

    /// Runs sentences, each a list of words, through the transformer.
    func read(_ sentences: [[String]]) throws(CancellationError) -> [Sentence] {
        var read: [Sentence] = []
        read.reserveCapacity(sentences.count)
        batch.removeAll()
        waiting.removeAll()
        let limit = tagger.model.shape.positions - 2
        let width = tagger.labels.count
        for words in sentences {
            if Task.isCancelled { throw CancellationError() }
            var pieces = PieceSentence()
            for word in words { pieces.add(word.utf8, &segmenter) }
            let windows = Window.windows(starts: pieces.starts, limit: limit)
            read.append(
                Sentence(pieces: pieces, logits: Array(repeating: 0, count: pieces.count * width)))
            for window in windows {
                let row = batch.add(pieces.pieces(window.words), tagger.model.shape)
                waiting.append((read.count - 1, window, row))
                if batch.rows >= Self.batchRows { try flush(&read) }
            }
        }
        try flush(&read)
        return read
    }

    /// Runs the batch and gives each word of a core the scores of its first piece.
    private func flush(_ sentences: inout [Sentence]) throws(CancellationError) {
        try encoder.run(batch, scores: &scores)
        let width = tagger.labels.count
        for (sentence, window, row) in waiting {
            let starts = sentences[sentence].pieces.starts
            for word in window.core {
                let first = (row + starts[word] - starts[window.words.lowerBound]) * width
                for label in 0..<width {
                    sentences[sentence].logits[word * width + label] = scores[first + label]
                }
            }
        }
        batch.removeAll()
        waiting.removeAll()
    }
}
