/// A person's remark on the article, on a place in it, or on another annotation.
public struct Note: Hashable, Sendable {
    public enum Target: Hashable, Sendable {
        case article
        case span(Span)
        case annotation(ID)
    }

    public let id: ID
    public var target: Target
    public var text: String
    public var origin: Origin

    public init(id: ID, target: Target, text: String, origin: Origin = .person()) {
        self.id = id
        self.target = target
        self.text = text
        self.origin = origin
    }
}
