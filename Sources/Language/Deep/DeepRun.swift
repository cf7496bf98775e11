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
        /// Empty, and no tree, where syntax was not asked for.
        var parts: [PartOfSpeech] = []
        var tree: [DeepParse.Link]?

        var unknown: [Int] { pieces.isUnknown.indices.filter { pieces.isUnknown[$0] } }

        var parse: DeepParse {
            DeepParse(
                parts: zip(parts, pieces.isUnknown).map { $1 ? nil : $0 },
                tree: pieces.count == 0 ? [] : tree)
        }
    }

    private let tagger: DeepTagger
    private let encoder: Encoder
    private var segmenter: PieceSegmenter
    private var decoder: LabelDecoder
    private var batch = PieceBatch()
    private var scores: [Float] = []
    private let syntax: SyntaxReader?
    /// For each window of the batch: its sentence, where its segment starts, and where its first piece is.
    private var waiting: [(sentence: Int, window: Window, start: Int, row: Int)] = []

    public init(_ tagger: DeepTagger) {
        self.tagger = tagger
        encoder = Encoder(tagger.model, tagger.kernels)
        segmenter = tagger.segmenter()
        decoder = LabelDecoder(tagger.labels)
        syntax = tagger.model.syntax.map { SyntaxReader($0, tagger.kernels) }
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
            (names(of: sentence), sentence.unknown)
        }
    }

    /// The parts of speech and trees of sentences; nil where the model knows names only.
    public func parses(of sentences: [[String]]) throws(CancellationError) -> [DeepParse]? {
        guard let syntax else { return nil }
        return try read(sentences, syntax).map(\.parse)
    }

    /// All that the model knows of sentences, for the time that the transformer takes once.
    public func readings(of sentences: [[String]]) throws(CancellationError) -> [DeepReading] {
        try read(sentences, syntax).map { sentence in
            DeepReading(
                names: names(of: sentence), unknown: sentence.unknown,
                parse: syntax == nil ? nil : sentence.parse)
        }
    }

    private func names(of sentence: Sentence) -> [TaggedName] {
        probableNames(of: sentence).map { name in
            TaggedName(
                tokens: name.words, label: name.label,
                confidence: tagger.model.calibration.confidence(name.probability))
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
    /// - Parameter syntax: reads parts of speech and trees; nil when nobody asks for them.
    func read(
        _ sentences: [[String]], _ syntax: SyntaxReader? = nil
    ) throws(CancellationError) -> [Sentence] {
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
                waiting.append((read.count - 1, window, row - 1, row))
                if batch.rows >= Self.batchRows { try flush(&read, syntax) }
            }
        }
        try flush(&read, syntax)
        return read
    }

    /// Runs the batch and gives each word of a core the scores of its first piece.
    private func flush(
        _ sentences: inout [Sentence], _ syntax: SyntaxReader?
    ) throws(CancellationError) {
        try encoder.run(batch, scores: &scores)
        let width = tagger.labels.count
        for (sentence, window, start, row) in waiting {
            let starts = sentences[sentence].pieces.starts
            let rows = window.core.map { row + starts[$0] - starts[window.words.lowerBound] }
            for (word, row) in zip(window.core, rows) {
                for label in 0..<width {
                    sentences[sentence].logits[word * width + label] = scores[row * width + label]
                }
            }
            guard let syntax else { continue }
            if Task.isCancelled { throw CancellationError() }
            sentences[sentence].parts += syntax.parts(encoder.states, rows: rows)
            if window.core.count == sentences[sentence].pieces.count {
                sentences[sentence].tree = syntax.tree(encoder.states, rows: [start] + rows)
            }
        }
        batch.removeAll()
        waiting.removeAll()
    }
}
