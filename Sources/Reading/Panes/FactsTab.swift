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
        let room = max(8, paneColumns - 4)
        let clusters = Width.clusters(of: sentence)
        let rows = Wrap.rows(of: clusters, columns: room)
        let shown = rows.prefix(4).enumerated().map { index, row in
            let cut = index == 3 && rows.count > 4
            return clusters[row.clusters].map(\.glyph).joined() + (cut ? "…" : "")
        }
        let head = PaneLine(
            [PaneLine.Piece(title, Role("fact.\(fact.kind)"))],
            trailing: fact.status == .accepted ? PaneLine.Piece("✓", "meta") : nil, target: fact.bounds,
            id: fact.id)
        return [head] + shown.map { PaneLine([PaneLine.Piece("  " + $0)], target: fact.bounds, id: fact.id) }
    }

    private func separator(for kind: String) -> String { kind == "quote" ? ": " : " – " }
}
