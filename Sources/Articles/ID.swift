/// The name of one annotation within its article. It stays the same through every edit, save and export.
///
/// People's annotations are numbered (`m7.12`: the twelfth thing that session 7 of the library made), so that two
/// programs on one library never give the same name twice. The engine's are named for what they say
/// (`e120-131-PER`), so that two runs over the same text agree. Imported ones keep their own (`T4`).
public struct ID: Hashable, Comparable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    public let text: String

    public init(_ text: String) { self.text = text }
    public init(stringLiteral text: String) { self.text = text }

    public var description: String { text }

    public static func < (left: ID, right: ID) -> Bool { left.text < right.text }

    /// The engine's name for something it found.
    public static func found(_ span: Span, as what: String) -> ID { ID("e\(span.start)-\(span.end)-\(what)") }
}

/// Gives new names out, in one session of one document.
public struct IDSource: Hashable, Sendable {
    public let session: Int
    private var last = 0

    /// - Parameter session: a number that no other writer of the same library has; 0 outside of a library.
    public init(session: Int = 0) { self.session = session }

    /// The next name; `kind` is one letter such as `m` for a mention.
    public mutating func next(_ kind: Character) -> ID {
        last += 1
        return ID(session == 0 ? "\(kind)\(last)" : "\(kind)\(session).\(last)")
    }
}
