import Synchronization

/// What the deep engine says of an article's paragraphs: read once and kept, since nothing but their text decides it.
public final class SecondReading: Sendable {
    /// Whether paragraphs are read that are not known yet.
    public enum Effort: Sendable {
        case known, all
    }

    /// So many words it keeps at most, the last ones that were read: more than are ever read again at once.
    private static let most = 1 << 16

    private struct Kept {
        var opinions: [Int: [SecondOpinion]] = [:]
        /// In the order in which they came, with their words.
        var order: [(paragraph: Int, words: Int)] = []
        var words = 0
    }

    private let tagger: @Sendable () -> DeepTagger?
    private let names: NameTagger
    private let kept = Mutex(Kept())

    /// - Parameters:
    ///   - names: the fast engine's tagger, with which it decides together.
    ///   - tagger: the deep one, asked for when it is first needed, since it takes some time to get ready.
    public init(with names: NameTagger, _ tagger: @escaping @Sendable () -> DeepTagger?) {
        (self.tagger, self.names) = (tagger, names)
    }

    /// A view of it for an engine at work.
    func view(_ effort: Effort) -> View { View(reading: self, effort: effort) }

    /// One engine's access, with the memory that it works in.
    struct View {
        private let reading: SecondReading
        private let effort: Effort
        private var run: DeepRun?

        fileprivate init(reading: SecondReading, effort: Effort) {
            (self.reading, self.effort) = (reading, effort)
        }

        /// What is said of a paragraph's sentences; nil when that is not known.
        mutating func opinions(
            _ paragraph: Int, _ sentences: () -> [[String]]
        ) throws(CancellationError) -> [SecondOpinion]? {
            if let known = reading.kept.withLock({ $0.opinions[paragraph] }) { return known }
            guard effort == .all, let run = run ?? reading.tagger().map(DeepRun.init) else { return nil }
            self.run = run
            let sentences = sentences()
            let opinions = try run.opinions(of: sentences, for: reading.names)
            reading.keep(opinions, of: paragraph, words: sentences.reduce(0) { $0 + $1.count })
            return opinions
        }
    }

    private func keep(_ opinions: [SecondOpinion], of paragraph: Int, words: Int) {
        kept.withLock { kept in
            guard kept.opinions.updateValue(opinions, forKey: paragraph) == nil else { return }
            kept.order.append((paragraph, words))
            kept.words += words
            while kept.words > Self.most, kept.order.count > 1 {
                let oldest = kept.order.removeFirst()
                kept.opinions[oldest.paragraph] = nil
                kept.words -= oldest.words
            }
        }
    }
}
