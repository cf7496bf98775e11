/// The scores of one sentence under a model and a personal layer, and the best labels by them.
struct PersonalScores {
    private(set) var count = 0
    private(set) var width = 0
    private(set) var scores: [Float] = []
    /// The features of the sentence with those that the model's own opinion adds.
    private(set) var features: [UInt64] = []
    private(set) var ends: [Int] = []
    private var best: [Float] = []
    private var next: [Float] = []
    private var backs: [UInt8] = []

    func features(of token: Int) -> ArraySlice<UInt64> {
        features[(token == 0 ? 0 : ends[token - 1])..<ends[token]]
    }

    /// Takes the features of a sentence and the scores and labels that the model gives.
    mutating func read(
        _ rows: FeatureRows, scores modelScores: [Int32], labels modelLabels: [UInt8], _ model: SequenceModel,
        _ labels: PersonalLabels, _ weights: PersonalWeights, with opinion: SecondOpinion? = nil
    ) {
        count = rows.count
        width = labels.count
        features.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        for token in 0..<count {
            features.append(contentsOf: rows.hashes[rows.range(token)])
            let label = UInt64(modelLabels[token])
            let before = token > 0 ? UInt64(modelLabels[token - 1]) : 99
            let behind = token + 1 < count ? UInt64(modelLabels[token + 1]) : 99
            features.append(FeatureHash.mixed(901, label))
            features.append(FeatureHash.mixed(902, before, label))
            features.append(FeatureHash.mixed(903, label, behind))
            opinion?.appendFeatures(of: token, to: &features)
            ends.append(features.count)
        }
        let known = labels.known
        scores.removeAll(keepingCapacity: true)
        for token in 0..<count {
            for label in 0..<known {
                scores.append(Float(modelScores[token * known + label]) / model.scale)
            }
            // Nobody knows of an own label before it is learned: it begins where no name at all stands.
            let start = scores[token * width + labels.outside]
            for _ in known..<width { scores.append(start) }
        }
        addWeights(weights)
    }

    private mutating func addWeights(_ weights: PersonalWeights) {
        let (width, ends, features) = (width, ends, features)
        scores.withUnsafeMutableBufferPointer { scores in
            guard let base = scores.baseAddress else { return }
            var start = 0
            for (token, end) in ends.enumerated() {
                weights.add(features[start..<end], to: base + token * width, width: width)
                start = end
            }
        }
    }

    /// The best sequence of labels (Viterbi).
    mutating func labels(_ steps: [Float], into result: inout [UInt8]) {
        result.removeAll(keepingCapacity: true)
        guard count > 0 else { return }
        let (width, border) = (width, width)
        best = (0..<width).map { steps[border * (width + 1) + $0] + scores[$0] }
        next = best
        backs.removeAll(keepingCapacity: true)
        for token in 1..<max(1, count) {
            for label in 0..<width {
                var top = -Float.greatestFiniteMagnitude
                var from = 0
                for before in 0..<width {
                    let value = best[before] + steps[before * (width + 1) + label]
                    if value > top { (top, from) = (value, before) }
                }
                next[label] = top + scores[token * width + label]
                backs.append(UInt8(truncatingIfNeeded: from))
            }
            swap(&best, &next)
        }
        var label = 0
        for other in 1..<max(1, width)
        where best[other] + steps[other * (width + 1) + border]
            > best[label] + steps[label * (width + 1) + border]
        {
            label = other
        }
        result.append(contentsOf: repeatElement(0, count: count))
        for token in (0..<count).reversed() {
            result[token] = UInt8(truncatingIfNeeded: label)
            if token > 0 { label = Int(backs[(token - 1) * width + label]) }
        }
    }
}
