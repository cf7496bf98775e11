/// A transformer in the manner of BERT with a head of labels, read in place from its file.
///
/// Section `table` has a 4-bit row a piece, `positions` a half-precision row a position, `embedding` the type, and the
/// weight and bias of the norm behind it; `weights` and `numbers` the layers (`LayerCursor`); `head` a row of floats a
/// label, then the biases; `calibration` how its probabilities become confidence. `DeepSyntax` tells what else there may
/// be.
struct DeepModel: Sendable {
    static let mostLabels = 64

    let shape: DeepShape
    /// `O`, `B-PER`, `I-PER` and so on.
    let labels: [String]
    let table: ModelArray<UInt8>
    let positions: ModelArray<UInt16>
    let calibration: Calibration
    /// Nil where the model knows names only.
    let syntax: DeepSyntax?
    private let embedding: ModelArray<Float>
    private let weights: ModelArray<Int8>
    private let numbers: ModelArray<Float>
    private let epsilon: Float
    /// The head as one column of panels: places x labels, filled up to a multiple of 16.
    private let headPanels: [Float]
    private let headBias: [Float]

    init(_ file: ModelFile) throws(ModelError) {
        shape = try DeepShape(file)
        labels = try file.lines("labels")
        calibration = try Calibration(file.array("calibration"))
        table = try file.array("table")
        positions = try file.array("positions")
        embedding = try file.array("embedding")
        weights =
            try shape.form == .packed
            ? PackedWeights.unpacked(file.array("weights")) : file.array("weights")
        numbers = try file.array("numbers")
        syntax = try DeepSyntax(file, width: shape.width)
        let epsilon = try file.array("epsilon", of: Float.self)
        let head = try file.array("head", of: Float.self)
        let counts = LayerCursor.counts(shape)
        let size = shape.precision == .bytes ? 1 : MemoryLayout<Float>.stride
        guard 1...Self.mostLabels ~= labels.count, table.count == (shape.pieces + 3) * shape.tableRow,
            positions.count == shape.positions * shape.width, embedding.count == 3 * shape.width,
            weights.count == shape.layers * counts.weights * size,
            numbers.count == shape.layers * counts.numbers, epsilon.count == 1, epsilon[0] > 0,
            head.count == labels.count * (shape.width + 1)
        else { throw .damaged }
        self.epsilon = epsilon[0]
        let lanes = DeepShape.lanes
        let outs = (labels.count + lanes - 1) / lanes * lanes
        var panels = Array(repeating: Float(0), count: outs * shape.width)
        var bias = Array(repeating: Float(0), count: outs)
        for label in labels.indices {
            for place in 0..<shape.width {
                panels[(label / lanes * shape.width + place) * lanes + label % lanes] =
                    head[label * shape.width + place]
            }
            bias[label] = head[labels.count * shape.width + label]
        }
        headPanels = panels
        headBias = bias
    }

    /// The labels, filled up to what the kernels compute at once.
    var headOuts: Int { headBias.count }

    /// Calls with pointers to all parts; they are good only inside.
    func withParts<Result, Failure: Error>(
        _ body: (Parts) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        defer { withExtendedLifetime(self) {} }
        guard let bytes = weights.buffer.baseAddress, let numbers = numbers.buffer.baseAddress,
            let embedding = embedding.buffer.baseAddress, let table = table.buffer.baseAddress,
            let positions = positions.buffer.baseAddress
        else { fatalError("a section that was checked to have numbers has none") }
        let floats = UnsafeRawPointer(bytes).assumingMemoryBound(to: Float.self)
        var cursor = LayerCursor(
            shape, weights: bytes, floats: floats, numbers: numbers, epsilon: epsilon)
        let layers = (0..<shape.layers).map { _ in cursor.layer() }
        let width = shape.width
        return try headPanels.withUnsafeBufferPointer { (panels) throws(Failure) in
            try headBias.withUnsafeBufferPointer { (bias) throws(Failure) in
                guard let panels = panels.baseAddress, let bias = bias.baseAddress else {
                    fatalError("a head of labels has at least one")
                }
                return try body(
                    Parts(
                        table: table, positions: positions, type: embedding,
                        embeddingNorm: LayerNorm(
                            width: width, weight: embedding + width, bias: embedding + 2 * width,
                            epsilon: epsilon),
                        layers: layers,
                        head: Linear(
                            outs: headOuts, depth: width, weights: .floats(panels), bias: bias)))
            }
        }
    }

    /// Where the parts of a model lie.
    struct Parts {
        let table: UnsafePointer<UInt8>
        let positions: UnsafePointer<UInt16>
        let type: UnsafePointer<Float>
        let embeddingNorm: LayerNorm
        let layers: [DeepLayer]
        let head: Linear
    }
}
