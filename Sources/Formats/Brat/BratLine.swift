import Articles

/// A line of a brat file, understood by its form alone.
struct BratLine {
    enum Content {
        /// `T1⇥PER 0 6;8 14⇥Angela Merkel`, offsets as they stand.
        case textBound(type: String, fragments: [(start: Int, end: Int)], words: String)
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

    /// - Throws: what is wrong with the line, without its place.
    init(_ line: String) throws(FormatError) {
        let columns = line[...].parts(between: "\t", maxSplits: 2, omittingEmpty: false)
        guard columns.count > 1 else { throw FormatError("a line is an id, a tab, and what it says") }
        id = String(columns[0])
        let words = columns[1].parts(between: " ")
        let tail = columns.count > 2 ? String(columns[2]) : ""
        content =
            switch id.first {
            case "T": try Self.textBound(columns[1], tail)
            case "R": try Self.relation(words)
            case "*": try Self.equivalence(words)
            case "A", "M": try Self.attribute(columns[1])
            case "N": try Self.normalization(words)
            case "#": try Self.note(words, tail)
            case "E": try Self.event(words)
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

    private static func textBound(_ column: Substring, _ words: String) throws(FormatError) -> Content {
        let parts = column.parts(between: " ", maxSplits: 1)
        guard parts.count == 2 else { throw FormatError("a text bound is a type and offsets") }
        var fragments: [(start: Int, end: Int)] = []
        for fragment in parts[1].parts(between: ";", omittingEmpty: false) {
            let ends = fragment.parts(between: " ").map { Int($0) }
            guard ends.count == 2, let start = ends[0], let end = ends[1] else {
                throw FormatError("offsets are pairs of numbers such as 0 6;8 14, not \"\(parts[1])\"")
            }
            fragments.append((start, end))
        }
        return .textBound(type: String(parts[0]), fragments: fragments, words: words)
    }

    private static func relation(_ words: [Substring]) throws(FormatError) -> Content {
        guard words.count == 3, let from = argument(words[1]), let to = argument(words[2]) else {
            throw FormatError("a relation is a kind and two arguments such as Arg1:T1 Arg2:T2")
        }
        return .relation(kind: String(words[0]), from: from.target, to: to.target)
    }

    private static func equivalence(_ words: [Substring]) throws(FormatError) -> Content {
        guard words.count > 1 else { throw FormatError("an equivalence is a type and text bounds") }
        return .equivalence(words.dropFirst().map(String.init))
    }

    private static func attribute(_ column: Substring) throws(FormatError) -> Content {
        let parts = column.parts(between: " ", maxSplits: 2)
        guard parts.count > 1 else { throw FormatError("an attribute is a name, a target and a value") }
        return .attribute(
            name: String(parts[0]), target: String(parts[1]), value: parts.count > 2 ? String(parts[2]) : nil)
    }

    private static func normalization(_ words: [Substring]) throws(FormatError) -> Content {
        guard words.count == 3, let entry = argument(words[2]) else {
            throw FormatError("a normalisation is a type, a target and base:entry")
        }
        return .normalization(target: String(words[1]), base: entry.role, entry: entry.target)
    }

    private static func note(_ words: [Substring], _ text: String) throws(FormatError) -> Content {
        guard words.count == 2 else { throw FormatError("a note is a type, a target, a tab and its text") }
        return .note(type: String(words[0]), target: String(words[1]), text: text)
    }

    private static func event(_ words: [Substring]) throws(FormatError) -> Content {
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

    private static func argument(_ word: Substring) -> (role: String, target: String)? {
        let parts = word.parts(between: ":", maxSplits: 1, omittingEmpty: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
        return (String(parts[0]), String(parts[1]))
    }
}
