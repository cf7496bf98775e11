/// Writes what was trained as a model file (`DeepModel` tells the sections); pieces, their scores and the 4-bit table are
/// those of the base.
struct TrainedModel {
    let base: DeepBase
    let parameters: Parameters
    let heads: [TrainedHead]
    /// Which head of names the program uses; those of the base stay when nil.
    let followed: Int?
    let precision: DeepShape.Precision
    /// Whether the other heads of names are left out.
    let isBare: Bool

    /// The bytes of a model file.
    /// - Parameter values: all parameters.
    func bytes(_ values: UnsafePointer<Float>, _ calibration: Calibration) throws(ModelError) -> [UInt8] {
        var writer = ModelWriter()
        let shape = base.model.shape
        writer.add(
            "deep",
            [
                DeepShape.version, UInt32(parameters.layers.count), UInt32(shape.width), UInt32(shape.heads),
                UInt32(shape.inner), UInt32(shape.positions), UInt32(shape.pieces),
                (precision == .floats ? DeepShape.Form.floats : .packed).rawValue,
            ])
        if let followed {
            writer.add("labels", lines: heads[followed].labels)
            writer.add("calibration", calibration.numbers)
        }
        for section in ["pieces", "piece-ends", "scores", "rules", "table", "epsilon"] {
            writer.add(section, Array(try base.file.array(section, of: UInt8.self).buffer))
        }
        let width = parameters.width
        writer.add(
            "positions", (0..<parameters.positions * width).map { Float16(values[$0]).bitPattern })
        let type = try base.file.array("embedding", of: Float.self).buffer.prefix(width)
        writer.add(
            "embedding",
            Array(type) + numbers(values, parameters.embeddingNorm.start..<parameters.embeddingNorm.end))
        addLayers(values, to: &writer)
        if let followed {
            writer.add("head", head(followed, values))
            if !isBare {
                let names = heads.indices.filter { heads[$0].kind == .names }
                writer.add("corpora", lines: names.map { heads[$0].line })
                writer.add("heads", names.flatMap { head($0, values) })
            }
        } else {
            for section in ["labels", "calibration", "head", "corpora", "heads"] where base.file.has(section)
            {
                writer.add(section, Array(try base.file.array(section, of: UInt8.self).buffer))
            }
        }
        addSyntax(values, to: &writer)
        return writer.bytes()
    }

    private func addSyntax(_ values: UnsafePointer<Float>, to writer: inout ModelWriter) {
        guard let parts = heads.firstIndex(where: { $0.kind == .parts }), let tree = parameters.tree,
            let relations = heads.first(where: { $0.kind == .tree })
        else { return }
        writer.add("parts", lines: heads[parts].labels)
        writer.add("part-head", head(parts, values))
        writer.add("relations", lines: relations.labels)
        writer.add("tree-widths", [UInt32(tree.arcWidth), UInt32(tree.relationWidth)])
        let all = numbers(values, tree.start..<tree.end)
        switch precision {
        case .floats: writer.add("tree", all)
        case .bytes: writer.add("tree-halves", all.map { Float16($0).bitPattern })
        }
    }

    private func addLayers(_ values: UnsafePointer<Float>, to writer: inout ModelWriter) {
        var (weights, rest): ([Float], [Float]) = ([], [])
        func add(_ matrix: Dense) {
            switch precision {
            case .floats:
                weights += panels(matrix, group: 1) { values[$0] }
            case .bytes:
                let scales = (0..<matrix.outs).map { out in
                    (0..<matrix.depth).reduce(Float(1e-10)) {
                        max($0, abs(values[matrix.start + $1 * matrix.outs + out]))
                    } / 127
                }
                rest += scales
                weights += panels(matrix, group: 4) { index in
                    values[index] / scales[(index - matrix.start) % matrix.outs]
                }
            }
            rest += numbers(values, matrix.bias..<matrix.end)
        }
        for layer in parameters.layers {
            add(layer.attention)
            add(layer.attentionOut)
            rest += numbers(values, layer.attentionNorm.start..<layer.attentionNorm.end)
            add(layer.inner)
            add(layer.innerOut)
            rest += numbers(values, layer.outNorm.start..<layer.outNorm.end)
        }
        switch precision {
        case .floats: writer.add("weights", weights)
        case .bytes: writer.add("weights", PackedWeights.packed(weights))
        }
        writer.add("numbers", rest)
    }

    /// A matrix as panels of 16 outs; `number` gives what to write for the parameter at a place.
    private func panels(_ matrix: Dense, group: Int, _ number: (Int) -> Float) -> [Float] {
        var packed = Array(repeating: Float(0), count: matrix.depth * matrix.outs)
        for place in 0..<matrix.depth {
            for out in 0..<matrix.outs {
                packed[Linear.place(out: out, place: place, depth: matrix.depth, group: group)] =
                    number(matrix.start + place * matrix.outs + out)
            }
        }
        return packed
    }

    /// A row a label, then the biases.
    private func head(_ index: Int, _ values: UnsafePointer<Float>) -> [Float] {
        let outs = heads.outs(of: index)
        let matrix = parameters.head
        return outs.flatMap { out in
            (0..<matrix.depth).map { values[matrix.start + $0 * matrix.outs + out] }
        } + outs.map { values[matrix.bias + $0] }
    }

    private func numbers(_ values: UnsafePointer<Float>, _ range: Range<Int>) -> [Float] {
        Array(UnsafeBufferPointer(start: values + range.lowerBound, count: range.count))
    }
}
