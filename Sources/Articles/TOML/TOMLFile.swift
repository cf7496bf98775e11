import TOMLKit

/// A TOML file that a person wrote: what it says, and every mistake in it with its line.
///
/// A statement that is no TOML is noted and left out, so that the rest can still be used.
public struct TOMLFile: Sendable {
    /// The file's name, for messages.
    public let name: String
    /// Statements that are no TOML, in the order of the file.
    public let syntaxProblems: [TOMLProblem]
    private let root: [String: TOMLItem]
    private let lines: TOMLLines

    /// After so many mistakes nothing of the file is used.
    private static let mostMistakes = 50

    public init(name: String, text: String) {
        var source = Array(text.utf8)
        var problems: [TOMLProblem] = []
        func note(_ line: Int, _ message: String) {
            problems.append(TOMLProblem(file: name, line: line, message))
        }
        if let position = source.firstIndex(of: 0) {
            note(1 + source[..<position].count { $0 == UInt8(ascii: "\n") }, "a NUL byte; remove it")
            source = source.map { $0 == 0 ? UInt8(ascii: " ") : $0 }
        }
        var table: TOMLTable?
        while table == nil {
            do throws(Mistake) {
                table = try Self.parse(source)
            } catch {
                let lines = TOMLLines(source).statement(around: error.line)
                note(lines.lowerBound, error.message + "; correct or remove it")
                guard problems.count < Self.mostMistakes, Self.blank(lines, in: &source) else {
                    note(lines.lowerBound, "too many mistakes; nothing of this file is used")
                    break
                }
            }
        }
        self.name = name
        syntaxProblems = problems.sorted { $0.line < $1.line }
        root = table.map(TOMLItem.items) ?? [:]
        lines = TOMLLines(source)
    }

    /// Reads the file from its top table.
    /// - Returns: What `read` made of it, and the problems that it met, in the order of the file.
    public func read<Value>(_ read: (inout TOMLSection) -> Value) -> (value: Value, problems: [TOMLProblem]) {
        var section = TOMLSection(root, named: "the file", at: [], file: name, lines: lines)
        let value = read(&section)
        return (value, section.finish().sorted { $0.line < $1.line })
    }

    /// The line of a value, counted from 1; that of the nearest table around it when it is not there itself.
    public func line(of path: TOMLPath) -> Int { lines.line(of: path) }

    private struct Mistake: Error {
        let line: Int
        let message: String
    }

    private static func parse(_ source: [UInt8]) throws(Mistake) -> TOMLTable {
        for statement in TOMLLines(source).statements {
            if let fault = statement.fault { throw Mistake(line: statement.lines.lowerBound, message: fault) }
        }
        do {
            return try TOMLTable(string: String(decoding: source, as: UTF8.self))
        } catch let error as TOMLParseError {
            throw Mistake(line: max(1, error.source.begin.line), message: message(of: error))
        } catch {
            throw Mistake(line: 1, message: "this cannot be read")
        }
    }

    /// The parser's words without its beginning, `Error while parsing value: `.
    private static func message(of error: TOMLParseError) -> String {
        let words = error.description.split(separator: ": ", maxSplits: 1).last ?? "it cannot be read"
        let hint = words == "could not determine value type" ? " (text needs quotes)" : ""
        return "this is no TOML: \(words)\(hint)"
    }

    /// Empties lines and keeps their number. Says whether that changed anything.
    private static func blank(_ lines: ClosedRange<Int>, in source: inout [UInt8]) -> Bool {
        var line = 1
        var hasChanged = false
        for index in source.indices {
            if source[index] == UInt8(ascii: "\n") {
                line += 1
            } else if lines.contains(line), source[index] != UInt8(ascii: " ") {
                source[index] = UInt8(ascii: " ")
                hasChanged = true
            }
        }
        return hasChanged
    }
}
