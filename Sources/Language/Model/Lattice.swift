/// The probabilities of all sequences of labels at once (forward and backward), for training and for confidence.
///
/// Scores are natural logarithms. All is kept in numbers that sum to one a token, so that no length underflows.
struct Lattice {
    private(set) var width = 0
    private(set) var count = 0
    private var emissions: [Double] = []
    private var steps: [Double] = []
    private(set) var forward: [Double] = []
    private(set) var backward: [Double] = []
    private var scales: [Double] = []

    /// - Parameters:
    ///   - scores: for each token one score a label.
    ///   - transitions: as in `Transitions`, label before by label with the border last; below -1000 is forbidden.
    mutating func run(_ scores: [Float], _ transitions: [Float], width: Int) {
        self.width = width
        count = scores.count / width
        steps = transitions.map { $0 < -1000 ? 0 : Exponential.of(Double($0)) }
        Self.resize(&emissions, to: count * width)
        Self.resize(&forward, to: count * width)
        Self.resize(&backward, to: count * width)
        Self.resize(&scales, to: count)
        guard count > 0 else { return }
        for token in 0..<count {
            let row = token * width
            var top = scores[row]
            for label in 1..<max(1, width) { top = max(top, scores[row + label]) }
            for label in 0..<width {
                emissions[row + label] = Exponential.of(Double(max(-200, scores[row + label] - top)))
            }
        }
        runForward()
        runBackward()
    }

    /// The probability of a label at a token.
    func probability(_ token: Int, _ label: Int) -> Double {
        forward[token * width + label] * backward[token * width + label]
    }

    /// The probability of two labels at a token and the one before it.
    func probability(_ token: Int, _ before: Int, _ label: Int) -> Double {
        forward[(token - 1) * width + before] * steps[before * (width + 1) + label]
            * emissions[token * width + label] * backward[token * width + label] / scales[token]
    }

    /// The probability that some tokens have exactly these labels, and what comes behind is none of `excluded`.
    func probability(_ tokens: Range<Int>, _ labels: [Int], notBefore excluded: [Int]) -> Double {
        guard let first = tokens.first, let last = tokens.last, labels.count == tokens.count else { return 0 }
        var value = forward[first * width + labels[0]]
        for index in 1..<max(1, labels.count) {
            let token = first + index
            value *=
                steps[labels[index - 1] * (width + 1) + labels[index]]
                * emissions[token * width + labels[index]] / scales[token]
        }
        guard last + 1 < count else { return value * backward[last * width + labels[labels.count - 1]] }
        let end = labels[labels.count - 1]
        var rest = 0.0
        for label in 0..<width where !excluded.contains(label) {
            rest +=
                steps[end * (width + 1) + label] * emissions[(last + 1) * width + label]
                * backward[(last + 1) * width + label] / scales[last + 1]
        }
        return value * rest
    }

    private static func resize(_ array: inout [Double], to count: Int) {
        if array.count < count {
            array = Array(repeating: 0, count: count)
        }
    }

    private mutating func runForward() {
        for token in 0..<count {
            var sum = 0.0
            let row = token * width
            for label in 0..<width {
                var value = 0.0
                if token == 0 {
                    value = steps[width * (width + 1) + label]
                } else {
                    for before in 0..<width {
                        value += forward[row - width + before] * steps[before * (width + 1) + label]
                    }
                }
                value *= emissions[row + label]
                forward[row + label] = value
                sum += value
            }
            if sum < 1e-250 { sum = 1e-250 }
            scales[token] = sum
            for label in 0..<width { forward[row + label] /= sum }
        }
    }

    private mutating func runBackward() {
        let last = (count - 1) * width
        var sum = 0.0
        for label in 0..<width {
            let value = steps[label * (width + 1) + width]
            backward[last + label] = value
            sum += value * forward[last + label]
        }
        for label in 0..<width { backward[last + label] /= max(sum, 1e-250) }
        var token = count - 2
        while token >= 0 {
            let row = token * width
            for label in 0..<width {
                var value = 0.0
                for next in 0..<width {
                    value +=
                        steps[label * (width + 1) + next] * emissions[row + width + next]
                        * backward[row + width + next]
                }
                backward[row + label] = value / scales[token + 1]
            }
            token -= 1
        }
    }
}
