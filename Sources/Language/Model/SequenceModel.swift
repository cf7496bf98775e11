/// A trained tagger: features of tokens in, the best sequence of labels out.
///
/// Plain numbers over bytes that are read in place. `Workspace` holds what a run needs, so that sentences in a row
/// allocate nothing.
struct SequenceModel: Sendable {
    let labels: [String]
    let table: WeightTable
    let transitions: Transitions
    /// What a score is divided by to be a natural logarithm.
    let scale: Float
    private let logarithms: [Float]

    init(_ file: ModelFile) throws(ModelError) {
        labels = try file.lines("labels")
        guard 1...64 ~= labels.count else { throw .damaged }
        table = try WeightTable(file, labelCount: labels.count)
        let weights = try file.array("transitions", of: Int32.self)
        let scale = try file.array("scale", of: Float.self)
        guard weights.count == (labels.count + 1) * (labels.count + 1), scale.count == 1, scale[0] > 0 else {
            throw .damaged
        }
        self.scale = scale[0]
        transitions = Transitions(labelCount: labels.count, weights: Array(weights.buffer))
        logarithms = weights.buffer.map { Float($0) / scale[0] }
    }

    /// What a run needs and leaves behind.
    struct Workspace {
        var labels: [UInt8] = []
        fileprivate(set) var scores: [Int32] = []
        fileprivate(set) var lattice = Lattice()
        fileprivate var viterbi = Viterbi()
        fileprivate var logarithms: [Float] = []
    }

    /// Labels the tokens; the result stands in `workspace.labels`, an index into `labels` a token.
    /// - Parameter opinion: what else is said of them.
    func tag(_ features: FeatureRows, with opinion: SecondOpinion? = nil, _ workspace: inout Workspace) {
        let width = labels.count
        workspace.scores.removeAll(keepingCapacity: true)
        workspace.scores.append(contentsOf: repeatElement(0, count: features.count * width))
        workspace.scores.withUnsafeMutableBufferPointer { scores in
            features.hashes.withUnsafeBufferPointer { hashes in
                guard let base = scores.baseAddress else { return }
                for token in 0..<features.count {
                    table.add(
                        UnsafeBufferPointer(rebasing: hashes[features.range(token)]), to: base + token * width
                    )
                }
            }
        }
        if let opinion, opinion.scores.count == workspace.scores.count {
            for (index, score) in opinion.scores.enumerated() {
                workspace.scores[index] += Int32((score * scale).rounded())
            }
        }
        workspace.viterbi.labels(of: workspace.scores, transitions, into: &workspace.labels)
    }

    /// Fills `workspace.lattice` with the probabilities for the sentence that was tagged last.
    func weigh(_ workspace: inout Workspace) {
        workspace.logarithms.removeAll(keepingCapacity: true)
        for score in workspace.scores { workspace.logarithms.append(Float(score) / scale) }
        workspace.lattice.run(workspace.logarithms, logarithms, width: labels.count)
    }
}
