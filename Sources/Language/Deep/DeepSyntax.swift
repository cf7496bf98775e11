/// What a deep model needs for parts of speech and trees; a file may lack it.
///
/// Section `parts` names the parts of speech, `part-head` has a row of floats for each, then the biases; `relations` names
/// the relations, `tree-widths` has the widths of the views for arcs and for relations, `tree` the numbers of
/// `TreeLayout`, or `tree-halves` the same in half precision.
struct DeepSyntax: Sendable {
    static let mostRelations = 128

    let parts: [PartOfSpeech]
    let partHead: Dense
    /// Width x parts, filled up to a multiple of 16, then the biases.
    let partNumbers: [Float]
    let relations: [String]
    let tree: TreeLayout
    let treeNumbers: [Float]

    /// - Returns: nil for a file without these sections.
    init?(_ file: ModelFile, width: Int) throws(ModelError) {
        guard file.has("parts") else { return nil }
        let names = try file.lines("parts")
        parts = names.compactMap(PartOfSpeech.init(name:))
        let rows = try file.array("part-head", of: Float.self)
        relations = try file.lines("relations")
        let widths = try file.array("tree-widths", of: UInt32.self)
        treeNumbers =
            file.has("tree")
            ? Array(try file.array("tree", of: Float.self).buffer)
            : try file.array("tree-halves", of: UInt16.self).buffer.map { Float(Float16(bitPattern: $0)) }
        let lanes = DeepShape.lanes
        guard !parts.isEmpty, parts.count == names.count, rows.count == parts.count * (width + 1),
            1...Self.mostRelations ~= relations.count, widths.count == 2,
            widths.buffer.allSatisfy({ 16...1024 ~= $0 && $0 % UInt32(lanes) == 0 })
        else { throw .damaged }
        tree = TreeLayout(
            start: 0, width: width, arcWidth: Int(widths[0]), relationWidth: Int(widths[1]),
            relations: relations.count)
        guard treeNumbers.count == tree.count else { throw .damaged }
        let head = Dense(start: 0, depth: width, outs: (parts.count + lanes - 1) / lanes * lanes)
        var numbers = Array(repeating: Float(0), count: head.end)
        for part in parts.indices {
            for place in 0..<width { numbers[place * head.outs + part] = rows[part * width + place] }
            numbers[head.bias + part] = rows[parts.count * width + part]
        }
        (partHead, partNumbers) = (head, numbers)
    }
}
