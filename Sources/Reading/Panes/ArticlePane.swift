import Articles
import Cells

extension OpenArticle {
    /// One row above the text: what is known about the article.
    func drawHeader(in area: Region, row: LibraryRow?, on grid: inout CellGrid) {
        guard !area.isEmpty else { return }
        let article = document.article
        let labels = annotations.labels.map { "#" + $0.name }
        let parts = [row?.state.rawValue, article.date, article.language]
        let known = (parts.compactMap(\.self) + labels).filter { !$0.isEmpty }.map { $0 + " · " }.joined()
        let room = max(8, area.columns - Width.of(known))
        let line = known + (article.source ?? article.name).suffix(columns: room)
        grid.put(line, row: area.row, column: area.column, end: area.endColumn, roles: ["meta"])
    }

    /// The rows in view, with everything that is marked in them.
    func drawText(in area: Region, schema: Schema, on grid: inout CellGrid) {
        guard !area.isEmpty else { return }
        let chain = chainInView
        // The slots of the fact that somebody works on, or looks at in the pane.
        let shown = workedFact ?? (pane.tab == .facts && pane.isFocused ? factAtHand : nil)
        let slots = shown.map { slotRoles(of: $0, schema) } ?? []
        var place = top
        var hits = hits(inParagraph: place.paragraph)
        for row in area.row..<area.endRow {
            let layout = layout(place.paragraph)
            if place.row < layout.rows.count {
                draw(
                    layout, place, hits, chain: chain, slots: slots, in: area, gridRow: row, schema: schema,
                    on: &grid)
            }
            place.row += 1
            guard place.row >= rowCount(place.paragraph) else { continue }
            repeat {
                guard place.paragraph + 1 < text.paragraphCount else { return }
                place = Place(paragraph: place.paragraph + 1, row: 0)
            } while rowCount(place.paragraph) == 0
            hits = self.hits(inParagraph: place.paragraph)
        }
    }

    private func draw(
        _ layout: ParagraphLayout, _ place: Place, _ hits: [Span], chain: Set<ID>,
        slots: [(spans: SpanSet, role: Role)], in area: Region, gridRow: Int, schema: Schema,
        on grid: inout CellGrid
    ) {
        let row = layout.rows[place.row]
        let base = grid.look([place.paragraph == headline ? "headline" : "text"])
        let mark = grid.look(["mark"])
        var columns: [(start: Int, column: Int)] = []
        columns.reserveCapacity(row.pieces.count)
        var column = area.column
        for piece in layout.pieces[row.pieces] {
            guard column + piece.width <= area.endColumn else { break }
            let isMark = piece.span.isEmpty
            grid.put(
                glyph: piece.glyph, width: piece.width, row: gridRow, column: column,
                look: isMark ? mark : base)
            if !isMark { columns.append((piece.span.start, column)) }
            column += piece.width
        }
        let end = column
        /// The cells that show a span, as far as it is in this row.
        func cells(of span: Span) -> Range<Int>? {
            guard let shared = span.intersection(row.span) else { return nil }
            let first = columns.partitioningIndex { $0.start >= shared.start }
            let last = columns.partitioningIndex { $0.start >= shared.end }
            guard first < last else { return nil }
            let start = columns[first].column
            // The cells up to the next character of the text, but without the marks between.
            let final = columns[last - 1].column
            let width = layout.pieces[row.pieces].first {
                $0.span.start == columns[last - 1].start && !$0.span.isEmpty
            }
            return start..<min(final + (width?.width ?? 1), end)
        }
        func overlay(_ role: Role, _ span: Span) {
            if let cells = cells(of: span) { grid.overlay(role, row: gridRow, columns: cells) }
        }

        // Only while somebody looks through the facts: a whole sentence that changes at each key is slow on a thin line
        // and restless everywhere.
        if pane.tab == .facts, pane.isFocused {
            for fact in annotations.facts.overlapping(row.span)
            where fact.status != .rejected && fact.evidence.overlaps(selection.span) {
                for fragment in fact.evidence.fragments { overlay(Role("fact.\(fact.kind)"), fragment) }
            }
        }
        for mention in annotations.mentions.overlapping(row.span) {
            for role in roles(of: mention, schema: schema) {
                for fragment in mention.spans.fragments { overlay(role, fragment) }
            }
            // What means the same as the name under the cursor.
            if chain.contains(mention.id) {
                for fragment in mention.spans.fragments { overlay("chain", fragment) }
            }
        }
        for (spans, role) in slots {
            for fragment in spans.fragments { overlay(role, fragment) }
        }
        let firstHit = hits.partitioningIndex { $0.end > row.span.start }
        for hit in hits[firstHit...].prefix(while: { $0.start < row.span.end }) { overlay("search", hit) }
        overlay("selection", selection.span)
        overlay("cursor", selection.head)
        if let cells = cells(of: selection.head), grid.cursor == nil {
            grid.cursor = (gridRow, cells.lowerBound)
        }
    }

    /// What a mention is drawn as; a rejected one only while the cursor is on it.
    private func roles(of mention: Mention, schema: Schema) -> [Role] {
        let role = Role(schema.label(mention.label)?.role ?? "entity")
        switch mention.status {
        case .accepted: return [role]
        case .suggested: return mention.isQuiet ? [] : [role, "suggestion"]
        case .rejected: return mention.spans.overlaps(selection.span) ? ["rejected"] : []
        }
    }

    /// Brackets and small letters that tell labels apart without colour: `[NATO]ᴼᴿᴳ`, a suggestion with `?`.
    func labelMarks(in span: Span) -> [(offset: Int, mark: String)] {
        var opening: [(offset: Int, order: Int, mark: String)] = []
        let mentions = annotations.mentions.overlapping(span).filter { $0.status != .rejected && !$0.isQuiet }
        for mention in mentions {
            let name =
                (marks[mention.label] ?? LabelMark.of(mention.label))
                + (mention.status == .suggested ? "?" : "")
            for fragment in mention.spans.fragments {
                // What ends at a place closes before the next opens there, the inner before the outer.
                if span.start <= fragment.start, fragment.start < span.end {
                    opening.append((fragment.start, 1_000_000_000 - fragment.count, "["))
                }
                if span.start < fragment.end, fragment.end <= span.end {
                    opening.append((fragment.end, fragment.count - 1_000_000_000, "]" + name))
                }
            }
        }
        return opening.sorted { ($0.offset, $0.order) < ($1.offset, $1.order) }.map { ($0.offset, $0.mark) }
    }
}

/// The mark of a label in raised letters.
enum LabelMark {
    static func of(_ label: Label) -> String { String(label.name.prefix(3).map { raised[$0] ?? $0 }) }

    private static let raised: [Character: Character] = [
        "A": "ᴬ", "B": "ᴮ", "C": "ᶜ", "D": "ᴰ", "E": "ᴱ", "F": "ᶠ", "G": "ᴳ", "H": "ᴴ", "I": "ᴵ", "J": "ᴶ",
        "K": "ᴷ",
        "L": "ᴸ", "M": "ᴹ", "N": "ᴺ", "O": "ᴼ", "P": "ᴾ", "R": "ᴿ", "S": "ˢ", "T": "ᵀ", "U": "ᵁ", "V": "ⱽ",
        "W": "ᵂ",
        "X": "ˣ", "Y": "ʸ", "Z": "ᶻ",
    ]
}
