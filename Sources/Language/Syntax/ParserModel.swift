/// A trained dependency parser: heads by a beam search, relations by the tree.
public struct ParserModel: Sendable {
    /// Longer sentences are parsed piece by piece, so that time and memory stay in proportion.
    static let longestSentence = 160

    let relations: [String]
    private let actionWeights: ActionRows
    private let relationWeights: PackedRows
    private let actionHash: FeatureRow
    private let relationHash: FeatureRow
    private let core: UInt64
    private let sign: Int?
    private let width: Int
    private let margin: Int64
    private let inflections: Inflections

    /// A model from the bytes of a file.
    ///
    /// - Throws: what is wrong with the bytes.
    public init(bytes: [UInt8]) throws(ModelError) { try self.init(ModelFile(ModelMemory(copying: bytes))) }

    init(_ file: ModelFile) throws(ModelError) {
        relations = try file.lines("relations")
        actionWeights = try ActionRows(file, "actions")
        relationWeights = try PackedRows(file, "relation-rows", columns: RelationLabeller.columns)
        let beam = try file.array("beam", of: UInt32.self)
        let (actionRows, relationRows) = (actionWeights.count, relationWeights.count)
        guard 1...RelationLabeller.columns ~= relations.count, beam.count == 2, 1...64 ~= beam[0],
            actionRows > 1, actionRows.nonzeroBitCount == 1, relationRows > 1,
            relationRows.nonzeroBitCount == 1
        else { throw .damaged }
        width = Int(beam[0])
        margin = Int64(beam[1])
        actionHash = FeatureRow(bits: UInt64(actionRows.trailingZeroBitCount))
        relationHash = FeatureRow(bits: UInt64(relationRows.trailingZeroBitCount))
        core = RelationLabeller.core(of: relations)
        sign = relations.firstIndex(of: "punct")
        inflections = try Inflections(file, relations: relations)
    }

    /// The number of a relation, or of the one that it is a kind of.
    func number(of relation: String) -> UInt8? {
        let number =
            relations.firstIndex(of: relation) ?? relations.firstIndex { $0 == relation.prefix { $0 != ":" } }
        return number.map { UInt8($0) }
    }

    /// FEATS of each word of a tree; nil for none.
    func inflections(_ tree: InflectionLabeller.Tree, _ sentence: SentenceAtoms) -> [String?] {
        inflections.features(tree, sentence)
    }

    func search() -> ParseSearch { ParseSearch(width: width, margin: margin) }

    /// The head of each word, -1 for the root, and the number of its relation; the root has none.
    func tree(
        _ sentence: SentenceAtoms, classes: [UInt8], agreements: [UInt32], _ search: inout ParseSearch
    ) -> (heads: [Int32], relations: [UInt8?]) {
        var heads: [Int32] = []
        var relations: [UInt8?] = []
        var root: Int32?
        for range in Self.pieces(of: classes) {
            let tokens = ParseSentence(sentence, classes: classes, agreements: agreements, range: range)
            let found = piece(tokens, &search)
            let first = Int32(range.lowerBound)
            for (head, relation) in zip(found.heads, found.relations) {
                relations.append(relation)
                if head >= 0 {
                    heads.append(head + first)
                } else {
                    // The pieces of a long sentence hang on the root of the first.
                    heads.append(root ?? -1)
                    if root == nil { root = Int32(heads.count - 1) }
                }
            }
        }
        return (heads, relations)
    }

    private func piece(
        _ sentence: ParseSentence, _ search: inout ParseSearch
    ) -> (heads: [Int32], relations: [UInt8?]) {
        let count = sentence.count
        search.begin()
        return sentence.withTokens { tokens in
            for _ in 0..<max(0, 2 * count - 1) {
                search.advance(tokens, count: count, weights: actionWeights, hash: actionHash)
            }
            let heads = search.beam.first.map { search.heads(at: $0, count: count) } ?? []
            var relations = [UInt8?](repeating: nil, count: count)
            let labeller = RelationLabeller(
                hash: relationHash, relationCount: self.relations.count, core: core, sign: sign)
            labeller.forEach(heads, tokens, weights: relationWeights) { best, _, word in
                relations[word] = UInt8(best)
                return best
            }
            return (heads, relations)
        } ?? ([], [])
    }

    /// A long sentence cut where it can be: behind punctuation, else anywhere.
    static func pieces(of classes: [UInt8]) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        var start = 0
        while classes.count - start > longestSentence {
            let latest = start + longestSentence
            let cut = (start + longestSentence / 2..<latest).last { index in
                WordClass(rawValue: classes[index])?.partOfSpeech == .punctuation
            }
            let end = (cut ?? latest - 1) + 1
            pieces.append(start..<end)
            start = end
        }
        if start < classes.count { pieces.append(start..<classes.count) }
        return pieces
    }
}
