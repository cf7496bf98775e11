import Articles

/// The window through which the text is read, and how it is laid out there.
struct Viewport: Hashable, Sendable {
    var rows = 24
    var columns = 80
    var showsMarks = false
}

/// A place in the laid-out text: a row of a paragraph, never a row of the whole text, which nobody could count
/// without laying all of it out.
struct Place: Hashable, Comparable, Sendable {
    var paragraph: Int
    var row: Int

    static func < (left: Place, right: Place) -> Bool {
        (left.paragraph, left.row) < (right.paragraph, right.row)
    }
}

extension OpenArticle {
    func layout(_ paragraph: Int) -> ParagraphLayout {
        let span = text.paragraph(paragraph)
        let revision = viewport.showsMarks ? document.revision : nil
        let key = LayoutCache.Key(paragraph: paragraph, columns: viewport.columns, revision: revision)
        return layouts.layout(key) {
            ParagraphLayout(
                text: text.string(in: span), span: span, columns: viewport.columns,
                insertions: viewport.showsMarks ? labelMarks(in: span) : [])
        }
    }

    /// The rows that a paragraph takes, with the blank one that sets it off where the text has no blank lines; none for
    /// a blank line behind another one.
    func rowCount(_ paragraph: Int) -> Int {
        isLeftOut(paragraph) ? 0 : layout(paragraph).rows.count + (isSpaced ? 1 : 0)
    }

    /// Whether a paragraph is one more of a run of blank lines, of which the screen shows a single one.
    ///
    /// One in so many is shown all the same: a screen of a million blank lines must not cost looking at them all.
    private func isLeftOut(_ paragraph: Int) -> Bool {
        paragraph % 256 != 0 && isBlank(paragraph) && isBlank(paragraph - 1)
    }

    /// Whether a paragraph has nothing but a few blanks.
    private func isBlank(_ paragraph: Int) -> Bool {
        let span = text.paragraph(paragraph)
        return span.count < 100
            && text.withBytes { bytes in span.range.allSatisfy { bytes[$0] == 32 || bytes[$0] == 9 } }
    }

    /// The place of an offset; of one in a line that is left out, the blank line before it.
    func place(of offset: Int) -> Place {
        let paragraph = text.paragraphIndex(at: offset)
        let shown = lastShown(paragraph)
        return Place(paragraph: shown, row: shown == paragraph ? layout(paragraph).row(of: offset) : 0)
    }

    /// The paragraph, or the nearest one before it that is not left out.
    private func lastShown(_ paragraph: Int) -> Int {
        var shown = paragraph
        while isLeftOut(shown) { shown -= 1 }
        return shown
    }

    /// The place some rows further down (or up, when negative), as far as the text goes.
    func place(_ start: Place, movedBy rows: Int) -> Place {
        var place = Place(paragraph: start.paragraph, row: start.row + rows)
        while place.row < 0, place.paragraph > 0 {
            place.paragraph -= 1
            place.row += rowCount(place.paragraph)
        }
        while place.paragraph < text.paragraphCount - 1, place.row >= rowCount(place.paragraph) {
            place.row -= rowCount(place.paragraph)
            place.paragraph += 1
        }
        place.paragraph = lastShown(place.paragraph)
        place.row = max(0, min(place.row, layout(place.paragraph).rows.count - 1))
        return place
    }

    /// Keeps the moving end of the selection in view, with rows around it.
    ///
    /// When it would leave, the text moves by half a screen at once: then it stands still for the next keys, and each
    /// of them changes a few cells and not all, which counts on a slow line.
    mutating func showHead() {
        let head = place(of: selection.head.start)
        let last = viewport.rows - 1
        let margin = min(2, max(0, last / 2))
        let isAbove = top > place(head, movedBy: -margin)
        let isBelow = top < place(head, movedBy: -max(0, last - margin))
        if isAbove || isBelow { top = place(head, movedBy: -(last / 2)) }
    }

    /// Shows as much of the text as fits: no blank rows below its end while there are rows above.
    mutating func fillFromAbove() {
        // Far from the end there is nothing to ask.
        guard top.paragraph + 4 * viewport.rows >= text.paragraphCount else { return }
        let paragraph = lastShown(text.paragraphCount - 1)
        let end = Place(paragraph: paragraph, row: layout(paragraph).rows.count - 1)
        top = min(top, place(end, movedBy: -(viewport.rows - 1)))
    }

    /// The paragraphs of which at least one row is in view.
    var visibleParagraphs: Range<Int> {
        var rows = rowCount(top.paragraph) - top.row
        var end = top.paragraph + 1
        while rows < viewport.rows, end < text.paragraphCount {
            rows += rowCount(end)
            end += 1
        }
        return top.paragraph..<end
    }

    /// From the first to the last byte in view, by whole paragraphs.
    var visibleSpan: Span {
        let paragraphs = visibleParagraphs
        return text.paragraph(paragraphs.lowerBound).union(text.paragraph(paragraphs.upperBound - 1))
    }
}
