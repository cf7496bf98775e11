import Language

/// How well names inside names are found, strictly: inside the names that the gold data has, and inside those found.
///
/// What the engine never suggests does not count: names in the name's own class, and derived forms.
struct InnerScores {
    private struct Count {
        var gold = 0
        var found = 0
        var right = 0
    }

    private static let labels = ["LOC", "MISC", "ORG", "PER"]
    private var insideGold = Count()
    /// By label.
    private var insideFound: [String: Count] = [:]

    /// - Parameters:
    ///   - found: the names that were found in the sentence.
    ///   - inside: finds the names inside a name.
    mutating func add(
        _ sentence: TaggedSentence, found: [TaggedName], inside: (Range<Int>, String) -> [TaggedName]
    ) {
        let right = Set(
            sentence.innerNames.filter { inner in
                Self.labels.contains(inner.label)
                    && sentence.names.contains {
                        $0.words != inner.words && $0.words.lowerBound <= inner.words.lowerBound
                            && inner.words.upperBound <= $0.words.upperBound && $0.label != inner.label
                    }
            }.map { Place(words: $0.words, label: $0.label) })
        insideGold.gold += right.count
        for place in right { insideFound[place.label, default: Count()].gold += 1 }
        for name in sentence.names where name.words.count > 1 {
            for inner in inside(name.words, name.label) {
                insideGold.found += 1
                if right.contains(Place(words: inner.tokens, label: inner.label)) { insideGold.right += 1 }
            }
        }
        for inner in found.flatMap(\.inner) {
            insideFound[inner.label, default: Count()].found += 1
            if right.contains(Place(words: inner.tokens, label: inner.label)) {
                insideFound[inner.label, default: Count()].right += 1
            }
        }
    }

    var isEmpty: Bool { insideGold.gold == 0 }

    func table() -> String {
        let all = insideFound.values.reduce(into: Count()) { sum, count in
            sum.gold += count.gold
            sum.found += count.found
            sum.right += count.right
        }
        let header = ["names inside", "P", "R", "F1", "names", "found", "right"]
        return Table(
            header: header,
            rows: [header, row("gold names", insideGold), row("found names", all)]
                + Self.labels.map { row("found names: " + $0, insideFound[$0] ?? Count()) }
        ).plain
    }

    private struct Place: Hashable {
        let words: Range<Int>
        let label: String
    }

    private func row(_ name: String, _ count: Count) -> [String] {
        let precision = count.found == 0 ? 0 : Double(count.right) / Double(count.found)
        let recall = count.gold == 0 ? 0 : Double(count.right) / Double(count.gold)
        let f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
        return [name] + [precision, recall, f1].map { Table.decimal($0 * 100, 1) }
            + [count.gold, count.found, count.right].map(String.init)
    }
}
