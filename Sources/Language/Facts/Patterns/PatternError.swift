/// What is wrong with a table of patterns, and where.
public struct PatternError: Error, Hashable, Sendable, CustomStringConvertible {
    public let file: String
    public let line: Int
    /// Counted in characters from 1.
    public let column: Int
    public let message: String

    public var description: String { "\(file):\(line):\(column): \(message)" }
}
