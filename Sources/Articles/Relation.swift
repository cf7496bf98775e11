/// A directed link between two mentions: `employer` from a person to an organisation.
public struct Relation: Hashable, Sendable {
    public let id: ID
    public var kind: String
    public var from: ID
    public var to: ID
    public var status: Status
    public var origin: Origin

    public init(
        id: ID, kind: String, from: ID, to: ID, status: Status = .accepted, origin: Origin = .person()
    ) {
        self.id = id
        self.kind = kind
        self.from = from
        self.to = to
        self.status = status
        self.origin = origin
    }
}
