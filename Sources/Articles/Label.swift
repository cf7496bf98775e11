/// What a mention is tagged as, by the short name that files carry: `PER`, `LOC`, `DATE`.
public struct Label: Hashable, Comparable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    public let name: String

    public init(_ name: String) { self.name = name }
    public init(stringLiteral name: String) { self.name = name }

    public var description: String { name }

    public static func < (left: Label, right: Label) -> Bool { left.name < right.name }
}
