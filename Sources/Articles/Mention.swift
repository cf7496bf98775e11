/// A piece of the text that names or states something: a label on one span or on several fragments.
public struct Mention: Hashable, Sendable {
    public let id: ID
    public var spans: SpanSet
    public var label: Label
    public var origin: Origin
    public var status: Status
    /// Most mentions have none of these, and an article may hold 100,000 mentions: they share one word.
    private var details: Details?

    public init(
        id: ID, spans: SpanSet, label: Label, status: Status = .accepted, origin: Origin = .person(),
        value: String? = nil, link: String? = nil, attributes: [String: String] = [:]
    ) {
        self.id = id
        self.spans = spans
        self.label = label
        self.status = status
        self.origin = origin
        details = Details(value: value, link: link, attributes: attributes).unlessEmpty
    }

    /// The normal form of what the text says: `2024-10-17`, `40000000000 USD`.
    public var value: String? {
        get { details?.value }
        set { details = Details(value: newValue, link: link, attributes: attributes).unlessEmpty }
    }

    /// The entry of a knowledge base that is meant: `Q57661`, or any `base:entry`.
    public var link: String? {
        get { details?.link }
        set { details = Details(value: value, link: newValue, attributes: attributes).unlessEmpty }
    }

    /// Values by the attribute's name; a flag has the value `true`.
    public var attributes: [String: String] {
        get { details?.attributes ?? [:] }
        set { details = Details(value: value, link: link, attributes: newValue).unlessEmpty }
    }

    public var bounds: Span { spans.bounds }

    /// Whether a person made it, changed it or decided about it; the engine leaves such a mention alone.
    public var isDecided: Bool { origin.author == .person || status != .suggested }
}

/// The rarer properties of a mention, behind one reference.
private final class Details: Hashable, Sendable {
    let value: String?
    let link: String?
    let attributes: [String: String]

    init(value: String?, link: String?, attributes: [String: String]) {
        self.value = value
        self.link = link
        self.attributes = attributes
    }

    var unlessEmpty: Details? { value == nil && link == nil && attributes.isEmpty ? nil : self }

    static func == (left: Details, right: Details) -> Bool {
        left === right
            || (left.value == right.value && left.link == right.link && left.attributes == right.attributes)
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(value)
        hasher.combine(link)
        hasher.combine(attributes)
    }
}
