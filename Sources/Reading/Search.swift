import Articles

/// What is searched for, and where it is found: paragraph by paragraph, so that a long text costs what is looked at.
///
/// Smart case: a pattern without capitals finds any case. `re:` before a pattern makes it a regular expression.
public struct Search: Sendable {
    public enum Direction: Sendable {
        case forward, backward
    }

    private enum Matcher: Sendable {
        case literal([UInt8], isCaseSensitive: Bool)
        case expression(String)
    }

    /// As it was typed.
    public let pattern: String
    private let matcher: Matcher
    /// Where the reader was when the search began, for going back when it is cancelled.
    var origin: Selection?

    public init(literal: String, isCaseSensitive: Bool) {
        let bytes = Array((isCaseSensitive ? literal : literal.lowercased()).utf8)
        self.init(pattern: literal, matcher: .literal(bytes, isCaseSensitive: isCaseSensitive))
    }

    /// - Throws: what is wrong with a regular expression.
    public init(pattern: String) throws(SearchError) {
        guard pattern.hasPrefix("re:") else {
            self.init(literal: pattern, isCaseSensitive: pattern.contains(where: \.isUppercase))
            return
        }
        let expression = String(pattern.dropFirst(3))
        do {
            _ = try Regex(expression)
        } catch {
            throw SearchError("“\(expression)” is no regular expression: \(error)")
        }
        self.init(pattern: pattern, matcher: .expression(expression))
    }

    private init(pattern: String, matcher: Matcher) {
        self.pattern = pattern
        self.matcher = matcher
    }

    public var isEmpty: Bool {
        switch matcher {
        case .literal(let bytes, _): bytes.isEmpty
        case .expression(let expression): expression.isEmpty
        }
    }

    /// The matches in a part of the text, in order, not overlapping.
    public func matches(in text: Text, span: Span) -> [Span] {
        guard !isEmpty else { return [] }
        switch matcher {
        case .literal(let needle, true):
            return text.withBytes { Self.find(needle, in: $0[span.range]) }
        case .literal(let needle, false):
            // Folding changes lengths in a few scripts only, so bytes are folded one by one for ASCII and the
            // two-byte letters, and everything else is compared as it is.
            return text.withBytes { Self.findFolded(needle, in: $0[span.range]) }
        case .expression(let expression):
            guard let regex = try? Regex(expression) else { return [] }
            let string = text.string(in: span)
            return string.matches(of: regex).compactMap { match in
                guard !match.range.isEmpty else { return nil }
                let start = string.utf8.distance(from: string.startIndex, to: match.range.lowerBound)
                let length = string.utf8.distance(from: match.range.lowerBound, to: match.range.upperBound)
                return Span(span.start + start, min(span.end, span.start + start + length))
            }
        }
    }

    public func matches(in text: Text) -> [Span] {
        switch matcher {
        case .literal: matches(in: text, span: text.bounds)
        case .expression:
            (0..<text.paragraphCount).flatMap { matches(in: text, span: text.paragraph($0)) }
        }
    }

    /// How much text one call looks at before the rest is left to the background.
    private var budget: Int {
        switch matcher {
        case .literal: 4_000_000
        case .expression: 100_000
        }
    }

    enum Outcome: Sendable {
        case found(Span)
        case nowhere
        /// Nothing so far; there is more text than one key may cost.
        case unfinished
    }

    /// The nearest match behind (or before) an offset, around the end of the text and on.
    /// - Parameter patience: whether a key waits for it, or it may take as long as it needs.
    func nearest(in text: Text, from offset: Int, _ direction: Direction, patience: Patience) -> Outcome {
        let count = text.paragraphCount
        let first = text.paragraphIndex(at: offset)
        var looked = 0
        for distance in 0...count {
            let index: Int
            switch direction {
            case .forward: index = (first + distance) % count
            case .backward: index = ((first - distance) % count + count) % count
            }
            let span = text.paragraph(index)
            let all = matches(in: text, span: span)
            let wanted: Span?
            switch direction {
            case .forward where distance == 0: wanted = all.first { $0.start >= offset }
            case .forward: wanted = all.first
            case .backward where distance == 0: wanted = all.last { $0.start < offset }
            case .backward: wanted = all.last
            }
            if let wanted { return .found(wanted) }
            looked += span.count + 64
            if patience == .key, looked > budget { return .unfinished }
            if patience == .background, distance % 256 == 0, Task.isCancelled { return .unfinished }
        }
        return .nowhere
    }

    enum Patience: Sendable {
        case key, background
    }

    /// The whole search, for the background.
    public func nearest(in text: Text, from offset: Int, _ direction: Direction) -> Span? {
        if case .found(let span) = nearest(in: text, from: offset, direction, patience: .background) {
            return span
        }
        return nil
    }

    private static func find(_ needle: [UInt8], in bytes: Slice<UnsafeBufferPointer<UInt8>>) -> [Span] {
        var found: [Span] = []
        guard let first = needle.first, bytes.count >= needle.count else { return [] }
        var index = bytes.startIndex
        let last = bytes.endIndex - needle.count
        while index <= last {
            if bytes.base[index] == first, bytes[index..<index + needle.count].elementsEqual(needle) {
                found.append(Span(index, index + needle.count))
                index += needle.count
            } else {
                index += 1
            }
        }
        return found
    }

    private static func findFolded(_ needle: [UInt8], in bytes: Slice<UnsafeBufferPointer<UInt8>>) -> [Span] {
        var found: [Span] = []
        guard let first = needle.first, bytes.count >= needle.count else { return [] }
        let base = bytes.base
        var index = bytes.startIndex
        let last = bytes.endIndex - needle.count
        while index <= last {
            if folded(base[index], after: index > bytes.startIndex ? base[index - 1] : 0) == first {
                var length = 1
                while length < needle.count,
                    folded(base[index + length], after: base[index + length - 1]) == needle[length]
                { length += 1 }
                if length == needle.count {
                    found.append(Span(index, index + length))
                    index += length
                    continue
                }
            }
            index += 1
        }
        return found
    }

    /// The lower-case byte of ASCII letters, and of the second byte of `À`…`Þ`.
    private static func folded(_ byte: UInt8, after previous: UInt8) -> UInt8 {
        if 0x41...0x5A ~= byte { return byte | 0x20 }
        if previous == 0xC3, 0x80...0x9E ~= byte, byte != 0x97 { return byte | 0x20 }
        return byte
    }
}

/// What is wrong with a pattern.
public struct SearchError: Error, Hashable, Sendable, CustomStringConvertible {
    public let description: String

    init(_ description: String) { self.description = description }
}
