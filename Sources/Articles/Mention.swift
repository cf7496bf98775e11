/// A piece of the text that names or states something: a label on one span or on several fragments.
///
/// An article may hold 100,000 mentions, so one takes 40 bytes: what many have alike is shared, and what few have
/// stands apart.
public struct Mention: Hashable, Sendable {
    public let id: ID
    /// The place of most mentions; of the others it is among the details, and here is nothing.
    private var start: UInt32 = 0
    private var end: UInt32 = 0
    fileprivate var tagging: Tagging
    private var details: Details?

    public init(
        id: ID, spans: SpanSet, label: Label, status: Status = .accepted, origin: Origin = .person(),
        value: String? = nil, link: String? = nil, attributes: [String: String] = [:]
    ) {
        self.id = id
        tagging = Tagging(label: label, status: status, origin: origin)
        let hasDetails = value != nil || link != nil || !attributes.isEmpty
        details = hasDetails ? Details(value: value, link: link, attributes: attributes) : nil
        self.spans = spans
    }

    /// Another place of which just the same is said; what is said is in memory once.
    public init(id: ID, spans: SpanSet, like other: Mention) {
        self.id = id
        tagging = other.tagging
        details = other.details
        self.spans = spans
    }

    public var spans: SpanSet {
        get { details?.spans ?? SpanSet(Int(start), Int(end)) }
        set {
            let start = UInt32(exactly: newValue.start)
            let end = UInt32(exactly: newValue.end)
            let isPlain = newValue.isContiguous && start != nil && end != nil
            self.start = isPlain ? start ?? 0 : 0
            self.end = isPlain ? end ?? 0 : 0
            guard details?.spans != nil || !isPlain else { return }
            change { $0.spans = isPlain ? nil : newValue }
        }
    }

    public var bounds: Span { details?.spans?.bounds ?? Span(Int(start), Int(end)) }

    public var label: Label {
        get { tagging.label }
        set { tagging = Tagging(label: newValue, status: status, origin: origin) }
    }

    public var status: Status {
        get { tagging.status }
        set { tagging = Tagging(label: label, status: newValue, origin: origin) }
    }

    public var origin: Origin {
        get { tagging.origin }
        set { tagging = Tagging(label: label, status: status, origin: newValue) }
    }

    /// The normal form of what the text says: `2024-10-17`, `40000000000 USD`.
    public var value: String? {
        get { details?.value }
        set { if newValue != value { change { $0.value = newValue } } }
    }

    /// The entry of a knowledge base that is meant: `Q57661`, or any `base:entry`.
    public var link: String? {
        get { details?.link }
        set { if newValue != link { change { $0.link = newValue } } }
    }

    /// Values by the attribute's name; a flag has the value `true`.
    public var attributes: [String: String] {
        get { details?.attributes ?? [:] }
        set { change { $0.attributes = newValue } }
    }

    /// Whether there may be a value, a link or attributes.
    public var hasDetails: Bool { details != nil }

    /// Whether a person made it, changed it or decided about it; the engine leaves such a mention alone.
    public var isDecided: Bool { origin.author == .person || status != .suggested }

    /// Whether it means something without naming it: `er`, `die Kanzlerin`.
    public var isAnaphor: Bool {
        guard let form = details?.attributes["form"] else { return false }
        return form == "pronoun" || form == "description"
    }

    /// Whether it is only suggested, and only as a link of a chain: it asks for no decision of its own, is not counted,
    /// and is shown with its chain.
    public var isQuiet: Bool { status == .suggested && isAnaphor }

    private mutating func change(_ body: (inout Details.Content) -> Void) {
        var content = details?.content ?? Details.Content()
        body(&content)
        details = Details(content).unlessEmpty
    }
}

extension Mention {
    /// What a mention says, who said so and what was decided about it.
    fileprivate final class Tagging: Hashable, Sendable {
        let label: Label
        let status: Status
        let origin: Origin

        init(label: Label, status: Status, origin: Origin) {
            self.label = label
            self.status = status
            self.origin = origin
        }

        static func == (left: Tagging, right: Tagging) -> Bool {
            left === right
                || (left.label == right.label && left.status == right.status && left.origin == right.origin)
        }

        func hash(into hasher: inout Hasher) {
            hasher.combine(label)
            hasher.combine(status)
            hasher.combine(origin)
        }
    }

    /// The rarer properties of a mention.
    private final class Details: Hashable, Sendable {
        struct Content: Hashable, Sendable {
            /// The place when it has several fragments, or lies where 32 bits do not reach.
            var spans: SpanSet?
            var value: String?
            var link: String?
            var attributes: [String: String] = [:]
        }

        let content: Content

        init(_ content: Content) { self.content = content }

        convenience init(value: String?, link: String?, attributes: [String: String]) {
            self.init(Content(value: value, link: link, attributes: attributes))
        }

        var spans: SpanSet? { content.spans }
        var value: String? { content.value }
        var link: String? { content.link }
        var attributes: [String: String] { content.attributes }
        var unlessEmpty: Details? { content == Content() ? nil : self }

        static func == (left: Details, right: Details) -> Bool {
            left === right || left.content == right.content
        }

        func hash(into hasher: inout Hasher) { hasher.combine(content) }
    }
}

extension [Mention] {
    /// The same mentions, those that are tagged alike with one piece of memory for it.
    func sharingTaggings() -> [Mention] {
        var known: Set<Mention.Tagging> = []
        // Most are shared already, for a reader or an earlier table saw to it: told without a hash.
        var recent: [Mention.Tagging] = []
        var result = self
        for index in result.indices where !recent.contains(where: { $0 === result[index].tagging }) {
            result[index].shareTagging(&known)
            if recent.count < 16 { recent.append(result[index].tagging) }
        }
        return result
    }
}

extension Mention {
    fileprivate mutating func shareTagging(_ known: inout Set<Tagging>) {
        // When nearly all differ, as confidences may, there is nothing to win.
        if known.count == 4096 { known = [] }
        tagging = known.insert(tagging).memberAfterInsert
    }
}
