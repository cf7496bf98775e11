import Articles

extension Format {
    /// How a format is read.
    public struct Reader: Sendable {
        /// How much of a file the reader needs at once.
        public enum Framing: Hashable, Sendable {
            case file
            /// One document a line: a stream of any length is read in the memory of its longest line.
            case lines
            /// Many lines a document, which begins where the rule says: a stream is read in the memory of its longest
            /// document.
            case sections(SectionFraming.Opening)
        }

        /// How many articles a file holds that is read as a whole.
        public enum Holding: Hashable, Sendable {
            case one, several
        }

        public typealias Body = @Sendable (Input) throws(FormatError) -> Imported

        public let framing: Framing
        let holding: Holding
        /// Whether the first bytes of a file without a telling name look like this format.
        let recognises: @Sendable (_ start: ArraySlice<UInt8>) -> Bool
        let body: Body

        init(
            framing: Framing = .file, holding: Holding = .one,
            recognises: @escaping @Sendable (ArraySlice<UInt8>) -> Bool, _ body: @escaping Body
        ) {
            self.framing = framing
            self.holding = holding
            self.recognises = recognises
            self.body = body
        }

        /// Reads one line of a format of one document a line; blank lines hold none.
        public func read(line: Input) -> Imported {
            guard line.bytes.contains(where: { $0 != 32 && $0 != 9 && $0 != 13 }) else { return Imported() }
            do {
                return try body(line)
            } catch {
                return Imported(errors: [error])
            }
        }
    }
}

/// The bytes to read, and the files beside them that the format needs (brat's text).
public struct Input: Sendable {
    /// The file's name, for messages and as the article's name.
    public var name: String
    public var bytes: [UInt8]
    /// Files beside it by their ending, without the dot.
    public var companions: [String: [UInt8]]
    /// The name of the encoding that an HTTP header gives, where there was one.
    public var charset: String?
    /// The number of the first line, when the bytes are a part of a file.
    public var firstLine: Int
    /// Where it lies within archives; nil for a file of its own.
    var nesting: Nesting?

    public init(
        name: String, bytes: [UInt8], companions: [String: [UInt8]] = [:], firstLine: Int = 1,
        charset: String? = nil
    ) {
        self.name = name
        self.charset = charset
        self.bytes = bytes
        self.companions = companions
        self.firstLine = firstLine
    }

    /// The file's name without folders and ending.
    var stem: String {
        let base = name.split(separator: "/").last.map(String.init) ?? name
        guard let dot = base.lastIndex(of: "."), dot != base.startIndex else { return base }
        return String(base[..<dot])
    }
}

/// What a reader made of a file.
public struct Imported: Sendable {
    public var documents: [Document]
    /// What was left out because it is wrong or not understood.
    public var errors: [FormatError]
    /// What came in, but changed or doubtful.
    public var warnings: [FormatError]

    public init(documents: [Document] = [], errors: [FormatError] = [], warnings: [FormatError] = []) {
        self.documents = documents
        self.errors = errors
        self.warnings = warnings
    }

    mutating func append(_ other: Imported) {
        documents += other.documents
        errors += other.errors
        warnings += other.warnings
    }
}
