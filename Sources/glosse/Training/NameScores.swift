import Agreement
import Articles
import Language

/// How well names were found: precision, recall and F1 by label, which labels are confused, and each error.
struct NameScores {
    private let sentences: [(gold: TaggedSentence, found: TaggedSentence)]
    private let starts: [Int]
    private let comparison: Comparison

    init(_ sentences: [(gold: TaggedSentence, names: [TaggedName])]) {
        self.init(
            sentences.map { ($0.gold, TaggedSentence(words: $0.gold.words, names: $0.names)) })
    }

    init(_ sentences: [(gold: TaggedSentence, found: TaggedSentence)]) {
        self.sentences = sentences
        var starts: [Int] = []
        var next = 0
        for sentence in sentences {
            starts.append(next)
            next += sentence.gold.words.count + 1
        }
        self.starts = starts
        func mentions(_ names: [(words: Range<Int>, label: String)], _ start: Int) -> [Mention] {
            names.map { name in
                let span = Span(start + name.words.lowerBound, start + name.words.upperBound)
                return Mention(
                    id: .found(span, as: name.label), spans: SpanSet(span), label: Label(name.label))
            }
        }
        comparison = Comparison(
            gold: zip(sentences, starts).flatMap { mentions($0.gold.names, $1) },
            other: zip(sentences, starts).flatMap { mentions($0.found.names, $1) })
    }

    /// Strict and partial scores in percent, a line a label and one for all.
    func table() -> String {
        let header = ["label", "P", "R", "F1", "partial P", "R", "F1", "names"]
        var rows = [header]
        for label in comparison.labels {
            rows.append(
                row(label.name, comparison.score(of: label, .strict), comparison.score(of: label, .partial)))
        }
        rows.append(row("all", comparison.micro(.strict), comparison.micro(.partial)))
        return Table(header: header, rows: rows).plain
    }

    private func row(_ name: String, _ strict: Score, _ partial: Score) -> [String] {
        [name]
            + [
                strict.precision, strict.recall, strict.f1, partial.precision, partial.recall, partial.f1,
            ].map { Table.decimal($0 * 100, 1) } + [String(strict.matched + strict.missed)]
    }

    /// How often which label was given for which; a dash is none.
    func confusion() -> String {
        var counts: [String: [String: Int]] = [:]
        for label in comparison.labels {
            counts[label.name, default: [:]][label.name] = comparison.score(of: label, .strict).matched
        }
        for difference in comparison.differences {
            let (gold, other) = labels(of: difference)
            counts[gold, default: [:]][other, default: 0] += 1
        }
        let names = comparison.labels.map(\.name) + ["-"]
        let header = ["gold\\found"] + names
        let rows = names.map { gold in [gold] + names.map { String(counts[gold]?[$0] ?? 0) } }
        return Table(header: header, rows: [header] + rows).plain
    }

    private func labels(of difference: Comparison.Difference) -> (gold: String, other: String) {
        switch difference {
        case .missed(let mention): (mention.label.name, "-")
        case .spurious(let mention): ("-", mention.label.name)
        case .label(let gold, let other): (gold.label.name, other.label.name)
        case .boundary(let gold, let other): (gold.label.name, other.label.name)
        }
    }

    /// A line an error: what it is, and its words in brackets with five words on each side.
    func errors() -> [String] {
        comparison.differences.map { difference in
            switch difference {
            case .missed(let mention): "missed    \(mention.label.name): \(context(mention))"
            case .spurious(let mention): "spurious  \(mention.label.name): \(context(mention))"
            case .label(let gold, let other):
                "label     \(other.label.name) for \(gold.label.name): \(context(gold))"
            case .boundary(let gold, let other):
                "boundary  \(gold.label.name): \(context(gold)) found as: \(context(other))"
            }
        }
    }

    private func context(_ mention: Mention) -> String {
        let index = starts.partitionPoint { $0 > mention.bounds.start } - 1
        guard sentences.indices.contains(index) else { return "" }
        let words = sentences[index].gold.words
        let range = mention.bounds.start - starts[index]..<mention.bounds.end - starts[index]
        let before = words[max(0, range.lowerBound - 5)..<range.lowerBound]
        let after = words[range.upperBound..<min(words.count, range.upperBound + 5)]
        return (before + ["[" + words[range].joined(separator: " ") + "]"] + after).joined(separator: " ")
    }
}

extension Array {
    /// The first index from which on the predicate holds, in an array where it holds from some index on.
    fileprivate func partitionPoint(_ holds: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

extension Table {
    /// A number with so many digits behind the point.
    static func decimal(_ number: Double, _ digits: Int) -> String {
        var scale = 1.0
        for _ in 0..<digits { scale *= 10 }
        guard number.isFinite, abs(number) < 1e12 else { return "\(number)" }
        let whole = Int((abs(number) * scale).rounded())
        var text = String(whole)
        while text.utf8.count <= digits { text = "0" + text }
        let sign = number < 0 && whole > 0 ? "-" : ""
        return digits == 0 ? sign + text : "\(sign)\(text.dropLast(digits)).\(text.suffix(digits))"
    }
}
