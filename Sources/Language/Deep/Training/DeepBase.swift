/// What training begins with: a model of the deep engine, its layers in single precision or 8 bits.
///
/// A file that `convert` has made of a pretrained transformer has one label and no corpora. What training has written
/// has sections `corpora` (`TrainedHead`, a line each) and `heads` (for each corpus a row of floats a label, then the
/// biases), so that it can go on: with other data, or with a person's own; one that was written bare has only the head
/// that it uses. What it knows of syntax is in the sections of
/// `DeepSyntax`.
public struct DeepBase: Sendable {
    let file: ModelFile
    let model: DeepModel
    let vocabulary: PieceVocabulary
    let normalizer: PieceNormalizer
    let epsilon: Float
    /// Those of names.
    let heads: [TrainedHead]
    private let headNumbers: ModelArray<Float>?

    /// - Parameter bytes: a file that `Sources/Language/Deep/convert` or `glosse train deep` has written.
    public init(bytes: [UInt8]) throws(ModelError) {
        file = try ModelFile(ModelMemory(copying: bytes))
        model = try DeepModel(file)
        vocabulary = try PieceVocabulary(file, model.shape)
        normalizer = try PieceNormalizer(file)
        epsilon = try file.array("epsilon", of: Float.self)[0]
        guard file.has("corpora") else {
            // The one head that such a model has is where others begin.
            heads = model.labels.count > 1 ? [TrainedHead(corpus: "", labels: model.labels)] : []
            headNumbers = try file.array("head")
            return
        }
        var heads: [TrainedHead] = []
        for line in try file.lines("corpora") { heads.append(try TrainedHead(line: line)) }
        let numbers: ModelArray<Float> = try file.array("heads")
        let width = model.shape.width
        guard numbers.count == heads.reduce(0, { $0 + $1.labels.count * (width + 1) }) else { throw .damaged }
        (self.heads, headNumbers) = (heads, numbers)
    }

    /// So many layers it has.
    public var layers: Int { model.shape.layers }

    func segmenter() -> PieceSegmenter {
        PieceSegmenter(vocabulary, normalizer, unknown: model.shape.unknownPiece)
    }

    /// Fills the places of positions, norms and layers; those of the head are for `fillHead`.
    func fill(_ values: UnsafeMutablePointer<Float>, _ parameters: Parameters) {
        for (index, half) in model.positions.buffer.enumerated() {
            values[index] = Float(Float16(bitPattern: half))
        }
        model.withParts { parts in
            fill(values, parameters.embeddingNorm, parts.embeddingNorm)
            for (layer, from) in zip(parameters.layers, parts.layers) {
                fill(values, layer.attention, from.attention)
                fill(values, layer.attentionOut, from.attentionOut)
                fill(values, layer.attentionNorm, from.attentionNorm)
                fill(values, layer.inner, from.inner)
                fill(values, layer.innerOut, from.innerOut)
                fill(values, layer.outNorm, from.outNorm)
            }
        }
    }

    /// The weights (width) and the bias of a label: those of its corpus, or of the first corpus that has the label, so
    /// that a new corpus begins with what is known of others; nil when none has it.
    func label(_ label: String, of corpus: String) -> (weights: [Float], bias: Float)? {
        let own = heads.firstIndex { $0.corpus == corpus && $0.labels.contains(label) }
        guard let numbers = headNumbers?.buffer,
            let head = own ?? heads.firstIndex(where: { $0.labels.contains(label) }),
            let row = heads[head].labels.firstIndex(of: label)
        else { return nil }
        let width = model.shape.width
        let start = heads.outs(of: head).lowerBound * (width + 1)
        let first = start + row * width
        return (
            Array(numbers[first..<first + width]), numbers[start + heads[head].labels.count * width + row]
        )
    }

    /// The weights (width) and the bias of a part of speech; nil where the base has none.
    func part(_ name: String) -> (weights: [Float], bias: Float)? {
        guard let syntax = model.syntax, let part = syntax.parts.firstIndex(where: { $0.name == name }) else {
            return nil
        }
        let head = syntax.partHead
        return (
            (0..<head.depth).map { syntax.partNumbers[$0 * head.outs + part] },
            syntax.partNumbers[head.bias + part]
        )
    }

    /// Fills the places of the head for trees with what the base knows, if it has such a head of the same widths; those of
    /// other relations are left as they are.
    func fill(_ values: UnsafeMutablePointer<Float>, _ tree: TreeLayout, _ relations: [String]) {
        guard let syntax = model.syntax, syntax.tree.arcWidth == tree.arcWidth,
            syntax.tree.relationWidth == tree.relationWidth
        else { return }
        let numbers = syntax.treeNumbers
        for (to, from) in [(tree.views, syntax.tree.views), (tree.arcs, syntax.tree.arcs)] {
            for place in 0..<to.end - to.start { values[to.start + place] = numbers[from.start + place] }
        }
        let layers = [
            (tree.products, syntax.tree.products, tree.relationWidth), (tree.sums, syntax.tree.sums, 1),
        ]
        for (to, from, columns) in layers {
            for (new, relation) in relations.enumerated() {
                guard let old = syntax.relations.firstIndex(of: relation) else { continue }
                // The bias stands as one more row below the weights.
                for (place, column) in (0...to.depth).flatMap({ row in (0..<columns).map { (row, $0) } }) {
                    values[to.start + place * to.outs + new * columns + column] =
                        numbers[from.start + place * from.outs + old * columns + column]
                }
            }
        }
    }

    private func fill(_ values: UnsafeMutablePointer<Float>, _ norm: Parameters.Norm, _ from: LayerNorm) {
        (values + norm.start).update(from: from.weight, count: norm.width)
        (values + norm.bias).update(from: from.bias, count: norm.width)
    }

    /// From panels of 16 outs to depth x outs.
    private func fill(_ values: UnsafeMutablePointer<Float>, _ matrix: Dense, _ from: Linear) {
        for place in 0..<matrix.depth {
            for out in 0..<matrix.outs {
                values[matrix.start + place * matrix.outs + out] = from.weight(out: out, place: place)
            }
        }
        (values + matrix.bias).update(from: from.bias, count: matrix.outs)
    }
}

extension Linear {
    /// Where a weight stands among panels with so many places of an out side by side.
    static func place(out: Int, place: Int, depth: Int, group: Int) -> Int {
        let lanes = DeepShape.lanes
        return (out / lanes * depth + place / group * group) * lanes + out % lanes * group + place % group
    }

    fileprivate func weight(out: Int, place: Int) -> Float {
        switch weights {
        case .floats(let panels):
            panels[Self.place(out: out, place: place, depth: depth, group: 1)]
        case .bytes(let panels, let scales):
            Float(panels[Self.place(out: out, place: place, depth: depth, group: 4)]) * scales[out]
        }
    }
}
