import CKernels

/// Adam with weight decay beside the gradient, a linear warm-up and a linear way down (Loshchilov and Hutter, 2019).
struct Adam: ~Copyable {
    struct Options: Hashable {
        /// The largest step, reached at the end of the warm-up.
        var rate: Float = 1.5e-4
        var decay: Float = 0.01
        /// The share of all steps in which the rate grows.
        var warmUp: Float = 0.1
        /// How much larger the steps of the head are, which begins with nothing while the layers know much.
        var headFactor: Float = 1
        /// Gradients that are longer together are shortened to this length.
        var longest: Float = 1
    }

    let means: Buffer<Float>
    let squares: Buffer<Float>
    var step = 0
    private let kernels: Kernels
    private let options: Options
    private let steps: Int
    private let head: Int

    /// - Parameters:
    ///   - count: how many parameters there are, a multiple of 16.
    ///   - head: where those of the head begin, a multiple of 16; behind all others.
    init(
        count: Int, head: Int? = nil, steps: Int, _ kernels: Kernels, options: Options = Options()
    ) {
        self.options = options
        self.kernels = kernels
        self.head = head ?? count
        self.steps = max(1, steps)
        means = Buffer(count: count)
        squares = Buffer(count: count)
        means.start.initialize(repeating: 0, count: count)
        squares.start.initialize(repeating: 0, count: count)
    }

    /// The size of the next step.
    var rate: Float {
        let done = Float(step + 1) / Float(steps)
        guard done > options.warmUp else { return options.rate * done / options.warmUp }
        return options.rate * max(0, 1 - done) / (1 - options.warmUp)
    }

    /// Takes a step against the sum of two gradients, and sets them to zero.
    /// - Parameter share: runs the two halves of the work, which may be side by side.
    mutating func take(
        _ grads: UnsafeMutablePointer<Float>, _ others: UnsafeMutablePointer<Float>,
        to values: UnsafeMutablePointer<Float>, sharing share: WorkShare = WorkShares.oneByOne
    ) {
        let (rate, kernels, options) = (rate, kernels, options)
        step += 1
        let (half, head) = (means.count / 32 * 16, head)
        let ranges = [0..<half, half..<means.count]
        var lengths = [0.0, 0.0]
        lengths.withUnsafeMutableBufferPointer { lengths in
            let lengths = lengths.baseAddress
            share(2) { part in
                let range = ranges[part]
                lengths?[part] = kernels.set.pointee.join(
                    grads + range.lowerBound, others + range.lowerBound, range.count)
            }
        }
        let length = Float((lengths[0] + lengths[1]).squareRoot())
        guard length.isFinite else { return grads.update(repeating: 0, count: means.count) }
        let (meanShare, squareShare) = (Self.mended(0.9, step), Self.mended(0.999, step))
        let (means, squares) = (means.start, squares.start)
        func take(_ range: Range<Int>, _ rate: Float) {
            var change = glosse_adam(
                rate: rate, decay: options.decay, factor: min(1, options.longest / max(length, 1e-12)),
                mean_share: meanShare, square_share: squareShare)
            let start = range.lowerBound
            kernels.set.pointee.adam(
                values + start, grads + start, means + start, squares + start, range.count, &change)
        }
        share(2) { part in
            let range = ranges[part]
            take(range.clamped(to: 0..<head), rate)
            take(range.clamped(to: head..<max(head, range.upperBound)), rate * options.headFactor)
        }
    }

    /// 1 - base^step
    private static func mended(_ base: Float, _ step: Int) -> Float {
        var power: Float = 1
        for _ in 0..<min(step, 100_000) where power > 1e-9 { power *= base }
        return 1 - power
    }
}
