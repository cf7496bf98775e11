/// Reads parts of speech and trees from what the transformer says of words; it keeps the memory that this needs.
final class SyntaxReader {
    private let syntax: DeepSyntax
    private let kernels: Kernels
    private let scorer: TreeScorer
    private var states: [Float] = []
    private var scores: [Float] = []

    init(_ syntax: DeepSyntax, _ kernels: Kernels) {
        self.syntax = syntax
        self.kernels = kernels
        scorer = TreeScorer(syntax.tree, kernels)
    }

    /// The parts of speech of words.
    /// - Parameters:
    ///   - all: what the last layer says of all pieces.
    ///   - rows: those of the words' first pieces.
    func parts(_ all: UnsafePointer<Float>, rows: [Int]) -> [PartOfSpeech] {
        gather(all, rows)
        let outs = syntax.partHead.outs
        scores.removeAll(keepingCapacity: true)
        scores.append(contentsOf: repeatElement(0, count: rows.count * outs))
        multiply(rows.count)
        return rows.indices.map { word in
            var best = 0
            for part in syntax.parts.indices where scores[word * outs + part] > scores[word * outs + best] {
                best = part
            }
            return syntax.parts[best]
        }
    }

    /// The tree of a sentence.
    /// - Parameter rows: that of the start piece, then those of the words' first pieces.
    func tree(_ all: UnsafePointer<Float>, rows: [Int]) -> [DeepParse.Link] {
        gather(all, rows)
        return syntax.treeNumbers.withUnsafeBufferPointer { numbers in
            numbers.baseAddress.map { tree(rows.count, $0) } ?? []
        }
    }

    /// The tree over the rows that were gathered.
    private func tree(_ count: Int, _ numbers: UnsafePointer<Float>) -> [DeepParse.Link] {
        states.withUnsafeMutableBufferPointer { states in
            guard let states = states.baseAddress else { return }
            scorer.read(
                Rows(start: states, stride: syntax.tree.views.depth), count, numbers, .none, at: 0)
        }
        let scores = scorer.arcs(of: 0..<count)
        let heads = SpanningTree.heads(count: count - 1) { scores.below($0).start[$1] }
        let arcs = heads.enumerated().map { (dependent: $0.offset + 1, head: $0.element) }
        var links: [DeepParse.Link] = []
        for first in stride(from: 0, to: arcs.count, by: TreeScorer.chunk) {
            let chunk = arcs[first..<min(arcs.count, first + TreeScorer.chunk)]
            let scores = scorer.relations(of: chunk, numbers)
            for (index, arc) in chunk.enumerated() {
                links.append(
                    DeepParse.Link(
                        head: arc.head == 0 ? nil : arc.head - 1,
                        relation: relation(scores.below(index).start, isRoot: arc.head == 0)))
            }
        }
        return links
    }

    /// The best relation; that of the root and no other is `root`.
    private func relation(_ scores: UnsafePointer<Float>, isRoot: Bool) -> String {
        guard !isRoot else { return "root" }
        var best: Int?
        for (relation, name) in syntax.relations.enumerated() where name != "root" {
            if best.map({ scores[relation] > scores[$0] }) ?? true { best = relation }
        }
        return best.map { syntax.relations[$0] } ?? "dep"
    }

    private func gather(_ all: UnsafePointer<Float>, _ rows: [Int]) {
        let width = syntax.partHead.depth
        states.removeAll(keepingCapacity: true)
        for row in rows {
            states.append(contentsOf: UnsafeBufferPointer(start: all + row * width, count: width))
        }
    }

    private func multiply(_ rows: Int) {
        let head = syntax.partHead
        states.withUnsafeMutableBufferPointer { states in
            scores.withUnsafeMutableBufferPointer { scores in
                syntax.partNumbers.withUnsafeBufferPointer { numbers in
                    guard let states = states.baseAddress, let scores = scores.baseAddress,
                        let numbers = numbers.baseAddress
                    else { return }
                    kernels.multiply(
                        Rows(start: states, stride: head.depth), rows, by: head, numbers,
                        to: Rows(start: scores, stride: head.outs))
                }
            }
        }
    }
}
