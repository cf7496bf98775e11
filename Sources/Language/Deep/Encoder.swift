import CKernels

/// Runs batches of pieces through a transformer; it keeps the memory that this needs.
///
/// Post-norm BERT (Devlin and others, 2019): table + position + type, norm; then for each layer
/// x = norm(x + attention(x)), x = norm(x + out(gelu(inner(x)))). Cancellation is looked for before each step, of which
/// none takes more than a few milliseconds.
final class Encoder {
    /// So many rows are multiplied at once: their activations stay near the processor, and a panel serves them all.
    static let chunk = 96

    private let model: DeepModel
    private let kernels: Kernels
    private var memory: Activations

    init(_ model: DeepModel, _ kernels: Kernels) {
        self.model = model
        self.kernels = kernels
        memory = Activations(model.shape, rows: 0, longest: 0, outs: model.headOuts)
    }

    /// Fills `scores` with rows x labels.
    func run(_ batch: PieceBatch, scores: inout [Float]) throws(CancellationError) {
        scores.removeAll(keepingCapacity: true)
        guard batch.rows > 0 else { return }
        let longest = batch.segments.map(\.count).max() ?? 0
        if memory.rows < batch.rows || memory.longest < longest {
            memory = Activations(
                model.shape, rows: max(memory.rows, batch.rows), longest: max(memory.longest, longest),
                outs: model.headOuts)
        }
        try model.withParts { (parts) throws(CancellationError) in
            embed(batch, parts)
            for layer in parts.layers { try apply(layer, batch) }
            kernels.multiply(
                memory.x.start, rows: batch.rows, by: parts.head, scratch: memory.bytes,
                to: memory.scores.start)
        }
        let labels = model.labels.count
        for row in 0..<batch.rows {
            scores.append(
                contentsOf: UnsafeBufferPointer(
                    start: memory.scores.start + row * model.headOuts, count: labels))
        }
    }

    /// What the last layer has said of the last batch: rows x width, good until the next run.
    var states: UnsafePointer<Float> { UnsafePointer(memory.x.start) }

    private func embed(_ batch: PieceBatch, _ parts: DeepModel.Parts) {
        let width = model.shape.width
        for segment in batch.segments {
            for row in segment {
                kernels.embed(
                    parts.table + Int(batch.pieces[row]) * model.shape.tableRow,
                    position: parts.positions + (row - segment.lowerBound) * width, type: parts.type,
                    width: width, to: memory.x.start + row * width)
            }
        }
        kernels.normalize(memory.x.start, adding: nil, rows: batch.rows, by: parts.embeddingNorm)
    }

    private func apply(_ layer: DeepLayer, _ batch: PieceBatch) throws(CancellationError) {
        let width = model.shape.width
        for chunk in chunks(batch.rows) {
            try Self.checkCancellation()
            kernels.multiply(
                memory.x.start + chunk.lowerBound * width, rows: chunk.count, by: layer.attention,
                scratch: memory.bytes, to: memory.parts.start + chunk.lowerBound * 3 * width)
        }
        for segment in batch.segments {
            for head in 0..<model.shape.heads {
                try Self.checkCancellation()
                attend(head, segment)
            }
        }
        for chunk in chunks(batch.rows) {
            try Self.checkCancellation()
            let x = memory.x.start + chunk.lowerBound * width
            kernels.multiply(
                memory.context.start + chunk.lowerBound * width, rows: chunk.count, by: layer.attentionOut,
                scratch: memory.bytes, to: memory.out.start)
            kernels.normalize(x, adding: memory.out.start, rows: chunk.count, by: layer.attentionNorm)
            kernels.multiply(
                x, rows: chunk.count, by: layer.inner, scratch: memory.bytes, to: memory.inner.start)
            kernels.gelu(memory.inner.start, count: chunk.count * model.shape.inner)
            try Self.checkCancellation()
            kernels.multiply(
                memory.inner.start, rows: chunk.count, by: layer.innerOut, scratch: memory.bytes,
                to: memory.out.start)
            kernels.normalize(x, adding: memory.out.start, rows: chunk.count, by: layer.outNorm)
        }
    }

    private func attend(_ head: Int, _ segment: Range<Int>) {
        let width = model.shape.width
        let query =
            memory.parts.start + segment.lowerBound * 3 * width + head * DeepShape.headWidth
        kernels.attend(
            glosse_head(
                query: query, key: query + width, value: query + 2 * width, stride: 3 * width,
                out: memory.context.start + segment.lowerBound * width + head * DeepShape.headWidth,
                out_stride: width, length: Int32(segment.count)),
            scratch: memory.attention.start)
    }

    private func chunks(_ rows: Int) -> [Range<Int>] {
        stride(from: 0, to: rows, by: Self.chunk).map { $0..<min(rows, $0 + Self.chunk) }
    }

    private static func checkCancellation() throws(CancellationError) {
        if Task.isCancelled { throw CancellationError() }
    }
}

/// What a batch's numbers are kept in between the steps; all rows x something.
private struct Activations: ~Copyable {
    let rows: Int
    let longest: Int
    /// rows x width
    let x: Buffer<Float>
    /// rows x 3 width: query, key, value
    let parts: Buffer<Float>
    /// rows x width
    let context: Buffer<Float>
    /// rows x labels
    let scores: Buffer<Float>
    /// A chunk of rows x width, and x inner width
    let out: Buffer<Float>
    let inner: Buffer<Float>
    let attention: Buffer<Float>
    let bytes: ByteScratch

    init(_ shape: DeepShape, rows: Int, longest: Int, outs: Int) {
        self.rows = rows
        self.longest = longest
        x = Buffer(count: rows * shape.width)
        parts = Buffer(count: rows * 3 * shape.width)
        context = Buffer(count: rows * shape.width)
        scores = Buffer(count: rows * outs)
        let chunk = min(rows, Encoder.chunk)
        out = Buffer(count: chunk * shape.width)
        inner = Buffer(count: chunk * shape.inner)
        attention = Buffer(count: glosse_attention_scratch(Int32(longest)))
        bytes = ByteScratch(rows: chunk, depth: max(shape.inner, shape.width))
    }
}
