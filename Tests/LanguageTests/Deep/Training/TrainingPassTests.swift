import Testing

@testable import Language

@Suite struct TrainingPassTests {
    private let parameters = Parameters(layers: 2, heads: 2, inner: 48, positions: 9, outs: 16)

    private func start(_ chance: inout Chance) -> [Float] {
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

    @Test("the gradient of every group of parameters is what the loss does when they move")
    func gradients() throws {
        for set in Kernels.usable {
            var chance = Chance(21)
            let (values, batch) = (start(&chance), batch(&chance))
            let pass = TrainingPass(parameters, set, epsilon: 1e-6)
            var grads = Array(repeating: Float(0), count: parameters.count)
            _ = pass.run(batch, values, adding: &grads)
            func loss(_ values: [Float]) -> Float {
                var unused = Array(repeating: Float(0), count: values.count)
                return pass.run(batch, values, adding: &unused)
            }
            let layer = parameters.layers[0]
            let groups = [
                0..<parameters.embeddingNorm.start,
                parameters.embeddingNorm.start..<parameters.embeddingNorm.end,
                layer.attention.start..<layer.attention.bias, layer.attention.bias..<layer.attention.end,
                layer.attentionOut.start..<layer.attentionOut.end,
                layer.attentionNorm.start..<layer.attentionNorm.end, layer.inner.start..<layer.inner.end,
                layer.innerOut.start..<layer.innerOut.end, layer.outNorm.start..<layer.outNorm.end,
                parameters.layers[1].attention.start..<parameters.layers[1].outNorm.end,
                parameters.head.start..<parameters.head.end,
            ]
            for group in groups {
                // Along the gradient itself the loss changes by its length.
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
