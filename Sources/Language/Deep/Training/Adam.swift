/// Adam with weight decay beside the gradient, a linear warm-up and a linear way down (Loshchilov and Hutter, 2019).
struct Adam {
    struct Options: Hashable {
        /// The largest step, reached at the end of the warm-up.
        var rate: Float = 1.5e-4
        var decay: Float = 0.01
        /// The share of all steps in which the rate grows.
        var warmUp: Float = 0.1
        /// Gradients that are longer together are shortened to this length.
        var longest: Float = 1
    }

    private let options: Options
    private let steps: Int
    private(set) var step = 0
    private var means: [Float]
    private var squares: [Float]

    init(count: Int, steps: Int, options: Options = Options()) {
        self.options = options
        self.steps = max(1, steps)
        means = Array(repeating: 0, count: count)
        squares = means
    }

    /// The size of the next step.
    var rate: Float {
        let done = Float(step + 1) / Float(steps)
        guard done > options.warmUp else { return options.rate * done / options.warmUp }
        return options.rate * max(0, 1 - done) / (1 - options.warmUp)
    }

    /// Takes a step against the gradient, and sets it to zero.
    mutating func take(_ grads: inout [Float], to values: inout [Float]) {
        let rate = rate
        step += 1
        let length = grads.reduce(Float(0)) { $0 + $1 * $1 }.squareRoot()
        guard length.isFinite else { return grads = Array(repeating: 0, count: grads.count) }
        let factor = min(1, options.longest / max(length, 1e-12))
        let (first, second): (Float, Float) = (0.9, 0.999)
        let mend = Self.mended(first, step)
        let mendSquare = Self.mended(second, step)
        for index in values.indices {
            let grad = grads[index] * factor
            means[index] = first * means[index] + (1 - first) * grad
            squares[index] = second * squares[index] + (1 - second) * grad * grad
            let change = means[index] / mend / ((squares[index] / mendSquare).squareRoot() + 1e-8)
            values[index] -= rate * (change + options.decay * values[index])
            grads[index] = 0
        }
    }

    /// 1 - base^step
    private static func mended(_ base: Float, _ step: Int) -> Float {
        var power: Float = 1
        for _ in 0..<min(step, 100_000) where power > 1e-9 { power *= base }
        return 1 - power
    }
}
