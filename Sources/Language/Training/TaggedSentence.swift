/// A sentence of gold data: words and their labels in the IOB2 scheme.
public struct TaggedSentence: Hashable, Sendable {
    public var words: [String]
    /// `O`, `B-PER`, `I-PER`; one a word.
    public var labels: [String]

    public init(words: [String] = [], labels: [String] = []) {
        self.words = words
        self.labels = labels
    }

    /// What makes two sentences the same text, however they are split into words.
    public var key: String { words.joined().lowercased() }

    /// The named stretches of words.
    public var names: [(words: Range<Int>, label: String)] {
        var found: [(words: Range<Int>, label: String)] = []
        for (index, label) in labels.enumerated() where label != "O" {
            let type = String(label.dropFirst(2))
            if label.hasPrefix("I-"), let last = found.last, last.words.upperBound == index,
                last.label == type
            {
                found[found.count - 1].words = last.words.lowerBound..<index + 1
            } else {
                found.append((index..<index + 1, type))
            }
        }
        return found
    }

    /// The same sentence with other names for its labels; nil takes a name out.
    public func mapping(_ label: (String) -> String?) -> TaggedSentence {
        var mapped = TaggedSentence(words: words, labels: Array(repeating: "O", count: words.count))
        for name in names {
            guard let label = label(name.label) else { continue }
            for index in name.words {
                mapped.labels[index] = (index == name.words.lowerBound ? "B-" : "I-") + label
            }
        }
        return mapped
    }
}
