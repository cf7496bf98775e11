import Articles

/// An element around words of the text: a whole mention, or a piece of one that cannot be an element of its own.
///
///     [Ham][burg] und [Kiel]      elements nest and never cross: what crosses or is discontinuous comes in pieces
struct InlineElement {
    let mention: Mention
    let span: Span
    /// Which piece it is, counted from 1; nil for a whole mention.
    let part: Int?

    /// A text with elements in it, from its beginning to its end.
    enum Event {
        case begin(InlineElement)
        case end(InlineElement)
        case text(Range<Int>)
    }

    static func events(_ mentions: some Sequence<Mention>, in text: Text) -> [Event] {
        var events: [Event] = []
        var open: [InlineElement] = []
        var written = 0
        func write(upTo end: Int) {
            guard end > written else { return }
            events.append(.text(written..<end))
            written = end
        }
        for element in elements(mentions, in: text) {
            while let last = open.last, last.span.end <= element.span.start {
                write(upTo: last.span.end)
                events.append(.end(open.removeLast()))
            }
            write(upTo: element.span.start)
            events.append(.begin(element))
            open.append(element)
        }
        while let last = open.popLast() {
            write(upTo: last.span.end)
            events.append(.end(last))
        }
        write(upTo: text.byteCount)
        return events
    }

    /// Elements that nest without crossing, in the order in which they begin.
    private static func elements(_ mentions: some Sequence<Mention>, in text: Text) -> [InlineElement] {
        let mentions = Array(mentions)
        let whole = Layers(mentions, in: text, for: [.nested, .blank]).kept
        let wholeIDs = Set(whole.map(\.id))
        // Where an element of the tree begins or ends, a piece must be cut.
        let cuts = Set(whole.flatMap { [$0.bounds.start, $0.bounds.end] })
        var elements = whole.map { InlineElement(mention: $0, span: $0.bounds, part: nil) }
        let broken = mentions.filter { !wholeIDs.contains($0.id) }
        let ends = Set(broken.flatMap { $0.spans.fragments.flatMap { [$0.start, $0.end] } })
        let places = cuts.union(ends).sorted()
        for mention in broken {
            var part = 0
            for fragment in mention.spans.fragments {
                var start = fragment.start
                let first = places.partitioningIndex { $0 > start }
                for place in places[first...] {
                    guard start < fragment.end else { break }
                    part += 1
                    elements.append(
                        InlineElement(
                            mention: mention, span: Span(start, min(place, fragment.end)), part: part))
                    start = min(place, fragment.end)
                }
            }
        }
        // Of elements with the same place the whole mention is outside.
        return elements.enumerated().sorted { left, right in
            left.element.span != right.element.span
                ? left.element.span < right.element.span : left.offset < right.offset
        }.map(\.element)
    }
}
