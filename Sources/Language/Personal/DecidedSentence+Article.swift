import Articles

extension DecidedSentence {
    /// What rules read: such labels are no names, so that nothing but their rejection is learned.
    static let valueLabels: Set<Label> = ["DATE", "TIME", "DURATION", "MONEY", "PERCENT", "QUANTITY"]

    /// The sentences of an article that touch some places, with what has been decided there.
    /// - Parameter deep: what the deep engine says of them, as far as that is known or may be asked.
    public static func lessons(
        of article: Article, _ annotations: Annotations, touching spans: [Span],
        _ deep: (SecondReading, SecondReading.Effort)? = nil
    ) throws(CancellationError) -> [(sentence: DecidedSentence, opinion: SecondOpinion?)] {
        let tongue = Tongue(code: article.language)
        var paragraphs: Set<Int> = []
        for span in spans {
            let last = article.text.paragraphIndex(at: max(span.start, span.end - 1))
            paragraphs.formUnion(article.text.paragraphIndex(at: span.start)...last)
        }
        var view = deep.map { $0.view($1) }
        var found: [(sentence: DecidedSentence, opinion: SecondOpinion?)] = []
        for paragraph in paragraphs.sorted() {
            let passage = Passage(paragraph: paragraph, of: article.text, tongue: tongue)
            guard passage.tongue != .other else { continue }
            let opinions = try view?.opinions(paragraph) { passage.sentenceStrings }
            for (index, pieces) in passage.sentences.enumerated() {
                let place = passage.span(of: pieces)
                guard spans.contains(where: place.overlaps) else { continue }
                let near = Self.near(spans, pieces, passage)
                let opinion = near == pieces ? opinions.flatMap { index < $0.count ? $0[index] : nil } : nil
                found.append((DecidedSentence(passage, near, annotations), opinion))
            }
        }
        return found
    }

    /// Of a sentence that is longer than any that people write, what stands around the places.
    private static func near(_ spans: [Span], _ pieces: Range<Int>, _ passage: Passage) -> Range<Int> {
        guard pieces.count > 3 * margin else { return pieces }
        let touched = pieces.filter { piece in
            spans.contains { $0.overlaps(passage.span(of: piece..<piece + 1)) }
        }
        guard let first = touched.first else { return pieces.lowerBound..<pieces.lowerBound + margin }
        let last = min(touched.last ?? first, first + margin)
        return (first - margin..<last + margin).clamped(to: pieces)
    }

    private static let margin = 40

    private init(_ passage: Passage, _ pieces: Range<Int>, _ annotations: Annotations) {
        let words = pieces.map { passage.string(of: $0..<$0 + 1) }
        self.init(text: words.joined(separator: " "), isEnglish: passage.tongue == .english)
        let mentions = annotations.mentions.overlapping(passage.span(of: pieces)).sorted {
            $0.bounds.count > $1.bounds.count
        }
        var taken: [Range<Int>] = []
        for mention in mentions {
            let touched = pieces.filter { piece in
                let place = passage.span(of: piece..<piece + 1)
                return mention.spans.overlaps(place)
            }
            guard let first = touched.first, let last = touched.last else { continue }
            let range = first..<last + 1
            let words = first - pieces.lowerBound..<last + 1 - pieces.lowerBound
            let isWhole = mention.spans.isContiguous && passage.span(of: range) == mention.bounds
            guard mention.isDecided else {
                open.append(words)
                continue
            }
            guard isWhole else {
                open.append(words)
                continue
            }
            let isAccepted = mention.status != .rejected
            // Of names inside names the outer one is learned.
            if isAccepted {
                if taken.contains(where: { $0.overlaps(range) }) { continue }
                taken.append(range)
            }
            if !Self.valueLabels.contains(mention.label) { seen = max(seen, words.upperBound) }
            decisions.append(
                Decision(words, Self.modelLabel(of: mention, passage, range), isAccepted: isAccepted))
        }
        decisions.sort { ($0.words.lowerBound, $0.label) < ($1.words.lowerBound, $1.label) }
    }

    /// The model's name for what a mention is: the reverse of `FoundName.kind(ofLabel:)`.
    private static func modelLabel(of mention: Mention, _ passage: Passage, _ range: Range<Int>) -> String {
        switch mention.attributes["form"] {
        case FoundName.Form.derived.rawValue: return mention.label.name + "deriv"
        case FoundName.Form.part.rawValue: return mention.label.name + "part"
        default: break
        }
        guard mention.label == "LAW" || mention.label == "EVENT", let first = range.first,
            let last = range.last
        else { return mention.label.name }
        let known = passage.traits(from: passage.pieces[first].start, to: passage.pieces[last].end)
        return known.isDisjoint(with: [.law, .event]) ? mention.label.name : "MISC"
    }
}
