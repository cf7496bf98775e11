import Articles

/// Direct speech: who says what stands in quotation marks.
extension StatementReader {
    func directFacts(_ told: [Told], _ quotations: [Quotation], indirect: [Fact]) -> [Fact] {
        var found: [Fact] = []
        var before: (speaker: Speaker, end: Int)?
        let indirect = indirect.sorted { $0.bounds.start < $1.bounds.start }
        for quotation in quotations {
            let first = told.partitioningIndex { $0.sentence.span.end > quotation.span.start }
            let behind = told.partitioningIndex { $0.sentence.span.start >= quotation.span.end }
            guard first < told.count, behind > 0,
                let place = QuotationPlace(quotation, in: told[first].sentence)
            else { continue }
            // The facts are in order, so a few before the quotation are all that can hold it.
            let last = indirect.partitioningIndex { $0.bounds.start > quotation.span.start }
            let outer = indirect[max(0, last - 8)..<last].first { fact in
                fact.slots(named: "content").first?.spans?.bounds.contains(quotation.span) ?? false
            }
            let setting = QuotationSetting(
                place: place, opening: told[first], closing: told[behind - 1],
                previous: first > 0 ? told[first - 1] : nil, next: behind < told.count ? told[behind] : nil,
                outer: outer.map { Speaker($0.slots(named: "speaker")) },
                before: before.flatMap { quotation.span.start - $0.end < 8 ? $0.speaker : nil })
            guard let telling = setting.telling() else { continue }
            before = telling.speaker.map { ($0, quotation.span.end) }
            found.append(
                statement(
                    SpanSet(quotation.content), telling.speaker, telling.cue, in: telling.sentence,
                    form: "direct", confidence: telling.confidence, quotation: quotation.span))
        }
        return found
    }
}
