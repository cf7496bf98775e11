import Articles
import Cells

extension OpenArticle {
    /// How many facts the tab lists at most; a longer article shows those around the cursor.
    private static var factLimit: Int { 300 }

    /// The part of the text whose facts are listed.
    var factWindow: Span {
        guard annotations.facts.count > Self.factLimit else { return text.bounds }
        // Steps of 16 KB, so that the list stays still while the cursor moves a little.
        let step = 16_384
        let start = max(0, (selection.span.start / step - 1) * step)
        return Span(start, min(text.byteCount, start + 3 * step))
    }

    func factLines(schema: Schema) -> [PaneLine] {
        let facts = annotations.facts.overlapping(factWindow).filter { $0.status != .rejected }.prefix(
            Self.factLimit)
        guard !facts.isEmpty else { return [PaneLine(isExtracting ? "reading …" : "no facts found", "meta")] }
        switch pane.factView {
        case .kinds: break
        case .timeline: return timeline(Array(facts))
        case .sums: return sums(Array(facts))
        }
        let known = schema.facts.map(\.name)
        let kinds = known + Set(facts.map(\.kind)).subtracting(known).sorted()
        return kinds.flatMap { kind in
            lines(of: facts.filter { $0.kind == kind }, title: schema.fact(kind)?.title ?? kind, schema)
        }
    }

    /// The facts of a kind in reading order, each a sentence, under their title; the unsure ones are dimmed.
    private func lines(of facts: [Fact], title: String, _ schema: Schema) -> [PaneLine] {
        guard let first = facts.first else { return [] }
        // The title belongs to the first fact, so that the keys that go from fact to fact do not stop at it.
        let head = PaneLine(
            [PaneLine.Piece(title, Role("fact.\(first.kind)"))],
            trailing: facts.count > 1 ? PaneLine.Piece("\(facts.count)", "meta") : nil,
            target: first.bounds, id: first.id)
        return [head]
            + facts.flatMap { fact in
                if fact.id == factWork?.id { return slotLines(of: fact, schema) }
                let isSure = (fact.origin.confidence ?? 1) >= 0.6 || fact.status == .accepted
                var lines = wrapped(
                    document.line(of: fact).prefixOfLine(400), rows: 4, role: isSure ? "pane" : "meta",
                    target: fact.bounds, id: fact.id)
                if fact.status == .accepted, !lines.isEmpty {
                    lines[0].trailing = PaneLine.Piece("✓", "meta")
                }
                return lines
            }
    }

    /// The slots of the fact at work, each in the style that its words have in the text; the next one is pointed at.
    private func slotLines(of fact: Fact, _ schema: Schema) -> [PaneLine] {
        let slots = schema.fact(fact.kind)?.slots ?? []
        let next = nextSlot(of: fact, schema)?.name
        return slots.enumerated().map { index, slot in
            let fillers = fact.slots(named: slot.name).map { filler in
                filler.spans.map { text.string(in: $0.bounds).prefixOfLine(80) } ?? filler.value ?? ""
            }
            let title = PaneLine.Piece((slot.name == next ? "▸ " : "  ") + slot.title + " ", "meta")
            let words = fillers.isEmpty ? "–" : fillers.joined(separator: ", ")
            let role = fillers.isEmpty ? "meta" : Self.role(ofSlot: index)
            return PaneLine([title, PaneLine.Piece(words, role)], target: fact.bounds, id: fact.id)
        }
    }

    /// Text broken into indented lines of the pane, at most so many.
    func wrapped(
        _ words: String, rows limit: Int = 200, role: Role = "pane", target: Span? = nil, id: ID?
    ) -> [PaneLine] {
        let lines = Wrap.lines(of: words, columns: max(8, paneColumns - 4))
        return lines.prefix(limit).enumerated().map { index, line in
            let isCut = index == limit - 1 && lines.count > limit
            return PaneLine([PaneLine.Piece("  " + line + (isCut ? "…" : ""), role)], target: target, id: id)
        }
    }
}
