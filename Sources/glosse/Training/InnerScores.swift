import Language

/// How well names inside names are found, strictly: inside the names that the gold data has, and inside those found.
///
/// What the engine never suggests does not count: names in the name's own class, and derived forms.
struct InnerScores {
    private var gold = 0
    private var insideGold = (found: 0, right: 0)
    private var insideFound = (found: 0, right: 0)

    /// - Parameters:
    ///   - found: the names that were found in the sentence.
    ///   - inside: finds the names inside a name.
    mutating func add(
        _ sentence: TaggedSentence, found: [TaggedName], inside: (Range<Int>, String) -> [TaggedName]
    ) {
        let right = Set(
            sentence.innerNames.filter { inner in
                ["PER", "LOC", "ORG", "MISC"].contains(inner.label)
                    && sentence.names.contains {
                        $0.words != inner.words && $0.words.lowerBound <= inner.words.lowerBound
                            && inner.words.upperBound <= $0.words.upperBound && $0.label != inner.label
                    }
            }.map { Place(words: $0.words, label: $0.label) })
        gold += right.count
        for name in sentence.names where name.words.count > 1 {
            for inner in inside(name.words, name.label) {
                insideGold.found += 1
                if right.contains(Place(words: inner.tokens, label: inner.label)) { insideGold.right += 1 }
            }
        }
        for inner in found.flatMap(\.inner) {
            insideFound.found += 1
            if right.contains(Place(words: inner.tokens, label: inner.label)) { insideFound.right += 1 }
        }
    }

    var isEmpty: Bool { gold == 0 }

    func table() -> String {
        let header = ["names inside", "P", "R", "F1", "names"]
        return Table(
            header: header, rows: [header, row("gold names", insideGold), row("found names", insideFound)]
        ).plain
    }

    private struct Place: Hashable {
        let words: Range<Int>
        let label: String
    }

    private func row(_ name: String, _ count: (found: Int, right: Int)) -> [String] {
        let precision = count.found == 0 ? 0 : Double(count.right) / Double(count.found)
        let recall = gold == 0 ? 0 : Double(count.right) / Double(gold)
        let f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
        return [name] + [precision, recall, f1].map { Table.decimal($0 * 100, 1) } + [String(gold)]
    }
}
