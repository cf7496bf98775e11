/// What a piece of the screen is, not what it looks like: `entity.person`, `selection`. A theme says the rest.
///
/// Names are dotted; a theme that does not know `entity.person` uses `entity`, then `text`.
public struct Role: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    public let name: String

    public init(_ name: String) { self.name = name }
    public init(stringLiteral name: String) { self.name = name }

    public var description: String { name }

    /// The next more general role: `entity` for `entity.person`, nil for `entity`.
    public var parent: Role? { name.lastIndex(of: ".").map { Role(String(name[..<$0])) } }
}
