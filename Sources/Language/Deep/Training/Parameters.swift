/// Where the numbers of a transformer that is trained lie: one behind the other, so that gradients and the optimiser's
/// moments have the same places. The table of pieces is not among them: it is frozen.
///
/// A norm is its weight, then its bias.
struct Parameters: Hashable {
    struct Norm: Hashable {
        let start: Int
        let width: Int
        var bias: Int { start + width }
        var end: Int { start + 2 * width }
    }

    struct Layer: Hashable {
        /// Query, key and value side by side.
        let attention: Dense
        let attentionOut: Dense
        let attentionNorm: Norm
        let inner: Dense
        let innerOut: Dense
        let outNorm: Norm
    }

    let width: Int
    let heads: Int
    let inner: Int
    let positions: Int
    let embeddingNorm: Norm
    let layers: [Layer]
    /// All heads of labels side by side, filled up to a multiple of 16.
    let head: Dense
    /// The head for trees; nil when none are learned.
    let tree: TreeLayout?

    /// - Parameters:
    ///   - outs: a multiple of 16.
    ///   - tree: how many relations trees have, and how wide the views of rows are, for arcs and for relations.
    init(
        layers: Int, heads: Int, inner: Int, positions: Int, outs: Int,
        tree: (relations: Int, arcWidth: Int, relationWidth: Int)? = nil
    ) {
        let width = heads * DeepShape.headWidth
        (self.width, self.heads, self.inner, self.positions) = (width, heads, inner, positions)
        embeddingNorm = Norm(start: positions * width, width: width)
        var end = embeddingNorm.end
        self.layers = (0..<layers).map { _ in
            let attention = Dense(start: end, depth: width, outs: 3 * width)
            let attentionOut = Dense(start: attention.end, depth: width, outs: width)
            let attentionNorm = Norm(start: attentionOut.end, width: width)
            let inside = Dense(start: attentionNorm.end, depth: width, outs: inner)
            let innerOut = Dense(start: inside.end, depth: inner, outs: width)
            let outNorm = Norm(start: innerOut.end, width: width)
            end = outNorm.end
            return Layer(
                attention: attention, attentionOut: attentionOut, attentionNorm: attentionNorm, inner: inside,
                innerOut: innerOut, outNorm: outNorm)
        }
        let head = Dense(start: end, depth: width, outs: outs)
        self.head = head
        self.tree = tree.map {
            TreeLayout(
                start: head.end, width: width, arcWidth: $0.arcWidth, relationWidth: $0.relationWidth,
                relations: $0.relations)
        }
    }

    var count: Int { tree?.end ?? head.end }
}
