/// A fully connected layer, read in place: weights (outs x depth) as panels, and a bias.
struct Linear {
    enum Weights {
        case floats(UnsafePointer<Float>)
        case bytes(UnsafePointer<Int8>, scales: UnsafePointer<Float>)
    }

    let outs: Int
    let depth: Int
    let weights: Weights
    let bias: UnsafePointer<Float>
}

/// A layer norm, read in place.
struct LayerNorm {
    let width: Int
    let weight: UnsafePointer<Float>
    let bias: UnsafePointer<Float>
    let epsilon: Float
}

/// One layer of the transformer in the order of BERT: attention, norm, two fully connected layers, norm.
struct DeepLayer {
    /// Query, key and value, one below the other.
    let attention: Linear
    let attentionOut: Linear
    let attentionNorm: LayerNorm
    let inner: Linear
    let innerOut: Linear
    let outNorm: LayerNorm
}

/// Hands out the layers' numbers in the order in which the file has them.
///
///     weights: for each layer query-key-value, attention out, inner, inner out
///     numbers: for each of these [scales,] bias, then behind both outs the norm's weight and bias
struct LayerCursor {
    private var bytes: UnsafePointer<Int8>
    private var floats: UnsafePointer<Float>
    private var numbers: UnsafePointer<Float>
    private let shape: DeepShape
    private let epsilon: Float

    init(
        _ shape: DeepShape, weights: UnsafePointer<Int8>, floats: UnsafePointer<Float>,
        numbers: UnsafePointer<Float>, epsilon: Float
    ) {
        bytes = weights
        self.floats = floats
        self.numbers = numbers
        self.shape = shape
        self.epsilon = epsilon
    }

    /// How many weights and how many other numbers a layer has.
    static func counts(_ shape: DeepShape) -> (weights: Int, numbers: Int) {
        let outs = 3 * shape.width + shape.width + shape.inner + shape.width
        return (
            4 * shape.width * shape.width + 2 * shape.width * shape.inner,
            outs + (shape.precision == .bytes ? outs : 0) + 4 * shape.width
        )
    }

    mutating func layer() -> DeepLayer {
        let attention = linear(3 * shape.width, shape.width)
        let attentionOut = linear(shape.width, shape.width)
        let attentionNorm = norm()
        let inner = linear(shape.inner, shape.width)
        let innerOut = linear(shape.width, shape.inner)
        return DeepLayer(
            attention: attention, attentionOut: attentionOut, attentionNorm: attentionNorm, inner: inner,
            innerOut: innerOut, outNorm: norm())
    }

    private mutating func linear(_ outs: Int, _ depth: Int) -> Linear {
        let weights: Linear.Weights
        switch shape.precision {
        case .floats:
            weights = .floats(floats)
            floats += outs * depth
        case .bytes:
            weights = .bytes(bytes, scales: numbers)
            bytes += outs * depth
            numbers += outs
        }
        defer { numbers += outs }
        return Linear(outs: outs, depth: depth, weights: weights, bias: numbers)
    }

    mutating func norm() -> LayerNorm {
        defer { numbers += 2 * shape.width }
        return LayerNorm(
            width: shape.width, weight: numbers, bias: numbers + shape.width, epsilon: epsilon)
    }
}
