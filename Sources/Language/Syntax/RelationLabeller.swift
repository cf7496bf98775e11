/// Gives each word of a tree its relation to its head, from left to right.
struct RelationLabeller {
    /// Rows of weights have so many columns; rarer relations are taken for the relation that they are a kind of.
    static let columns = 48

    let hash: FeatureRow
    /// The number of relations, at most `columns`.
    let relationCount: Int
    /// Which relations a head has once as a rule, a bit for each.
    let core: UInt64

    /// Which of the names are relations that a head has once as a rule.
    static func core(of names: [String]) -> UInt64 {
        names.enumerated().reduce(0) { bits, item in
            let base = item.element.split(separator: ":").first.map(String.init) ?? ""
            return ["nsubj", "csubj", "obj", "iobj", "cop", "expl", "det", "case", "mark"].contains(base)
                ? bits | 1 << UInt64(item.offset) : bits
        }
    }

    /// Calls `body` with the best relation, the rows and the number of each word that has a head; what it returns is
    /// what later words see.
    func forEach(
        _ heads: [Int32], _ tokens: UnsafePointer<ParseToken>, weights: some WeightRows,
        _ body: (_ best: Int, _ rows: UnsafeMutablePointer<UInt32>, _ index: Int) -> Int
    ) {
        let tree = Tree(heads)
        var relations = [UInt8](repeating: 0, count: heads.count)
        var taken = [UInt64](repeating: 0, count: heads.count)
        var latest = [Int32](repeating: -1, count: heads.count)
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: RelationFeatures.count) { rows in
            withUnsafeTemporaryAllocation(of: Int32.self, capacity: Self.columns) { sums in
                guard let rows = rows.baseAddress, let sums = sums.baseAddress else { return }
                for word in heads.indices where heads[word] >= 0 {
                    let head = Int(heads[word])
                    let sibling = Int(latest[head])
                    let place = RelationFeatures.Place(
                        word: word, head: head, above: Int(heads[head]), firstChild: Int(tree.first[word]),
                        lastChild: Int(tree.last[word]), childCount: Int(tree.counts[word]), sibling: sibling,
                        siblingRelation: sibling < 0 ? 0 : UInt64(relations[sibling]),
                        headRelation: UInt64(relations[head]), taken: taken[head])
                    RelationFeatures.write(place, tokens: tokens, hash: hash, to: rows)
                    let chosen = body(best(rows, sums, weights), rows, word)
                    relations[word] = UInt8(truncatingIfNeeded: chosen + 1)
                    taken[head] |= core & 1 << UInt64(chosen)
                    latest[head] = Int32(word)
                }
            }
        }
    }

    @inline(__always)
    private func best(
        _ rows: UnsafeMutablePointer<UInt32>, _ sums: UnsafeMutablePointer<Int32>, _ weights: some WeightRows
    ) -> Int {
        for column in 0..<Self.columns { sums[column] = 0 }
        for feature in 0..<RelationFeatures.count {
            let row = Int(rows[feature])
            for column in 0..<Self.columns { sums[column] &+= weights.weight(row, column) }
        }
        var best = 0
        for column in 1..<max(1, relationCount) where sums[column] > sums[best] { best = column }
        return best
    }

    private struct Tree {
        var first: [Int32]
        var last: [Int32]
        var counts: [Int32]

        init(_ heads: [Int32]) {
            first = Array(repeating: -1, count: heads.count)
            last = first
            counts = Array(repeating: 0, count: heads.count)
            for (word, head) in heads.enumerated() where head >= 0 {
                let head = Int(head)
                if first[head] < 0 { first[head] = Int32(word) }
                last[head] = Int32(word)
                counts[head] += 1
            }
        }
    }
}
