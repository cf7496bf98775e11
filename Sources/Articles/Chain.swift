/// Mentions of one and the same thing (coreference): `Mark Rutte` … `Rutte` … `er`.
///
/// A rejected one says that they are not all the same, and keeps the engine from joining them again.
public struct Chain: Hashable, Sendable {
    public let id: ID
    /// In reading order, each once.
    public var mentions: [ID]
    public var status: Status
    public var origin: Origin

    public init(id: ID, mentions: [ID], status: Status = .accepted, origin: Origin = .person()) {
        self.id = id
        self.mentions = mentions
        self.status = status
        self.origin = origin
    }
}
