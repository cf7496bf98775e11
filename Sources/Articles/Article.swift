/// A text and what is known about it.
public struct Article: Sendable {
    /// The name in files and on the command line; often the file's name.
    public var name: String
    public var title: String
    /// Where it comes from: a path, an address, an agency.
    public var source: String?
    /// The day of publication, as `2024-10-17`.
    public var date: String?
    /// A code such as `de`; nil when it is to be guessed.
    public var language: String?
    public let text: Text
    /// Whatever else a format knows (author, section, …).
    public var metadata: [String: String]

    /// - Parameter title: nil takes the first line that is not blank.
    public init(
        name: String, title: String? = nil, source: String? = nil, date: String? = nil,
        language: String? = nil, text: Text, metadata: [String: String] = [:]
    ) {
        self.name = name
        self.source = source
        self.date = date
        self.language = language
        self.text = text
        self.metadata = metadata
        self.title = title ?? text.firstLine ?? name
    }
}
