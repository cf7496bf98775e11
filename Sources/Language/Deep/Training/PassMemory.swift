import CKernels

/// Where a pass keeps what it computes: rows x something each, for as many rows as there is room for.
final class PassMemory {
    /// What the steps back through a layer need from the way forth; rows x width unless told otherwise.
    final class Layer {
        let input: Buffer<Float>
        /// rows x 3 width: query, key, value
        let parts: Buffer<Float>
        let context: Buffer<Float>
        let attentionSum: Buffer<Float>
        let middle: Buffer<Float>
        /// rows x inner width, before and behind GELU
        let before: Buffer<Float>
        let behind: Buffer<Float>
        let outSum: Buffer<Float>

        init(rows: Int, width: Int, inner: Int) {
            input = Buffer(count: rows * width)
            parts = Buffer(count: rows * 3 * width)
            context = Buffer(count: rows * width)
            attentionSum = Buffer(count: rows * width)
            middle = Buffer(count: rows * width)
            before = Buffer(count: rows * inner)
            behind = Buffer(count: rows * inner)
            outSum = Buffer(count: rows * width)
        }
    }

    let rows: Int
    let longest: Int
    let layers: [Layer]
    /// The sum of inputs and positions before the first norm, and what the last layer gives.
    let sum: Buffer<Float>
    let last: Buffer<Float>
    /// rows x the head's outs: scores, then their gradients.
    let scores: Buffer<Float>
    /// The gradients on the way back: rows x width twice, x 3 width, x inner width.
    let grad: Buffer<Float>
    let side: Buffer<Float>
    let seen: Buffer<Float>
    let parts: Buffer<Float>
    let inside: Buffer<Float>
    let attention: Buffer<Float>
    /// A matrix turned over.
    let transposed: Buffer<Float>

    init(_ parameters: Parameters, rows: Int, longest: Int) {
        let (width, inner) = (parameters.width, parameters.inner)
        self.rows = rows
        self.longest = longest
        layers = parameters.layers.map { _ in Layer(rows: rows, width: width, inner: inner) }
        sum = Buffer(count: rows * width)
        last = Buffer(count: rows * width)
        scores = Buffer(count: rows * parameters.head.outs)
        grad = Buffer(count: rows * width)
        side = Buffer(count: rows * width)
        seen = Buffer(count: rows * width)
        parts = Buffer(count: rows * 3 * width)
        inside = Buffer(count: rows * inner)
        let length = Int32(longest)
        attention = Buffer(
            count: max(glosse_attention_scratch(length), glosse_attention_back_scratch(length)))
        transposed = Buffer(count: width * max(3 * width, inner, parameters.head.outs))
    }
}
