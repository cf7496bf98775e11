/// A statement that the text makes: its kind, its evidence, and who or what fills its slots.
public struct Fact: Hashable, Sendable {
    public let id: ID
    /// The name of a `FactKind`: `quote`, `office`, `event`.
    public var kind: String
    /// The words that say so.
    public var evidence: SpanSet
    /// In the order of the kind's slots; a slot that holds several things appears several times.
    public var slots: [Slot]
    public var status: Status
    public var origin: Origin

    public init(
        id: ID, kind: String, evidence: SpanSet, slots: [Slot] = [], status: Status = .suggested,
        origin: Origin = .person()
    ) {
        self.id = id
        self.kind = kind
        self.evidence = evidence
        self.slots = slots
        self.status = status
        self.origin = origin
    }

    public var bounds: Span { evidence.bounds }

    public var isDecided: Bool { origin.author == .person || status != .suggested }

    public func slots(named name: String) -> [Slot] { slots.filter { $0.name == name } }
}

/// One filler of a slot: a place in the text, the mention there, a normal value, or any of these.
public struct Slot: Hashable, Sendable {
    public var name: String
    public var spans: SpanSet?
    public var mention: ID?
    public var value: String?

    public init(_ name: String, spans: SpanSet? = nil, mention: ID? = nil, value: String? = nil) {
        self.name = name
        self.spans = spans
        self.mention = mention
        self.value = value
    }
}
