import Articles

extension Format {
    /// How a format is written.
    public struct Writer: Sendable {
        public typealias Body = @Sendable (Document, ExportOptions, inout Output) throws(FormatError) -> Void

        /// How documents share a file.
        public enum Grouping: Hashable, Sendable {
            case oneDocument
            /// Any number of documents between an opening and a closing.
            case anyNumber(opening: String = "", separator: String = "", closing: String = "")
            /// Any number, which make one whole: nothing is written before the last.
            case together
        }

        typealias Whole = @Sendable ([Document], ExportOptions) -> [UInt8]

        /// A file beside the others that lists what all documents together use.
        struct Configuration: Sendable {
            let ending: String
            let bytes: @Sendable (Set<ConfiguredName>) -> [UInt8]
        }

        public let grouping: Grouping
        let configuration: Configuration?
        let body: Body
        let whole: Whole?
        /// Whether the file is made for people and other programs, and never meant to become annotation again.
        let isReport: Bool

        init(_ grouping: Grouping, configuration: Configuration? = nil, _ body: @escaping Body) {
            self.grouping = grouping
            self.configuration = configuration
            self.body = body
            whole = nil
            isReport = false
        }

        /// A file for people, which the format's reader takes for an article.
        init(report grouping: Grouping, _ body: @escaping Body) {
            self.grouping = grouping
            self.body = body
            configuration = nil
            whole = nil
            isReport = true
        }

        init(together whole: @escaping Whole) {
            grouping = .together
            configuration = nil
            body = { document, options, output in output.bytes += whole([document], options) }
            self.whole = whole
            isReport = true
        }
    }
}

/// Something that a configuration beside the documents must name before a file may use it.
struct ConfiguredName: Hashable, Comparable, Sendable {
    enum Kind: Int, Hashable {
        case label, relation, attribute, choice
    }

    let kind: Kind
    let name: String
    var value = ""

    static func < (left: ConfiguredName, right: ConfiguredName) -> Bool {
        (left.kind.rawValue, left.name, left.value) < (right.kind.rawValue, right.name, right.value)
    }
}

/// What a writer gives: the main file, and companions by their ending.
public struct Output: Hashable, Sendable {
    public var bytes: [UInt8] = []
    public var companions: [String: [UInt8]] = [:]
    /// What the document uses of what a configuration must list.
    var names: Set<ConfiguredName> = []

    public init() {}

    mutating func write(_ string: String) { bytes.append(contentsOf: string.utf8) }
}

/// What is exported, and how.
public struct ExportOptions: Hashable, Sendable {
    /// Which annotations go out. Nil takes all that the format can tell apart: everything where it carries the
    /// status, elsewhere what is accepted or suggested, for what somebody rejected must not look like a finding.
    public var statuses: Set<Status>?
    /// The engine's annotations below this confidence stay behind; what people made always goes.
    public var minimumConfidence: Float
    /// What offsets count; nil takes the format's usual unit.
    public var offsets: OffsetUnit?
    /// How tags of tokens say where a mention begins and ends.
    public var scheme: TagScheme
    /// Which document of its file is written, from 1.
    var number = 1

    public init(
        statuses: Set<Status>? = nil, minimumConfidence: Float = 0, offsets: OffsetUnit? = nil,
        scheme: TagScheme = .iob2
    ) {
        self.statuses = statuses
        self.minimumConfidence = minimumConfidence
        self.offsets = offsets
        self.scheme = scheme
    }
}
