import Articles

/// Writes a document as brat standoff; ids of brat's own form are kept.
struct BratWriter {
    private let document: Document
    private let text: Text
    private var offsets: OffsetUnits.Cursor
    private var bytes: [UInt8] = []
    private var ids: BratIDs

    static func write(_ document: Document, _ options: ExportOptions, _ output: inout Output) {
        var writer = BratWriter(document)
        swap(&writer.bytes, &output.bytes)
        let text = writer.text
        text.withBytes { source in
            writer.writeAll(source)
            output.companions["txt"] = Array(source)
        }
        swap(&writer.bytes, &output.bytes)
    }

    private init(_ document: Document) {
        self.document = document
        text = document.text
        offsets = OffsetUnits.Cursor(OffsetUnits(text, .codePoints))
        ids = BratIDs(document.annotations)
    }

    private mutating func writeAll(_ source: UnsafeBufferPointer<UInt8>) {
        let annotations = document.annotations
        bytes.reserveCapacity(bytes.count + 48 * annotations.mentions.count)
        for mention in annotations.mentions { write(mention, source) }
        for relation in annotations.relations {
            guard let from = ids[relation.from], let to = ids[relation.to] else { continue }
            begin(ids.name(relation.id, .relation))
            bytes.append(BratName.clean(relation.kind))
            bytes.append(" Arg1:")
            bytes.append(from)
            bytes.append(" Arg2:")
            bytes.append(to)
            bytes.append(10)
        }
        for chain in annotations.chains {
            let members = chain.mentions.compactMap { ids[$0] }
            guard !members.isEmpty else { continue }
            bytes.append("*\t")
            bytes.append(BratName.chain)
            for member in members {
                bytes.append(32)
                bytes.append(member)
            }
            bytes.append(10)
        }
        for fact in annotations.facts { write(fact, source) }
        for note in annotations.notes {
            guard case .annotation(let id) = note.target, let target = ids[id] else { continue }
            begin(ids.name(note.id, .note))
            bytes.append(BratName.note)
            bytes.append(32)
            bytes.append(target)
            bytes.append(9)
            bytes.append(Self.oneLine(note.text))
            bytes.append(10)
        }
    }

    private mutating func write(_ mention: Mention, _ source: UnsafeBufferPointer<UInt8>) {
        let id = ids.name(mention.id, .textBound)
        let spans = mention.spans
        textBound(id, mention.label.name, spans, source)
        if let value = mention.value { attribute(BratName.value, id, value) }
        let attributes = mention.attributes
        if attributes.count == 1, let (name, value) = attributes.first {
            attribute(name, id, value)
        } else if !attributes.isEmpty {
            for (name, value) in attributes.sorted(by: { $0.key < $1.key }) { attribute(name, id, value) }
        }
        guard let link = mention.link else { return }
        begin(ids.next(.normalization))
        bytes.append(BratName.reference)
        bytes.append(32)
        bytes.append(id)
        bytes.append(32)
        bytes.append(BratLink.written(link))
        bytes.append(9)
        bytes.append(Self.oneLine(text.string(in: spans, joinedBy: " ")))
        bytes.append(10)
    }

    private mutating func write(_ fact: Fact, _ source: UnsafeBufferPointer<UInt8>) {
        guard !text.isBlank(fact.evidence) else { return }
        let trigger = ids.next(.textBound)
        textBound(trigger, BratName.clean(fact.kind), fact.evidence, source)
        var event: [UInt8] = []
        event.append(BratName.clean(fact.kind))
        event.append(UInt8(ascii: ":"))
        event.append(trigger)
        var counts: [String: Int] = [:]
        for slot in fact.slots {
            let name = BratName.clean(slot.name)
            let target = slot.mention.flatMap { ids[$0] } ?? filler(slot, fact, source)
            let count = counts[name, default: 0] + 1
            counts[name] = count
            event.append(32)
            event.append(name)
            if count > 1 { event.appendDecimal(count) }
            event.append(UInt8(ascii: ":"))
            event.append(target)
        }
        begin(ids.name(fact.id, .event))
        bytes += event
        bytes.append(10)
    }

    /// Writes a text bound for a slot that no mention fills; a value without words lies on the evidence.
    private mutating func filler(
        _ slot: Slot, _ fact: Fact, _ source: UnsafeBufferPointer<UInt8>
    ) -> BratID {
        let id = ids.next(.textBound)
        let spans = slot.spans.flatMap { text.isBlank($0) ? nil : $0 } ?? fact.evidence
        textBound(id, BratName.clean(BratName.filler(fact.kind, slot.name)), spans, source)
        if let value = slot.value { attribute(BratName.value, id, Self.oneLine(value)) }
        return id
    }

    // MARK: Lines

    /// Begins a line.
    private mutating func begin(_ id: BratID) {
        bytes.append(id)
        bytes.append(9)
    }

    /// Writes a text bound of a clean type, in fragments that no line break interrupts.
    private mutating func textBound(
        _ id: BratID, _ type: String, _ spans: SpanSet, _ source: UnsafeBufferPointer<UInt8>
    ) {
        begin(id)
        bytes.append(type)
        bytes.append(32)
        if spans.isContiguous, !source[spans.bounds.range].contains(10) {
            append(offsets.range(of: spans.bounds))
            bytes.append(9)
            bytes.append(source, spans.bounds.range)
            bytes.append(10)
            return
        }
        let fragments = Self.lines(of: spans, in: source)
        for (index, fragment) in fragments.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ";")) }
            append(offsets.range(of: fragment))
        }
        bytes.append(9)
        for (index, fragment) in fragments.enumerated() {
            if index > 0 { bytes.append(32) }
            bytes.append(source, fragment.range)
        }
        bytes.append(10)
    }

    private mutating func append(_ place: Range<Int>) {
        bytes.appendDecimal(place.lowerBound)
        bytes.append(32)
        bytes.appendDecimal(place.upperBound)
    }

    /// The parts of a place between its line breaks.
    static func lines(of spans: SpanSet, in source: UnsafeBufferPointer<UInt8>) -> [Span] {
        guard source[spans.bounds.range].contains(10) else { return spans.fragments }
        var lines: [Span] = []
        for span in spans.fragments {
            var start = span.start
            for offset in span.range where source[offset] == 10 {
                if start < offset { lines.append(Span(start, offset)) }
                start = offset + 1
            }
            if start < span.end { lines.append(Span(start, span.end)) }
        }
        return lines
    }

    /// Writes an attribute with a clean name and a value that is one line, as `BratName.adapted` makes those of mentions.
    private mutating func attribute(_ name: String, _ target: BratID, _ value: String) {
        begin(ids.next(.attribute))
        bytes.append(name)
        bytes.append(32)
        bytes.append(target)
        let isFlag = value.isEmpty || (value == "true" && name != BratName.value)
        if !isFlag {
            bytes.append(32)
            bytes.append(value)
        }
        bytes.append(10)
    }

    static func oneLine(_ string: String) -> String {
        if string.isVisibleASCII { return string }
        return string.mapScalars {
            (0x09...0x0D).contains($0.value) || $0 == "\u{2028}" || $0 == "\u{2029}" ? " " : $0
        }
    }
}
