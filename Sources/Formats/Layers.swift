import Articles

/// The mentions that a format can hold beside each other, and how many it cannot and why.
///
/// Writers take `kept` and the loss report takes `lost`, so that both always agree.
struct Layers {
    /// In reading order, outer before inner.
    private(set) var kept: [Mention] = []
    private(set) var lost: [Format.Feature: Int] = [:]

    /// - Parameter levels: how many mentions may lie on the same words where the format knows no nesting.
    init(
        _ mentions: some Sequence<Mention>, in text: Text, for carries: Set<Format.Feature>, levels: Int = 1
    ) {
        kept.reserveCapacity(mentions.underestimatedCount)
        let (takesDiscontinuous, takesBlank) = (carries.contains(.discontinuous), carries.contains(.blank))
        for mention in mentions {
            if !takesDiscontinuous, !mention.spans.isContiguous {
                lost[.discontinuous, default: 0] += 1
            } else if !takesBlank, text.isBlank(mention.spans) {
                lost[.blank, default: 0] += 1
            } else {
                kept.append(mention)
            }
        }
        switch (carries.contains(.nested), carries.contains(.overlapping)) {
        case (true, true): break
        case (true, false): keepTree()
        case (false, _): keepLongest(levels: levels)
        }
    }

    /// Leaves a mention out that crosses one that began before it.
    private mutating func keepTree() {
        var tree: [Mention] = []
        var open: [Span] = []
        for mention in kept {
            while let last = open.last, last.end <= mention.bounds.start { open.removeLast() }
            if let last = open.last, !last.contains(mention.bounds) {
                lost[.overlapping, default: 0] += 1
            } else {
                open.append(mention.bounds)
                tree.append(mention)
            }
        }
        kept = tree
    }

    /// Of mentions that share text keeps the longest, of equally long ones the first; a format of several levels gets
    /// the longest of the rest on the next one.
    private mutating func keepLongest(levels: Int) {
        var flat: [Mention] = []
        for level in 1...levels where !kept.isEmpty {
            lost[.nested] = nil
            lost[.overlapping] = nil
            let chosen = flatLevel()
            flat = flat.isEmpty ? chosen : flat + chosen
            guard chosen.count < kept.count, level < levels else { break }
            let written = Set(chosen.map(\.id))
            kept.removeAll { written.contains($0.id) }
        }
        kept = levels == 1 ? flat : flat.sorted { $0.spans < $1.spans }
    }

    private mutating func flatLevel() -> [Mention] {
        var flat: [Mention] = []
        flat.reserveCapacity(kept.count)
        var first = 0
        while first < kept.count {
            // Mentions that touch each other, directly or through others, are decided together.
            var end = kept[first].bounds.end
            var next = first + 1
            while next < kept.count, kept[next].bounds.start < end {
                end = max(end, kept[next].bounds.end)
                next += 1
            }
            if next == first + 1 {
                flat.append(kept[first])
            } else {
                flat += longest(of: kept[first..<next])
            }
            first = next
        }
        return flat
    }

    private mutating func longest(of group: ArraySlice<Mention>) -> [Mention] {
        var chosen: [Mention] = []
        let byLength = group.enumerated().sorted {
            $0.element.bounds.count != $1.element.bounds.count
                ? $0.element.bounds.count > $1.element.bounds.count : $0.offset < $1.offset
        }
        for (_, mention) in byLength {
            let place = chosen.partitioningIndex { $0.bounds.start >= mention.bounds.start }
            let neighbours = chosen[max(0, place - 1)..<min(chosen.count, place + 1)].map(\.bounds)
            if neighbours.contains(where: { $0.contains(mention.bounds) }) {
                lost[.nested, default: 0] += 1
            } else if neighbours.contains(where: { $0.overlaps(mention.bounds) }) {
                lost[.overlapping, default: 0] += 1
            } else {
                chosen.insert(mention, at: place)
            }
        }
        return chosen
    }
}
