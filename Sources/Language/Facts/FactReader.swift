import Articles

/// Reads the facts of an article, some paragraphs at a time: grammar first, then one extractor after another.
struct FactReader {
    private var statements = StatementReader()
    private var events = EventReader()
    private let commitments = CommitmentReader()
    private var workspaces: [Tongue: Syntax.Workspace] = [:]
    private let patterns: [PatternTable]

    init(patterns: [PatternTable]) { self.patterns = patterns }

    /// So many paragraphs are parsed before their facts are read.
    private static let batch = 64

    /// What paragraphs say, which follow one another.
    /// - Parameter between: called when one language is parsed and the other one comes, which needs other models.
    mutating func facts(
        in readings: [ParagraphReading], from first: Int, of text: Text, between: () -> Void
    ) throws(CancellationError) -> [Fact] {
        var found: [Fact] = []
        for start in stride(from: 0, to: readings.count, by: Self.batch) {
            let batch = readings[start..<min(start + Self.batch, readings.count)]
            let parsed = try parsed(batch, from: first + start, text, between)
            for (reading, sentences) in zip(batch, parsed) {
                if Task.isCancelled { throw CancellationError() }
                found += facts(in: reading, sentences)
            }
        }
        return found
    }

    private mutating func facts(in reading: ParagraphReading, _ parsed: [ParsedSentence]) -> [Fact] {
        let quotations = reading.quotations()
        // A name in marks is a name like any other.
        let spans = quotations.filter { !$0.isName }.map(\.span)
        let sentences = parsed.map { FactSentence($0, reading, quotes: spans) }
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

    /// The grammar of paragraphs, language after language, so that the models of both need not be in memory at once.
    private mutating func parsed(
        _ readings: ArraySlice<ParagraphReading>, from first: Int, _ text: Text, _ between: () -> Void
    ) throws(CancellationError) -> [[ParsedSentence]] {
        var parsed = Array(repeating: [ParsedSentence](), count: readings.count)
        var isFirst = true
        for tongue in [Tongue.german, .english] {
            let places = readings.indices.filter { readings[$0].passage.tongue == tongue }
            guard !places.isEmpty, let syntax = tongue.code.flatMap({ Syntax.embedded(language: $0) }) else {
                continue
            }
            if !isFirst { between() }
            isFirst = false
            var workspace = workspaces.removeValue(forKey: tongue) ?? syntax.workspace()
            for index in places {
                if Task.isCancelled { throw CancellationError() }
                let offset = index - readings.startIndex
                parsed[offset] = sentences(readings[index], first + offset, text, syntax, &workspace)
            }
            workspaces[tongue] = workspace
        }
        return parsed
    }

    private func sentences(
        _ reading: ParagraphReading, _ paragraph: Int, _ text: Text, _ syntax: Syntax,
        _ workspace: inout Syntax.Workspace
    ) -> [ParsedSentence] {
        text.withBytes { bytes in
            Syntax.places(of: text, paragraph: paragraph).compactMap { sentence, ranges in
                guard ranges.count <= Self.wordLimit, reading.passage.span.contains(sentence) else {
                    return nil
                }
                return ParsedSentence(
                    span: sentence, words: syntax.words(ranges, in: bytes, &workspace))
            }
        }
    }
}
