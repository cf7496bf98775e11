import Articles
import Language

/// A tagger of names at work: the fast one sentence by sentence, or the deep one many sentences at a time.
struct NameRun {
    /// So many words wait at most for the deep engine.
    private static let most = 2048

    private var fast: TaggingRun
    private let deep: DeepRun?
    /// Sentences that the deep engine has not read yet.
    private var waiting: [[String]] = []
    private var words = 0

    init(_ fast: TaggingRun, deep: DeepRun? = nil) {
        self.fast = fast
        self.deep = deep
    }

    /// The labels of sentences, one a word; where the deep engine does not know a word, the fast one's.
    mutating func labels(of sentences: [[String]]) throws -> [[String]] {
        guard let deep else { return sentences.map { fast.labels(of: $0) } }
        return try zip(sentences, deep.labels(of: sentences)).map { words, labels in
            guard labels.contains(nil) else { return labels.compactMap { $0 } }
            return Self.joined(zip(labels, fast.labels(of: words)).map { $0 ?? $1 })
        }
    }

    /// The names of sentences and how sure the engine is of each; where the deep engine does not know a word, what the
    /// fast one says of it counts.
    mutating func names(of sentences: [[String]]) throws -> [[TaggedName]] {
        guard let deep else { return sentences.map { fast.names(in: $0) } }
        return try zip(sentences, deep.names(of: sentences)).map { words, found in
            guard !found.unknown.isEmpty else { return found.names }
            let fastNames = fast.names(in: words)
            var labels = TaggedSentence(words: words, names: found.names).labels
            let fastLabels = TaggedSentence(words: words, names: fastNames).labels
            for word in found.unknown { labels[word] = fastLabels[word] }
            return TaggedSentence(words: words, labels: Self.joined(labels)).names.map { name in
                let same = (found.names + fastNames).first {
                    $0.tokens == name.words && $0.label == name.label
                }
                // Half of it is one engine's, half the other's: nobody has said how sure they are together.
                return same ?? TaggedName(tokens: name.words, label: name.label, confidence: 0.5)
            }
        }
    }

    /// Labels of two engines side by side: an `I-` behind another label begins a name.
    static func joined(_ labels: [String]) -> [String] {
        var joined: [String] = []
        for label in labels {
            let continues = (joined.last ?? "O").dropFirst(2) == label.dropFirst(2)
            joined.append(label.hasPrefix("I-") && !continues ? "B-" + label.dropFirst(2) : label)
        }
        return joined
    }

    /// Appends a line for each token of a paragraph, `word⇥label`, and a blank line behind each sentence; the deep
    /// engine's come with `finish`, or earlier when enough has come together.
    mutating func appendLines(ofParagraph paragraph: Int, in text: Text, to output: inout [UInt8]) throws {
        guard deep != nil else { return fast.appendLines(ofParagraph: paragraph, in: text, to: &output) }
        let tokens = text.tokens(inParagraph: paragraph)
        var next = 0
        for sentence in text.sentences(inParagraph: paragraph) {
            var words: [String] = []
            while next < tokens.count, tokens[next].span.start < sentence.end {
                words.append(text.string(in: tokens[next].span))
                next += 1
            }
            try wait(words, to: &output)
        }
    }

    /// Appends a line for each word of a sentence that is given as lines of words.
    mutating func appendLines(ofWords words: [ArraySlice<UInt8>], to output: inout [UInt8]) throws {
        guard deep != nil else { return fast.appendLines(ofWords: words, to: &output) }
        try wait(words.map { String(decoding: $0, as: UTF8.self) }, to: &output)
    }

    /// Appends what still waits.
    mutating func finish(to output: inout [UInt8]) throws {
        let sentences = waiting
        waiting.removeAll(keepingCapacity: true)
        words = 0
        for (words, labels) in zip(sentences, try labels(of: sentences)) {
            for (word, label) in zip(words, labels) { output += "\(word)\t\(label)\n".utf8 }
            output.append(UInt8(ascii: "\n"))
        }
    }

    private mutating func wait(_ sentence: [String], to output: inout [UInt8]) throws {
        guard !sentence.isEmpty else { return }
        waiting.append(sentence)
        words += sentence.count
        if words >= Self.most { try finish(to: &output) }
    }
}
