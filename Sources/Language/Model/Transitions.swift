/// What it is worth that one label follows another; the border before the first and behind the last token counts as
/// one more label.
struct Transitions: Sendable {
    /// So bad that no sum of weights makes up for it.
    static let forbidden: Int32 = -(1 << 28)

    let labelCount: Int
    /// Row by row the label before, with the border last.
    let weights: [Int32]
    /// How far apart two transitions between labels can be.
    let range: Int64

    init(labelCount: Int, weights: [Int32]) {
        self.labelCount = labelCount
        self.weights = weights
        let inner = (0..<labelCount).lazy.flatMap { before in
            weights[before * (labelCount + 1)..<before * (labelCount + 1) + labelCount]
        }
        range = Int64(inner.max() ?? 0) - Int64(inner.min() ?? 0)
    }

    var border: Int { labelCount }

    @inline(__always)
    subscript(before: Int, label: Int) -> Int32 { weights[before * (labelCount + 1) + label] }
}

/// Finds the best sequence of labels exactly (Viterbi), in a time linear in the number of tokens.
struct Viterbi {
    private var best: [Int64] = []
    private var next: [Int64] = []
    private var backs: [UInt8] = []
    /// The labels of the last token that a best sequence can go through.
    private var alive: [Int] = []

    /// - Parameter scores: for each token one score a label.
    mutating func labels(of scores: [Int32], _ transitions: Transitions, into labels: inout [UInt8]) {
        let width = transitions.labelCount
        let count = scores.count / width
        labels.removeAll(keepingCapacity: true)
        guard count > 0 else { return }
        let border = transitions.border
        best = (0..<width).map { Int64(transitions[border, $0]) + Int64(scores[$0]) }
        next = best
        backs.removeAll(keepingCapacity: true)
        backs.reserveCapacity(count * width)
        transitions.weights.withUnsafeBufferPointer { weights in
            scores.withUnsafeBufferPointer { scores in
                for token in 1..<max(1, count) {
                    // A label further behind than transitions can make up for is behind whatever comes next.
                    let least = (best.max() ?? 0) - transitions.range
                    alive.removeAll(keepingCapacity: true)
                    for before in 0..<width where best[before] >= least { alive.append(before) }
                    for label in 0..<width {
                        var top = Int64.min
                        var from = 0
                        for before in alive {
                            let value = best[before] + Int64(weights[before * (width + 1) + label])
                            if value > top { (top, from) = (value, before) }
                        }
                        next[label] = top + Int64(scores[token * width + label])
                        backs.append(UInt8(truncatingIfNeeded: from))
                    }
                    swap(&best, &next)
                }
            }
        }
        var label = 0
        for other in 1..<max(1, width)
        where best[other] + Int64(transitions[other, border]) > best[label]
            + Int64(transitions[label, border])
        {
            label = other
        }
        labels = Array(repeating: 0, count: count)
        for token in (0..<count).reversed() {
            labels[token] = UInt8(truncatingIfNeeded: label)
            if token > 0 { label = Int(backs[(token - 1) * width + label]) }
        }
    }
}
