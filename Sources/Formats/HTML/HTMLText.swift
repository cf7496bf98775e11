import Articles

/// The text of an article with elements around its mentions.
struct HTMLText {
    private let text: Text
    private let offsets: OffsetUnits
    private let labels: HTMLLabels
    private var output = Output()

    static func write(_ text: Text, _ mentions: some Sequence<Mention>, _ labels: HTMLLabels) -> [UInt8] {
        var writer = HTMLText(text: text, offsets: OffsetUnits(text, .codePoints), labels: labels)
        writer.write(InlineElement.events(mentions, in: text))
        return writer.output.bytes
    }

    private init(text: Text, offsets: OffsetUnits, labels: HTMLLabels) {
        self.text = text
        self.offsets = offsets
        self.labels = labels
    }

    private mutating func write(_ events: [InlineElement.Event]) {
        // A parser drops a line feed right behind <pre>.
        if text.withBytes({ $0.first == 10 }) { output.write("\n") }
        for event in events {
            switch event {
            case .begin(let element): begin(element)
            case .end(let element): output.write(element.part == nil ? "</mark>" : "</span>")
            case .text(let range): text.withBytes { output.bytes.appendHTML($0[range]) }
            }
        }
    }

    // MARK: Tags

    private mutating func begin(_ element: InlineElement) {
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

    private mutating func attribute(_ name: String, _ value: String) {
        output.write(" \(name)=\"\(HTML.escaped(value))\"")
    }

    /// What a person sees who points at the mention.
    private static func details(_ mention: Mention) -> String {
        let attributes = mention.attributes.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
        return ([mention.value, mention.link].compactMap(\.self) + attributes).joined(separator: "\n")
    }
}
