/// What is wrong with a TOML file, where, and what to do.
public struct TOMLProblem: Error, Hashable, Sendable, CustomStringConvertible {
    public let file: String
    /// Counted from 1.
    public let line: Int
    /// Safe to print: what a file contains can send nothing to a terminal through its error message.
    public let message: String

    public init(file: String, line: Int, _ message: String) {
        self.file = file
        self.line = line
        self.message = String(
            String.UnicodeScalarView(
                message.unicodeScalars.map { scalar in
                    switch scalar.properties.generalCategory {
                    case .control, .format, .lineSeparator, .paragraphSeparator: "\u{FFFD}"
                    default: scalar
                    }
                }))
    }

    public var description: String { "\(file):\(line): \(message)" }
}
