import Testing

@testable import Language

@Suite struct TrainingPassTests {
    private let parameters = Parameters(layers: 2, heads: 2, inner: 48, positions: 9, outs: 16)
    private let withTrees = Parameters(
        layers: 2, heads: 2, inner: 48, positions: 9, outs: 32,
        tree: (relations: 5, arcWidth: 32, relationWidth: 16))

    private func start(_ chance: inout Chance) -> [Float] { start(&chance, parameters) }

    private func start(_ chance: inout Chance, _ parameters: Parameters) -> [Float] {
        var values = chance.floats(parameters.count, 0.3)
        for norm in parameters.layers.flatMap({ [$0.attentionNorm, $0.outNorm] }) + [parameters.embeddingNorm]
        {
            for place in 0..<norm.width { values[norm.start + place] += 1 }
        }
        return values
    }

    /// Two segments, words of two corpora.
    private func batch(_ chance: inout Chance) -> TrainingBatch {
        TrainingBatch(
            inputs: chance.floats(14 * parameters.width), segments: [0..<9, 9..<14],
            targets: [(1, 0..<5, 2), (4, 0..<5, 0), (7, 5..<12, 6), (10, 5..<12, 1), (12, 0..<5, 4)])
    }

    /// One segment of names, two of a treebank; a word whose head is not learned, and one that is the root.
    private func treeBatch(_ chance: inout Chance) -> TrainingBatch {
        var batch = TrainingBatch(
            inputs: chance.floats(20 * parameters.width), segments: [0..<9, 9..<14, 14..<20],
            targets: [(1, 0..<5, 2), (4, 0..<5, 0), (10, 5..<22, 16), (12, 5..<22, 1), (16, 5..<22, 4)])
        batch.trees = [
            TrainingBatch.Tree(rows: [9, 10, 12], links: [(0, 4), (1, 2)]),
            TrainingBatch.Tree(rows: [14, 15, 16, 17, 18], links: [(3, 1), nil, (0, 4), (1, 0)]),
        ]
        return batch
    }

    @Test("the gradient of every group of parameters is what the loss does when they move")
    func gradients() throws {
        let layer = parameters.layers[0]
        try check(
            parameters, batch,
            [
                0..<parameters.embeddingNorm.start,
                parameters.embeddingNorm.start..<parameters.embeddingNorm.end,
                layer.attention.start..<layer.attention.bias, layer.attention.bias..<layer.attention.end,
                layer.attentionOut.start..<layer.attentionOut.end,
                layer.attentionNorm.start..<layer.attentionNorm.end, layer.inner.start..<layer.inner.end,
                layer.innerOut.start..<layer.innerOut.end, layer.outNorm.start..<layer.outNorm.end,
                parameters.layers[1].attention.start..<parameters.layers[1].outNorm.end,
                parameters.head.start..<parameters.head.end,
            ])
    }

    @Test("so it is where trees are learned beside names")
    func treeGradients() throws {
        let tree = try #require(withTrees.tree)
        let (arcs, relations) = (tree.relationDependent, tree.views.outs - tree.relationDependent)
        #expect(arcs == 64 && relations == 32)
        try check(
            withTrees, treeBatch,
            [
                0..<withTrees.embeddingNorm.end,
                withTrees.layers[0].attention.start..<withTrees.layers[1].outNorm.end,
                withTrees.head.start..<withTrees.head.end, tree.views.start..<tree.views.bias,
                tree.views.bias..<tree.views.bias + arcs, tree.views.bias + arcs..<tree.views.end,
                tree.arcs.start..<tree.arcs.bias, tree.arcs.bias..<tree.arcs.end,
                tree.products.start..<tree.products.bias, tree.products.bias..<tree.products.end,
                tree.sums.start..<tree.sums.bias, tree.sums.bias..<tree.sums.end,
            ])
    }

    @Test("what the head for trees says back to the rows is what the loss does when they move")
    func rowGradients() throws {
        let tree = try #require(withTrees.tree)
        for set in Kernels.usable {
            var chance = Chance(24)
            let values = chance.floats(withTrees.count, 0.3)
            let trees = treeBatch(&chance).trees
            let states = chance.floats(20 * withTrees.width)
            let pass = TreePass(tree, set)
            func loss(_ states: [Float], _ grads: inout [Float]) -> Float {
                var unused = Array(repeating: Float(0), count: values.count)
                return pass.run(trees, states, values, &unused, adding: &grads, over: 3, .none, at: 0)
            }
            var grads = Array(repeating: Float(0), count: states.count)
            _ = loss(states, &grads)
            for place in stride(from: 3, to: states.count, by: 29) {
                var (more, less, unused) = (states, states, states)
                more[place] += 4e-3
                less[place] -= 4e-3
                let slope = (loss(more, &unused) - loss(less, &unused)) / 8e-3
                #expect(abs(slope - grads[place]) < 2e-3, "\(set.name) \(place)")
            }
        }
    }

    /// Along the gradient itself the loss changes by its length.
    private func check(
        _ parameters: Parameters, _ batch: (inout Chance) -> TrainingBatch, _ groups: [Range<Int>]
    ) throws {
        for set in Kernels.usable {
            var chance = Chance(21)
            let (values, batch) = (start(&chance, parameters), batch(&chance))
            let pass = TrainingPass(parameters, set, epsilon: 1e-6)
            var grads = Array(repeating: Float(0), count: parameters.count)
            _ = pass.run(batch, values, adding: &grads)
            func loss(_ values: [Float]) -> Float {
                var unused = Array(repeating: Float(0), count: values.count)
                return pass.run(batch, values, adding: &unused)
            }
            for group in groups {
                let length = group.reduce(Float(0)) { $0 + grads[$1] * grads[$1] }.squareRoot()
                try #require(length > 1e-3)
                let size: Float = 4e-3
                var (more, less) = (values, values)
                for index in group {
                    more[index] += size * grads[index] / length
                    less[index] -= size * grads[index] / length
                }
                let slope = (loss(more) - loss(less)) / (2 * size)
                #expect(abs(slope - length) < 0.02 * length + 1e-4, "\(set.name) \(group)")
            }
        }
    }

    @Test("some steps learn a batch by heart")
    func learning() throws {
        let set = try #require(Kernels.best)
        var chance = Chance(22)
        var (values, batch) = (start(&chance), batch(&chance))
        batch.targets.removeLast()
        let pass = TrainingPass(parameters, set, epsilon: 1e-6)
        var grads = Array(repeating: Float(0), count: parameters.count)
        var others = grads
        var adam = Adam(
            count: parameters.count, steps: 60, set, options: Adam.Options(rate: 1e-2, decay: 0, warmUp: 0.1))
        let first = pass.run(batch, values, adding: &grads)
        for _ in 0..<60 {
            adam.take(&grads, &others, to: &values)
            _ = pass.run(batch, values, adding: &grads)
        }
        grads = Array(repeating: 0, count: grads.count)
        #expect(pass.run(batch, values, adding: &grads) < 0.05 * first)
    }

    @Test("a step of Adam is that of its definition, in halves or whole")
    func adam() {
        for set in Kernels.usable {
            var chance = Chance(23)
            var values = chance.floats(48)
            let (start, grads) = (values, chance.floats(48, 0.01))
            var adam = Adam(
                count: 48, steps: 4, set, options: Adam.Options(rate: 0.1, decay: 0.5, warmUp: 0.1))
            var (means, squares) = (Array(repeating: 0.0, count: 48), Array(repeating: 0.0, count: 48))
            var right = start.map(Double.init)
            for step in 1...3 {
                let rate = Double(adam.rate)
                var (some, others) = (grads, grads)
                adam.take(&some, &others, to: &values)
                for index in 0..<48 {
                    let grad = 2 * Double(grads[index])
                    means[index] = 0.9 * means[index] + 0.1 * grad
                    squares[index] = 0.999 * squares[index] + 0.001 * grad * grad
                    let (first, second) = (
                        [0.1, 0.19, 0.271][step - 1], [0.001, 0.001999, 0.002997001][step - 1]
                    )
                    let change = means[index] / first / ((squares[index] / second).squareRoot() + 1e-8)
                    right[index] -= rate * (change + 0.5 * right[index])
                }
            }
            #expect(distance(values, right) < 1e-4, "\(set.name)")
        }
    }

    @Test("the rate grows, then falls to nothing; a gradient that is no number changes nothing")
    func rates() throws {
        let set = try #require(Kernels.best)
        let ones = Array(repeating: Float(1), count: 48)
        var adam = Adam(count: 48, steps: 10, set, options: Adam.Options(rate: 1, decay: 0, warmUp: 0.2))
        var rates: [Float] = []
        var values = ones
        for _ in 0..<10 {
            rates.append(adam.rate)
            var (grads, others) = (ones, ones)
            grads[40] = .nan
            adam.take(&grads, &others, to: &values)
            #expect(grads.allSatisfy { $0 == 0 } && others.allSatisfy { $0 == 0 })
        }
        #expect(values == ones)
        #expect(rates[0] == 0.5 && rates[1] == 1 && rates[9] == 0)
        #expect(zip(rates.dropFirst(), rates.dropFirst(2)).allSatisfy { $0 > $1 })
    }
}
