/// The place of an annotation: one span, or several fragments of a discontinuous one.
///
///     [Nord-] und Süd[korea]      fragments (0, 5) and (13, 18), bounds (0, 18)
///
/// Fragments are sorted, not empty, and neither overlap nor touch.
public struct SpanSet: Hashable, Comparable, Sendable {
    public let bounds: Span
    /// Empty while there is only one span: an empty array costs no allocation, and most mentions have one span.
    private let parts: [Span]

    public init(_ span: Span) {
        bounds = span
        parts = []
    }

    public init(_ start: Int, _ end: Int) { self.init(Span(start, end)) }

    /// Sorts the fragments and merges those that overlap or touch; nil when none has a byte.
    public init?(_ fragments: some Sequence<Span>) {
        let sorted = fragments.filter { !$0.isEmpty }.sorted()
        guard let first = sorted.first else { return nil }
        var merged = [first]
        for span in sorted.dropFirst() {
            let last = merged[merged.count - 1]
            if span.start <= last.end {
                merged[merged.count - 1] = last.union(span)
            } else {
                merged.append(span)
            }
        }
        bounds = Span(first.start, merged[merged.count - 1].end)
        parts = merged.count == 1 ? [] : merged
    }

    public var fragments: [Span] { parts.isEmpty ? [bounds] : parts }
    public var isContiguous: Bool { parts.isEmpty }
    public var start: Int { bounds.start }
    public var end: Int { bounds.end }

    /// Whether a fragment shares a byte with the span.
    public func overlaps(_ span: Span) -> Bool {
        bounds.overlaps(span) && (parts.isEmpty || parts.contains { $0.overlaps(span) })
    }

    public static func < (left: SpanSet, right: SpanSet) -> Bool {
        left.bounds != right.bounds
            ? left.bounds < right.bounds : left.parts.lexicographicallyPrecedes(right.parts)
    }
}
