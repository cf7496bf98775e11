/// A text and what is known about it.
public struct Article: Sendable {
    /// The name in files and on the command line; often the file's name.
    public var name: String
    /// The one that the article has, or else one made from its first words, or else its name.
    public var title: String {
        get { given ?? headline?.title ?? name }
        set { given = newValue }
    }
    /// Where it comes from: a path, an address, an agency.
    public var source: String?
    /// The day of publication, as `2024-10-17`.
    public var date: String?
    /// A code such as `de`; nil when it is to be guessed.
    public var language: String?
    public let text: Text
    /// Whatever else a format knows (author, section, …).
    public var metadata: [String: String]
    private var given: String?
    /// Found where no title was given: looking for it takes time.
    private let headline: Headline?

    /// - Parameter title: nil takes the first line that is not blank if it reads like a headline, else its first words.
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
        given = title
        headline = title == nil ? Headline(of: text) : nil
    }

    /// The title that the article has, its headline being one; nil for a title that was only made for want of one.
    public var ownTitle: String? {
        guard let given else { return headline.flatMap { $0.isCut ? nil : $0.title } }
        // The library keeps a made title like any other: a name, or words that were cut.
        guard given == name || given.hasSuffix(Headline.ellipsis) else { return given }
        guard let headline = headline ?? Headline(of: text) else { return given == name ? nil : given }
        return headline.isCut && headline.title == given ? nil : given
    }
}
