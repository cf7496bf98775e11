import Articles

extension Pipeline {
    /// Dates, times, durations, sums and quantities by rules, and the facts that they make; no names.
    public static let values = Pipeline { article, paragraphs throws(CancellationError) in
        let tongue = Tongue(code: article.language)
        var context = TimeContext(article, tongue: tongue)
        var found = Suggestions()
        var lastTongue: Tongue?
        for paragraph in paragraphs.clamped(to: 0..<article.text.paragraphCount) {
            if Task.isCancelled { throw CancellationError() }
            let passage = Passage(paragraph: paragraph, of: article.text, tongue: tongue, context: lastTongue)
            if tongue == nil, passage.pieces.count > 12 { lastTongue = passage.tongue }
            var reader = ValueReader(passage, context: context)
            let values = reader.values()
            context = reader.context
            let reading = ParagraphReading(passage, values: values, names: [], engine: NewsEngine.rules)
            found.mentions += reading.items.map(\.mention)
            found.facts +=
                reading.dateFacts(besides: []) + reading.sumFacts(besides: [])
        }
        return found
    }
}

extension TimeContext {
    /// The day of publication that an article has, or that its text tells.
    init(_ article: Article, tongue: Tongue?) {
        if let today = article.date.flatMap(CalendarDate.init(iso:)) {
            self.init(today: today)
        } else if let inferred = InferredDate(article.text, tongue: tongue) {
            self.init(inferred: inferred)
        } else {
            self.init(today: nil)
        }
    }
}
