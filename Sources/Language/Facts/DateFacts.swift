import Articles

/// Dates with the sentence that says what happens then: `[Der Rat berät am (3. Mai) über das Stadion]`.
extension ParagraphReading {
    func dateFacts(besides told: Set<ID>) -> [Fact] {
        items.compactMap { item in
            guard item.mention.label == .date, !told.contains(item.mention.id), !isBareYear(item) else {
                return nil
            }
            let sentence = passage.span(of: passage.sentence(of: item.pieces.lowerBound))
            // A line with nothing but the day of publication states nothing.
            guard sentence != item.mention.bounds else { return nil }
            return Fact(
                id: .found(item.mention.bounds, as: "date"), kind: "date", evidence: SpanSet(sentence),
                slots: [Slot("when", item), Slot("what", sentence)],
                origin: .engine("date", confidence: 0.6))
        }
    }

    /// Whether a date is no more than a year, a decade or a century in figures: those tell the age of something far
    /// more often than what happens then. "Next year" does tell it.
    private func isBareYear(_ item: Item) -> Bool {
        guard let value = item.mention.value else { return false }
        if value.hasSuffix("_REF") { return true }
        guard value.allSatisfy(\.isWholeNumber) else { return false }
        return passage.string(of: item.pieces).contains(where: \.isWholeNumber)
    }

    /// Sums of money with what they are for, where the sentence says it with `für` or `for`.
    func sumFacts(besides told: Set<ID>) -> [Fact] {
        items.compactMap { item in
            guard item.mention.label == .money, !told.contains(item.mention.id) else { return nil }
            let sentence = passage.sentence(of: item.pieces.lowerBound)
            let purpose = purpose(after: item.pieces.upperBound, in: sentence)
            return Fact(
                id: .found(item.mention.bounds, as: "sum"), kind: "sum",
                evidence: SpanSet(passage.span(of: sentence)),
                slots: [Slot("amount", item)]
                    + (purpose.map { [Slot("what", passage.span(of: $0))] } ?? []),
                origin: .engine("sum", confidence: purpose == nil ? 0.6 : 0.75))
        }
    }

    /// `für den Bau des Stadions …`: from the preposition to the next verb-like break, a dozen pieces at most.
    private func purpose(after index: Int, in sentence: Range<Int>) -> Range<Int>? {
        guard index < sentence.upperBound, isWord(index, "für", "an", "for", "in") else { return nil }
        let start = index + 1
        var end = start
        while end < min(sentence.upperBound, start + 10), passage.pieces[end].shape != .sign {
            end += 1
        }
        // A German clause ends in its verb; the purpose ends with its last noun.
        while end > start, passage.tongue == .german, passage.pieces[end - 1].shape == .lower {
            end -= 1
        }
        return end > start ? start..<end : nil
    }
}
