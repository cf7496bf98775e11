import Articles

extension JSONLine {
    /// The keys that say where something is, as they come in.
    struct Place {
        private var start: JSON?
        private var end: JSON?
        private var fragments: JSON?
        private var words: JSON?

        /// Keeps the field if it is one of a place.
        mutating func take(_ key: String, _ field: JSON) throws(FormatError) -> Bool {
            switch key {
            case "start": start = field
            case "end": end = field
            case "fragments": fragments = field
            case "text": words = field
            default: return false
            }
            return true
        }

        /// One span, which may be empty; nil when the keys are absent.
        func span(_ offsets: OffsetUnits) throws(FormatError) -> Span? {
            guard let start, let end else {
                if let one = start ?? end { throw one.error("\"start\" and \"end\" belong together") }
                return nil
            }
            return try Self.span(start, end, offsets)
        }

        /// One span or several, which the words must agree with; nil when the keys are absent.
        func spans(in text: Text, _ offsets: OffsetUnits) throws(FormatError) -> SpanSet? {
            guard let start, let bounds = try span(offsets) else { return nil }
            var spans = [bounds]
            if let fragments {
                spans = []
                for fragment in try fragments.elements {
                    let ends = Array(try fragment.elements)
                    guard ends.count == 2 else { throw fragment.error("a fragment is [start, end]") }
                    spans.append(try Self.span(ends[0], ends[1], offsets))
                }
            }
            guard let set = SpanSet(spans) else {
                throw start.error("the span is empty; it must hold some text")
            }
            guard set.bounds == bounds else {
                throw start.error("the fragments do not reach from \"start\" to \"end\"")
            }
            if let words, !Self.agree(words, set, text) {
                throw words.error(
                    "the text at \(try start.int) is \"\(text.string(in: set, joinedBy: " … "))\"; "
                        + "do the offsets count something else than \"offsets\" says?")
            }
            return set
        }

        private static func span(
            _ start: JSON, _ end: JSON, _ offsets: OffsetUnits
        ) throws(FormatError) -> Span {
            guard let span = offsets.span(try start.int, try end.int) else {
                throw start.error("\(try start.int) to \(try end.int) is no place in the text")
            }
            return span
        }

        private static func agree(_ words: JSON, _ spans: SpanSet, _ text: Text) -> Bool {
            guard spans.isContiguous else {
                return (try? words.string) == text.string(in: spans, joinedBy: " … ")
            }
            return text.withBytes { words.isString($0[spans.bounds.range]) }
        }
    }

    /// The keys that say who said so and what a person decided.
    struct Credit {
        var origin = Origin.person()
        var status = Status.accepted

        /// Keeps the field if it is one of these.
        mutating func take(_ key: String, _ field: JSON) throws(FormatError) -> Bool {
            switch key {
            case "confidence": origin.confidence = try field.float
            case "status":
                guard let status = Status(rawValue: try field.string) else {
                    throw field.error("a status is suggested, accepted or rejected")
                }
                self.status = status
            case "origin":
                for (key, field) in try field.members {
                    switch key {
                    case "author":
                        guard let author = Origin.Author(rawValue: try field.string) else {
                            throw field.error("an author is person or engine")
                        }
                        origin.author = author
                    case "name": origin.name = try field.string
                    case "time": origin.time = try Self.time(field)
                    default:
                        throw field.error("an origin has \"author\", \"name\" and \"time\", not \"\(key)\"")
                    }
                }
            default: return false
            }
            return true
        }

        private static func time(_ field: JSON) throws(FormatError) -> Int {
            if field.kind == .number { return try field.int }
            guard let seconds = UTCTime.seconds(try field.string) else {
                throw field.error("a time looks like 2026-11-23T09:07:31Z")
            }
            return seconds
        }
    }
}

extension JSON {
    /// The members of an object whose values are all strings.
    var strings: [String: String] {
        get throws(FormatError) {
            var strings: [String: String] = [:]
            for (key, value) in try members { strings[key] = try value.string }
            return strings
        }
    }
}
