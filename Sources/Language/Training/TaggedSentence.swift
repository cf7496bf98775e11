/// A sentence of gold data: words and their labels in the IOB2 scheme.
public struct TaggedSentence: Hashable, Sendable {
    public var words: [String]
    /// `O`, `B-PER`, `I-PER`; one a word.
    public var labels: [String]
    /// The labels of names inside those; empty in most corpora.
    public var inner: [String]

    public init(words: [String] = [], labels: [String] = [], inner: [String] = []) {
        self.words = words
        self.labels = labels
        self.inner = inner
    }

    /// What makes two sentences the same text, however they are split into words.
    public var key: String { words.joined().lowercased() }

    /// The named stretches of words.
    public var names: [(words: Range<Int>, label: String)] { Self.names(labels) }

    /// The names inside those.
    public var innerNames: [(words: Range<Int>, label: String)] { Self.names(inner) }

    private static func names(_ labels: [String]) -> [(words: Range<Int>, label: String)] {
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
        func mapping(_ names: [(words: Range<Int>, label: String)]) -> [String] {
            var mapped = Array(repeating: "O", count: words.count)
            for name in names {
                guard let label = label(name.label) else { continue }
                for index in name.words {
                    mapped[index] = (index == name.words.lowerBound ? "B-" : "I-") + label
                }
            }
            return mapped
        }
        return TaggedSentence(
            words: words, labels: mapping(names), inner: inner.isEmpty ? [] : mapping(innerNames))
    }
}

extension TaggedSentence {
    /// Words with the names that were found among them.
    public init(words: [String], names: [TaggedName]) {
        self.init(words: words, labels: words.map { _ in "O" })
        for name in names {
            for index in name.tokens {
                labels[index] = (index == name.tokens.lowerBound ? "B-" : "I-") + name.label
            }
        }
    }
}
