import Articles

/// The engine for German and English news: names from the trained model; values, offices and facts by rules.
struct NewsEngine {
    /// The origin of what no model has found.
    static let rules = "rules"

    /// So many bytes at the head of an article are read for the names that they introduce.
    private static let header = 8192

    /// So many bytes behind the head of an article are joined with what the head names.
    private static let chainReach = 1 << 20

    private let article: Article
    private let tongue: Tongue?
    private var context = NameContext()
    private var time: TimeContext
    private var lastTongue: Tongue?
    private var run: TaggingRun?
    private let personal: PersonalLayer?
    private var deep: SecondReading.View?
    private var facts: FactReader

    /// - Parameter range: the paragraphs that it is made for.
    init(
        _ article: Article, names: NameTagger? = .embedded, personal: PersonalLayer? = nil,
        patterns: [PatternTable] = PatternTable.builtIn, deep: SecondReading.View? = nil,
        for range: Range<Int>
    ) {
        self.article = article
        let tongue = Tongue(code: article.language)
        self.tongue = tongue
        time = TimeContext(article, tongue: tongue)
        let range = range.clamped(to: 0..<article.text.paragraphCount)
        let first = range.first.map { article.text.paragraph($0).start } ?? 0
        let end = range.last.map { article.text.paragraph($0).end } ?? 0
        let words = end - first > 1 << 16 ? 1 << 12 : 1 << 10
        run = names.map { TaggingRun($0, personal: personal, words: words) }
        self.personal = personal
        self.deep = deep
        facts = FactReader(patterns: patterns)
    }

    /// What the paragraphs of the range say; a range beyond the text is cut.
    /// - Parameter between: called when names are read and grammar comes, which needs other models.
    mutating func suggestions(
        in range: Range<Int>, between: () -> Void
    ) throws(CancellationError) -> Suggestions {
        let range = range.clamped(to: 0..<article.text.paragraphCount)
        var coreference = Coreference(engine: Self.rules)
        // Far behind the head, a chain begins anew: joined again and again, it would take time for all its mentions.
        let joinsHead = range.first.map { article.text.paragraph($0).start < Self.chainReach } ?? false
        var named: [Mention] = []
        var open: [OpenName] = []
        for paragraph in 0..<range.lowerBound {
            guard article.text.paragraph(paragraph).start < Self.header else { break }
            let (passage, values, names) = try read(paragraph)
            for name in names { context.learn(name) }
            guard joinsHead else { continue }
            let reading = ParagraphReading(passage, values: values, names: names, engine: Self.rules)
            named += reading.items.filter { $0.mention.label.isJoined }.map(\.mention)
            open += openNames(in: reading)
            coreference.read(reading, paragraph: paragraph, for: .context)
        }
        var found = Suggestions()
        let contextCount = open.count
        var readings: [ParagraphReading] = []
        for paragraph in range {
            if Task.isCancelled { throw CancellationError() }
            let (passage, values, names) = try read(paragraph)
            for name in names { context.learn(name) }
            let reading = ParagraphReading(passage, values: values, names: names, engine: Self.rules)
            found.mentions += reading.items.map(\.mention)
            found.mentions += innerNames(of: names, in: passage)
            readings.append(reading)
            coreference.read(reading, paragraph: paragraph, for: .report)
            open += openNames(in: reading)
        }
        // Names first, then grammar: the models of both need not be in memory at once.
        between()
        found.facts = try facts.facts(
            in: readings, from: range.lowerBound, of: article.text, between: between)
        // A headline says "Rutte" before the text says "Mark Rutte".
        for (index, name) in open.enumerated() {
            guard let surname = context.surname(of: name.word) else { continue }
            let mention = Mention.suggested(name.span, .person, engine: Self.rules, confidence: 0.7)
            if index < contextCount { named.append(mention) } else { found.mentions.append(mention) }
            coreference.add(
                mention.id, name.span, surname: surname, for: index < contextCount ? .context : .report)
        }
        found.chains = coreference.chains()
        found.facts = self.named(found.facts, by: coreference.mentions)
        // What a chain begins with stands in the head, which may not have been asked for yet.
        let quiet = named + coreference.mentions
        let members = range.lowerBound > 0 ? Set(found.chains.flatMap(\.mentions)) : []
        found.mentions += range.lowerBound > 0 ? quiet.filter { members.contains($0.id) } : quiet
        found.mentions.sort { $0.spans < $1.spans }
        return found
    }

    /// The facts with the pronouns and descriptions in their slots, which are only known at the end.
    private func named(_ facts: [Fact], by mentions: [Mention]) -> [Fact] {
        let known = Dictionary(mentions.map { ($0.bounds, $0.id) }, uniquingKeysWith: { first, _ in first })
        return facts.map { fact in
            var fact = fact
            for (index, slot) in fact.slots.enumerated() where slot.mention == nil {
                fact.slots[index].mention = slot.spans.flatMap { known[$0.bounds] }
            }
            return fact
        }
    }

    /// A capital word that nothing explains yet.
    private struct OpenName {
        let span: Span
        let word: String
    }

    private mutating func read(
        _ paragraph: Int
    ) throws(CancellationError) -> (passage: Passage, values: [FoundValue], names: [FoundName]) {
        let passage = Passage(paragraph: paragraph, of: article.text, tongue: tongue, context: lastTongue)
        if tongue == nil, passage.pieces.count > 12 { lastTongue = passage.tongue }
        var reader = ValueReader(passage, context: time)
        var values = reader.values()
        time = reader.context
        values.removeAll { isRefused($0.pieces, $0.label, in: passage) }
        guard var run else { return (passage, values, []) }
        // Handed over, not copied: what the run keeps is large.
        self.run = nil
        let opinions =
            passage.tongue == .other ? nil : try deep?.opinions(paragraph) { passage.sentenceStrings }
        var names = NameReader(passage, context: context, values: values).names(&run, with: opinions)
        self.run = run
        names.removeAll { isRefused($0.pieces, $0.label, in: passage) }
        return (passage, values, names)
    }

    /// Whether the person does not want to see this finding again.
    private func isRefused(_ pieces: Range<Int>, _ label: Label, in passage: Passage) -> Bool {
        guard let personal, personal.hasRefusals else { return false }
        return personal.refuses(passage.string(of: pieces).utf8, label.name)
    }

    /// Names inside names are mentions of their own, which are decided one by one.
    private func innerNames(of names: [FoundName], in passage: Passage) -> [Mention] {
        names.flatMap(\.inner).filter { !isRefused($0.pieces, $0.label, in: passage) }.map { name in
            .suggested(
                passage.span(of: name.pieces), name.label, engine: name.finder.rawValue,
                confidence: name.confidence)
        }
    }

    private func openNames(in reading: ParagraphReading) -> [OpenName] {
        let passage = reading.passage
        guard passage.tongue != .other else { return [] }
        return passage.pieces.indices.compactMap { index in
            let piece = passage.pieces[index]
            guard piece.shape == .capitalised, !piece.traits.contains(.common), piece.end - piece.start > 3,
                reading.item(at: index) == nil
            else { return nil }
            return OpenName(
                span: passage.span(of: index..<index + 1), word: passage.string(of: index..<index + 1))
        }
    }
}

extension Pipeline {
    /// Names from the trained model; values, offices and facts by rules.
    public static let news = news(.embedded, personal: nil)

    /// The same with another model of names, with what a person has taught, with patterns of facts of their own, and with
    /// what the deep engine says.
    public static func news(
        _ names: NameTagger?, personal: PersonalLayer?, patterns: [PatternTable] = [],
        deep: (SecondReading, SecondReading.Effort)? = nil
    ) -> Pipeline {
        Pipeline(inTwoParts: { article, paragraphs, between throws(CancellationError) in
            var engine = NewsEngine(
                article, names: names, personal: personal, patterns: PatternTable.builtIn + patterns,
                deep: deep.map { $0.view($1) }, for: paragraphs)
            return try engine.suggestions(in: paragraphs, between: between)
        })
    }
}
