import CKernels

/// A forward and a backward pass over a batch: the loss, and its gradient for all parameters.
///
/// Post-norm BERT as `Encoder` runs it, with dropout behind the embedding, behind both halves of a layer before they are
/// added, and before the heads; what the steps back need is kept from the way forth.
final class TrainingPass {
    private let parameters: Parameters
    private let kernels: Kernels
    private let epsilon: Float
    private var memory: PassMemory
    private let trees: TreePass?

    init(_ parameters: Parameters, _ kernels: Kernels, epsilon: Float) {
        self.parameters = parameters
        self.kernels = kernels
        self.epsilon = epsilon
        memory = PassMemory(parameters, rows: 0, longest: 0)
        trees = parameters.tree.map { TreePass($0, kernels) }
    }

    /// Adds the gradient of the batch's loss to `grads`.
    /// - Parameters:
    ///   - values: all parameters, as `grads`.
    ///   - total: the loss is divided by it; the batch's own count of targets when nil.
    /// - Returns: the sum of the negative logarithms of the right labels', heads' and relations' probabilities, divided by
    ///   `total`.
    func run(
        _ batch: TrainingBatch, _ values: UnsafePointer<Float>, adding grads: UnsafeMutablePointer<Float>,
        over total: Int? = nil, _ dropout: Dropout = .none
    ) -> Float {
        guard batch.rows > 0 else { return 0 }
        if memory.rows < batch.rows || memory.longest < batch.longest {
            memory = PassMemory(
                parameters, rows: max(memory.rows, batch.rows), longest: max(memory.longest, batch.longest))
        }
        forward(batch, values, dropout)
        multiply(memory.last, batch.rows, parameters.head, values, to: memory.scores)
        let total = Float(max(1, total ?? batch.targets.count))
        var loss = judge(batch, over: total)
        let count = batch.rows * parameters.width
        multiplyBack(
            memory.last, memory.scores, batch.rows, parameters.head, values, grads, to: memory.grad, adds: 0)
        if let trees {
            loss += trees.run(
                batch.trees, memory.last.start, values, grads, adding: memory.grad.start, over: total,
                dropout, at: 2 * parameters.layers.count + 2)
        }
        kernels.drop(memory.grad.start, count: count, dropout, at: 2 * parameters.layers.count + 1)
        for index in parameters.layers.indices.reversed() { back(index, batch, values, grads, dropout) }
        kernels.drop(memory.grad.start, count: count, dropout, at: 0)
        normalizeBack(memory.sum, batch.rows, parameters.embeddingNorm, values, grads)
        for segment in batch.segments {
            kernels.add(
                memory.grad.start + segment.lowerBound * parameters.width, to: grads,
                count: segment.count * parameters.width)
        }
        return loss
    }

    /// Turns scores into their gradients; the softmax of each target goes over the labels of its corpus.
    private func judge(_ batch: TrainingBatch, over total: Float) -> Float {
        let outs = parameters.head.outs
        var targets = Array(repeating: -1, count: batch.rows)
        for (index, target) in batch.targets.enumerated() { targets[target.row] = index }
        var loss: Float = 0
        for row in 0..<batch.rows {
            let scores = memory.scores.start + row * outs
            guard targets[row] >= 0 else {
                scores.update(repeating: 0, count: outs)
                continue
            }
            let target = batch.targets[targets[row]]
            let top = target.outs.reduce(-Float.infinity) { max($0, scores[$1]) }
            var sum: Float = 0
            for out in 0..<outs {
                let isOwn = target.outs.contains(out)
                scores[out] = isOwn ? Float(Exponential.of(Double(scores[out] - top))) : 0
                sum += scores[out]
            }
            let right = target.outs.lowerBound + target.label
            loss -= Float(Logarithm.of(Double(scores[right] / sum)))
            for out in target.outs { scores[out] = (scores[out] / sum - (out == right ? 1 : 0)) / total }
        }
        return loss / total
    }

    private func forward(_ batch: TrainingBatch, _ values: UnsafePointer<Float>, _ dropout: Dropout) {
        let (rows, count) = (batch.rows, batch.rows * parameters.width)
        memory.sum.start.update(from: batch.inputs, count: count)
        for segment in batch.segments {
            kernels.add(
                values, to: memory.sum.start + segment.lowerBound * parameters.width,
                count: segment.count * parameters.width)
        }
        normalize(memory.sum, rows, parameters.embeddingNorm, values, to: input(of: 0))
        kernels.drop(input(of: 0), count: count, dropout, at: 0)
        for (index, layer) in parameters.layers.enumerated() {
            let kept = memory.layers[index]
            multiply(kept.input, rows, layer.attention, values, to: kept.parts)
            forEachHead(of: kept.parts, kept.context, batch) { head, _ in
                kernels.attend(head, scratch: memory.attention.start)
            }
            multiply(kept.context, rows, layer.attentionOut, values, to: kept.attentionSum)
            kernels.drop(kept.attentionSum.start, count: count, dropout, at: 2 * index + 1)
            kernels.add(kept.input.start, to: kept.attentionSum.start, count: count)
            normalize(kept.attentionSum, rows, layer.attentionNorm, values, to: kept.middle.start)
            multiply(kept.middle, rows, layer.inner, values, to: kept.before)
            kept.behind.start.update(from: kept.before.start, count: rows * parameters.inner)
            kernels.gelu(kept.behind.start, count: rows * parameters.inner)
            multiply(kept.behind, rows, layer.innerOut, values, to: kept.outSum)
            kernels.drop(kept.outSum.start, count: count, dropout, at: 2 * index + 2)
            kernels.add(kept.middle.start, to: kept.outSum.start, count: count)
            normalize(kept.outSum, rows, layer.outNorm, values, to: input(of: index + 1))
        }
        kernels.drop(memory.last.start, count: count, dropout, at: 2 * parameters.layers.count + 1)
    }

    /// Where a layer reads, behind the last one where the head reads.
    private func input(of layer: Int) -> UnsafeMutablePointer<Float> {
        layer < memory.layers.count ? memory.layers[layer].input.start : memory.last.start
    }

    /// Takes `memory.grad` from behind a layer to before it.
    private func back(
        _ index: Int, _ batch: TrainingBatch, _ values: UnsafePointer<Float>,
        _ grads: UnsafeMutablePointer<Float>, _ dropout: Dropout
    ) {
        let (kept, layer) = (memory.layers[index], parameters.layers[index])
        let (rows, count) = (batch.rows, batch.rows * parameters.width)
        normalizeBack(kept.outSum, rows, layer.outNorm, values, grads)
        memory.side.start.update(from: memory.grad.start, count: count)
        kernels.drop(memory.side.start, count: count, dropout, at: 2 * index + 2)
        multiplyBack(
            kept.behind, memory.side, rows, layer.innerOut, values, grads, to: memory.inside, adds: 0)
        kernels.geluBack(kept.before.start, memory.inside.start, count: rows * parameters.inner)
        multiplyBack(
            kept.middle, memory.inside, rows, layer.inner, values, grads, to: memory.grad, adds: 1)
        normalizeBack(kept.attentionSum, rows, layer.attentionNorm, values, grads)
        memory.side.start.update(from: memory.grad.start, count: count)
        kernels.drop(memory.side.start, count: count, dropout, at: 2 * index + 1)
        multiplyBack(
            kept.context, memory.side, rows, layer.attentionOut, values, grads, to: memory.seen, adds: 0)
        let width = parameters.width
        forEachHead(of: kept.parts, memory.seen, batch) { head, start in
            let query = memory.parts.start + start
            kernels.attendBack(
                head, query: query, key: query + width, value: query + 2 * width,
                scratch: memory.attention.start)
        }
        multiplyBack(
            kept.input, memory.parts, rows, layer.attention, values, grads, to: memory.grad, adds: 1)
    }
}

// The single steps.
extension TrainingPass {
    private func normalize(
        _ x: borrowing Buffer<Float>, _ rows: Int, _ norm: Parameters.Norm, _ values: UnsafePointer<Float>,
        to out: UnsafeMutablePointer<Float>
    ) {
        out.update(from: x.start, count: rows * norm.width)
        kernels.normalize(
            out, adding: nil, rows: rows,
            by: LayerNorm(
                width: norm.width, weight: values + norm.start, bias: values + norm.bias, epsilon: epsilon))
    }

    /// Takes `memory.grad` from behind a norm to before it.
    private func normalizeBack(
        _ x: borrowing Buffer<Float>, _ rows: Int, _ norm: Parameters.Norm, _ values: UnsafePointer<Float>,
        _ grads: UnsafeMutablePointer<Float>
    ) {
        kernels.normalizeBack(
            x.start, memory.grad.start, rows: rows, width: norm.width, weight: values + norm.start,
            epsilon: epsilon, weightGrad: grads + norm.start, biasGrad: grads + norm.bias)
    }

    private func multiply(
        _ input: borrowing Buffer<Float>, _ rows: Int, _ matrix: Dense,
        _ values: UnsafePointer<Float>, to out: borrowing Buffer<Float>
    ) {
        kernels.multiply(
            Rows(start: input.start, stride: matrix.depth), rows, by: matrix, values,
            to: Rows(start: out.start, stride: matrix.outs))
    }

    private func multiplyBack(
        _ input: borrowing Buffer<Float>, _ grad: borrowing Buffer<Float>, _ rows: Int, _ matrix: Dense,
        _ values: UnsafePointer<Float>, _ grads: UnsafeMutablePointer<Float>,
        to inputGrad: borrowing Buffer<Float>, adds: Int32
    ) {
        kernels.multiplyBack(
            Rows(start: input.start, stride: matrix.depth), grad.start, rows, by: matrix, values, grads,
            turned: memory.transposed.start, to: Rows(start: inputGrad.start, stride: matrix.depth),
            adds: adds)
    }

    /// Calls with each head of each segment and where its query begins among the parts.
    private func forEachHead(
        of parts: borrowing Buffer<Float>, _ out: borrowing Buffer<Float>, _ batch: TrainingBatch,
        _ body: (glosse_head, Int) -> Void
    ) {
        let width = parameters.width
        for segment in batch.segments {
            for head in 0..<parameters.heads {
                let place = head * DeepShape.headWidth
                let start = segment.lowerBound * 3 * width + place
                body(
                    glosse_head(
                        query: parts.start + start, key: parts.start + start + width,
                        value: parts.start + start + 2 * width, stride: 3 * width,
                        out: out.start + segment.lowerBound * width + place, out_stride: width,
                        length: Int32(segment.count)), start)
            }
        }
    }
}
