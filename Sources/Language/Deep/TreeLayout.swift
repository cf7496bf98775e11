/// Where the numbers of a head for trees lie, and how it scores (Dozat and Manning, "Deep biaffine attention for neural
/// dependency parsing", 2017).
///
/// A row's views of itself are v = gelu(views(x)): as dependent and as head, once for arcs and once for relations. An arc
/// has the score arcs(v dependent) * v head; a relation r of an arc d * products(h) of r + sums(h) of r, with d and h the
/// views for relations. The root is the row of the start piece.
struct TreeLayout: Hashable, Sendable {
    let arcWidth: Int
    let relationWidth: Int
    let relations: Int
    /// Width x (dependent, head for arcs; dependent, head for relations).
    let views: Dense
    let arcs: Dense
    /// A row of the relation's width for each relation.
    let products: Dense
    let sums: Dense

    /// - Parameters:
    ///   - start: where its first number is.
    ///   - width: that of a row; it and the others are multiples of 16.
    init(start: Int, width: Int, arcWidth: Int, relationWidth: Int, relations: Int) {
        (self.arcWidth, self.relationWidth, self.relations) = (arcWidth, relationWidth, relations)
        let outs = (relations + DeepShape.lanes - 1) / DeepShape.lanes * DeepShape.lanes
        views = Dense(start: start, depth: width, outs: 2 * arcWidth + 2 * relationWidth)
        arcs = Dense(start: views.end, depth: arcWidth, outs: arcWidth)
        products = Dense(start: arcs.end, depth: relationWidth, outs: outs * relationWidth)
        sums = Dense(start: products.end, depth: relationWidth, outs: outs)
    }

    var start: Int { views.start }
    var end: Int { sums.end }
    var count: Int { end - start }

    /// Where the views begin among the columns of `views`.
    var arcHead: Int { arcWidth }
    var relationDependent: Int { 2 * arcWidth }
    var relationHead: Int { 2 * arcWidth + relationWidth }
}
