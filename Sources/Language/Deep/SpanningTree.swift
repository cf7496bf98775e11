/// The best tree over the words of a sentence with exactly one word at the root (Chu and Liu, 1965; Edmonds, 1967).
///
/// Paths grow from word to best head; a cycle is drawn together to one node whose arcs are worth what they add to it
/// (Gabow and others, 1986), so that n words take n squared steps. Arcs from the root are made dearer than all others
/// together, so that only one is taken (Stanojević and Cohen, "A root of a problem", 2021).
struct SpanningTree {
    private struct Arc {
        var head: Int32
        var dependent: Int32
        var score: Double
    }

    /// Nodes: the root is 0, then the words; then those that cycles became.
    private var parents: [Int] = []
    private var members: [[Int]] = []
    private var chosen: [Arc] = []

    /// The head of each word, counted from 1, 0 for the root.
    /// - Parameter score: that of the arc to a dependent from a head, both counted from 1, 0 for the root.
    static func heads(count: Int, _ score: (_ dependent: Int, _ head: Int) -> Float) -> [Int] {
        guard count > 0 else { return [] }
        let size = count + 1
        var arcs = Array(repeating: Arc(head: 0, dependent: 0, score: -.infinity), count: size * size)
        var (low, high) = (Double.infinity, -Double.infinity)
        for dependent in 1..<size {
            for head in 0..<size where head != dependent {
                let given = Double(score(dependent, head))
                // What is no number is as good as nothing said.
                let score = given.isFinite ? min(max(given, -1e6), 1e6) : 0
                arcs[dependent * size + head] = Arc(
                    head: Int32(head), dependent: Int32(dependent), score: score)
                (low, high) = (min(low, score), max(high, score))
            }
        }
        let price = (high - low + 1) * Double(size)
        for dependent in 1..<size { arcs[dependent * size].score -= price }
        var tree = SpanningTree()
        return tree.solve(&arcs, size)
    }

    private mutating func solve(_ arcs: inout [Arc], _ size: Int) -> [Int] {
        // A slot holds a node: at first its own, later the one that its cycle became, or none.
        var nodes: [Int?] = (0..<size).map { $0 }
        parents = Array(repeating: -1, count: size)
        members = Array(repeating: [], count: size)
        chosen = Array(repeating: Arc(head: 0, dependent: 0, score: 0), count: size)
        var isDone = Array(repeating: false, count: size)
        isDone[0] = true
        var place = Array(repeating: -1, count: size)
        var path: [Int] = []
        for start in 1..<size where nodes[start] != nil && !isDone[start] {
            var slot = start
            while true {
                guard let node = nodes[slot] else { break }
                if place[slot] < 0 {
                    place[slot] = path.count
                    path.append(slot)
                }
                var best = -1
                for head in 0..<size where head != slot && nodes[head] != nil {
                    if best < 0 || arcs[slot * size + head].score > arcs[slot * size + best].score {
                        best = head
                    }
                }
                chosen[node] = arcs[slot * size + best]
                if isDone[best] { break }
                if place[best] < 0 {
                    slot = best
                    continue
                }
                let cycle = Array(path[place[best]...])
                path.removeLast(cycle.count)
                join(cycle, &arcs, size, &nodes)
                for member in cycle { place[member] = -1 }
                slot = cycle[0]
            }
            for slot in path {
                isDone[slot] = true
                place[slot] = -1
            }
            path.removeAll(keepingCapacity: true)
        }
        return expanded(nodes.compactMap { $0 }, size)
    }

    /// Makes one node of a cycle, in the slot of its first member.
    private mutating func join(_ cycle: [Int], _ arcs: inout [Arc], _ size: Int, _ nodes: inout [Int?]) {
        let isInside = cycle.reduce(into: Array(repeating: false, count: size)) { $0[$1] = true }
        let joint = members.count
        let inside = cycle.compactMap { nodes[$0] }
        for node in inside { parents[node] = joint }
        parents.append(-1)
        members.append(inside)
        chosen.append(Arc(head: 0, dependent: 0, score: 0))
        let slot = cycle[0]
        for other in 0..<size where nodes[other] != nil && !isInside[other] {
            var (into, out) = (
                Arc(head: 0, dependent: 0, score: -.infinity), arcs[other * size + slot]
            )
            for (member, node) in zip(cycle, inside) {
                var arc = arcs[member * size + other]
                arc.score -= chosen[node].score
                if arc.score > into.score { into = arc }
                if arcs[other * size + member].score > out.score { out = arcs[other * size + member] }
            }
            arcs[slot * size + other] = into
            if other > 0 { arcs[other * size + slot] = out }
        }
        for member in cycle { nodes[member] = member == slot ? joint : nil }
    }

    /// Undoes the cycles: the arc into one takes the place of that within it.
    private func expanded(_ nodes: [Int], _ size: Int) -> [Int] {
        var heads = Array(repeating: 0, count: size - 1)
        var waiting = nodes.filter { $0 > 0 }.map { ($0, chosen[$0]) }
        while let (node, arc) = waiting.popLast() {
            guard node >= size else {
                heads[node - 1] = Int(arc.head)
                continue
            }
            var entered = Int(arc.dependent)
            while parents[entered] != node { entered = parents[entered] }
            waiting += members[node].map { ($0, $0 == entered ? arc : chosen[$0]) }
        }
        return heads
    }
}
