/// A head over the shared layers and its labels.
///
/// Corpora of names differ in what they take for a name, so each has a head of its own; treebanks follow one standard,
/// Universal Dependencies, so all share a head for parts of speech and one for trees.
struct TrainedHead: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        /// Labels of names: `O`, `B-PER`, `I-PER` and so on.
        case names
        /// Labels of words: `NOUN`, `VERB` and so on.
        case parts
        /// Relations of trees: `nsubj`, `obj` and so on.
        case tree
    }

    let kind: Kind
    /// Empty where all treebanks share the head.
    let corpus: String
    let labels: [String]

    /// The line of section `corpora`: the corpus and its labels, with tabs between.
    var line: String { ([corpus] + labels).joined(separator: "\t") }

    init(_ kind: Kind = .names, corpus: String = "", labels: [String]) {
        (self.kind, self.corpus, self.labels) = (kind, corpus, labels)
    }

    init(line: String) throws(ModelError) {
        let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard parts.count > 1, parts.allSatisfy({ !$0.isEmpty }) else { throw .damaged }
        self.init(corpus: parts[0], labels: Array(parts[1...]))
    }

    /// How many columns of scores a word has for it; a tree is scored in another way.
    var outs: Int { kind == .tree ? 0 : labels.count }
    /// So many labels it can have.
    var mostLabels: Int { kind == .tree ? DeepSyntax.mostRelations : DeepModel.mostLabels }
}

extension [TrainedHead] {
    /// Where the labels of a head stand among the outs of all heads side by side.
    func outs(of index: Int) -> Range<Int> {
        let start = self[..<index].reduce(0) { $0 + $1.outs }
        return start..<start + self[index].outs
    }
}
