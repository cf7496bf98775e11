import Articles

/// A line of a brat file, understood by its form alone.
struct BratLine {
    enum Content {
        /// `T1⇥PER 0 6;8 14⇥Angela Merkel`, offsets as they stand; type and words are places in the bytes.
        case textBound(type: Range<Int>, first: Fragment, others: [Fragment], words: Range<Int>)
        /// `R1⇥member-of Arg1:T1 Arg2:T2`
        case relation(kind: String, from: String, to: String)
        /// `*⇥Coref T1 T2 T3`
        case equivalence([String])
        /// `A1⇥form T1 name`, a flag without the value.
        case attribute(name: String, target: String, value: String?)
        /// `N1⇥Reference T1 wikidata:Q57661⇥Mark Rutte`
        case normalization(target: String, base: String, entry: String)
        /// `#1⇥AnnotatorNotes T1⇥Is this right?`
        case note(type: String, target: String, text: String)
        /// `E1⇥quote:T4 speaker:T1 content:T5`
        case event(kind: String, trigger: String, arguments: [(role: String, target: String)])
    }

    typealias Fragment = (start: Int, end: Int)

    let id: String
    let content: Content

    /// - Parameters:
    ///   - bytes: the whole file, UTF-8.
    ///   - line: where the line is in it.
    /// - Throws: what is wrong with the line, without its place.
    init(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) throws(FormatError) {
        guard let tab = bytes[line].firstIndex(of: 9) else {
            throw FormatError("a line is an id, a tab, and what it says")
        }
        id = bytes.string(line.lowerBound..<tab)
        let rest = tab + 1..<line.upperBound
        let end = bytes[rest].firstIndex(of: 9) ?? rest.upperBound
        var column = BratColumn(bytes, rest.lowerBound..<end)
        let tail = min(end + 1, rest.upperBound)..<rest.upperBound
        content =
            switch bytes[line.lowerBound] {
            case UInt8(ascii: "T"): try Self.textBound(&column, tail)
            case UInt8(ascii: "R"): try Self.relation(column.words)
            case UInt8(ascii: "*"): try Self.equivalence(column.words)
            case UInt8(ascii: "A"), UInt8(ascii: "M"): try Self.attribute(&column)
            case UInt8(ascii: "N"): try Self.normalization(column.words)
            case UInt8(ascii: "#"): try Self.note(column.words, bytes.string(tail))
            case UInt8(ascii: "E"): try Self.event(column.words)
            default:
                throw FormatError("\(id) is no kind of annotation that is known here; remove the line")
            }
    }

    /// Whether a file without a telling name begins like one of brat.
    static func isLikely(_ start: ArraySlice<UInt8>) -> Bool {
        guard let first = start.first, "TREAMN#*".utf8.contains(first), let tab = start.firstIndex(of: 9)
        else {
            return false
        }
        let number = start[(start.startIndex + 1)..<tab]
        return number.allSatisfy { (48...57).contains($0) } && number.isEmpty == (first == UInt8(ascii: "*"))
    }

    // MARK: Kinds of lines

    private static func textBound(
        _ column: inout BratColumn, _ words: Range<Int>
    ) throws(FormatError) -> Content {
        guard let type = column.word(), !column.rest.isEmpty else {
            throw FormatError("a text bound is a type and offsets")
        }
        let offsets = column.rest
        guard let first = column.fragment() else { throw wrong(offsets, column.bytes) }
        var others: [Fragment] = []
        while !column.isOver {
            guard let next = column.fragment() else { throw wrong(offsets, column.bytes) }
            others.append(next)
        }
        return .textBound(type: type, first: first, others: others, words: words)
    }

    private static func wrong(_ offsets: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> FormatError {
        FormatError("offsets are pairs of numbers such as 0 6;8 14, not \"\(bytes.string(offsets))\"")
    }

    private static func relation(_ words: [String]) throws(FormatError) -> Content {
        guard words.count == 3, let from = argument(words[1]), let to = argument(words[2]) else {
            throw FormatError("a relation is a kind and two arguments such as Arg1:T1 Arg2:T2")
        }
        return .relation(kind: words[0], from: from.target, to: to.target)
    }

    private static func equivalence(_ words: [String]) throws(FormatError) -> Content {
        guard words.count > 1 else { throw FormatError("an equivalence is a type and text bounds") }
        return .equivalence(Array(words.dropFirst()))
    }

    private static func attribute(_ column: inout BratColumn) throws(FormatError) -> Content {
        guard let name = column.word(), let target = column.word() else {
            throw FormatError("an attribute is a name, a target and a value")
        }
        let bytes = column.bytes
        return .attribute(
            name: bytes.string(name), target: bytes.string(target),
            value: column.rest.isEmpty ? nil : bytes.string(column.rest))
    }

    private static func normalization(_ words: [String]) throws(FormatError) -> Content {
        guard words.count == 3, let entry = argument(words[2]) else {
            throw FormatError("a normalisation is a type, a target and base:entry")
        }
        return .normalization(target: words[1], base: entry.role, entry: entry.target)
    }

    private static func note(_ words: [String], _ text: String) throws(FormatError) -> Content {
        guard words.count == 2 else { throw FormatError("a note is a type, a target, a tab and its text") }
        return .note(type: words[0], target: words[1], text: text)
    }

    private static func event(_ words: [String]) throws(FormatError) -> Content {
        guard let first = words.first, let head = argument(first) else {
            throw FormatError("an event begins with its type and trigger, such as quote:T4")
        }
        var arguments: [(role: String, target: String)] = []
        for word in words.dropFirst() {
            guard let argument = argument(word) else {
                throw FormatError("\"\(word)\" is no argument such as speaker:T1")
            }
            arguments.append(argument)
        }
        return .event(kind: head.role, trigger: head.target, arguments: arguments)
    }

    private static func argument(_ word: String) -> (role: String, target: String)? {
        let parts = word[...].parts(between: ":", maxSplits: 1, omittingEmpty: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
        return (String(parts[0]), String(parts[1]))
    }
}
