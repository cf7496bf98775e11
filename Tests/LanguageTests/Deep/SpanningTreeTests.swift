import Testing

@testable import Language

@Suite struct SpanningTreeTests {
    /// All heads of words such that exactly one hangs on the root and all others on it at last.
    private static func trees(_ count: Int) -> [[Int]] {
        var all: [[Int]] = [[]]
        for _ in 0..<count { all = all.flatMap { heads in (0...count).map { heads + [$0] } } }
        return all.filter(isTree)
    }

    private static func isTree(_ heads: [Int]) -> Bool {
        guard heads.count(where: { $0 == 0 }) == 1 else { return false }
        return heads.indices.allSatisfy { word in
            var (word, steps) = (word + 1, 0)
            while word > 0, steps <= heads.count { (word, steps) = (heads[word - 1], steps + 1) }
            return word == 0
        }
    }

    private static func sum(_ heads: [Int], _ scores: [Float]) -> Double {
        heads.enumerated().reduce(0) {
            $0 + Double(scores[($1.offset + 1) * (heads.count + 1) + $1.element])
        }
    }

    @Test("of all trees over a few words the best is found", arguments: 1...5)
    func best(count: Int) {
        let trees = Self.trees(count)
        #expect(trees.count == [1, 2, 9, 64, 625][count - 1], "Cayley's formula")
        var chance = Chance(UInt64(count))
        for round in 0..<60 {
            var scores = chance.floats((count + 1) * (count + 1), 10)
            // Cycles within cycles: neighbours want each other.
            if round % 2 == 0 {
                for word in 1...count { scores[word * (count + 1) + (word - 1 ^ 1) % count + 1] += 20 }
            }
            let found = SpanningTree.heads(count: count) { scores[$0 * (count + 1) + $1] }
            #expect(Self.isTree(found))
            let best = trees.map { Self.sum($0, scores) }.max() ?? 0
            #expect(abs(Self.sum(found, scores) - best) < 1e-4, "\(found)")
        }
    }

    @Test("many words, all in cycles, make a tree; so do scores that are no numbers")
    func many() {
        #expect(SpanningTree.heads(count: 0) { _, _ in 0 }.isEmpty)
        for count in [2, 97, 300] {
            let chain = SpanningTree.heads(count: count) { dependent, head in
                head == 0
                    ? 5
                    : head == dependent % count + 1
                        ? 3 : Float(dependent ^ head).truncatingRemainder(dividingBy: 7) / 8
            }
            #expect(Self.isTree(chain))
            #expect(Self.isTree(SpanningTree.heads(count: count) { $0 == $1 + 1 ? .nan : .infinity }))
            #expect(Self.isTree(SpanningTree.heads(count: count) { _, _ in 1 }))
        }
    }
}
