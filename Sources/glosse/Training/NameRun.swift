import Articles
import Language

/// Taggers of names at work: the fast one sentence by sentence, with the deep one many sentences at a time.
struct NameRun {
    /// So many words wait at most for the deep engine.
    private static let most = 2048

    /// What the deep engine's word is worth.
    enum Cooperation {
        /// Both decide together.
        case both
        case deepAlone
    }

    private let tagger: NameTagger
    private var fast: TaggingRun
    private let deep: DeepRun?
    private let cooperation: Cooperation
    /// Sentences that the deep engine has not read yet.
    private var waiting: [[String]] = []
    private var words = 0

    init(
        _ tagger: NameTagger, language: String?, personal: PersonalLayer? = nil, deep: DeepRun? = nil,
        _ cooperation: Cooperation = .both
    ) {
        self.tagger = tagger
        fast = TaggingRun(tagger, language: language, personal: personal)
        self.deep = deep
        self.cooperation = cooperation
    }

    /// The labels of sentences, one a word.
    mutating func labels(of sentences: [[String]]) throws -> [[String]] {
        guard let deep else { return sentences.map { fast.labels(of: $0) } }
        switch cooperation {
        case .both:
            return zip(sentences, try deep.opinions(of: sentences, for: tagger)).map {
                fast.labels(of: $0, with: $1)
            }
        case .deepAlone: return try deep.labels(of: sentences).map { $0.map { $0 ?? "O" } }
        }
    }

    /// The names of sentences and how sure the engine is of each.
    mutating func names(of sentences: [[String]]) throws -> [[TaggedName]] {
        guard let deep else { return sentences.map { fast.names(in: $0) } }
        switch cooperation {
        case .both:
            return zip(sentences, try deep.opinions(of: sentences, for: tagger)).map {
                fast.names(in: $0, with: $1)
            }
        case .deepAlone: return try deep.names(of: sentences).map(\.names)
        }
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
