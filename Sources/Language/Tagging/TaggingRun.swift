import Articles

/// A tagger at work on one sentence after the other; it keeps what it needs, so that a stream costs no more memory
/// than its longest sentence.
public struct TaggingRun {
    private let tagger: NameTagger
    private var features: NameFeatures
    private var rows = FeatureRows()
    private var workspace = SequenceModel.Workspace()
    private var innerWorkspace = InnerNames.Workspace()
    private var sentence = SentenceTokens()
    private var tongues = TongueCount()
    private let fixed: Tongue?
    private var personal: PersonalRun?
    /// The labels of the sentence with what a person has taught; nil without that.
    private var learned: [String]?

    /// - Parameters:
    ///   - language: a code such as `de`; nil guesses German or English from the words as they come.
    ///   - layer: what a person has taught; one that is empty changes nothing.
    ///   - words: how many words it keeps the facts of, a power of two: few for a view, many for a stream.
    public init(
        _ tagger: NameTagger, language: String? = nil, personal layer: PersonalLayer? = nil,
        words: Int = 1 << 12
    ) {
        self.tagger = tagger
        features = NameFeatures(tagger.reader, words: words)
        fixed = Tongue(code: language)
        personal = layer.flatMap { $0.isEmpty ? nil : PersonalRun($0, tagger) }
    }

    /// The labels of a sentence, one a word.
    public mutating func labels(
        of words: some Sequence<String>, with opinion: SecondOpinion? = nil
    ) -> [String] {
        tag(words, with: opinion)
        return learned ?? workspace.labels.map { tagger.labels[Int($0)] }
    }

    /// Tags the words and gives each name with its confidence.
    public mutating func names(
        in words: some Sequence<String>, with opinion: SecondOpinion? = nil
    ) -> [TaggedName] {
        tag(words, with: opinion)
        return weighedNames(sentence, opinion)
    }

    /// The names with the probability that no calibration has touched, and that nobody has taught.
    mutating func probableNames(
        in words: some Sequence<String>, with opinion: SecondOpinion
    ) -> [(tokens: Range<Int>, label: String, probability: Double)] {
        tag(words, with: opinion)
        return tagger.model.names(in: &workspace).map { ($0.tokens, $0.label, $0.probability) }
    }

    /// Appends a line for each token of a paragraph, `word⇥label`, and a blank line behind each sentence.
    public mutating func appendLines(ofParagraph paragraph: Int, in text: Text, to output: inout [UInt8]) {
        let tokenized = text.tokenized(paragraph: paragraph)
        text.withBytes { bytes in
            var next = 0
            for span in tokenized.sentences {
                sentence.removeAll()
                while next < tokenized.tokens.count, tokenized.tokens[next].span.start < span.end {
                    sentence.add(bytes[tokenized.tokens[next].span.range])
                    next += 1
                }
                tag()
                appendLines(to: &output)
            }
        }
    }

    /// Appends a line for each word of a sentence that is given as lines of words.
    public mutating func appendLines(
        ofWords words: some Sequence<ArraySlice<UInt8>>, to output: inout [UInt8]
    ) {
        sentence.removeAll()
        for word in words { sentence.add(word) }
        tag()
        appendLines(to: &output)
    }

    /// The names of a sentence that is put together by the caller.
    mutating func names(
        in sentence: SentenceTokens, _ tongue: Tongue, with opinion: SecondOpinion? = nil
    ) -> [TaggedName] {
        features.read(sentence, corpus: tagger.corpus(tongue), into: &rows)
        tagger.model.tag(rows, with: opinion, &workspace)
        return weighedNames(sentence, opinion)
    }

    private mutating func tag(_ words: some Sequence<String>, with opinion: SecondOpinion? = nil) {
        sentence.removeAll()
        for word in words { sentence.add(word.utf8) }
        tag(with: opinion)
    }

    private mutating func tag(with opinion: SecondOpinion? = nil) {
        tongues.add(sentence)
        features.read(sentence, corpus: tagger.corpus(fixed ?? tongues.likelier), into: &rows)
        tagger.model.tag(rows, with: opinion, &workspace)
        learned = personal?.tags(rows, workspace, tagger, with: opinion)
    }

    private func appendLines(to output: inout [UInt8]) {
        guard sentence.count > 0 else { return }
        for (index, token) in sentence.tokens.enumerated() {
            output.append(contentsOf: sentence.bytes[token])
            output.append(UInt8(ascii: "\t"))
            let label = learned?[index] ?? tagger.labels[Int(workspace.labels[index])]
            output.append(contentsOf: label.utf8)
            output.append(UInt8(ascii: "\n"))
        }
        output.append(UInt8(ascii: "\n"))
    }

    private mutating func weighedNames(
        _ sentence: SentenceTokens, _ opinion: SecondOpinion?
    ) -> [TaggedName] {
        let calibration = opinion?.calibration ?? tagger.calibration
        var names = personal?.names(rows, workspace, tagger.model, calibration, with: opinion)
        if names == nil {
            names = tagger.model.names(in: &workspace).map {
                TaggedName(
                    tokens: $0.tokens, label: $0.label, confidence: calibration.confidence($0.probability))
            }
        }
        let edges = NameEdges(sentence: sentence) { [personal] label, sign in
            personal?.hasTaught(label, sign) ?? false
        }
        return edges.names(names ?? []).map { name in
            var name = name
            name.inner = innerNames(of: name.tokens, name.label)
            return name
        }
    }

    private mutating func innerNames(of tokens: Range<Int>, _ label: String) -> [TaggedName] {
        guard let inner = tagger.inner else { return [] }
        return inner.names(in: tokens, label, rows, &innerWorkspace).map {
            TaggedName(tokens: $0.tokens, label: $0.label, confidence: Float($0.probability))
        }
    }

    /// The names inside a name that is given by the caller; for measuring.
    public mutating func names(
        inside name: Range<Int>, _ label: String, of words: some Sequence<String>
    ) -> [TaggedName] {
        tag(words)
        guard name.upperBound <= sentence.count else { return [] }
        return innerNames(of: name, label)
    }
}
