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
        return facts.flatMap { lines(for: $0, schema: schema) }
    }

    /// A fact as a line with its kind, and indented lines with the rest of what it says.
    private func lines(for fact: Fact, schema: Schema) -> [PaneLine] {
        let kind = schema.fact(fact.kind)
        let title = kind?.title ?? fact.kind
        let names = kind?.slots.map(\.name) ?? fact.slots.map(\.name)
        let parts = names.filter { $0 != "cue" }.flatMap { fact.slots(named: $0) }.map { slot in
            let words = slot.spans.map { spans in
                spans.fragments.map { text.string(in: $0).prefixOfLine(200) }.joined(separator: " … ")
            }
            return words ?? slot.value ?? ""
        }
        let sentence = parts.filter { !$0.isEmpty }.joined(separator: separator(for: fact.kind))
        let head = PaneLine(
            [PaneLine.Piece(title, Role("fact.\(fact.kind)"))],
            trailing: fact.status == .accepted ? PaneLine.Piece("✓", "meta") : nil, target: fact.bounds,
            id: fact.id)
        return [head] + wrapped(sentence, rows: 4, target: fact.bounds, id: fact.id)
    }

    /// Text broken into indented lines of the pane, at most so many.
    func wrapped(_ words: String, rows limit: Int = 200, target: Span? = nil, id: ID?) -> [PaneLine] {
        let clusters = Width.clusters(of: words)
        let rows = Wrap.rows(of: clusters, columns: max(8, paneColumns - 4))
        return rows.prefix(limit).enumerated().map { index, row in
            let isCut = index == limit - 1 && rows.count > limit
            let line = clusters[row.clusters].map(\.glyph).joined() + (isCut ? "…" : "")
            return PaneLine([PaneLine.Piece("  " + line)], target: target, id: id)
        }
    }

    private func separator(for kind: String) -> String { kind == "quote" ? ": " : " – " }
}
