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
        /// Empty, and no tree, where syntax was not asked for.
        var parts: [PartOfSpeech] = []
        var tree: [DeepParse.Link]?
        /// Words x codes; empty where they were not asked for.
        var codes: [UInt8] = []

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
    /// Makes codes of what is read, while somebody wants them.
    private var coder: StateCoder?
    /// For each window of the batch: its sentence, where its segment starts, and where its first piece is.
    private var waiting: [(sentence: Int, window: Window, start: Int, row: Int)] = []
    /// Sentences that will be one segment.
    private var passage: [Int] = []

    public init(_ tagger: DeepTagger) {
        self.tagger = tagger
        encoder = Encoder(tagger.model, tagger.kernels)
        segmenter = tagger.segmenter()
        decoder = LabelDecoder(tagger.labels)
        syntax = tagger.model.syntax.map { SyntaxReader($0, tagger.kernels) }
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
            (names(of: sentence), sentence.unknown)
        }
    }

    /// The sentences with what `StateCoder` makes of their words.
    func coded(_ sentences: [[String]]) throws(CancellationError) -> [Sentence] {
        coder = try tagger.coders.coder { () throws(CancellationError) in try makeCoder() }
        defer { coder = nil }
        return try read(sentences)
    }

    private func makeCoder() throws(CancellationError) -> StateCoder {
        let width = tagger.model.shape.width
        var states: [Float] = []
        for words in StateCoder.sentences {
            batch.removeAll()
            var pieces = PieceSentence()
            for word in words { pieces.add(word.utf8, &segmenter) }
            let row = batch.add(pieces.pieces[...], tagger.model.shape)
            try encoder.run(batch, scores: &scores)
            for start in pieces.starts.dropLast() {
                states.append(
                    contentsOf: UnsafeBufferPointer(
                        start: encoder.states + (row + start) * width, count: width))
            }
        }
        batch.removeAll()
        return StateCoder(states: states, width: width)
    }

    /// The parts of speech and trees of sentences; nil where the model knows names only.
    public func parses(of sentences: [[String]]) throws(CancellationError) -> [DeepParse]? {
        guard let syntax else { return nil }
        return try read(sentences, syntax).map(\.parse)
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

    /// Runs sentences, each a list of words, through the transformer; neighbours that fit are read together.
    /// - Parameter syntax: reads parts of speech and trees, each sentence for itself as in treebanks; nil when nobody
    ///   asks for them.
    func read(
        _ sentences: [[String]], _ syntax: SyntaxReader? = nil
    ) throws(CancellationError) -> [Sentence] {
        var read: [Sentence] = []
        read.reserveCapacity(sentences.count)
        batch.removeAll()
        waiting.removeAll()
        passage.removeAll()
        var passageCount = 0
        let width = tagger.labels.count
        let limit = syntax == nil ? min(Self.passagePieces, tagger.model.shape.positions - 2) : 0
        for words in sentences {
            if Task.isCancelled { throw CancellationError() }
            var pieces = PieceSentence()
            for word in words { pieces.add(word.utf8, &segmenter) }
            let count = pieces.pieces.count
            if passageCount + count > limit { try closePassage(&read, syntax); passageCount = 0 }
            passage.append(read.count)
            passageCount += count
            read.append(
                Sentence(pieces: pieces, logits: Array(repeating: 0, count: pieces.count * width)))
        }
        try closePassage(&read, syntax)
        try flush(&read, syntax)
        return read
    }

    /// Adds the sentences of a passage to the batch: as one segment, or a single long one as several windows.
    private func closePassage(
        _ read: inout [Sentence], _ syntax: SyntaxReader?
    ) throws(CancellationError) {
        defer { passage.removeAll(keepingCapacity: true) }
        let shape = tagger.model.shape
        guard !passage.isEmpty else { return }
        if passage.count == 1 {
            let pieces = read[passage[0]].pieces
            for window in Window.windows(starts: pieces.starts, limit: shape.positions - 2) {
                let row = batch.add(pieces.pieces(window.words), shape)
                waiting.append((passage[0], window, row - 1, row))
                if batch.rows >= Self.batchRows { try flush(&read, syntax) }
            }
            return
        }
        let first = batch.add(passage.flatMap { read[$0].pieces.pieces }[...], shape)
        var row = first
        for sentence in passage {
            let pieces = read[sentence].pieces
            let words = 0..<pieces.count
            waiting.append((sentence, Window(words: words, core: words), first - 1, row))
            row += pieces.pieces.count
        }
        if batch.rows >= Self.batchRows { try flush(&read, syntax) }
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
            if let coder {
                sentences[sentence].codes += coder.codes(encoder.states, rows: rows, tagger.kernels)
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
