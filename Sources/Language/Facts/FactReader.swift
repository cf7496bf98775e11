import Articles

/// Reads the facts of an article, a paragraph at a time: grammar first, then one extractor after another.
struct FactReader {
    private var statements = StatementReader()
    private var events = EventReader()
    private let commitments = CommitmentReader()
    private var workspaces: [Tongue: Syntax.Workspace] = [:]
    private let patterns: [PatternTable]

    init(patterns: [PatternTable]) { self.patterns = patterns }

    /// What a paragraph says; its sentences must have been read in order.
    mutating func facts(in reading: ParagraphReading, of text: Text, paragraph: Int) -> [Fact] {
        let quotations = reading.quotations()
        let sentences = sentences(reading, text, paragraph, quotations)
        var found = statements.facts(in: sentences, quotations)
        for sentence in sentences {
            found += events.facts(in: sentence)
            found += commitments.facts(in: sentence)
            for table in patterns { found += table.facts(in: sentence) }
        }
        // An office beside a name says more than the same one by a verb.
        let offices = reading.officeFacts()
        let titles = Set(offices.flatMap { $0.slots(named: "title") }.compactMap(\.spans))
        found.removeAll { fact in
            fact.kind == "office"
                && fact.slots(named: "title").contains { $0.spans.map(titles.contains) ?? false }
        }
        found += reading.datelineFacts() + offices
        let told = Set(found.filter { $0.kind != "quote" }.flatMap(\.slots).compactMap(\.mention))
        // A date or sum alone is worth a line only where nothing else tells it.
        found += reading.dateFacts(besides: told) + reading.sumFacts(besides: told)
        return found
    }

    /// A sentence longer than this has no grammar that would be of use.
    private static let wordLimit = 250

    private mutating func sentences(
        _ reading: ParagraphReading, _ text: Text, _ paragraph: Int, _ quotations: [Quotation]
    ) -> [FactSentence] {
        let tongue = reading.passage.tongue
        guard let code = tongue.code, let syntax = Syntax.embedded(language: code) else { return [] }
        var workspace = workspaces.removeValue(forKey: tongue) ?? syntax.workspace()
        // A name in marks is a name like any other.
        let spans = quotations.filter { !$0.isName }.map(\.span)
        let sentences = text.withBytes { bytes in
            Syntax.places(of: text, paragraph: paragraph).compactMap {
                sentence, ranges -> FactSentence? in
                guard ranges.count <= Self.wordLimit, reading.passage.span.contains(sentence) else {
                    return nil
                }
                let words = syntax.words(ranges, in: bytes, &workspace)
                return FactSentence(
                    ParsedSentence(span: sentence, words: words), reading, quotes: spans)
            }
        }
        workspaces[tongue] = workspace
        return sentences
    }
}
