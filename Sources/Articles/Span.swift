/// A half-open range of UTF-8 offsets in an article's text.
///
///     (4, 11)   Die [Größe] zählt      7 bytes, 5 characters
public struct Span: Hashable, Comparable, Sendable {
    public let start: Int
    public let end: Int

    /// - Precondition: `0 <= start && start <= end`.
    public init(_ start: Int, _ end: Int) {
        precondition(0 <= start && start <= end, "a span runs forward")
        self.start = start
        self.end = end
    }

    public var count: Int { end - start }
    public var isEmpty: Bool { start == end }
    public var range: Range<Int> { start..<end }

    /// Whether the two share at least one byte.
    public func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }

    /// Whether `other` lies inside this span; a span contains itself.
    public func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }

    public func contains(_ offset: Int) -> Bool { start <= offset && offset < end }

    /// The smallest span that holds both.
    public func union(_ other: Span) -> Span { Span(min(start, other.start), max(end, other.end)) }

    /// What both share, or nothing when they only touch.
    public func intersection(_ other: Span) -> Span? {
        overlaps(other) ? Span(max(start, other.start), min(end, other.end)) : nil
    }

    public func moved(by distance: Int) -> Span { Span(start + distance, end + distance) }

    /// Reading order, and at the same start the longer first, so that outer spans come before inner ones.
    public static func < (left: Span, right: Span) -> Bool {
        left.start != right.start ? left.start < right.start : left.end > right.end
    }
}
