/// Finds the likeliest labels of a sentence among those that make sense: `I-PER` follows `B-PER` or `I-PER` only.
struct LabelDecoder {
    /// Scores are compared as whole numbers of this many parts of one.
    private static let scale: Float = 65536

    let labels: [String]
    private let transitions: Transitions
    private let logarithms: [Float]
    private var viterbi = Viterbi()
    private var lattice = Lattice()
    private var scores: [Int32] = []

    init(_ labels: [String]) {
        self.labels = labels
        let width = labels.count + 1
        var weights = Array(repeating: Int32(0), count: width * width)
        for (to, label) in labels.enumerated() where label.hasPrefix("I-") {
            let type = label.dropFirst(2)
            for before in 0..<width
            where before == labels.count || labels[before] == "O" || labels[before].dropFirst(2) != type {
                weights[before * width + to] = Transitions.forbidden
            }
        }
        transitions = Transitions(labelCount: labels.count, weights: weights)
        logarithms = weights.map { $0 == 0 ? 0 : -1e6 }
    }

    /// - Parameter logits: words x labels.
    mutating func labels(of logits: [Float], into found: inout [UInt8]) {
        scores.removeAll(keepingCapacity: true)
        for logit in logits {
            // What is no number is as good as nothing said.
            let score = logit.isFinite ? min(max(logit, -1000), 1000) : 0
            scores.append(Int32((score * Self.scale).rounded()))
        }
        viterbi.labels(of: scores, transitions, into: &found)
    }

    /// The stretches of words that `found` names, each with its label and its probability among all allowed labellings.
    mutating func names(
        of logits: [Float], _ found: [UInt8]
    ) -> [(words: Range<Int>, label: Substring, probability: Double)] {
        guard found.contains(where: { labels[Int($0)] != "O" }) else { return [] }
        lattice.run(logits, logarithms, width: labels.count)
        var names: [(words: Range<Int>, label: Substring, probability: Double)] = []
        var word = 0
        while word < found.count {
            let label = labels[Int(found[word])]
            guard label != "O" else {
                word += 1
                continue
            }
            let inside = labels.firstIndex(of: "I-" + label.dropFirst(2))
            var end = word + 1
            while end < found.count, Int(found[end]) == inside { end += 1 }
            let probability = lattice.probability(
                word..<end, found[word..<end].map { Int($0) }, notBefore: inside.map { [$0] } ?? [])
            names.append((word..<end, label.dropFirst(2), probability))
            word = end
        }
        return names
    }
}
