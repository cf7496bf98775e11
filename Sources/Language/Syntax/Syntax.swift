import Articles

/// Parts of speech, lemmas, forms and dependencies, a paragraph at a time.
///
/// Pure and synchronous; a pass over many paragraphs stops between two of them when its task is cancelled.
public struct Syntax: Sendable {
    public let tagger: TagModel
    public let parser: ParserModel?

    /// - Parameter parser: nil when no dependencies are wanted.
    public init(tagger: TagModel, parser: ParserModel?) {
        self.tagger = tagger
        self.parser = parser
    }

    /// The sentences of a paragraph.
    public func sentences(of text: Text, paragraph: Int) -> [ParsedSentence] {
        var workspace = workspace()
        return sentences(of: text, paragraph: paragraph, &workspace)
    }

    /// The sentences of some paragraphs.
    public func sentences(of text: Text, paragraphs: Range<Int>) throws(CancellationError) -> [ParsedSentence]
    {
        var workspace = workspace()
        var found: [ParsedSentence] = []
        for paragraph in paragraphs.clamped(to: 0..<text.paragraphCount) {
            if Task.isCancelled { throw CancellationError() }
            found += sentences(of: text, paragraph: paragraph, &workspace)
        }
        return found
    }

    /// What a run needs, made to be used again.
    struct Workspace {
        fileprivate var tagging = TagModel.Workspace()
        fileprivate var search: ParseSearch?
        fileprivate var lemmas = LemmaCache()
    }

    func workspace() -> Workspace { Workspace(search: parser?.search()) }

    private func sentences(of text: Text, paragraph: Int, _ workspace: inout Workspace) -> [ParsedSentence] {
        let read = text.tokenized(paragraph: paragraph)
        var first = 0
        return text.withBytes { bytes in
            read.sentences.compactMap { sentence in
                var end = first
                while end < read.tokens.count, read.tokens[end].span.start < sentence.end { end += 1 }
                let ranges = read.tokens[first..<end].map(\.span.range)
                first = end
                guard !ranges.isEmpty else { return nil }
                return ParsedSentence(span: sentence, words: words(ranges, in: bytes, &workspace))
            }
        }
    }

    /// The words of one sentence, given where they stand.
    func words(
        _ ranges: [Range<Int>], in bytes: UnsafeBufferPointer<UInt8>, _ workspace: inout Workspace
    ) -> [ParsedWord] {
        let lemmatizer = tagger.lemmatizer
        let sentence = SentenceAtoms(ranges, in: bytes, lexicon: lemmatizer.lexicon)
        let classes = tagger.classes(sentence, &workspace.tagging)
        var morphologies = tagger.morphologies(sentence, classes)
        var heads: [Int32] = []
        var relations: [UInt8?] = []
        var inflections: [String?] = []
        if let parser, var search = workspace.search {
            workspace.search = nil
            let agreements = lemmatizer.lexicon == nil ? [] : morphologies.map(\.agreement)
            (heads, relations) = parser.tree(sentence, classes: classes, agreements: agreements, &search)
            workspace.search = search
            Morphology.narrow(&morphologies, heads: heads)
            inflections = parser.inflections(
                InflectionLabeller.Tree(
                    classes: classes, heads: heads, relations: relations, forms: morphologies.map(\.bits)),
                sentence)
        }
        return sentence.withWords { words in
            ranges.indices.map { index in
                let part = WordClass(rawValue: classes[index])?.partOfSpeech ?? .other
                let word = UnsafeBufferPointer(rebasing: bytes[ranges[index]])
                let head = index < heads.count && heads[index] >= 0 ? Int(heads[index]) : nil
                let relation = index < relations.count ? relations[index].map(Int.init) : nil
                return ParsedWord(
                    span: Span(ranges[index].lowerBound, ranges[index].upperBound), partOfSpeech: part,
                    lemma: workspace.lemmas.lemma(word, words[index], part, lemmatizer),
                    morphology: morphologies[index],
                    features: index < inflections.count
                        ? inflections[index] : morphologies[index].conllu,
                    head: head,
                    relation: heads.isEmpty
                        ? nil
                        : head == nil ? "root" : relation.flatMap { parser?.relations[$0] } ?? "parataxis")
            }
        } ?? []
    }
}
