/// Why a line of lessons cannot be read, and what to do.
public struct LessonError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Counted from 1; 0 when there is only one.
    public let line: Int
    let reason: String

    public var description: String { (line > 0 ? "\(line): " : "") + reason }

    func at(line: Int) -> LessonError { LessonError(line: line, reason: reason) }
}

/// A decided sentence as a line, to be kept and to be read by people: fields with tabs between them.
///
///     de  5  Die Firma Berg & Sohn wächst .  +COMPANY:2-5  -PER:2-3  ?0-1
///
/// Five words have been seen. `+` was made or accepted, `-` rejected, `?` is not known; numbers count words from 0, the
/// second is the end.
extension DecidedSentence {
    public var line: String {
        var fields = [isEnglish ? "en" : "de", String(seen), text]
        for decision in decisions {
            let (start, end) = (decision.words.lowerBound, decision.words.upperBound)
            fields.append("\(decision.isAccepted ? "+" : "-")\(decision.label):\(start)-\(end)")
        }
        fields += open.map { "?\($0.lowerBound)-\($0.upperBound)" }
        return fields.joined(separator: "\t")
    }

    public init(line: String) throws(LessonError) {
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard fields.count >= 3, ["de", "en"].contains(fields[0]), let seen = Int(fields[1]), seen >= 0 else {
            throw LessonError(line: 0, reason: "is no sentence that was learned; remove the line")
        }
        self.init(
            text: String(fields[2]), isEnglish: fields[0] == "en", seen: seen)
        let count = words.count
        for field in fields[3...] {
            guard let sign = field.first, let colon = field.lastIndex(of: sign == "?" ? "?" : ":"),
                let range = Self.range(field[field.index(after: colon)...], within: count)
            else {
                throw LessonError(
                    line: 0, reason: "“\(field)” says nothing about one of its \(count) words; remove it")
            }
            let label = sign == "?" ? "" : String(field[..<colon].dropFirst())
            switch sign {
            case "?":
                open.append(range)
            case "+" where !label.isEmpty, "-" where !label.isEmpty:
                decisions.append(Decision(range, label, isAccepted: sign == "+"))
            default:
                throw LessonError(
                    line: 0, reason: "“\(field)” begins with no +, - or ? and a label; remove it")
            }
        }
    }

    private static func range(_ text: Substring, within count: Int) -> Range<Int>? {
        let numbers = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard numbers.count == 2, let start = numbers[0], let end = numbers[1], start >= 0, start < end,
            end <= count
        else { return nil }
        return start..<end
    }
}

/// The sentences that a person has taught, as a file to keep, to look at, and to give to another library.
public enum LessonFile {
    static let head = "glosse personal layer, version 1"

    public static func text(_ sentences: some Sequence<DecidedSentence>) -> String {
        ([head] + sentences.map(\.line)).joined(separator: "\n") + "\n"
    }

    public static func sentences(_ text: String) throws(LessonError) -> [DecidedSentence] {
        var lines = text.split(
            omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" || $0 == "\r\n" })
        if lines.last?.isEmpty == true { lines.removeLast() }
        guard let first = lines.first, first.hasPrefix("glosse personal layer, version ") else {
            throw LessonError(
                line: 1, reason: "this is no personal layer; make one with glosse personal export")
        }
        guard first == head else {
            throw LessonError(line: 1, reason: "“\(first)” cannot be read here; this program reads version 1")
        }
        var sentences: [DecidedSentence] = []
        for (index, line) in lines.enumerated().dropFirst() {
            do throws(LessonError) {
                sentences.append(try DecidedSentence(line: String(line)))
            } catch {
                throw error.at(line: index + 1)
            }
        }
        return sentences
    }
}
