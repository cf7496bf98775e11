/// Where the numbers of a transformer that is trained lie: one behind the other, so that gradients and the optimiser's
/// moments have the same places. The table of pieces is not among them: it is frozen.
///
/// A matrix is depth x outs, the bias behind it; a norm is its weight, then its bias.
struct Parameters: Hashable {
    struct Matrix: Hashable {
        let start: Int
        let depth: Int
        let outs: Int
        var bias: Int { start + depth * outs }
        var end: Int { bias + outs }
    }

    struct Norm: Hashable {
        let start: Int
        let width: Int
        var bias: Int { start + width }
        var end: Int { start + 2 * width }
    }

    struct Layer: Hashable {
        /// Query, key and value side by side.
        let attention: Matrix
        let attentionOut: Matrix
        let attentionNorm: Norm
        let inner: Matrix
        let innerOut: Matrix
        let outNorm: Norm
    }

    let width: Int
    let heads: Int
    let inner: Int
    let positions: Int
    let embeddingNorm: Norm
    let layers: [Layer]
    /// One head a corpus side by side, filled up to a multiple of 16.
    let head: Matrix

    /// - Parameter outs: a multiple of 16.
    init(layers: Int, heads: Int, inner: Int, positions: Int, outs: Int) {
        let width = heads * DeepShape.headWidth
        (self.width, self.heads, self.inner, self.positions) = (width, heads, inner, positions)
        embeddingNorm = Norm(start: positions * width, width: width)
        var end = embeddingNorm.end
        self.layers = (0..<layers).map { _ in
            let attention = Matrix(start: end, depth: width, outs: 3 * width)
            let attentionOut = Matrix(start: attention.end, depth: width, outs: width)
            let attentionNorm = Norm(start: attentionOut.end, width: width)
            let inside = Matrix(start: attentionNorm.end, depth: width, outs: inner)
            let innerOut = Matrix(start: inside.end, depth: inner, outs: width)
            let outNorm = Norm(start: innerOut.end, width: width)
            end = outNorm.end
            return Layer(
                attention: attention, attentionOut: attentionOut, attentionNorm: attentionNorm, inner: inside,
                innerOut: innerOut, outNorm: outNorm)
        }
        head = Matrix(start: end, depth: width, outs: outs)
    }

    var count: Int { head.end }
}
