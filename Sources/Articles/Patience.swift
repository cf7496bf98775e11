/// Patience diff: what two sequences have in common, in order.
enum Patience {
    /// Pairs of indices of equal elements, rising on both sides.
    static func matches(_ old: [Int], _ new: [Int]) -> [(Int, Int)] {
        var found: [(Int, Int)] = []
        var open = [Area(old: 0..<old.count, new: 0..<new.count, depth: 0)]
        while var area = open.popLast() {
            while let left = area.old.first, let right = area.new.first, old[left] == new[right] {
                found.append((left, right))
                area.old.removeFirst()
                area.new.removeFirst()
            }
            while let left = area.old.last, let right = area.new.last, old[left] == new[right] {
                found.append((left, right))
                area.old.removeLast()
                area.new.removeLast()
            }
            // Real texts need three or four levels; the limit keeps a hostile one from taking O(n²).
            guard !area.old.isEmpty, !area.new.isEmpty, area.depth < 24 else { continue }
            open += area.split(at: anchors(old, new, in: area))
        }
        return found.sorted { $0.0 < $1.0 }
    }

    private struct Area {
        var old: Range<Int>
        var new: Range<Int>
        let depth: Int

        /// The parts before, between and after the anchors; each but the first begins with one.
        func split(at anchors: [(Int, Int)]) -> [Area] {
            guard !anchors.isEmpty else { return [] }
            let starts = [(old.lowerBound, new.lowerBound)] + anchors
            let ends = anchors + [(old.upperBound, new.upperBound)]
            return zip(starts, ends).map { start, end in
                Area(old: start.0..<end.0, new: start.1..<end.1, depth: depth + 1)
            }
        }
    }

    /// The longest series of elements that occur once on each side and stand in the same order on both.
    private static func anchors(_ old: [Int], _ new: [Int], in area: Area) -> [(Int, Int)] {
        var places: [Int: Places] = [:]
        for index in area.old { places[old[index], default: Places()].old.add(index) }
        for index in area.new { places[new[index]]?.new.add(index) }
        let unique = area.old.compactMap { index in places[old[index]]?.pair }
        return longestRising(unique)
    }

    private struct Places {
        enum Occurrence {
            case never, once(Int), often

            mutating func add(_ index: Int) {
                switch self {
                case .never: self = .once(index)
                case .once, .often: self = .often
                }
            }
        }

        var old = Occurrence.never
        var new = Occurrence.never

        var pair: (Int, Int)? {
            if case .once(let left) = old, case .once(let right) = new { (left, right) } else { nil }
        }
    }

    /// Of pairs that rise on the left, the most that rise on the right too (patience sorting, with the card left of each).
    private static func longestRising(_ pairs: [(Int, Int)]) -> [(Int, Int)] {
        var piles: [Int] = []
        var before: [Int?] = []
        for (index, pair) in pairs.enumerated() {
            let pile = piles.partitioningIndex { pairs[$0].1 >= pair.1 }
            before.append(pile == 0 ? nil : piles[pile - 1])
            if pile == piles.count { piles.append(index) } else { piles[pile] = index }
        }
        var rising: [(Int, Int)] = []
        var next = piles.last
        while let index = next {
            rising.append(pairs[index])
            next = before[index]
        }
        return rising.reversed()
    }
}
