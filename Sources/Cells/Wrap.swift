/// Breaks text into rows of a given width: a pure step between text and screen.
public enum Wrap {
    /// One row: which of the clusters it shows.
    public struct Row: Hashable, Sendable {
        public let clusters: Range<Int>
        public init(_ clusters: Range<Int>) { self.clusters = clusters }
    }

    /// At least one row, also for no clusters. Blanks at a break hang over the edge and are not shown.
    public static func rows(of clusters: [Width.Cluster], columns: Int) -> [Row] {
        guard !clusters.isEmpty else { return [Row(0..<0)] }
        let columns = max(1, columns)
        return stride(from: 0, to: clusters.count, by: columns).map {
            Row($0..<min($0 + columns, clusters.count))
        }
    }
}
