import Articles

/// The text of an article with elements around its mentions.
struct HTMLText {
    /// An element: a whole mention, or a piece of one that cannot be an element of its own.
    private struct Element {
        let mention: Mention
        let span: Span
        /// Which piece it is, counted from 1; nil for a whole mention.
        let part: Int?
    }

    private let text: Text
    private let offsets: OffsetUnits
    private let labels: HTMLLabels
    private var output = Output()

    static func write(_ text: Text, _ mentions: some Sequence<Mention>, _ labels: HTMLLabels) -> [UInt8] {
        var writer = HTMLText(text: text, offsets: OffsetUnits(text, .codePoints), labels: labels)
        writer.write(elements(mentions, in: text))
        return writer.output.bytes
    }

    private init(text: Text, offsets: OffsetUnits, labels: HTMLLabels) {
        self.text = text
        self.offsets = offsets
        self.labels = labels
    }

    // MARK: Elements

    /// Elements that nest without crossing, in the order in which they begin.
    private static func elements(_ mentions: some Sequence<Mention>, in text: Text) -> [Element] {
        let mentions = Array(mentions)
        let whole = Layers(mentions, in: text, for: [.nested, .blank]).kept
        let wholeIDs = Set(whole.map(\.id))
        // Where an element of the tree begins or ends, a piece must be cut.
        let cuts = Set(whole.flatMap { [$0.bounds.start, $0.bounds.end] })
        var elements = whole.map { Element(mention: $0, span: $0.bounds, part: nil) }
        let broken = mentions.filter { !wholeIDs.contains($0.id) }
        let ends = Set(broken.flatMap { $0.spans.fragments.flatMap { [$0.start, $0.end] } })
        let places = cuts.union(ends).sorted()
        for mention in broken {
            var part = 0
            for fragment in mention.spans.fragments {
                var start = fragment.start
                let first = places.partitioningIndex { $0 > start }
                for place in places[first...] where start < fragment.end {
                    part += 1
                    elements.append(
                        Element(mention: mention, span: Span(start, min(place, fragment.end)), part: part))
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

    private mutating func write(_ elements: [Element]) {
        // A parser drops a line feed right behind <pre>.
        if text.withBytes({ $0.first == 10 }) { output.write("\n") }
        var open: [Element] = []
        var written = 0
        for element in elements {
            while let last = open.last, last.span.end <= element.span.start {
                write(upTo: last.span.end, from: &written)
                close(open.removeLast())
            }
            write(upTo: element.span.start, from: &written)
            begin(element)
            open.append(element)
        }
        while let last = open.popLast() {
            write(upTo: last.span.end, from: &written)
            close(last)
        }
        write(upTo: text.byteCount, from: &written)
    }

    private mutating func write(upTo end: Int, from written: inout Int) {
        guard end > written else { return }
        text.withBytes { output.bytes.appendHTML($0[written..<end]) }
        written = end
    }

    // MARK: Tags

    private mutating func begin(_ element: Element) {
        let mention = element.mention
        let name = labels.className(mention.label)
        output.write(element.part == nil ? "<mark class=\"\(name)\"" : "<span class=\"part \(name)\"")
        attribute("data-id", mention.id.text)
        attribute("data-label", mention.label.name)
        attribute("data-start", String(offsets.count(before: element.span.start)))
        attribute("data-end", String(offsets.count(before: element.span.end)))
        if let part = element.part { attribute("data-part", String(part)) }
        if mention.status != .accepted { attribute("data-status", mention.status.rawValue) }
        if let value = mention.value { attribute("data-value", value) }
        if let link = mention.link { attribute("data-link", link) }
        let details = Self.details(mention)
        if !details.isEmpty { attribute("title", details) }
        output.write(">")
    }

    private mutating func close(_ element: Element) {
        output.write(element.part == nil ? "</mark>" : "</span>")
    }

    private mutating func attribute(_ name: String, _ value: String) {
        output.write(" \(name)=\"\(HTML.escaped(value))\"")
    }

    /// What a person sees who points at the mention.
    private static func details(_ mention: Mention) -> String {
        let attributes = mention.attributes.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
        return ([mention.value, mention.link].compactMap(\.self) + attributes).joined(separator: "\n")
    }
}
