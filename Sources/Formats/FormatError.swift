/// What is wrong with a file, where, and what to do.
public struct FormatError: Error, Hashable, Sendable, CustomStringConvertible {
    public var file: String?
    /// Counted from 1.
    public var line: Int?
    /// Counted from 1, in code points.
    public var column: Int?
    public var message: String
    public var subject: Subject

    /// What a finding is about, where somebody acts on it.
    public enum Subject: Hashable, Sendable {
        case general
        /// Items of a feed hold only a teaser, which is true until their pages are got.
        case teasers
    }

    public init(
        file: String? = nil, line: Int? = nil, column: Int? = nil, about subject: Subject = .general,
        _ message: String
    ) {
        self.file = file
        self.line = line
        self.column = column
        self.message = message
        self.subject = subject
    }

    /// `sample.ann:12: relation R1 names T9, …`
    public var description: String {
        let place = [file, line.map(String.init), column.map(String.init)].compactMap(\.self)
        return place.isEmpty ? message : place.joined(separator: ":") + ": " + message
    }
}
