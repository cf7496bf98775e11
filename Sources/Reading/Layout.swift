import Articles
import Cells
import Synchronization

/// A paragraph broken into rows for a width.
struct ParagraphLayout: Sendable {
    /// One character of a row: what is drawn, and which bytes of the text it stands for.
    struct Piece: Sendable {
        let glyph: String
        // Small, because there is one for each character of every paragraph that is kept.
        private let start: Int
        private let byteCount: UInt32
        private let columns: UInt8

        init(glyph: String, width: Int, span: Span) {
            self.glyph = glyph
            start = span.start
            byteCount = UInt32(span.count)
            columns = UInt8(width)
        }

        /// In columns, 0 to 2.
        var width: Int { Int(columns) }

        /// Empty for label marks, which are on the screen but not in the text.
        var span: Span { Span(start, start + Int(byteCount)) }
    }

    struct Row: Sendable {
        let pieces: Range<Int>
        /// The bytes that the row shows, the blank at its end included.
        let span: Span
    }

    let span: Span
    let pieces: [Piece]
    let rows: [Row]

    /// - Parameter insertions: what is drawn before an offset although the text does not have it, in order.
    init(text: String, span: Span, columns: Int, insertions: [(offset: Int, mark: String)] = []) {
        self.span = span
        var clusters: [Width.Cluster] = []
        var pieces: [Piece] = []
        pieces.reserveCapacity(text.utf16.count)
        var offset = span.start
        var waiting = insertions[...]
        func insertMarks() {
            while let next = waiting.first, next.offset <= offset {
                waiting.removeFirst()
                for cluster in Width.clusters(of: next.mark) {
                    clusters.append(cluster)
                    pieces.append(
                        Piece(glyph: cluster.glyph, width: cluster.width, span: Span(offset, offset)))
                }
            }
        }
        for cluster in Width.clusters(of: text) {
            insertMarks()
            clusters.append(cluster)
            let end = min(offset + cluster.byteCount, span.end)
            pieces.append(Piece(glyph: cluster.glyph, width: cluster.width, span: Span(offset, end)))
            offset = end
        }
        offset = span.end
        insertMarks()
        self.pieces = pieces
        // A blank at a break is not shown, but it belongs to the row before it.
        let shown = Wrap.rows(of: clusters, columns: columns).map(\.clusters)
        rows = shown.indices.map { index in
            let start = index == 0 ? span.start : pieces[shown[index].lowerBound].span.start
            let end =
                index + 1 < shown.count ? pieces[shown[index + 1].lowerBound].span.start : span.end
            return Row(pieces: shown[index], span: Span(start, max(start, end)))
        }
    }

    /// The row that shows an offset; one behind the end is in the last row.
    func row(of offset: Int) -> Int { max(0, rows.partitioningIndex { $0.span.start > offset } - 1) }

    /// The column of an offset within a row, and the width of what is there.
    func column(of offset: Int, inRow row: Int) -> Int {
        var column = 0
        for piece in pieces[rows[row].pieces] {
            if piece.span.end > offset, !piece.span.isEmpty { break }
            column += piece.width
        }
        return column
    }

    /// The offset of what is drawn at a column of a row; the last one for a column behind the end.
    func offset(atColumn target: Int, inRow row: Int) -> Int {
        var column = 0
        var last = rows[row].span.start
        for piece in pieces[rows[row].pieces] where !piece.span.isEmpty {
            last = piece.span.start
            column += piece.width
            if column > target { break }
        }
        return last
    }
}

/// The layouts of the paragraphs near the screen, so that a key costs no wrapping again.
///
/// A memory of a pure function: it never changes what is drawn. Shared by the copies of a state.
final class LayoutCache: Sendable {
    struct Key: Hashable {
        let paragraph: Int
        let columns: Int
        /// The revision of the annotations when label marks are drawn.
        let revision: Int?
    }

    private struct Kept {
        var layouts: [Key: ParagraphLayout] = [:]
        /// Of all layouts; a paragraph may have ten of them or fifty thousand.
        var pieceCount = 0
    }

    private let kept = Mutex(Kept())
    private let layoutLimit = 256
    private let pieceLimit = 1 << 18

    func layout(_ key: Key, make: () -> ParagraphLayout) -> ParagraphLayout {
        if let known = kept.withLock({ $0.layouts[key] }) { return known }
        let made = make()
        kept.withLock {
            if $0.layouts.count >= layoutLimit || $0.pieceCount + made.pieces.count > pieceLimit {
                $0 = Kept()
            }
            $0.layouts[key] = made
            $0.pieceCount += made.pieces.count
        }
        return made
    }
}
