import Articles
import Cells

extension OpenArticle {
    /// The whole article as one narrow column: what is in view, and where mentions, suggestions and hits lie.
    func drawStrip(in area: Region, on grid: inout CellGrid) {
        guard !area.isEmpty else { return }
        let length = max(1, text.byteCount)
        let view = visibleSpan
        let hits = allHits
        for index in 0..<area.rows {
            let part = Span(length * index / area.rows, length * (index + 1) / area.rows)
            let isInView = part.overlaps(view) || (view.isEmpty && index == 0)
            var roles: [Role] = [isInView ? "strip.view" : "strip"]
            var glyph = isInView ? "┃" : "│"
            if annotations.mentions.first(
                from: part.start, before: part.end, where: { $0.status != .rejected && !$0.isQuiet }) != nil
            {
                (glyph, roles) = ("•", roles + ["strip.entity"])
            }
            if annotations.mentions.firstOpen(from: part.start, before: part.end) != nil {
                (glyph, roles) = ("○", roles + ["strip.suggestion"])
            }
            let hit = hits.partitioningIndex { $0.end > part.start }
            if hit < hits.count, hits[hit].start < part.end {
                (glyph, roles) = ("◆", roles + ["strip.search"])
            }
            let look = grid.look(roles)
            grid.put(glyph: glyph, width: 1, row: area.row + index, column: area.column, look: look)
        }
    }
}
