/// The part of a parser's model that knows inflections: for each class those that its words can have, and weights.
struct Inflections: Sendable {
    private let names: [String?]
    /// The inflections of all classes, class after class, and where each class ends.
    private let sets: [UInt16]
    private let ends: [Int]
    private let weights: PackedRows
    private let hash: FeatureRow
    private let subjects: UInt64

    /// - Parameter relations: the names of the model's relations.
    init(_ file: ModelFile, relations: [String]) throws(ModelError) {
        let names = try file.lines("inflections")
        sets = Array(try file.array("inflection-sets", of: UInt16.self).buffer)
        ends = try file.array("inflection-ends", of: UInt32.self).buffer.map { Int($0) }
        weights = try PackedRows(file, "inflection-rows", columns: InflectionLabeller.columns)
        let rows = weights.count
        let sizes = zip(ends, [0] + ends).map { $0 - $1 }
        guard rows > 1, rows.nonzeroBitCount == 1, ends.count == WordClass.allCases.count,
            ends.last == sets.count, sizes.allSatisfy({ 0...InflectionLabeller.columns ~= $0 }),
            sets.allSatisfy({ $0 < names.count })
        else { throw .damaged }
        self.names = names.map { $0 == "_" ? nil : $0 }
        hash = FeatureRow(bits: UInt64(rows.trailingZeroBitCount))
        subjects = InflectionLabeller.subjects(of: relations)
    }

    /// FEATS of each word of a tree; nil for none.
    func features(_ tree: InflectionLabeller.Tree, _ sentence: SentenceAtoms) -> [String?] {
        let starts = [0] + ends
        var found = tree.classes.map { kind -> String? in
            let start = starts[Int(kind)]
            return start < starts[Int(kind) + 1] ? names[Int(sets[start])] : nil
        }
        let labeller = InflectionLabeller(
            hash: hash, counts: zip(ends, starts).map { $0 - $1 }, subjects: subjects)
        labeller.forEach(tree, sentence, weights: weights) { best, _, word in
            found[word] = names[Int(sets[starts[Int(tree.classes[word])] + best])]
            return best
        }
        return found
    }
}
