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

    /// The sentences of some paragraphs with parts of speech and trees as the deep engine sees them; where it is silent,
    /// and for lemmas and inflections, the models of this engine speak.
    public func sentences(
        of text: Text, paragraphs: Range<Int>, _ deep: DeepRun
    ) throws(CancellationError) -> [ParsedSentence] {
        var workspace = workspace()
        var places: [(span: Span, ranges: [Range<Int>])] = []
        for paragraph in paragraphs.clamped(to: 0..<text.paragraphCount) {
            places += Self.places(of: text, paragraph: paragraph)
        }
        let words = places.map { $0.ranges.map { text.string(in: Span($0.lowerBound, $0.upperBound)) } }
        let parses = try deep.parses(of: words) ?? []
        return text.withBytes { bytes in
            places.enumerated().map { index, place in
                let parse = index < parses.count ? parses[index] : nil
                return ParsedSentence(
                    span: place.span, words: self.words(place.ranges, in: bytes, &workspace, parse))
            }
        }
    }

    /// What a run needs, made to be used again.
    struct Workspace {
        fileprivate var tagging = TagModel.Workspace()
        fileprivate var search: ParseSearch?
        fileprivate var lemmas = LemmaCache()
    }

    func workspace() -> Workspace { Workspace(search: parser?.search()) }

    private func sentences(of text: Text, paragraph: Int, _ workspace: inout Workspace) -> [ParsedSentence] {
        let places = Self.places(of: text, paragraph: paragraph)
        return text.withBytes { bytes in
            places.map { ParsedSentence(span: $0.span, words: words($0.ranges, in: bytes, &workspace)) }
        }
    }

    /// The sentences of a paragraph that have words, and where those stand.
    static func places(
        of text: Text, paragraph: Int
    ) -> [(span: Span, ranges: [Range<Int>])] {
        let read = text.tokenized(paragraph: paragraph)
        var first = 0
        return read.sentences.compactMap { sentence in
            var end = first
            while end < read.tokens.count, read.tokens[end].span.start < sentence.end { end += 1 }
            let ranges = read.tokens[first..<end].map(\.span.range)
            first = end
            return ranges.isEmpty ? nil : (sentence, ranges)
        }
    }

    /// The words of one sentence, given where they stand.
    /// - Parameter parse: what the deep engine says of them.
    func words(
        _ ranges: [Range<Int>], in bytes: UnsafeBufferPointer<UInt8>, _ workspace: inout Workspace,
        _ parse: DeepParse? = nil
    ) -> [ParsedWord] {
        let lemmatizer = tagger.lemmatizer
        let sentence = SentenceAtoms(ranges, in: bytes, lexicon: lemmatizer.lexicon)
        var classes = tagger.classes(sentence, &workspace.tagging)
        if let parse { WordClass.correct(&classes, parse.parts) }
        var morphologies = tagger.morphologies(sentence, classes)
        var heads: [Int32] = []
        var relations: [UInt8?] = []
        var inflections: [String?] = []
        let tree = parse?.tree
        if let parser, var search = workspace.search {
            if let tree {
                heads = tree.map { $0.head.map(Int32.init) ?? -1 }
                relations = tree.map { $0.head == nil ? nil : parser.number(of: $0.relation) }
            } else {
                workspace.search = nil
                let agreements = lemmatizer.lexicon == nil ? [] : morphologies.map(\.agreement)
                (heads, relations) = parser.tree(sentence, classes: classes, agreements: agreements, &search)
                workspace.search = search
            }
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
                let link =
                    tree?[index]
                    ?? DeepParse.Link(
                        head: head,
                        relation: head == nil
                            ? "root" : relation.flatMap { parser?.relations[$0] } ?? "parataxis")
                return ParsedWord(
                    span: Span(ranges[index].lowerBound, ranges[index].upperBound), partOfSpeech: part,
                    lemma: workspace.lemmas.lemma(word, words[index], part, lemmatizer),
                    morphology: morphologies[index],
                    features: index < inflections.count
                        ? inflections[index] : morphologies[index].conllu,
                    head: link.head, relation: tree == nil && heads.isEmpty ? nil : link.relation)
            }
        } ?? []
    }
}
