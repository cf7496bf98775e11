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
        }

        public let grouping: Grouping
        let body: Body

        init(_ grouping: Grouping, _ body: @escaping Body) {
            self.grouping = grouping
            self.body = body
        }
    }
}

/// What a writer gives: the main file, and companions by their ending.
public struct Output: Hashable, Sendable {
    public var bytes: [UInt8] = []
    public var companions: [String: [UInt8]] = [:]

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

    public init(statuses: Set<Status>? = nil, minimumConfidence: Float = 0, offsets: OffsetUnit? = nil) {
        self.statuses = statuses
        self.minimumConfidence = minimumConfidence
        self.offsets = offsets
    }
}
