/// A label on the whole article: `politics`, or `tone` with the value `critical`.
public struct ArticleLabel: Hashable, Sendable {
    public let id: ID
    public var name: String
    public var value: String?
    public var origin: Origin

    public init(id: ID, name: String, value: String? = nil, origin: Origin = .person()) {
        self.id = id
        self.name = name
        self.value = value
        self.origin = origin
    }
}
