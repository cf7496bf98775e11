/// The weights while they are learned, and the step that one sentence makes.
struct SequenceClimb {
    struct Examples {
        /// `UInt32.max` is a feature that is not learned.
        let features: [UInt32]
        let tokenEnds: [Int]
        let gold: [UInt8]
    }

    private let width: Int
    private let options: SequenceTrainer.Options
    private var states: [Float]
    private var squares: [Float]
    private var weights: [Float]
    private let isForbidden: [Bool]
    private var steps: [Float]
    private var stepSquares: [Float]
    private var lattice = Lattice()
    private var scores: [Float] = []
    private var gradient: [Float]
    /// The features of the sentence that are looked at in this step, and where each token's end.
    private var seen: [UInt32] = []
    private var seenEnds: [Int] = []
    private var random: SplitMix

    init(width: Int, featureCount: Int, isForbidden: [Bool], options: SequenceTrainer.Options) {
        self.width = width
        self.options = options
        states = Array(repeating: 0, count: featureCount * width)
        squares = states
        weights = states
        self.isForbidden = isForbidden
        steps = isForbidden.map { $0 ? -1e6 : 0 }
        stepSquares = Array(repeating: 0, count: steps.count)
        gradient = Array(repeating: 0, count: width)
        random = SplitMix(seed: options.seed &+ 1)
    }

    /// Makes the gold labels of a sentence more likely; returns the loss before the step.
    mutating func step(_ tokens: Range<Int>, _ weight: Float, _ examples: Examples) -> Double {
        see(tokens, examples)
        score(tokens)
        lattice.run(scores, steps, width: width)
        var loss = 0.0
        for (position, token) in tokens.enumerated() {
            let gold = Int(examples.gold[token])
            var largest: Float = 0
            for label in 0..<width {
                let value = Float(lattice.probability(position, label)) - (label == gold ? 1 : 0)
                gradient[label] = value * weight
                largest = max(largest, abs(value))
            }
            loss -= Logarithm.of(Double(1 - min(0.999_999, abs(gradient[gold]) / max(weight, 1e-9))))
            // A token that is sure already teaches nothing.
            if largest > 0.002 { learn(position) }
        }
        learnSteps(tokens, weight, examples)
        return loss
    }

    /// Chooses the features that are looked at: each is overlooked with a chance of `dropout`, so that no name is
    /// learned by a single sign.
    private mutating func see(_ tokens: Range<Int>, _ examples: Examples) {
        seen.removeAll(keepingCapacity: true)
        seenEnds.removeAll(keepingCapacity: true)
        let threshold = UInt64(options.dropout * 256)
        var bits: UInt64 = 0
        var left = 0
        for token in tokens {
            for slot in examples.tokenEnds[token]..<examples.tokenEnds[token + 1] {
                if threshold > 0 {
                    if left == 0 { (bits, left) = (random.next(), 8) }
                    let isOverlooked = bits & 0xFF < threshold
                    bits >>= 8
                    left -= 1
                    if isOverlooked { continue }
                }
                let feature = examples.features[slot]
                if feature != UInt32.max { seen.append(feature) }
            }
            seenEnds.append(seen.count)
        }
    }

    /// The features of a token among those that are looked at.
    private func range(_ position: Int) -> Range<Int> {
        (position == 0 ? 0 : seenEnds[position - 1])..<seenEnds[position]
    }

    private mutating func score(_ tokens: Range<Int>) {
        scores.removeAll(keepingCapacity: true)
        scores.append(contentsOf: repeatElement(0, count: tokens.count * width))
        let width = width
        let share = 1 / (1 - options.dropout)
        var slot = 0
        scores.withUnsafeMutableBufferPointer { scores in
            weights.withUnsafeBufferPointer { weights in
                for (position, end) in seenEnds.enumerated() {
                    let base = position * width
                    while slot < end {
                        let row = Int(seen[slot]) * width
                        for label in 0..<width { scores[base + label] += weights[row + label] }
                        slot += 1
                    }
                    for label in 0..<width { scores[base + label] *= share }
                }
            }
        }
    }

    private mutating func learn(_ position: Int) {
        let (width, options) = (width, options)
        let inverse = 1 / options.rate
        let slots = range(position)
        states.withUnsafeMutableBufferPointer { states in
            squares.withUnsafeMutableBufferPointer { squares in
                weights.withUnsafeMutableBufferPointer { weights in
                    gradient.withUnsafeBufferPointer { gradient in
                        for slot in slots {
                            let row = Int(seen[slot]) * width
                            for label in 0..<width {
                                let slope = gradient[label]
                                let before = squares[row + label]
                                let after = before + slope * slope
                                let root = after.squareRoot()
                                let sigma = (root - before.squareRoot()) * inverse
                                let state = states[row + label] + slope - sigma * weights[row + label]
                                squares[row + label] = after
                                states[row + label] = state
                                let excess = max(abs(state) - options.l1, 0)
                                let size = excess / ((options.beta + root) * inverse + options.l2)
                                weights[row + label] = state > 0 ? -size : size
                            }
                        }
                    }
                }
            }
        }
    }

    /// Steps from label to label, learned with AdaGrad.
    private mutating func learnSteps(_ tokens: Range<Int>, _ weight: Float, _ examples: Examples) {
        let side = width + 1
        for before in 0..<side {
            for label in 0..<side where !isForbidden[before * side + label] {
                if before == width && label == width { continue }
                var slope = 0.0
                for (position, token) in tokens.enumerated() {
                    let gold = Int(examples.gold[token])
                    if position == 0, before == width {
                        slope += lattice.probability(0, label) - (gold == label ? 1 : 0)
                    } else if position > 0, before < width, label < width {
                        slope += lattice.probability(position, before, label)
                        if gold == label, Int(examples.gold[token - 1]) == before { slope -= 1 }
                    }
                    if position == tokens.count - 1, label == width, before < width {
                        slope += lattice.probability(position, before) - (gold == before ? 1 : 0)
                    }
                }
                guard abs(slope) > 1e-4 else { continue }
                let place = before * side + label
                let value = Float(slope) * weight
                stepSquares[place] += value * value
                steps[place] -= options.rate * value / (options.beta + stepSquares[place].squareRoot())
            }
        }
    }

    var liveFeatureCount: Int {
        (0..<weights.count / width).count { feature in
            weights[feature * width..<(feature + 1) * width].contains { $0 != 0 }
        }
    }

    /// The weights as whole numbers, the largest of them 32,000.
    func result(labels: [String], hashes: [UInt64]) -> TrainedSequence {
        var top: Float = 0.001
        for weight in weights { top = max(top, abs(weight)) }
        for (step, isForbidden) in zip(steps, isForbidden) where !isForbidden { top = max(top, abs(step)) }
        let scale = 32_000 / top
        var features: [(hash: UInt64, row: [Int16])] = []
        for (feature, hash) in hashes.enumerated() {
            let row = weights[feature * width..<(feature + 1) * width].map { Int16(($0 * scale).rounded()) }
            if row.contains(where: { $0 != 0 }) { features.append((hash, row)) }
        }
        return TrainedSequence(
            labels: labels, features: features,
            transitions: zip(steps, isForbidden).map { step, isForbidden in
                isForbidden ? Transitions.forbidden : Int32((step * scale).rounded())
            }, scale: scale)
    }
}
