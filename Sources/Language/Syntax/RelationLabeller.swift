/// Gives each word of a tree its relation to its head, from left to right.
struct RelationLabeller {
    /// Rows of weights have so many columns; rarer relations are taken for the relation that they are a kind of.
    static let columns = 48

    let hash: FeatureRow
    /// The number of relations, at most `columns`.
    let relationCount: Int
    /// Which relations a head has once as a rule, a bit for each.
    let core: UInt64
    /// The relation that every sign has; nil when none is named so.
    let sign: Int?

    /// Which of the names are relations that a head has once as a rule.
    static func core(of names: [String]) -> UInt64 {
        names.enumerated().reduce(0) { bits, item in
            let base = item.element.split(separator: ":").first.map(String.init) ?? ""
            return ["nsubj", "csubj", "obj", "iobj", "cop", "expl", "det", "case", "mark"].contains(base)
                ? bits | 1 << UInt64(item.offset) : bits
        }
    }

    /// Calls `body` with the best relation, the rows and the number of each word that has a head; what it returns is
    /// what later words see. A sign has no rows, since its relation is never in question.
    func forEach(
        _ heads: [Int32], _ tokens: UnsafePointer<ParseToken>, weights: some ColumnWeights,
        _ body: (_ best: Int, _ rows: UnsafeMutablePointer<UInt32>?, _ index: Int) -> Int
    ) {
        let tree = Tree(heads)
        var relations = [UInt8](repeating: 0, count: heads.count)
        var taken = [UInt64](repeating: 0, count: heads.count)
        var latest = [Int32](repeating: -1, count: heads.count)
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: RelationFeatures.count) { rows in
            withUnsafeTemporaryAllocation(of: Int32.self, capacity: Self.columns) { sums in
                guard let firstRow = rows.baseAddress, let sums = sums.baseAddress else { return }
                for word in heads.indices where heads[word] >= 0 {
                    let head = Int(heads[word])
                    let chosen: Int
                    if let sign, tokens[word].isSign {
                        chosen = body(sign, nil, word)
                    } else {
                        let sibling = Int(latest[head])
                        let place = RelationFeatures.Place(
                            word: word, head: head, above: Int(heads[head]),
                            firstChild: Int(tree.first[word]), lastChild: Int(tree.last[word]),
                            childCount: Int(tree.counts[word]), sibling: sibling,
                            siblingRelation: sibling < 0 ? 0 : UInt64(relations[sibling]),
                            next: Int(tree.next[word]), nearest: Int(tree.nearest[head]),
                            firstRight: Int(tree.firstRight[head]), headChildCount: Int(tree.counts[head]),
                            headRelation: UInt64(relations[head]), taken: taken[head])
                        RelationFeatures.write(place, tokens: tokens, hash: hash, to: firstRow)
                        chosen = body(best(rows, sums, weights), firstRow, word)
                    }
                    relations[word] = UInt8(truncatingIfNeeded: chosen + 1)
                    taken[head] |= core & 1 << UInt64(chosen)
                    latest[head] = Int32(word)
                }
            }
        }
    }

    @inline(__always)
    private func best(
        _ rows: UnsafeMutableBufferPointer<UInt32>, _ sums: UnsafeMutablePointer<Int32>,
        _ weights: some ColumnWeights
    ) -> Int {
        weights.sum(UnsafeBufferPointer(rows), columns: Self.columns, to: sums)
        var best = 0
        for column in 1..<max(1, relationCount) where sums[column] > sums[best] { best = column }
        return best
    }

    /// Who hangs on whom: indices of words, -1 for none.
    private struct Tree {
        var first: [Int32]
        var last: [Int32]
        /// The next word with the same head.
        var next: [Int32]
        var nearest: [Int32]
        var firstRight: [Int32]
        var counts: [Int32]

        init(_ heads: [Int32]) {
            first = Array(repeating: -1, count: heads.count)
            (last, next, nearest, firstRight) = (first, first, first, first)
            counts = Array(repeating: 0, count: heads.count)
            for (word, head) in heads.enumerated() where head >= 0 {
                let head = Int(head)
                if last[head] >= 0 { next[Int(last[head])] = Int32(word) }
                if first[head] < 0 { first[head] = Int32(word) }
                if word < head { nearest[head] = Int32(word) }
                if word > head, firstRight[head] < 0 { firstRight[head] = Int32(word) }
                last[head] = Int32(word)
                counts[head] += 1
            }
        }
    }
}
