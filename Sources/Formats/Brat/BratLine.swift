import Articles

/// A line of a brat file, understood by its form alone.
struct BratLine {
    enum Content {
        /// `T1⇥PER 0 6;8 14⇥Angela Merkel`, offsets as they stand.
        case textBound(type: String, fragments: [(start: Int, end: Int)], words: ArraySlice<UInt8>)
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

    let id: String
    let content: Content

    /// - Parameter line: UTF-8.
    /// - Throws: what is wrong with the line, without its place.
    init(_ line: ArraySlice<UInt8>) throws(FormatError) {
        guard let tab = line.firstIndex(of: 9) else {
            throw FormatError("a line is an id, a tab, and what it says")
        }
        id = String(decoding: line[..<tab], as: UTF8.self)
        let rest = line[(tab + 1)...]
        let end = rest.firstIndex(of: 9) ?? rest.endIndex
        let column = rest[..<end]
        let tail = end < rest.endIndex ? rest[(end + 1)...] : []
        let first = line[..<tab].first.map { Unicode.Scalar($0) }
        content =
            switch first {
            case "T": try Self.textBound(column, tail)
            case "R": try Self.relation(Self.words(column))
            case "*": try Self.equivalence(Self.words(column))
            case "A", "M": try Self.attribute(column)
            case "N": try Self.normalization(Self.words(column))
            case "#": try Self.note(Self.words(column), String(decoding: tail, as: UTF8.self))
            case "E": try Self.event(Self.words(column))
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

    private static func words(_ column: ArraySlice<UInt8>) -> [String] {
        column.split(separator: 32).map { String(decoding: $0, as: UTF8.self) }
    }

    private static func textBound(
        _ column: ArraySlice<UInt8>, _ words: ArraySlice<UInt8>
    ) throws(FormatError) -> Content {
        let parts = column.split(separator: 32, maxSplits: 1)
        guard parts.count == 2 else { throw FormatError("a text bound is a type and offsets") }
        var fragments: [(start: Int, end: Int)] = []
        var start = parts[1].startIndex
        while start <= parts[1].endIndex {
            let end = parts[1][start...].firstIndex(of: UInt8(ascii: ";")) ?? parts[1].endIndex
            let ends = parts[1][start..<end].split(separator: 32)
            guard ends.count == 2, let first = Int(decimal: ends[0]), let last = Int(decimal: ends[1]) else {
                let offsets = String(decoding: parts[1], as: UTF8.self)
                throw FormatError("offsets are pairs of numbers such as 0 6;8 14, not \"\(offsets)\"")
            }
            fragments.append((first, last))
            start = end + 1
        }
        return .textBound(
            type: String(decoding: parts[0], as: UTF8.self), fragments: fragments, words: words)
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

    private static func attribute(_ column: ArraySlice<UInt8>) throws(FormatError) -> Content {
        let parts = column.split(separator: 32, maxSplits: 2).map { String(decoding: $0, as: UTF8.self) }
        guard parts.count > 1 else { throw FormatError("an attribute is a name, a target and a value") }
        return .attribute(name: parts[0], target: parts[1], value: parts.count > 2 ? parts[2] : nil)
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
