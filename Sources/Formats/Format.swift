import Articles

/// A file format: how it is called, what it can carry, how it is read and written. One file a format.
public struct Format: Sendable {
    /// What a format can carry beside the text, contiguous mentions and their labels.
    public enum Feature: String, Hashable, Sendable, CaseIterable {
        case nested, overlapping, discontinuous, attributes, values, links, relations, chains, facts, labels
        case notes, status, origin, metadata
    }

    /// What a file's offsets count; none where annotation is inline or by token.
    public enum Offsets: String, Hashable, Sendable, CaseIterable {
        case utf8, utf16, codePoints = "codepoints", none
    }

    /// The name on the command line: `brat`.
    public let name: String
    public let title: String
    /// Endings of file names, without the dot, lower case; the first is used for writing.
    public let extensions: [String]
    public let offsets: Offsets
    public let carries: Set<Feature>
    public let read: Reader?
    public let write: Writer?

    public typealias Reader = @Sendable (Input) throws(FormatError) -> [Document]
    public typealias Writer = @Sendable (Document, inout Output) throws(FormatError) -> Void

    public init(
        name: String, title: String, extensions: [String], offsets: Offsets = .none,
        carries: Set<Feature> = [], read: Reader? = nil, write: Writer? = nil
    ) {
        self.name = name
        self.title = title
        self.extensions = extensions
        self.offsets = offsets
        self.carries = carries
        self.read = read
        self.write = write
    }
}

/// The bytes of a file to read, and the files beside it that the format needs (brat's text).
public struct Input: Sendable {
    /// The file's name, for messages and as the article's name.
    public var name: String
    public var bytes: [UInt8]
    public var companions: [String: [UInt8]]

    public init(name: String, bytes: [UInt8], companions: [String: [UInt8]] = [:]) {
        self.name = name
        self.bytes = bytes
        self.companions = companions
    }
}

/// What a writer gives: the main file, and companions by their extension.
public struct Output: Sendable {
    public var bytes: [UInt8] = []
    public var companions: [String: [UInt8]] = [:]
    public init() {}
}

/// What is wrong with a file, where, and what to do.
public struct FormatError: Error, Hashable, Sendable, CustomStringConvertible {
    public var file: String?
    /// Counted from 1.
    public var line: Int?
    public var message: String

    public init(file: String? = nil, line: Int? = nil, _ message: String) {
        self.file = file
        self.line = line
        self.message = message
    }

    public var description: String {
        [file, line.map(String.init), " " + message].compactMap(\.self).joined(separator: ":")
    }
}
