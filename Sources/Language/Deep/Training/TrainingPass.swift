import CKernels

/// A forward and a backward pass over a batch: the loss, and its gradient for all parameters.
///
/// Post-norm BERT as `Encoder` runs it; what the steps back need is kept from the way forth.
final class TrainingPass {
    private let parameters: Parameters
    private let kernels: Kernels
    private let epsilon: Float
    private var layers: [KeptLayer] = []
    /// The sum of inputs and positions before the first norm.
    private var sum: [Float] = []
    private var last: [Float] = []

    /// What a layer keeps; rows x width unless told otherwise.
    private struct KeptLayer {
        var input: [Float] = []
        /// rows x 3 width
        var parts: [Float] = []
        var context: [Float] = []
        var attentionSum: [Float] = []
        var middle: [Float] = []
        /// rows x inner width, before and behind GELU
        var before: [Float] = []
        var behind: [Float] = []
        var outSum: [Float] = []
    }

    init(_ parameters: Parameters, _ kernels: Kernels, epsilon: Float) {
        self.parameters = parameters
        self.kernels = kernels
        self.epsilon = epsilon
        layers = parameters.layers.map { _ in KeptLayer() }
    }

    /// Adds the gradient of the batch's mean loss to `grads`.
    /// - Returns: the mean negative logarithm of the right labels' probabilities.
    func run(_ batch: TrainingBatch, _ values: [Float], adding grads: inout [Float]) -> Float {
        forward(batch, values)
        let head = parameters.head
        let scores = multiply(last, batch.rows, head, values)
        var (loss, scoreGrads) = (Float(0), Array(repeating: Float(0), count: scores.count))
        for target in batch.targets {
            let row = target.row * head.outs
            let top = target.outs.map { scores[row + $0] }.max() ?? 0
            let shares = target.outs.map { Float(Exponential.of(Double(scores[row + $0] - top))) }
            let total = shares.reduce(0, +)
            loss -= Float(Logarithm.of(Double(shares[target.label] / total)))
            for (out, share) in zip(target.outs, shares) {
                let right: Float = out - target.outs.lowerBound == target.label ? 1 : 0
                scoreGrads[row + out] = (share / total - right) / Float(batch.targets.count)
            }
        }
        var grad = multiplyBack(last, scoreGrads, batch.rows, head, values, &grads)
        for index in layers.indices.reversed() { back(index, batch, values, &grad, &grads) }
        normalizeBack(sum, &grad, parameters.embeddingNorm, values, &grads)
        for segment in batch.segments {
            let start = segment.lowerBound * parameters.width
            for place in 0..<segment.count * parameters.width { grads[place] += grad[start + place] }
        }
        return loss / Float(max(1, batch.targets.count))
    }

    private func forward(_ batch: TrainingBatch, _ values: [Float]) {
        sum = batch.inputs
        for segment in batch.segments {
            let start = segment.lowerBound * parameters.width
            for place in 0..<segment.count * parameters.width { sum[start + place] += values[place] }
        }
        var x = normalize(sum, parameters.embeddingNorm, values)
        for (index, layer) in parameters.layers.enumerated() {
            var kept = KeptLayer()
            kept.input = x
            kept.parts = multiply(x, batch.rows, layer.attention, values)
            kept.context = attend(kept.parts, batch)
            kept.attentionSum = plus(x, multiply(kept.context, batch.rows, layer.attentionOut, values))
            kept.middle = normalize(kept.attentionSum, layer.attentionNorm, values)
            kept.before = multiply(kept.middle, batch.rows, layer.inner, values)
            kept.behind = kept.before
            kernels.gelu(&kept.behind, count: kept.behind.count)
            kept.outSum = plus(kept.middle, multiply(kept.behind, batch.rows, layer.innerOut, values))
            x = normalize(kept.outSum, layer.outNorm, values)
            layers[index] = kept
        }
        last = x
    }

    private func back(
        _ index: Int, _ batch: TrainingBatch, _ values: [Float], _ grad: inout [Float], _ grads: inout [Float]
    ) {
        let (kept, layer) = (layers[index], parameters.layers[index])
        normalizeBack(kept.outSum, &grad, layer.outNorm, values, &grads)
        var inside = multiplyBack(kept.behind, grad, batch.rows, layer.innerOut, values, &grads)
        kernels.geluBack(kept.before, &inside, count: inside.count)
        grad = plus(grad, multiplyBack(kept.middle, inside, batch.rows, layer.inner, values, &grads))
        normalizeBack(kept.attentionSum, &grad, layer.attentionNorm, values, &grads)
        let seen = multiplyBack(kept.context, grad, batch.rows, layer.attentionOut, values, &grads)
        let parts = attendBack(kept.parts, seen, batch)
        grad = plus(grad, multiplyBack(kept.input, parts, batch.rows, layer.attention, values, &grads))
    }
}

// The single steps, over arrays.
extension TrainingPass {
    private func plus(_ some: [Float], _ others: [Float]) -> [Float] { zip(some, others).map(+) }

    private func normalize(_ x: [Float], _ norm: Parameters.Norm, _ values: [Float]) -> [Float] {
        var out = x
        values.withUnsafeBufferPointer { values in
            guard let values = values.baseAddress else { return }
            kernels.normalize(
                &out, adding: nil, rows: x.count / norm.width,
                by: LayerNorm(
                    width: norm.width, weight: values + norm.start, bias: values + norm.bias,
                    epsilon: epsilon))
        }
        return out
    }

    private func normalizeBack(
        _ x: [Float], _ grad: inout [Float], _ norm: Parameters.Norm, _ values: [Float],
        _ grads: inout [Float]
    ) {
        values.withUnsafeBufferPointer { values in
            grads.withUnsafeMutableBufferPointer { grads in
                guard let values = values.baseAddress, let grads = grads.baseAddress else { return }
                kernels.normalizeBack(
                    x, &grad, rows: x.count / norm.width, width: norm.width, weight: values + norm.start,
                    epsilon: epsilon, weightGrad: grads + norm.start, biasGrad: grads + norm.bias)
            }
        }
    }

    private func multiply(
        _ input: [Float], _ rows: Int, _ matrix: Parameters.Matrix, _ values: [Float]
    ) -> [Float] {
        let bias = values[matrix.bias..<matrix.end]
        var out: [Float] = []
        out.reserveCapacity(rows * matrix.outs)
        for _ in 0..<rows { out.append(contentsOf: bias) }
        values.withUnsafeBufferPointer { values in
            input.withUnsafeBufferPointer { input in
                out.withUnsafeMutableBufferPointer { out in
                    guard let values = values.baseAddress else { return }
                    kernels.multiply(
                        glosse_product(
                            in: input.baseAddress, in_row: matrix.depth, in_place: 1,
                            weights: values + matrix.start, step: matrix.outs, out: out.baseAddress,
                            out_row: matrix.outs, rows: Int32(rows), depth: Int32(matrix.depth),
                            outs: Int32(matrix.outs), adds: 1))
                }
            }
        }
        return out
    }

    /// Adds to the gradients of matrix and bias, and gives that of the input: out gradient * matrix transposed.
    private func multiplyBack(
        _ input: [Float], _ grad: [Float], _ rows: Int, _ matrix: Parameters.Matrix, _ values: [Float],
        _ grads: inout [Float]
    ) -> [Float] {
        let (depth, outs) = (matrix.depth, matrix.outs)
        for row in 0..<rows {
            for out in 0..<outs { grads[matrix.bias + out] += grad[row * outs + out] }
        }
        var transposed = Array(repeating: Float(0), count: depth * outs)
        for place in 0..<depth {
            for out in 0..<outs {
                transposed[out * depth + place] = values[matrix.start + place * outs + out]
            }
        }
        var inputGrad = Array(repeating: Float(0), count: rows * depth)
        input.withUnsafeBufferPointer { input in
            grad.withUnsafeBufferPointer { grad in
                grads.withUnsafeMutableBufferPointer { grads in
                    guard let grads = grads.baseAddress else { return }
                    kernels.multiply(
                        glosse_product(
                            in: input.baseAddress, in_row: 1, in_place: depth, weights: grad.baseAddress,
                            step: outs, out: grads + matrix.start, out_row: outs, rows: Int32(depth),
                            depth: Int32(rows), outs: Int32(outs), adds: 1))
                }
                transposed.withUnsafeBufferPointer { transposed in
                    inputGrad.withUnsafeMutableBufferPointer { inputGrad in
                        kernels.multiply(
                            glosse_product(
                                in: grad.baseAddress, in_row: outs, in_place: 1,
                                weights: transposed.baseAddress, step: depth, out: inputGrad.baseAddress,
                                out_row: depth, rows: Int32(rows), depth: Int32(outs), outs: Int32(depth),
                                adds: 0))
                    }
                }
            }
        }
        return inputGrad
    }

    private func attend(_ parts: [Float], _ batch: TrainingBatch) -> [Float] {
        var out = Array(repeating: Float(0), count: batch.rows * parameters.width)
        forEachHead(of: parts, &out, batch) { head, _, scratch in
            kernels.attend(head, scratch: scratch)
        }
        return out
    }

    /// The gradient of query, key and value from that of what attention gave.
    private func attendBack(_ parts: [Float], _ grad: [Float], _ batch: TrainingBatch) -> [Float] {
        var (grad, out) = (grad, Array(repeating: Float(0), count: parts.count))
        let width = parameters.width
        out.withUnsafeMutableBufferPointer { out in
            guard let out = out.baseAddress else { return }
            forEachHead(of: parts, &grad, batch) { head, start, scratch in
                kernels.attendBack(
                    head, query: out + start, key: out + start + width, value: out + start + 2 * width,
                    scratch: scratch)
            }
        }
        return out
    }

    /// Calls with each head of each segment and where its query begins among the parts.
    private func forEachHead(
        of parts: [Float], _ out: inout [Float], _ batch: TrainingBatch,
        _ body: (glosse_head, Int, UnsafeMutablePointer<Float>) -> Void
    ) {
        let width = parameters.width
        let longest = Int32(batch.segments.map(\.count).max() ?? 0)
        let scratch = Buffer<Float>(
            count: max(glosse_attention_scratch(longest), glosse_attention_back_scratch(longest)))
        parts.withUnsafeBufferPointer { parts in
            out.withUnsafeMutableBufferPointer { out in
                guard let parts = parts.baseAddress, let out = out.baseAddress else { return }
                for segment in batch.segments {
                    for head in 0..<parameters.heads {
                        let place = head * DeepShape.headWidth
                        let start = segment.lowerBound * 3 * width + place
                        body(
                            glosse_head(
                                query: parts + start, key: parts + start + width,
                                value: parts + start + 2 * width, stride: 3 * width,
                                out: out + segment.lowerBound * width + place, out_stride: width,
                                length: Int32(segment.count)), start, scratch.start)
                    }
                }
            }
        }
    }
}
