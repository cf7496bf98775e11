import Articles

/// Finds which mention of one side is which of the other; linear but for mentions that truly overlap.
struct Matcher {
    private let gold: [Mention]
    private let other: [Mention]
    private var otherOfGold: [Int?]
    private var goldOfOther: [Int?]

    init(gold: [Mention], other: [Mention]) {
        self.gold = gold.sorted { $0.spans < $1.spans }
        self.other = other.sorted { $0.spans < $1.spans }
        otherOfGold = Array(repeating: nil, count: gold.count)
        goldOfOther = Array(repeating: nil, count: other.count)
    }

    private struct Place: Hashable {
        let spans: SpanSet
        let label: Label
    }

    mutating func matchSamePlace() {
        var free: [Place: [Int]] = [:]
        for index in other.indices.reversed() {
            free[Place(spans: other[index].spans, label: other[index].label), default: []].append(index)
        }
        for index in gold.indices {
            let place = Place(spans: gold[index].spans, label: gold[index].label)
            if let match = free[place]?.popLast() { pair(index, match) }
        }
    }

    /// Pairs what is left and overlaps, first come first served in reading order.
    mutating func matchOverlaps() {
        var active: [Int] = []
        var next = 0
        for index in gold.indices where otherOfGold[index] == nil {
            let bounds = gold[index].bounds
            while next < other.count, other[next].bounds.start < bounds.end {
                if goldOfOther[next] == nil { active.append(next) }
                next += 1
            }
            active.removeAll { goldOfOther[$0] != nil || other[$0].bounds.end <= bounds.start }
            let match = active.first { candidate in
                other[candidate].label == gold[index].label
                    && gold[index].spans.fragments.contains { other[candidate].spans.overlaps($0) }
            }
            if let match { pair(index, match) }
        }
    }

    func scores() -> [Label: Score] {
        var scores: [Label: Score] = [:]
        for (index, mention) in gold.enumerated() {
            if otherOfGold[index] == nil {
                scores[mention.label, default: Score()].missed += 1
            } else {
                scores[mention.label, default: Score()].matched += 1
            }
        }
        for (index, mention) in other.enumerated() where goldOfOther[index] == nil {
            scores[mention.label, default: Score()].spurious += 1
        }
        return scores
    }

    var pairs: [Comparison.Pair] {
        gold.indices.compactMap { index in
            otherOfGold[index].map { Comparison.Pair(gold: gold[index], other: other[$0]) }
        }
    }

    func differences() -> [Comparison.Difference] {
        var found: [(SpanSet, Comparison.Difference)] = []
        var free: [SpanSet: [Int]] = [:]
        for index in other.indices.reversed() where goldOfOther[index] == nil {
            free[other[index].spans, default: []].append(index)
        }
        for (index, mention) in gold.enumerated() {
            if let match = otherOfGold[index] {
                guard other[match].spans != mention.spans else { continue }
                found.append((mention.spans, .boundary(gold: mention, other: other[match])))
            } else if let match = free[mention.spans]?.popLast() {
                found.append((mention.spans, .label(gold: mention, other: other[match])))
            } else {
                found.append((mention.spans, .missed(mention)))
            }
        }
        for index in free.values.joined() {
            found.append((other[index].spans, .spurious(other[index])))
        }
        return found.sorted { $0.0 < $1.0 }.map(\.1)
    }

    private mutating func pair(_ index: Int, _ match: Int) {
        otherOfGold[index] = match
        goldOfOther[match] = index
    }
}
