/// Scores arcs and relations as `TreeLayout` tells; it keeps the memory that this needs.
///
/// Used by the engine at work and, with the steps back of `TreePass`, in training.
final class TreeScorer {
    /// So many arcs get scores of relations at once.
    static let chunk = 128

    let layout: TreeLayout
    let kernels: Kernels
    private(set) var memory: Memory

    init(_ layout: TreeLayout, _ kernels: Kernels) {
        self.layout = layout
        self.kernels = kernels
        memory = Memory(layout, rows: 0)
    }

    /// Rows x something each.
    final class Memory {
        let rows: Int
        /// Rows, filled up to a multiple of 16.
        let padded: Int
        /// The views of rows, before GELU and behind.
        let before: Buffer<Float>
        let views: Buffer<Float>
        /// `arcs` of the views as dependents.
        let moved: Buffer<Float>
        /// The views as heads of one tree's rows, then turned over.
        let heads: Buffer<Float>
        let turned: Buffer<Float>
        /// The rows of one tree as dependents x as heads.
        let arcs: Buffer<Float>
        /// For a chunk of arcs: the views of both, and what the layers make of the head's.
        let arcDependents: Buffer<Float>
        let arcHeads: Buffer<Float>
        let products: Buffer<Float>
        let relations: Buffer<Float>

        init(_ layout: TreeLayout, rows: Int) {
            let lanes = DeepShape.lanes
            self.rows = rows
            padded = (rows + lanes - 1) / lanes * lanes
            before = Buffer(count: rows * layout.views.outs)
            views = Buffer(count: rows * layout.views.outs)
            moved = Buffer(count: rows * layout.arcWidth)
            heads = Buffer(count: padded * layout.arcWidth)
            turned = Buffer(count: padded * layout.arcWidth)
            arcs = Buffer(count: rows * padded)
            let chunk = min(rows, TreeScorer.chunk)
            arcDependents = Buffer(count: chunk * layout.relationWidth)
            arcHeads = Buffer(count: chunk * layout.relationWidth)
            products = Buffer(count: chunk * layout.products.outs)
            relations = Buffer(count: chunk * layout.sums.outs)
        }
    }

    /// Computes what rows say of themselves.
    /// - Parameters:
    ///   - states: rows x width.
    ///   - values: what the layout's places are in.
    func read(_ states: Rows, _ rows: Int, _ values: UnsafePointer<Float>, _ dropout: Dropout, at site: Int) {
        if memory.rows < rows { memory = Memory(layout, rows: rows) }
        let count = rows * layout.views.outs
        let before = Rows(start: memory.before.start, stride: layout.views.outs)
        kernels.multiply(states, rows, by: layout.views, values, to: before)
        memory.views.start.update(from: memory.before.start, count: count)
        kernels.gelu(memory.views.start, count: count)
        kernels.drop(memory.views.start, count: count, dropout, at: site)
        kernels.multiply(
            views, rows, by: layout.arcs, values, to: Rows(start: memory.moved.start, stride: layout.arcWidth)
        )
    }

    /// The views of all rows; their columns begin where the layout tells.
    var views: Rows { Rows(start: memory.views.start, stride: layout.views.outs) }

    /// The scores of all arcs of one tree: its rows as dependents x its rows as heads; the first row is the root.
    func arcs(of tree: Range<Int>) -> Rows {
        let (count, width) = (tree.count, layout.arcWidth)
        let padded = (count + DeepShape.lanes - 1) / DeepShape.lanes * DeepShape.lanes
        let heads = views.from(layout.arcHead).below(tree.lowerBound)
        for row in 0..<count {
            (memory.heads.start + row * width).update(from: heads.below(row).start, count: width)
        }
        (memory.heads.start + count * width).update(repeating: 0, count: (padded - count) * width)
        kernels.transpose(memory.heads.start, rows: padded, columns: width, to: memory.turned.start)
        let scores = Rows(start: memory.arcs.start, stride: padded)
        kernels.multiply(
            .init(
                in: memory.moved.start + tree.lowerBound * width, in_row: width, in_place: 1,
                weights: memory.turned.start, step: padded, bias: nil, out: scores.start, out_row: padded,
                rows: Int32(count), depth: Int32(width), outs: Int32(padded), adds: 0))
        return scores
    }

    /// The scores of all relations of at most `chunk` arcs; arcs x relations.
    func relations(
        of arcs: some Collection<(dependent: Int, head: Int)>, _ values: UnsafePointer<Float>
    ) -> Rows {
        let width = layout.relationWidth
        let (products, sums) = (layout.products, layout.sums)
        for (index, arc) in arcs.enumerated() {
            let (dependent, head) = (
                views.from(layout.relationDependent).below(arc.dependent),
                views.from(layout.relationHead).below(arc.head)
            )
            (memory.arcDependents.start + index * width).update(from: dependent.start, count: width)
            (memory.arcHeads.start + index * width).update(from: head.start, count: width)
        }
        let heads = Rows(start: memory.arcHeads.start, stride: width)
        kernels.multiply(
            heads, arcs.count, by: products, values,
            to: Rows(start: memory.products.start, stride: products.outs))
        let scores = Rows(start: memory.relations.start, stride: sums.outs)
        kernels.multiply(heads, arcs.count, by: sums, values, to: scores)
        for index in 0..<arcs.count {
            let dependent = memory.arcDependents.start + index * width
            for relation in 0..<layout.relations {
                let product = memory.products.start + index * products.outs + relation * width
                var sum = SIMD16<Float>.zero
                for place in stride(from: 0, to: width, by: DeepShape.lanes) {
                    sum += Self.lanes(dependent + place) * Self.lanes(product + place)
                }
                scores.start[index * sums.outs + relation] += sum.sum()
            }
        }
        return scores
    }

    @inline(__always)
    static func lanes(_ start: UnsafePointer<Float>) -> SIMD16<Float> {
        UnsafeRawPointer(start).loadUnaligned(as: SIMD16<Float>.self)
    }
}
