import Articles

/// Writes a document as brat standoff; ids of brat's own form are kept.
struct BratWriter {
    private let document: Document
    private let text: Text
    private let offsets: OffsetUnits
    private var output = Output()
    private var ids: BratIDs

    static func write(_ document: Document, _ options: ExportOptions, _ output: inout Output) {
        var writer = BratWriter(document)
        writer.writeAll()
        output.bytes += writer.output.bytes
        output.companions = writer.output.companions
    }

    private init(_ document: Document) {
        self.document = document
        let bytes = document.text.bytesWithoutReturns
        text = Text(bytes: bytes)
        offsets = OffsetUnits(text, .codePoints)
        ids = BratIDs(document.annotations)
        output.companions["txt"] = bytes
    }

    private mutating func writeAll() {
        let annotations = document.annotations
        let mentions = Layers(annotations.mentions, in: text, for: Format.brat.carries).kept
        for mention in mentions { write(mention) }
        for relation in annotations.relations {
            guard let from = ids[relation.from], let to = ids[relation.to] else { continue }
            line(ids.name(relation.id, "R"), "\(BratName.clean(relation.kind)) Arg1:\(from) Arg2:\(to)")
        }
        for chain in annotations.chains {
            let members = chain.mentions.compactMap { ids[$0] }
            if !members.isEmpty { line("*", ([BratName.chain] + members).joined(separator: " ")) }
        }
        for fact in annotations.facts { write(fact) }
        for note in annotations.notes {
            guard case .annotation(let id) = note.target, let target = ids[id] else { continue }
            line(ids.name(note.id, "#"), "\(BratName.note) \(target)", Self.oneLine(note.text))
        }
    }

    private mutating func write(_ mention: Mention) {
        let id = ids.name(mention.id, "T")
        textBound(id, mention.label.name, mention.spans)
        if let value = mention.value { attribute(BratName.value, id, value) }
        for (name, value) in mention.attributes.sorted(by: { $0.key < $1.key }) { attribute(name, id, value) }
        if let link = mention.link {
            let words = text.string(in: mention.spans, joinedBy: " ")
            line(ids.next("N"), "\(BratName.reference) \(id) \(BratLink.written(link))", Self.oneLine(words))
        }
    }

    private mutating func write(_ fact: Fact) {
        guard !text.isBlank(fact.evidence) else { return }
        let trigger = ids.next("T")
        textBound(trigger, fact.kind, fact.evidence)
        var roles: [String] = []
        var counts: [String: Int] = [:]
        for slot in fact.slots {
            let name = BratName.clean(slot.name)
            let target = slot.mention.flatMap { ids[$0] } ?? filler(slot, fact)
            let count = counts[name, default: 0] + 1
            counts[name] = count
            roles.append("\(name)\(count == 1 ? "" : String(count)):\(target)")
        }
        let head = "\(BratName.clean(fact.kind)):\(trigger)"
        line(ids.name(fact.id, "E"), ([head] + roles).joined(separator: " "))
    }

    /// Writes a text bound for a slot that no mention fills; a value without words lies on the evidence.
    private mutating func filler(_ slot: Slot, _ fact: Fact) -> String {
        let id = ids.next("T")
        let spans = slot.spans.flatMap { text.isBlank($0) ? nil : $0 } ?? fact.evidence
        textBound(id, BratName.filler(fact.kind, slot.name), spans)
        if let value = slot.value { attribute(BratName.value, id, value) }
        return id
    }

    // MARK: Lines

    /// Writes a text bound, in fragments that no line break interrupts.
    private mutating func textBound(_ id: String, _ type: String, _ spans: SpanSet) {
        let fragments = spans.fragments.flatMap { lines(in: $0) }
        let places = fragments.map { "\(offsets.count(before: $0.start)) \(offsets.count(before: $0.end))" }
        let words = fragments.map { text.string(in: $0) }.joined(separator: " ")
        line(id, "\(BratName.clean(type)) \(places.joined(separator: ";"))", words)
    }

    /// The parts of a span between its line breaks.
    private func lines(in span: Span) -> [Span] { Self.lines(of: text, in: span) }

    static func lines(of text: Text, in span: Span) -> [Span] {
        text.withBytes { bytes in
            var lines: [Span] = []
            var start = span.start
            for offset in span.range where bytes[offset] == 10 {
                if start < offset { lines.append(Span(start, offset)) }
                start = offset + 1
            }
            return start < span.end ? lines + [Span(start, span.end)] : lines
        }
    }

    private mutating func attribute(_ name: String, _ target: String, _ value: String) {
        let isFlag = value.isEmpty || (value == "true" && name != BratName.value)
        line(ids.next("A"), "\(BratName.clean(name)) \(target)" + (isFlag ? "" : " " + Self.oneLine(value)))
    }

    private mutating func line(_ columns: String...) {
        output.write(columns.joined(separator: "\t") + "\n")
    }

    static func oneLine(_ string: String) -> String {
        if string.isVisibleASCII { return string }
        return string.mapScalars {
            (0x09...0x0D).contains($0.value) || $0 == "\u{2028}" || $0 == "\u{2029}" ? " " : $0
        }
    }
}

/// The ids of a brat file: a letter and a number. Those of this form are kept, the others get the next free number.
private struct BratIDs {
    private var taken: Set<String>
    private var last: [String: Int] = [:]
    private var names: [ID: String] = [:]
    private var written: Set<ID> = []

    init(_ annotations: Annotations) {
        let all =
            annotations.mentions.map { ($0.id, "T") } + annotations.relations.map { ($0.id, "R") }
            + annotations.facts.map { ($0.id, "E") } + annotations.notes.map { ($0.id, "#") }
        names = Dictionary(
            all.filter { Self.isName($0.0.text, $0.1) }.map { ($0.0, $0.0.text) },
            uniquingKeysWith: { first, _ in first })
        taken = Set(names.values)
    }

    /// The name of an annotation that has been written.
    subscript(id: ID) -> String? { written.contains(id) ? names[id] : nil }

    /// The name that an annotation is written under.
    mutating func name(_ id: ID, _ letter: String) -> String {
        let name = names[id] ?? next(letter)
        names[id] = name
        written.insert(id)
        return name
    }

    /// A name that nothing else has.
    mutating func next(_ letter: String) -> String {
        var number = last[letter, default: 0]
        repeat { number += 1 } while taken.contains("\(letter)\(number)")
        last[letter] = number
        return "\(letter)\(number)"
    }

    /// Whether an id is a letter and digits, so that it can stay.
    private static func isName(_ id: String, _ letter: String) -> Bool {
        id.hasPrefix(letter) && id.count > 1 && id.utf8.dropFirst().allSatisfy { (48...57).contains($0) }
    }
}
