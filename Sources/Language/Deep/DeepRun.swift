/// A deep tagger at work: it takes sentences, runs as many together as fill a batch, and keeps its memory.
///
/// One at a time; several may run beside each other, each in its own thread, over the same tagger.
public final class DeepRun {
    /// A batch is run when it has so many rows: enough that reading the weights costs little.
    static let batchRows = 256
    /// Neighbouring sentences are read together, each as the others' context, up to so many pieces.
    static let passagePieces = 126

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
    /// Sentences that will be one segment.
    private var passage: [Int] = []

    public init(_ tagger: DeepTagger) {
        self.tagger = tagger
        encoder = Encoder(tagger.model, tagger.kernels)
        segmenter = tagger.segmenter()
        decoder = LabelDecoder(tagger.labels)
    }

    var labels: [String] { tagger.labels }
    var calibration: Calibration { tagger.calibration }

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

    /// Runs sentences, each a list of words, through the transformer; neighbours that fit are read together.
    func read(_ sentences: [[String]]) throws(CancellationError) -> [Sentence] {
        var read: [Sentence] = []
        read.reserveCapacity(sentences.count)
        batch.removeAll()
        waiting.removeAll()
        passage.removeAll()
        var passageCount = 0
        let width = tagger.labels.count
        let limit = min(Self.passagePieces, tagger.model.shape.positions - 2)
        for words in sentences {
            if Task.isCancelled { throw CancellationError() }
            var pieces = PieceSentence()
            for word in words { pieces.add(word.utf8, &segmenter) }
            let count = pieces.pieces.count
            if passageCount + count > limit { try closePassage(&read); passageCount = 0 }
            passage.append(read.count)
            passageCount += count
            read.append(
                Sentence(pieces: pieces, logits: Array(repeating: 0, count: pieces.count * width)))
        }
        try closePassage(&read)
        try flush(&read)
        return read
    }

    /// Adds the sentences of a passage to the batch: as one segment, or a single long one as several windows.
    private func closePassage(_ read: inout [Sentence]) throws(CancellationError) {
        defer { passage.removeAll(keepingCapacity: true) }
        let shape = tagger.model.shape
        if passage.count == 1 {
            let pieces = read[passage[0]].pieces
            for window in Window.windows(starts: pieces.starts, limit: shape.positions - 2) {
                waiting.append((passage[0], window, batch.add(pieces.pieces(window.words), shape)))
                if batch.rows >= Self.batchRows { try flush(&read) }
            }
            return
        }
        var row = batch.add(passage.flatMap { read[$0].pieces.pieces }[...], shape)
        for sentence in passage {
            let pieces = read[sentence].pieces
            let words = 0..<pieces.count
            waiting.append((sentence, Window(words: words, core: words), row))
            row += pieces.pieces.count
        }
        if batch.rows >= Self.batchRows { try flush(&read) }
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
