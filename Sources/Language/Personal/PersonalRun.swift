/// A personal layer at work beside a tagger, on one sentence after the other.
struct PersonalRun {
    let layer: PersonalLayer
    private let labels: PersonalLabels
    private var scores = PersonalScores()
    private var lattice = Lattice()
    private var best: [UInt8] = []

    init(_ layer: PersonalLayer, _ tagger: NameTagger) {
        self.layer = layer
        labels = PersonalLabels(tagger.model, own: layer.ownLabels)
    }

    /// Whether a person has tagged something with a label that begins or ends in a sign.
    func hasTaught(_ label: String, _ sign: String) -> Bool {
        layer.memory.sentences.contains { sentence in
            sentence.decisions.contains { decision in
                guard decision.isAccepted, decision.label == label else { return false }
                let words = sentence.words[decision.words.clamped(to: 0..<sentence.words.count)]
                return words.first.map { $0 == sign } ?? false || words.last.map { $0 == sign } ?? false
            }
        }
    }

    /// The labels of the sentence that the tagger has just tagged, one a word.
    mutating func tags(
        _ rows: FeatureRows, _ workspace: SequenceModel.Workspace, _ tagger: NameTagger,
        with opinion: SecondOpinion?
    ) -> [String] {
        scores.read(
            rows, scores: workspace.scores, labels: workspace.labels, tagger.model, labels, layer.weights,
            with: opinion)
        scores.labels(labels.steps, into: &best)
        return best.map { labels.names[Int($0)] }
    }

    /// The names of the sentence that the tagger has just tagged.
    mutating func names(
        _ rows: FeatureRows, _ workspace: SequenceModel.Workspace, _ model: SequenceModel,
        _ calibration: Calibration, with opinion: SecondOpinion?
    ) -> [TaggedName] {
        scores.read(
            rows, scores: workspace.scores, labels: workspace.labels, model, labels, layer.weights,
            with: opinion)
        scores.labels(labels.steps, into: &best)
        var found: [TaggedName] = []
        var isWeighed = false
        var token = 0
        while token < best.count {
            let first = Int(best[token])
            guard first != labels.outside else {
                token += 1
                continue
            }
            if !isWeighed { lattice.run(scores.scores, labels.steps, width: labels.count) }
            isWeighed = true
            let inside = labels.inside(first)
            var end = token + 1
            while end < best.count, Int(best[end]) == inside { end += 1 }
            let probability = lattice.probability(
                token..<end, best[token..<end].map { Int($0) }, notBefore: inside.map { [$0] } ?? [])
            let isModels =
                best[token..<end] == workspace.labels[token..<end]
                && (end == best.count || Int(workspace.labels[end]) != inside)
            found.append(
                TaggedName(
                    tokens: token..<end, label: String(labels.names[first].dropFirst(2)),
                    confidence: calibration.confidence(probability), isPersonal: !isModels))
            token = end
        }
        return found
    }
}
