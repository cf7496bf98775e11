import Articles

/// A sentence as facts are read from it: its words with their grammar, and the mentions on them.
struct FactSentence: Sendable {
    /// A word with the mention that it belongs to.
    struct Word: Sendable {
        let span: Span
        /// The word as it stands there, in lower case.
        let form: String
        /// In lower case.
        let lemma: String
        let partOfSpeech: PartOfSpeech
        let features: String
        /// The index of the head; -1 for the root.
        let head: Int
        let relation: String
        /// The index in the reading's items of the mention on it; -1 for none.
        let mention: Int
        let isCapital: Bool
        /// The number of the quotation around it in the paragraph; 0 outside.
        let quote: Int
    }

    let reading: ParagraphReading
    let span: Span
    let words: [Word]
    /// The dependents of each word in reading order.
    let children: [[Int]]
    /// The lemmas of verbs that have left a prefix behind, with it: `ging … zurück`.
    private let prefixed: [Int: String]

    init(_ parsed: ParsedSentence, _ reading: ParagraphReading, quotes: [Span]) {
        self.reading = reading
        span = parsed.span
        let folded = reading.passage.folded
        let bytes = reading.passage.bytes
        let base = reading.passage.span.start
        var children = Array(repeating: [Int](), count: parsed.words.count)
        var item = reading.items.partitioningIndex { $0.mention.bounds.end > parsed.span.start }
        var quote = quotes.partitioningIndex { $0.end > parsed.span.start }
        words = parsed.words.enumerated().map { index, word in
            while item < reading.items.count, reading.items[item].mention.bounds.end <= word.span.start {
                item += 1
            }
            while quote < quotes.count, quotes[quote].end <= word.span.start { quote += 1 }
            let isNamed =
                item < reading.items.count && reading.items[item].mention.bounds.start < word.span.end
            let isQuoted = quote < quotes.count && quotes[quote].start < word.span.end
            if let head = word.head { children[head].append(index) }
            let range = word.span.start - base..<word.span.end - base
            let isCapital =
                0x41...0x5A ~= bytes[range.lowerBound]
                || range.count > 1
                    && Letters.isCapital(bytes[range.lowerBound], bytes[range.lowerBound + 1])
            return Word(
                span: word.span, form: String(decoding: folded[range], as: UTF8.self),
                lemma: word.partOfSpeech == .punctuation ? word.lemma : word.lemma.lowercased(),
                partOfSpeech: word.partOfSpeech,
                features: word.features ?? "", head: word.head ?? -1, relation: word.relation ?? "",
                mention: isNamed ? item : -1, isCapital: isCapital,
                quote: isQuoted ? quote + 1 : 0)
        }
        self.children = children
        var prefixed: [Int: String] = [:]
        for word in words where word.relation == "compound:prt" && word.head >= 0 {
            prefixed[word.head] = word.form + words[word.head].lemma
        }
        self.prefixed = prefixed
    }

    var count: Int { words.count }

    /// The form that a dictionary has, of a verb with the prefix that it has left behind.
    func lemma(_ index: Int) -> String { prefixed[index] ?? words[index].lemma }

    /// The mention on a word.
    func item(_ index: Int) -> ParagraphReading.Item? {
        guard words.indices.contains(index), words[index].mention >= 0 else { return nil }
        return reading.items[words[index].mention]
    }

    func label(_ index: Int) -> Label? { item(index)?.mention.label }

    /// The names of the labels that are in the sentence.
    var labels: Set<String> {
        var found: Set<String> = []
        var before = -1
        for word in words where word.mention >= 0 && word.mention != before {
            before = word.mention
            found.insert(reading.items[before].mention.label.name)
        }
        return found
    }

    /// Whether the word is the one of its mention that the others hang on; the first that hangs on none of them.
    func isHeadOfMention(_ index: Int) -> Bool {
        let mention = words[index].mention
        guard mention >= 0 else { return false }
        func isOutside(_ index: Int) -> Bool {
            let head = words[index].head
            return head < 0 || words[head].mention != mention
        }
        guard isOutside(index) else { return false }
        var before = index - 1
        while before >= 0, words[before].mention == mention {
            if isOutside(before) { return false }
            before -= 1
        }
        return true
    }

    /// The word behind the mention that a word belongs to, or behind the word.
    func endOfMention(_ index: Int) -> Int {
        var end = index + 1
        while end < count, isSameMention(index, end) { end += 1 }
        return end
    }

    /// The head of the mention that a word belongs to; the word itself where there is none.
    func headOfMention(_ index: Int) -> Int {
        var word = index
        while word < count, words[word].mention == words[index].mention, words[index].mention >= 0 {
            if isHeadOfMention(word) { return word }
            word += 1
        }
        return index
    }

    /// The head of the mention that ends before a word.
    func headOfMention(before index: Int) -> Int {
        var first = index - 1
        while first > 0, isSameMention(first - 1, first) { first -= 1 }
        return headOfMention(first)
    }

    func isForm(_ index: Int, _ forms: String...) -> Bool {
        words.indices.contains(index) && forms.contains(words[index].form)
    }

    /// Whether one of these words hangs on a word: `von` on what it stands before.
    func hasChild(_ index: Int, _ forms: String...) -> Bool {
        children[index].contains { forms.contains(words[$0].form) }
    }

    /// `sein`, `ihre` and what else says whose something is.
    func isPossessive(_ index: Int) -> Bool {
        words[index].form.hasPrefix("sein") || words[index].form.hasPrefix("ihr")
    }

    func has(_ feature: String, _ index: Int) -> Bool {
        words[index].features.split(separator: "|").contains { $0 == feature }
    }

    /// Whether a word is a mark of quotation.
    func isMark(_ index: Int) -> Bool {
        isPunctuation(index) && isForm(index, "„", "“", "\"", "”", "»", "«")
    }

    func isPunctuation(_ index: Int) -> Bool {
        words.indices.contains(index) && words[index].partOfSpeech == .punctuation
    }

    /// Whether a word hangs on another one, however far down within eight steps.
    func hangs(_ index: Int, on head: Int) -> Bool {
        var current = index
        for _ in 0..<8 {
            if current == head { return true }
            guard current >= 0 else { return false }
            current = words[current].head
        }
        return false
    }

    /// The dependents with one of these relations; subtypes such as `nsubj:pass` only where they are named.
    func children(of index: Int, _ relations: String...) -> [Int] {
        children[index].filter { relations.contains(words[$0].relation) }
    }

    /// Whether something is done to the subject: `wurde gewählt`, `was elected`.
    func isPassive(_ verb: Int) -> Bool {
        if children(of: verb, "aux", "aux:pass").contains(where: {
            words[$0].lemma == "haben" || words[$0].lemma == "have"
        }),
            !children(of: verb, "aux", "aux:pass").contains(where: {
                words[$0].lemma == "werden" || words[$0].lemma == "be"
            })
        {
            return false
        }
        if !children(of: verb, "nsubj:pass").isEmpty { return true }
        return children(of: verb, "aux:pass", "aux").contains { child in
            words[child].lemma == "werden" && !words[verb].features.contains("VerbForm=Inf")
                && (words[verb].form.hasSuffix("t") || words[verb].form.contains("ge")
                    || words[verb].form.hasSuffix("en") && words[child].relation == "aux:pass")
                && !isForm(child, "würde", "würden")
        }
    }

    func span(_ range: Range<Int>) -> Span {
        guard let first = range.first, let last = range.last else {
            return Span(span.start, span.start)
        }
        return Span(words[first].span.start, words[last].span.end)
    }

    /// The words of a noun and of what belongs to it, without clauses: `der Sprecher der Polizei`.
    func phrase(at head: Int) -> Range<Int> {
        var start = head
        while start > 0, hangs(start - 1, on: head), isInPhrase(start - 1) { start -= 1 }
        if start > 0, words[start - 1].partOfSpeech == .determiner { start -= 1 }
        while start < head, words[start].partOfSpeech == .adposition || isPunctuation(start) {
            start += 1
        }
        var end = head + 1
        while end < count, isInPhrase(end), hangs(end, on: head) || isSameMention(end - 1, end) {
            if words[end].partOfSpeech == .adposition,
                !isForm(end, "von", "vom", "of", "aus", "beim", "für")
            {
                break
            }
            end += 1
        }
        while end > head + 1,
            isPunctuation(end - 1) || words[end - 1].partOfSpeech == .determiner
                || words[end - 1].partOfSpeech == .adposition || words[end - 1].partOfSpeech == .coordinator
        {
            end -= 1
        }
        return start..<end
    }

    private func isSameMention(_ one: Int, _ other: Int) -> Bool {
        words[one].mention >= 0 && words[one].mention == words[other].mention
    }

    private func isInPhrase(_ index: Int) -> Bool {
        switch words[index].partOfSpeech {
        case .verb, .auxiliary, .subordinator, .coordinator: false
        case .pronoun: false
        case .punctuation: isMark(index) && words[index].quote == 0
        default: true
        }
    }

    /// A slot with what stands on a word: its mention where it has one, else the noun with what belongs to it.
    func slot(_ name: String, _ index: Int) -> Slot {
        if let item = item(index) { return Slot(name, item) }
        return Slot(name, span(phrase(at: index)))
    }
}
