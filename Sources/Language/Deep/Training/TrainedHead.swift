/// A corpus that is learned from and its own labels: corpora differ in what they take for a name, so each has its head
/// over the shared layers.
struct TrainedHead: Hashable, Sendable {
    let corpus: String
    /// `O`, `B-PER`, `I-PER` and so on.
    let labels: [String]

    /// The line of section `corpora`: the corpus and its labels, with tabs between.
    var line: String { ([corpus] + labels).joined(separator: "\t") }

    init(corpus: String, labels: [String]) {
        self.corpus = corpus
        self.labels = labels
    }

    init(line: String) throws(ModelError) {
        let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard parts.count > 1, parts.allSatisfy({ !$0.isEmpty }) else { throw .damaged }
        self.init(corpus: parts[0], labels: Array(parts[1...]))
    }
}
