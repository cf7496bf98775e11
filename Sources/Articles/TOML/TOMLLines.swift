/// The lines of a TOML file's tables, keys and list elements, which the parser does not tell.
struct TOMLLines: Hashable, Sendable {
    /// A table's header, or a key with its value; both can go over several lines.
    struct Statement: Hashable, Sendable {
        let lines: ClosedRange<Int>
        let isHeader: Bool
        /// A mistake at which the parser stops the program instead of telling it.
        let fault: String?
    }

    /// In the order of the file.
    private(set) var statements: [Statement] = []
    private var lines: [TOMLPath: Int] = [:]
    private var lengths: [TOMLPath: Int] = [:]

    init(_ source: [UInt8]) {
        var scanner = TOMLScanner(source)
        scanner.scan(into: &self)
    }

    /// The line of a value, counted from 1; that of the nearest table around it when it is not there itself.
    func line(of path: TOMLPath) -> Int {
        var path = path
        while !path.isEmpty {
            if let line = lines[path] { return line }
            path.removeLast()
        }
        return 1
    }

    /// The lines that have to go so that the rest can be read when something on `line` is wrong.
    ///
    /// A header takes what stands under it along: those keys must not fall to the table before.
    func statement(around line: Int) -> ClosedRange<Int> {
        guard let index = statements.lastIndex(where: { $0.lines.lowerBound <= line }) else {
            return line...line
        }
        let statement = statements[index]
        guard statement.isHeader else {
            return statement.lines.contains(line) ? statement.lines : line...line
        }
        let body = statements[(index + 1)...].prefix { !$0.isHeader }
        let last = body.last?.lines.upperBound ?? statement.lines.upperBound
        return statement.lines.lowerBound...max(line, last)
    }

    mutating func add(_ statement: Statement) { statements.append(statement) }

    /// Notes where a value is; the first place counts.
    mutating func note(_ path: TOMLPath, line: Int) {
        if lines[path] == nil { lines[path] = line }
    }

    /// The path of a header's table: `[[fact.slot]]` is a slot of the latest fact.
    mutating func table(_ keys: [String], isElement: Bool, line: Int) -> TOMLPath {
        var path: TOMLPath = []
        for (depth, key) in keys.enumerated() {
            path.append(.key(key))
            note(path, line: line)
            if depth == keys.count - 1, isElement {
                lengths[path, default: 0] += 1
            }
            if let length = lengths[path] {
                path.append(.index(length - 1))
                note(path, line: line)
            }
        }
        return path
    }
}
