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
        var table: TOMLTable?
        if let position = source.firstIndex(of: 0) {
            let line = 1 + source[..<position].count { $0 == UInt8(ascii: "\n") }
            problems.append(TOMLProblem(file: name, line: line, "a NUL byte; remove it"))
            source = source.map { $0 == 0 ? UInt8(ascii: " ") : $0 }
        }
        while table == nil, problems.count < Self.mostMistakes {
            let statements = TOMLLines(source)
            let line: Int
            let message: String
            if let faulty = statements.statements.first(where: { $0.fault != nil }), let fault = faulty.fault
            {
                (line, message) = (faulty.lines.lowerBound, fault)
            } else {
                do {
                    table = try TOMLTable(string: String(decoding: source, as: UTF8.self))
                    break
                } catch {
                    (line, message) = Self.mistake(error)
                }
            }
            let lines = statements.statement(around: line)
            problems.append(
                TOMLProblem(file: name, line: lines.lowerBound, message + "; correct or remove it"))
            guard Self.blank(lines, in: &source) else { break }
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

    private static func mistake(_ error: any Error) -> (line: Int, message: String) {
        guard let error = error as? TOMLParseError else { return (1, "this cannot be read") }
        return (max(1, error.source.begin.line), error.description)
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
