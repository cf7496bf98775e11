/// Everything that is wrong with a schema file, not only the first mistake.
public struct SchemaError: Error, Hashable, Sendable, CustomStringConvertible {
    /// In the order of the file; never empty.
    public let problems: [TOMLProblem]

    /// One line a problem: `news.toml:12: labels name "PRE", …`.
    public var description: String { problems.map(\.description).joined(separator: "\n") }
}
