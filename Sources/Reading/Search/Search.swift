import Articles

/// What is searched for, and where it is found: paragraph by paragraph, so that a long text costs what is looked at.
///
/// Smart case: a pattern without capitals finds any case. `re:` before a pattern makes it a regular expression.
public struct Search: Sendable {
    public enum Direction: Sendable {
        case forward, backward
    }

    private enum Matcher: Sendable {
        case literal(Needle)
        case expression(RegularExpression)
    }

    /// How long somebody waits for an answer.
    enum Patience: Sendable {
        /// A key or a picture does: a pattern that is slow in a paragraph is given up there.
        case key
        /// Nobody does, until the task is cancelled.
        case background
    }

    /// As it was typed.
    public let pattern: String
    private let matcher: Matcher
    /// Where the reader was when the search began, for going back when it is cancelled.
    var origin: Selection?

    public init(literal: String, isCaseSensitive: Bool) {
        self.init(pattern: literal, matcher: .literal(Needle(literal, isCaseSensitive: isCaseSensitive)))
    }

    /// - Throws: what is wrong with a regular expression.
    public init(pattern: String) throws(SearchError) {
        if pattern.hasPrefix("re:") {
            let expression = try RegularExpression(String(pattern.dropFirst(3)))
            self.init(pattern: pattern, matcher: .expression(expression))
        } else {
            self.init(literal: pattern, isCaseSensitive: pattern.contains(where: \.isUppercase))
        }
    }

    private init(pattern: String, matcher: Matcher) {
        self.pattern = pattern
        self.matcher = matcher
    }

    /// Whether nothing is searched for yet.
    public var isEmpty: Bool {
        switch matcher {
        case .literal(let needle): needle.isEmpty
        case .expression: pattern == "re:"
        }
    }

    /// The hits in a part of the text, such as a paragraph: in order, not overlapping.
    func hits(in text: Text, span: Span, patience: Patience) -> RegularExpression.Hits {
        switch matcher {
        case .literal(let needle):
            RegularExpression.Hits(spans: needle.matches(in: text, span: span), work: 1 + span.count / 8)
        case .expression(let expression):
            switch patience {
            case .key: expression.hits(in: text, span: span, limit: 10_000 + 50 * span.count) { false }
            case .background: expression.hits(in: text, span: span, limit: .max) { Task.isCancelled }
            }
        }
    }

    /// All hits in the text.
    public func matches(in text: Text) -> [Span] {
        switch matcher {
        case .literal(let needle): needle.matches(in: text, span: text.bounds)
        case .expression:
            (0..<text.paragraphCount).flatMap {
                hits(in: text, span: text.paragraph($0), patience: .background).spans
            }
        }
    }

    /// How many steps one key may cost; what is further away is left to the background.
    private static let keyLimit = 1_000_000

    enum Outcome: Sendable {
        case found(Span)
        case nowhere
        /// Nothing so far; there is more to do than one key may cost.
        case unfinished
    }

    /// The nearest hit behind (or before) an offset, around the end of the text and on.
    func nearest(in text: Text, from offset: Int, _ direction: Direction, patience: Patience) -> Outcome {
        let count = text.paragraphCount
        let first = text.paragraphIndex(at: offset)
        var work = 0
        for distance in 0...count {
            let index: Int
            switch direction {
            case .forward: index = (first + distance) % count
            case .backward: index = ((first - distance) % count + count) % count
            }
            let hits = hits(in: text, span: text.paragraph(index), patience: patience)
            let wanted: Span?
            switch direction {
            case .forward where distance == 0: wanted = hits.spans.first { $0.start >= offset }
            case .forward: wanted = hits.spans.first
            // In a paragraph that was given up there may be a nearer one.
            case .backward where !hits.isComplete: wanted = nil
            case .backward where distance == 0: wanted = hits.spans.last { $0.start < offset }
            case .backward: wanted = hits.spans.last
            }
            if let wanted { return .found(wanted) }
            work += hits.work + 8
            guard hits.isComplete else { return .unfinished }
            switch patience {
            case .key: if work > Self.keyLimit { return .unfinished }
            case .background: if distance % 256 == 0, Task.isCancelled { return .unfinished }
            }
        }
        return .nowhere
    }

    /// The whole search, for the background.
    public func nearest(in text: Text, from offset: Int, _ direction: Direction) -> Span? {
        if case .found(let span) = nearest(in: text, from: offset, direction, patience: .background) {
            return span
        }
        return nil
    }
}

/// What is wrong with a pattern.
public struct SearchError: Error, Hashable, Sendable, CustomStringConvertible {
    public let description: String

    init(_ description: String) { self.description = description }
}
