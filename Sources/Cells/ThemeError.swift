/// What is wrong with one line of a theme, and what to do about it.
public struct ThemeError: Error, Hashable, CustomStringConvertible {
    /// The theme's file or name.
    public let name: String
    /// From 1.
    public let line: Int
    public let message: String

    public var description: String { "\(name):\(line): \(message)" }

    /// The message before its place is known.
    struct Reason: Error {
        let message: String
        init(_ message: String) { self.message = message }
    }
}
