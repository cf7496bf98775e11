import Articles

/// Where an article says that it was written, by whom and when: `Bonn (dpa) – `, `Berlin (Deutschland), 3. Mai 2024 –`.
extension ParagraphReading {
    static let dateline = "dateline"

    /// The dateline at the beginning of the paragraph.
    func datelineFacts() -> [Fact] {
        guard let first = item(from: 0), first.mention.label == .place,
            first.mention.attributes["form"] == nil
        else { return [] }
        var slots = [Slot("place", first)]
        var index = first.pieces.upperBound
        var inBracket = false
        let limit = min(passage.pieces.count, 24)
        while index < limit {
            if isWord(index, "(") || isWord(index, "[") {
                inBracket = true
            } else if isWord(index, ")") || isWord(index, "]") {
                inBracket = false
            } else if isEnd(index), !inBracket {
                guard slots.count > 1 else { return [] }
                let span = passage.span(of: 0..<index)
                return [
                    Fact(
                        id: .found(span, as: "dateline"), kind: "dateline", evidence: SpanSet(span),
                        slots: slots,
                        origin: .engine(Self.dateline, confidence: 0.9))
                ]
            } else if let item = item(from: index) {
                add(item, inBracket, to: &slots)
                index = item.pieces.upperBound
                continue
            } else if inBracket, passage.pieces[index].isWord,
                !slots.contains(where: { $0.name == "agency" })
            {
                slots.append(Slot("agency", passage.span(of: index..<index + 1)))
            } else if !isWord(index, ",", "/", ".", "den", "am", "von", "by", "of"),
                !passage.pieces[index].isCapital
            {
                return []
            }
            index += 1
        }
        return []
    }

    private func add(_ item: Item, _ inBracket: Bool, to slots: inout [Slot]) {
        func has(_ name: String) -> Bool { slots.contains { $0.name == name } }
        switch item.mention.label {
        case .date where !has("date"): slots.append(Slot("date", item))
        case .person where !has("author"): slots.append(Slot("author", item))
        case .organisation where !has("agency"): slots.append(Slot("agency", item))
        default:
            if inBracket, item.mention.label != .place, !has("agency") {
                slots.append(Slot("agency", item))
            }
        }
    }

    /// A dash, or a full stop behind a bracket.
    private func isEnd(_ index: Int) -> Bool {
        isWord(index, "–", "-", "—", ":")
            || isWord(index, ".") && (isWord(index - 1, ")") || isWord(index - 1, "]"))
    }
}
