import Testing

@testable import Language

@Suite struct TreeScorerTests {
    private let layout = TreeLayout(start: 3, width: 48, arcWidth: 32, relationWidth: 16, relations: 5)

    @Test("scores of arcs and relations are those of the definition, for two trees side by side")
    func scores() {
        for set in Kernels.usable {
            var chance = Chance(31)
            let values = chance.floats(layout.end, 0.4)
            var states = chance.floats(23 * 48)
            let views = linear(states.map(Double.init), layout.views, values).map(Naive.gelu)
            func view(_ row: Int, _ column: Int, _ width: Int) -> [Double] {
                let start = row * layout.views.outs + column
                return Array(views[start..<start + width])
            }
            let scorer = TreeScorer(layout, set)
            states.withUnsafeMutableBufferPointer { states in
                guard let start = states.baseAddress else { return }
                scorer.read(Rows(start: start, stride: 48), 23, values, .none, at: 0)
            }
            for tree in [0..<5, 5..<23] {
                let scores = scorer.arcs(of: tree)
                for dependent in tree {
                    let moved = linear(view(dependent, 0, 32), layout.arcs, values)
                    let right = tree.map { dot(moved, view($0, layout.arcHead, 32)) }
                    let row = scores.below(dependent - tree.lowerBound).start
                    #expect(distance(right.indices.map { row[$0] }, right) < 1e-3, "\(set.name)")
                }
            }
            let arcs: [(dependent: Int, head: Int)] = [(1, 4), (22, 5), (7, 7)]
            let scores = scorer.relations(of: arcs, values)
            for (index, arc) in arcs.enumerated() {
                let (dependent, head) = (
                    view(arc.dependent, layout.relationDependent, 16), view(arc.head, layout.relationHead, 16)
                )
                let (products, sums) = (
                    linear(head, layout.products, values), linear(head, layout.sums, values)
                )
                let right = (0..<5).map { relation in
                    dot(dependent, Array(products[16 * relation..<16 * relation + 16])) + sums[relation]
                }
                let row = scores.below(index).start
                #expect(distance((0..<5).map { row[$0] }, right) < 1e-3, "\(set.name)")
            }
        }
    }

    /// Rows times a layer that stands as depth x outs.
    private func linear(_ rows: [Double], _ layer: Dense, _ values: [Float]) -> [Double] {
        (0..<rows.count / layer.depth * layer.outs).map { index in
            let (row, out) = (index / layer.outs, index % layer.outs)
            var sum = Double(values[layer.bias + out])
            for place in 0..<layer.depth {
                let weight = Double(values[layer.start + place * layer.outs + out])
                sum += rows[row * layer.depth + place] * weight
            }
            return sum
        }
    }

    private func dot(_ some: [Double], _ others: [Double]) -> Double {
        zip(some, others).reduce(0) { $0 + $1.0 * $1.1 }
    }
}
