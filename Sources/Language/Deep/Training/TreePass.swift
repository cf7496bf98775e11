import CKernels

/// The loss of trees, and the steps back through the head that scores them (`TreeLayout`).
///
/// A word's head is one of all rows of its tree but its own, its relation one of all: each costs the negative logarithm of
/// what is right.
final class TreePass {
    private let layout: TreeLayout
    private let kernels: Kernels
    private let scorer: TreeScorer
    private var memory: Memory

    init(_ layout: TreeLayout, _ kernels: Kernels) {
        self.layout = layout
        self.kernels = kernels
        scorer = TreeScorer(layout, kernels)
        memory = Memory(layout, rows: 0)
    }

    /// Rows x something each.
    private final class Memory {
        let rows: Int
        let states: Buffer<Float>
        let stateGrads: Buffer<Float>
        let viewGrads: Buffer<Float>
        let movedGrads: Buffer<Float>
        /// For a chunk of arcs.
        let productGrads: Buffer<Float>
        let dependentGrads: Buffer<Float>
        let headGrads: Buffer<Float>
        /// A layer's weights turned over.
        let turned: Buffer<Float>

        init(_ layout: TreeLayout, rows: Int) {
            self.rows = rows
            states = Buffer(count: rows * layout.views.depth)
            stateGrads = Buffer(count: rows * layout.views.depth)
            viewGrads = Buffer(count: rows * layout.views.outs)
            movedGrads = Buffer(count: rows * layout.arcWidth)
            let chunk = min(rows, TreeScorer.chunk)
            productGrads = Buffer(count: chunk * layout.products.outs)
            dependentGrads = Buffer(count: chunk * layout.relationWidth)
            headGrads = Buffer(count: chunk * layout.relationWidth)
            turned = Buffer(
                count: [layout.views, layout.arcs, layout.products, layout.sums].reduce(0) {
                    max($0, $1.depth * $1.outs)
                })
        }
    }

    /// Adds the gradients of the trees' loss to `grads` and to those of the rows.
    /// - Parameters:
    ///   - all: what the last layer says of all rows.
    ///   - total: the loss is divided by it.
    /// - Returns: the loss.
    func run(
        _ trees: [TrainingBatch.Tree], _ all: UnsafePointer<Float>, _ values: UnsafePointer<Float>,
        _ grads: UnsafeMutablePointer<Float>, adding allGrads: UnsafeMutablePointer<Float>, over total: Float,
        _ dropout: Dropout, at site: Int
    ) -> Float {
        let places = trees.flatMap(\.rows)
        guard !places.isEmpty else { return 0 }
        let (rows, width) = (places.count, layout.views.depth)
        if memory.rows < rows { memory = Memory(layout, rows: rows) }
        for (row, place) in places.enumerated() {
            (memory.states.start + row * width).update(from: all + place * width, count: width)
        }
        let states = Rows(start: memory.states.start, stride: width)
        scorer.read(states, rows, values, dropout, at: site)
        let grad = Rows(start: memory.viewGrads.start, stride: layout.views.outs)
        for row in 0..<rows {
            grad.from(layout.relationDependent).below(row).start.update(
                repeating: 0, count: 2 * layout.relationWidth)
        }
        var loss: Float = 0
        var first = 0
        var arcs: [(dependent: Int, head: Int)] = []
        var relations: [Int] = []
        for tree in trees {
            loss += judgeArcs(tree, from: first, over: total)
            for (word, link) in tree.links.enumerated() {
                guard let link else { continue }
                arcs.append((first + word + 1, first + link.head))
                relations.append(link.relation)
            }
            first += tree.rows.count
        }
        kernels.multiplyBack(
            scorer.views, memory.movedGrads.start, rows, by: layout.arcs, values, grads,
            turned: memory.turned.start, to: grad, adds: 0)
        for start in stride(from: 0, to: arcs.count, by: TreeScorer.chunk) {
            let chunk = start..<min(arcs.count, start + TreeScorer.chunk)
            loss += judgeRelations(Array(arcs[chunk]), relations[chunk], values, grads, over: total)
        }
        let count = rows * layout.views.outs
        kernels.drop(memory.viewGrads.start, count: count, dropout, at: site)
        kernels.geluBack(scorer.memory.before.start, memory.viewGrads.start, count: count)
        kernels.multiplyBack(
            states, memory.viewGrads.start, rows, by: layout.views, values, grads,
            turned: memory.turned.start, to: Rows(start: memory.stateGrads.start, stride: width), adds: 0)
        for (row, place) in places.enumerated() {
            kernels.add(memory.stateGrads.start + row * width, to: allGrads + place * width, count: width)
        }
        return loss
    }

    /// The loss of a tree's heads; fills the gradients of its rows' views as heads, and those of `moved`.
    private func judgeArcs(_ tree: TrainingBatch.Tree, from first: Int, over total: Float) -> Float {
        let count = tree.rows.count
        let scores = scorer.arcs(of: first..<first + count)
        scores.start.update(repeating: 0, count: scores.stride)
        var loss: Float = 0
        for word in 1..<count {
            let row = scores.below(word).start
            (row + count).update(repeating: 0, count: scores.stride - count)
            guard let link = tree.links[word - 1] else {
                row.update(repeating: 0, count: count)
                continue
            }
            // No word is its own head.
            row[word] = -.infinity
            loss += Self.judge(row, 0..<count, right: link.head, over: total)
        }
        let width = layout.arcWidth
        let moved = scorer.memory.moved.start + first * width
        kernels.multiply(
            glosse_product(
                in: scores.start, in_row: scores.stride, in_place: 1,
                weights: scorer.views.from(layout.arcHead).below(first).start, step: scorer.views.stride,
                bias: nil, out: memory.movedGrads.start + first * width, out_row: width, rows: Int32(count),
                depth: Int32(count), outs: Int32(width), adds: 0))
        kernels.multiply(
            glosse_product(
                in: scores.start, in_row: 1, in_place: scores.stride, weights: moved, step: width, bias: nil,
                out: memory.viewGrads.start + first * layout.views.outs + layout.arcHead,
                out_row: layout.views.outs, rows: Int32(count), depth: Int32(count), outs: Int32(width),
                adds: 0))
        return loss
    }

    /// The loss of the relations of some arcs; adds to the gradients of the views for relations.
    private func judgeRelations(
        _ arcs: [(dependent: Int, head: Int)], _ right: ArraySlice<Int>, _ values: UnsafePointer<Float>,
        _ grads: UnsafeMutablePointer<Float>, over total: Float
    ) -> Float {
        let (width, lanes) = (layout.relationWidth, DeepShape.lanes)
        let scores = scorer.relations(of: arcs, values)
        var loss: Float = 0
        memory.productGrads.start.update(repeating: 0, count: arcs.count * layout.products.outs)
        for (index, right) in right.enumerated() {
            let row = scores.below(index).start
            loss += Self.judge(row, 0..<layout.relations, right: right, over: total)
            (row + layout.relations).update(repeating: 0, count: scores.stride - layout.relations)
            let dependent = scorer.memory.arcDependents.start + index * width
            let dependentGrad = memory.dependentGrads.start + index * width
            dependentGrad.update(repeating: 0, count: width)
            for relation in 0..<layout.relations {
                let place = index * layout.products.outs + relation * width
                let product = scorer.memory.products.start + place
                let productGrad = memory.productGrads.start + place
                for lane in stride(from: 0, to: width, by: lanes) {
                    Self.store(row[relation] * TreeScorer.lanes(dependent + lane), to: productGrad + lane)
                    Self.store(
                        TreeScorer.lanes(dependentGrad + lane)
                            + row[relation] * TreeScorer.lanes(product + lane), to: dependentGrad + lane)
                }
            }
        }
        let heads = Rows(start: scorer.memory.arcHeads.start, stride: width)
        let headGrads = Rows(start: memory.headGrads.start, stride: width)
        kernels.multiplyBack(
            heads, memory.productGrads.start, arcs.count, by: layout.products, values, grads,
            turned: memory.turned.start, to: headGrads, adds: 0)
        kernels.multiplyBack(
            heads, scores.start, arcs.count, by: layout.sums, values, grads, turned: memory.turned.start,
            to: headGrads, adds: 1)
        let grad = Rows(start: memory.viewGrads.start, stride: layout.views.outs)
        for (index, arc) in arcs.enumerated() {
            kernels.add(
                memory.dependentGrads.start + index * width,
                to: grad.from(layout.relationDependent).below(arc.dependent).start, count: width)
            kernels.add(
                memory.headGrads.start + index * width,
                to: grad.from(layout.relationHead).below(arc.head).start, count: width)
        }
        return loss
    }

    /// Turns scores into the gradients of their softmax's loss.
    private static func judge(
        _ scores: UnsafeMutablePointer<Float>, _ range: Range<Int>, right: Int, over total: Float
    ) -> Float {
        let top = range.reduce(-Float.infinity) { max($0, scores[$1]) }
        var sum: Float = 0
        for out in range {
            scores[out] = Float(Exponential.of(Double(scores[out] - top)))
            sum += scores[out]
        }
        let loss = -Float(Logarithm.of(Double(scores[right] / sum)))
        for out in range { scores[out] = (scores[out] / sum - (out == right ? 1 : 0)) / total }
        return loss / total
    }

    @inline(__always)
    private static func store(_ lanes: SIMD16<Float>, to start: UnsafeMutablePointer<Float>) {
        UnsafeMutableRawPointer(start).storeBytes(of: lanes, as: SIMD16<Float>.self)
    }
}
