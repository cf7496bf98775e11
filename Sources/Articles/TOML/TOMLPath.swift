/// Where a value stands in a TOML file: `["label", 2, "key"]` is the key of the third label.
public typealias TOMLPath = [TOMLStep]

/// One step down into a table or a list.
public enum TOMLStep: Hashable, Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    case key(String)
    /// Counted from 0.
    case index(Int)

    public init(stringLiteral key: String) { self = .key(key) }
    public init(integerLiteral index: Int) { self = .index(index) }
}
